"""Models that write a text about an image: captioners, and chat models that see."""

from typing import TYPE_CHECKING, Any

from transformers import AutoImageProcessor, AutoModelForImageTextToText, AutoProcessor

from ..faults import Fault
from ..generating import generation
from ..loading import converted, load_network, load_processor, placed
from ..media import read_image
from ..query import Answering, OnToken, Query
from ..reasoning import template_faults
from ..rows import Row

if TYPE_CHECKING:
    from .registry import Opening

# What chat models are asked; captioners write by themselves.
QUESTION = "Describe this image."


def open_captioning(opening: "Opening") -> Answering:
    """Opens a model that writes about images."""
    request = opening.request
    processor = processor_of(opening)
    check_template(processor)
    network = load_network(AutoModelForImageTextToText, request, opening.placement)
    make = generation(network)

    def prepare(row: Row) -> Query:
        image = read_image(opening.dataset_folder / row[request.columns[0]])
        inputs = converted(inputs_of(processor, image), network)
        tokens = inputs.get("input_ids")
        return Query(inputs, None if tokens is None else tokens.shape[-1])

    def generate(query: Query, new_tokens: int, exact: bool, on_token: OnToken) -> int:
        return make(placed(query.inputs, network), new_tokens, exact, on_token)

    return Answering(prepare=prepare, generate=generate, networks=[network])


def processor_of(opening: "Opening") -> Any:
    """The processor; of a model that pairs a vision and a text model, the image processor alone."""
    if opening.config.get("model_type") == "vision-encoder-decoder":
        return load_processor(AutoImageProcessor, opening.request)
    try:
        return load_processor(AutoProcessor, opening.request)
    except Fault as fault:
        if fault.code != "processor-missing":
            raise
        return load_processor(AutoImageProcessor, opening.request)


def check_template(processor: Any) -> None:
    """Makes sure, before gigabytes are loaded, that the chat template can be rendered.

    Raises a fault of the input, code chat-template-broken.
    """
    if getattr(processor, "chat_template", None) is None:
        return
    message = {"role": "user", "content": [{"type": "image"}, {"type": "text", "text": QUESTION}]}
    with template_faults():
        processor.apply_chat_template([message], add_generation_prompt=True, tokenize=False)


def inputs_of(processor: Any, image: Any) -> dict[str, Any]:
    """An image as a model's inputs; chat models get it with a question."""
    if getattr(processor, "chat_template", None) is None:
        return dict(processor(images=image, return_tensors="pt"))
    message = {"role": "user", "content": [{"type": "image", "image": image}, {"type": "text", "text": QUESTION}]}
    return dict(
        processor.apply_chat_template(
            [message], add_generation_prompt=True, tokenize=True, return_dict=True, return_tensors="pt"
        )
    )
