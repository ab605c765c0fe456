import { codePoint, quoted } from './hostile-characters.ts';
import { nearest } from './nearest.ts';
import { schemaAt } from './schema-places.ts';

/** What to say about a value that is text, but not of the form its key wants. */
export type Sentence = { code: string; message: string; suggestion?: string };

const pattern = (keys: readonly string[]): RegExp => new RegExp(schemaAt(keys)?.pattern ?? '', 'u');
const MODEL = pattern(['model']);
const REVISION = pattern(['revision']);

const withSuggestion = (sentence: Sentence, suggestion: string, form: RegExp): Sentence =>
  form.test(suggestion) ? { ...sentence, suggestion } : sentence;

function modelSentence(text: string): Sentence {
  const code = 'S-schema-model';
  const url = /^(?:https?:\/\/)?(?:www\.)?(?:huggingface\.co|hf\.co)\/(?:models\/)?([^/?#]+\/[^/?#]+)/i.exec(text);
  if (url !== null)
    return withSuggestion({ code, message: 'A model is named by its id on the Hub, not by its address.' }, url[1] ?? '', MODEL);
  const stranger = /[^\x20-\x7e]/u.exec(text)?.[0];
  if (stranger !== undefined) {
    return { code, message: `The model's id has a character that is not ASCII: ${quoted(stranger)} (${codePoint(stranger)}).` };
  }
  if (text !== text.trim()) return withSuggestion({ code, message: "The model's id has blanks around it." }, text.trim(), MODEL);
  if (text.includes('\\')) {
    return withSuggestion({ code, message: "A model's id is parted by a slash, not a backslash." }, text.replaceAll('\\', '/'), MODEL);
  }
  if (text.includes('..')) return { code, message: "A model's id has no two dots in a row." };
  if (!text.includes('/')) {
    return { code, message: `A model's id has the form <org>/<model>; ${quoted(text)} names no organisation.` };
  }
  const tail = /^([^/@:]+\/[^/@:]+)[/@:]/.exec(text);
  if (tail !== null) {
    return withSuggestion({ code, message: "A model's id ends with its name; revision, path and tag go elsewhere." }, tail[1] ?? '', MODEL);
  }
  return {
    code,
    message: `${quoted(text)} is not a model's id: <org>/<model>, of letters, digits, '.', '_' and '-', without two hyphens in a row and without '.' or '-' at an edge.`,
  };
}

function revisionSentence(text: string): Sentence {
  const code = 'S-schema-revision';
  const embedded = /\/(?:commit|tree|blob|resolve)\/([0-9a-f]{40})(?![0-9a-f])/i.exec(text)?.[1] ?? text.trim();
  if (embedded !== text || /[A-F]/.test(text)) {
    const lower = embedded.toLowerCase();
    if (REVISION.test(lower))
      return { code, message: 'A revision is 40 lower-case hexadecimal digits and nothing else.', suggestion: lower };
  }
  if (/^[0-9a-f]+$/i.test(text)) {
    const few = text.length < 40;
    return {
      code,
      message: `The revision has ${text.length} digits; write all 40 of the commit's id${few ? ', never a short form' : ', no more'}.`,
    };
  }
  const stranger = text.length === 40 ? /[^0-9a-f]/iu.exec(text)?.[0] : undefined;
  if (stranger !== undefined) return { code, message: `${quoted(stranger)} in the revision is not a hexadecimal digit.` };
  return {
    code,
    message: `${quoted(text)} is not a commit; write its id, 40 hexadecimal digits, never a branch or a tag, for those move.`,
  };
}

function urlSentence(text: string): Sentence {
  const code = 'S-schema-url';
  const form = pattern(['evidence', 'url']);
  if (/^http:\/\//i.test(text)) {
    return withSuggestion({ code, message: 'Evidence lies behind HTTPS.' }, text.replace(/^http:/i, 'https:'), form);
  }
  const bare = text.replace(/[?#].*$/su, '');
  if (bare !== text) return withSuggestion({ code, message: "The evidence's address has no query and no fragment." }, bare, form);
  return { code, message: `${quoted(text)} is not a plain HTTPS address of a host and a path.` };
}

function digestSentence(text: string): Sentence {
  const code = 'S-schema-digest';
  const form = pattern(['evidence', 'sha256']);
  const bare = text
    .trim()
    .replace(/^sha256[:-]/i, '')
    .toLowerCase();
  const message = /^[0-9a-f]+$/.test(text)
    ? `The digest has ${text.length} digits; a SHA-256 has 64.`
    : 'A SHA-256 is written as 64 lower-case hexadecimal digits.';
  return withSuggestion({ code, message }, bare, form);
}

function endpointSentence(text: string): Sentence {
  const code = 'S-schema-endpoint';
  if (text.includes('://')) return { code, message: "An endpoint is named by its operator's alias, never by URL." };
  const message = `${quoted(text)} is not an alias: lower-case letters, digits and inner hyphens, at most 40.`;
  return withSuggestion(
    { code, message },
    text
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/g, '-'),
    pattern(['endpoint']),
  );
}

const BY_FIELD: Readonly<Record<string, (text: string) => Sentence>> = {
  model: modelSentence,
  revision: revisionSentence,
  url: urlSentence,
  sha256: digestSentence,
  endpoint: endpointSentence,
};

/** The sentence for text that does not have the form of its field; every field with a pattern has one. */
export const formSentence = (field: string, text: string): Sentence | null => BY_FIELD[field]?.(text) ?? null;

/** Other words for a field's words, as they are used elsewhere. */
export const VALUE_ALIASES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  task: {
    asr: 'automatic-speech-recognition',
    'speech-recognition': 'automatic-speech-recognition',
    'speech-to-text': 'automatic-speech-recognition',
    'image-generation': 'text-to-image',
    'image-captioning': 'image-to-text',
    captioning: 'image-to-text',
    qa: 'question-answering',
    'extractive-qa': 'question-answering',
    'sentiment-analysis': 'text-classification',
    'feature-extraction': 'sentence-similarity',
    chat: 'text-generation',
    llm: 'text-generation',
    'text2text-generation': 'text-generation',
    summary: 'summarization',
  },
  precision: {
    fp32: 'float32',
    f32: 'float32',
    float: 'float32',
    single: 'float32',
    fp16: 'float16',
    f16: 'float16',
    half: 'float16',
    bf16: 'bfloat16',
  },
  state: { false: 'off', no: 'off', none: 'off', disabled: 'off', true: 'on', yes: 'on', enabled: 'on' },
  backend: { onnx: 'embedded', onnxruntime: 'embedded', openai: 'endpoint', vllm: 'endpoint', pytorch: 'transformers', hf: 'transformers' },
  method: { bnb: 'bitsandbytes', ggml: 'gguf' },
  effort: { mid: 'medium', max: 'high', min: 'low' },
};

/** Other words for keys. */
const KEY_ALIASES: Readonly<Record<string, string>> = {
  version: 'schemaVersion',
  commit: 'revision',
  sha: 'revision',
  modelId: 'model',
  modelName: 'model',
  dtype: 'precision',
  torchDtype: 'precision',
  quant: 'quantization',
  thinking: 'reasoning',
  tokenizer: 'processor',
};

/** The key that was probably meant. */
export const nearestKey = (key: string, keys: readonly string[]): string | null => nearest(key, keys, KEY_ALIASES);
