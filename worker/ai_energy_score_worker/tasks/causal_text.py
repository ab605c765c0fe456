"""Decoders that go on from a text: text generation on the text itself, reasoning on a prompt of a chat."""

from typing import TYPE_CHECKING, Any

from transformers import AutoModelForCausalLM, AutoModelForImageTextToText, AutoTokenizer
from transformers.models.auto.modeling_auto import (
    MODEL_FOR_CAUSAL_LM_MAPPING_NAMES,
    MODEL_FOR_IMAGE_TEXT_TO_TEXT_MAPPING_NAMES,
)

from ..chat import chat_preparation
from ..generating import generation
from ..loading import load_network, load_processor, placed
from ..query import Answering, OnToken, Query
from ..reasoning import Taken, rendering, take, template_of
from ..reasoning_switches import Setting
from ..tokens import longest_input, text_preparation

if TYPE_CHECKING:
    from .registry import Opening


def open_text_generation(opening: "Opening") -> Answering:
    """A decoder. Models that also see images are asked for text alone."""
    request = opening.request
    tokenizer = load_processor(AutoTokenizer, request)
    # Whether the prompt can be what the plan asks for is told before gigabytes are loaded.
    taken = reasoning_of(opening, tokenizer)
    network = load_network(class_of(opening.config), request, opening.placement)
    most = longest_input(request, network)
    if is_chat(opening):
        prepare, is_cut = chat_preparation(tokenizer, rendering(tokenizer), taken.setting, request.columns[0], most)
    else:
        prepare, is_cut = text_preparation(tokenizer, request, most, None)
    make = generation(network)

    def generate(query: Query, new_tokens: int, exact: bool, on_token: OnToken) -> int:
        return make(placed(query.inputs, network), new_tokens, exact, on_token)

    return Answering(
        prepare=prepare,
        generate=generate,
        maximum_input_tokens=most,
        is_cut=is_cut,
        reasoning={"state": request.reasoning_state, "effort": request.reasoning_effort, "means": taken.means},
        networks=[network],
    )


def is_chat(opening: "Opening") -> bool:
    """Whether queries are put through the chat template: on reasoning, and wherever thinking is asked for."""
    return opening.request.task == "reasoning" or opening.request.reasoning_state == "on"


def reasoning_of(opening: "Opening", tokenizer: Any) -> Taken:
    """How the plan's reasoning comes about. A text without a chat around it asks for no thoughts."""
    request = opening.request
    if not is_chat(opening):
        return Taken(Setting(), "the text itself, without a chat template")
    template = template_of(tokenizer, request.model_id)
    return take(rendering(tokenizer), template, request.reasoning_state, request.reasoning_effort, request.model_id)


def class_of(config: dict[str, Any]) -> Any:
    """The class for a configuration: a plain decoder, or one that also sees images."""
    model_type = config.get("model_type")
    sees = (
        model_type in MODEL_FOR_IMAGE_TEXT_TO_TEXT_MAPPING_NAMES and model_type not in MODEL_FOR_CAUSAL_LM_MAPPING_NAMES
    )
    return AutoModelForImageTextToText if sees else AutoModelForCausalLM
