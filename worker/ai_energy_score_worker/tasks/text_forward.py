"""Encoders that read a text, or a pair of texts in one sequence, in one forward pass."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import transformers
from transformers import AutoModel, AutoModelForTextEncoding, AutoTokenizer

from ..faults import Fault
from ..loading import load_network, load_processor, placed
from ..query import Answering, Query
from ..tokens import longest_input, text_preparation

if TYPE_CHECKING:
    from .registry import Opening


def open_with(auto_class: str) -> "Callable[[Opening], Answering]":
    """Opens a network of one of transformers' auto classes."""

    def open_classifier(opening: "Opening") -> Answering:
        return answering_of(
            opening, load_network(getattr(transformers, auto_class), opening.request, opening.placement)
        )

    return open_classifier


def open_encoder(opening: "Opening") -> Answering:
    """Opens the network that makes vectors of texts: of an encoder-decoder, its encoder."""
    if opening.config.get("is_encoder_decoder") or opening.config.get("model_type") in ("t5", "mt5", "umt5"):
        return answering_of(opening, load_network(AutoModelForTextEncoding, opening.request, opening.placement))
    try:
        network = load_network(AutoModel, opening.request, opening.placement)
    except Fault as fault:
        if fault.code != "weights-incomplete" or "pooler" not in fault.message:
            raise
        # Many checkpoints of sentence encoders leave out the pooling layer, which vectors of sentences do not use.
        network = load_network(AutoModel, opening.request, opening.placement, add_pooling_layer=False)
    return answering_of(opening, network)


def answering_of(opening: "Opening", network: Any) -> Answering:
    """Tokens in, one pass."""
    request = opening.request
    tokenizer = load_processor(AutoTokenizer, request)
    most = longest_input(request, network)
    prepare, is_cut = text_preparation(tokenizer, request, most, None)

    def forward(query: Query) -> None:
        network(**placed(query.inputs, network))

    return Answering(prepare=prepare, forward=forward, maximum_input_tokens=most, is_cut=is_cut, networks=[network])
