"""Encoder-decoders that read a text: T5 by prefixes, and summarisers."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import torch
from transformers import AutoModelForSeq2SeqLM, AutoTokenizer

from ..generating import generation
from ..loading import load_network, load_processor, placed
from ..query import Answering, OnToken, Query
from ..tokens import longest_input, text_preparation

if TYPE_CHECKING:
    from .registry import Opening


def open_summariser(opening: "Opening") -> Answering:
    """Opens an encoder-decoder that takes the text as it is."""
    return answering_of(opening, None)


def open_with(*prefixes: str) -> "Callable[[Opening], Answering]":
    """Opens an encoder-decoder; prefixes are put before each column, which then make one text."""
    return lambda opening: answering_of(opening, prefixes)


def answering_of(opening: "Opening", prefixes: tuple[str, ...] | None) -> Answering:
    """Tokens in; one pass through both halves, or tokens out."""
    request = opening.request
    tokenizer = load_processor(AutoTokenizer, request)
    network = load_network(AutoModelForSeq2SeqLM, request, opening.placement)
    most = longest_input(request, network)
    prepare, is_cut = text_preparation(tokenizer, request, most, prefixes)
    make = generation(network)
    start = start_token(network.config)

    def forward(query: Query) -> None:
        # The plain forward pass of the reference: the decoder sees the text itself, shifted right by one token.
        inputs = placed(accepted(query.inputs), network)
        network(**inputs, decoder_input_ids=shifted_right(inputs["input_ids"], start))

    def generate(query: Query, new_tokens: int, exact: bool, on_token: OnToken) -> int:
        return make(placed(accepted(query.inputs), network), new_tokens, exact, on_token)

    plain = {"state": "off", "effort": None, "means": "text to text, without a chat template"}
    return Answering(
        prepare=prepare,
        forward=forward,
        generate=generate,
        maximum_input_tokens=most,
        is_cut=is_cut,
        reasoning=plain if request.task == "text-generation" else None,
        networks=[network],
    )


def accepted(inputs: dict[str, Any]) -> dict[str, Any]:
    """The inputs that encoder-decoders take; some tokenizers give types of tokens as well."""
    return {name: value for name, value in inputs.items() if name in ("input_ids", "attention_mask")}


def start_token(config: Any) -> int:
    """The token that a decoder begins with."""
    ids = [getattr(config, name, None) for name in ("decoder_start_token_id", "bos_token_id", "pad_token_id")]
    return next((value for value in ids if isinstance(value, int)), 0)


def shifted_right(tokens: torch.Tensor, start: int) -> torch.Tensor:
    """The tokens after the start token, without the last."""
    shifted = torch.roll(tokens, 1, dims=-1)
    shifted[..., 0] = start
    return shifted
