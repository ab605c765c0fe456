"""Tokenizers trained on a few sentences, with the files that real ones have."""

from tiny_datasets import TEXTS
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors, trainers
from transformers import CLIPTokenizer, PreTrainedTokenizerFast

VOCABULARY = 320

# As the Qwen3 family writes it, cut down: without enable_thinking an empty thought is closed at once.
CHAT_TEMPLATE = (
    "{%- for message in messages %}"
    "{{- '<|start|>' + message['role'] + '\\n' + message['content'] + '<|end|>\\n' }}"
    "{%- endfor %}"
    "{%- if add_generation_prompt %}"
    "{{- '<|start|>assistant\\n' }}"
    "{%- if enable_thinking is defined and enable_thinking is false %}"
    "{{- '<think>\\n\\n</think>\\n\\n' }}"
    "{%- endif %}{%- endif %}"
)


def trained(special: list[str]) -> Tokenizer:
    """Byte pairs of the sentences; every text has tokens."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=VOCABULARY,
        special_tokens=special,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(TEXTS, trainer)
    return tokenizer


def text_tokenizer(
    *, pairs: bool = False, extra: list[str] | None = None, chat_template: str | None = None
) -> PreTrainedTokenizerFast:
    """A tokenizer for decoders, or, with pairs, one that puts two texts into one sequence as BERT does."""
    special = ["<pad>", "<s>", "</s>", "[CLS]", "[SEP]", "[MASK]", *(extra or [])]
    tokenizer = trained(special)
    if pairs:
        ends = [(token, tokenizer.token_to_id(token)) for token in ("[CLS]", "[SEP]")]
        tokenizer.post_processor = processors.TemplateProcessing(
            single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:0 [SEP]:0", special_tokens=ends
        )
    names = {"cls_token": "[CLS]", "sep_token": "[SEP]", "mask_token": "[MASK]"} if pairs else {}
    wrapped = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        pad_token="<pad>",
        bos_token="<s>",
        eos_token="</s>",
        extra_special_tokens=extra or [],
        **names,
    )
    wrapped.chat_template = chat_template
    return wrapped


def clip_tokenizer() -> CLIPTokenizer:
    """A tokenizer of the kind that diffusion pipelines expect."""
    alphabet = [*"abcdefghijklmnopqrstuvwxyz", *[f"{letter}</w>" for letter in "abcdefghijklmnopqrstuvwxyz"]]
    words = ["<|startoftext|>", "<|endoftext|>", *alphabet]
    return CLIPTokenizer(vocab={word: number for number, word in enumerate(words)}, merges=[], model_max_length=77)
