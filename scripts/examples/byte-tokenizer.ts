/** Ids 0 to 255 are the bytes of UTF-8; special tokens follow. */
const BYTES = 256;

/** GPT-2's printable stand-ins for bytes: printable bytes stand for themselves, the others follow from U+0100 on. */
function byteCharacters(): string[] {
  const printable = (byte: number): boolean => (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
  let next = BYTES;
  return Array.from({ length: BYTES }, (_, byte) => String.fromCodePoint(printable(byte) ? byte : next++));
}

/** How special tokens frame a text and a pair of texts; the names of special tokens, and A and B for the texts. */
export type Frame = { single: readonly string[]; pair: readonly string[] };

/** A tokenizer.json whose tokens are single bytes: every text has an encoding, and nothing had to be learned. */
export function byteTokenizer(special: readonly string[], frame: Frame | null): object {
  const vocabulary = Object.fromEntries([...byteCharacters(), ...special].map((token, id) => [token, id]));
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: special.map((content, index) => ({
      id: BYTES + index,
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    })),
    normalizer: null,
    pre_tokenizer: { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true },
    post_processor: frame === null ? null : framing(special, frame),
    decoder: { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true },
    model: {
      type: 'BPE',
      dropout: null,
      unk_token: null,
      continuing_subword_prefix: null,
      end_of_word_suffix: null,
      fuse_unk: false,
      byte_fallback: false,
      vocab: vocabulary,
      merges: [],
    },
  };
}

function framing(special: readonly string[], frame: Frame): object {
  const piece = (name: string) => {
    if (name === 'A' || name === 'B') return { Sequence: { id: name, type_id: name === 'A' ? 0 : 1 } };
    return { SpecialToken: { id: name, type_id: 0 } };
  };
  return {
    type: 'TemplateProcessing',
    single: frame.single.map(piece),
    pair: frame.pair.map(piece),
    special_tokens: Object.fromEntries(special.map((name, index) => [name, { id: name, ids: [BYTES + index], tokens: [name] }])),
  };
}
