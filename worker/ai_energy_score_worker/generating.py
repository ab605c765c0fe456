"""Greedy generation with a cache, whatever a model's generation_config.json says, and its exact number of tokens."""

import copy
from collections.abc import Callable
from typing import Any

from transformers import GenerationConfig, LogitsProcessor, LogitsProcessorList

from .query import OnToken

# Ids and prompts that belong to a model. Everything else of its generation_config.json is a way to choose tokens, or a length.
KEPT = (
    "bos_token_id",
    "eos_token_id",
    "pad_token_id",
    "decoder_start_token_id",
    # What a Whisper model needs to begin its answer.
    "is_multilingual",
    "lang_to_id",
    "task_to_id",
    "no_timestamps_token_id",
    "prev_sot_token_id",
    "max_initial_timestamp_index",
    "alignment_heads",
)


class TokenCount(LogitsProcessor):
    """Counts the tokens that are chosen, on the host: the device does nothing for it."""

    def __init__(self, on_token: OnToken) -> None:
        self.made = 0
        self._on_token = on_token

    def __call__(self, input_ids: Any, scores: Any) -> Any:
        self.made += 1
        self._on_token()
        return scores


def make_greedy(network: Any) -> None:
    """Gives a network, and every network inside it, a generation configuration of the ids alone."""
    for module in network.modules():
        config = getattr(module, "generation_config", None)
        if isinstance(config, GenerationConfig):
            module.generation_config = greedy_of(config)


def greedy_of(config: GenerationConfig) -> GenerationConfig:
    """One beam, no sampling, one answer, a cache, and the model's ids."""
    greedy = GenerationConfig(do_sample=False, num_beams=1, num_return_sequences=1, use_cache=True)
    for name in KEPT:
        value = getattr(config, name, None)
        if value is not None:
            setattr(greedy, name, copy.deepcopy(value))
    if greedy.pad_token_id is None and greedy.eos_token_id is not None:
        eos = greedy.eos_token_id
        greedy.pad_token_id = eos[0] if isinstance(eos, list) else eos
    return greedy


def generation(network: Any) -> Callable[[dict[str, Any], int, bool, OnToken], int]:
    """How a network makes tokens: (inputs, most new tokens, exactly so many, called after each) -> tokens made."""
    make_greedy(network)

    def generate(inputs: dict[str, Any], new_tokens: int, exact: bool, on_token: OnToken) -> int:
        count = TokenCount(on_token)
        network.generate(
            **inputs,
            max_new_tokens=new_tokens,
            # Holds back the end of the text until then.
            min_new_tokens=new_tokens if exact else None,
            logits_processor=LogitsProcessorList([count]),
        )
        return count.made

    return generate
