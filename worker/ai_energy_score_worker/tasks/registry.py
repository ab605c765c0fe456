"""Which family runs a task."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from ..faults import input_fault
from ..importing import collector_paused
from ..load import Placement
from ..query import Answering
from ..request import Request


@dataclass(frozen=True)
class Opening:
    """What a family needs to open a model."""

    request: Request
    # config.json, or model_index.json of a diffusion pipeline.
    config: dict[str, Any]
    placement: Placement
    dataset_folder: Path


Open = Callable[[Opening], Answering]

# Models that do every task as text to text, told apart by a prefix, and the prefix before each column.
T5_FAMILY = frozenset({"t5", "mt5", "longt5", "umt5", "switch_transformers"})
T5_PREFIXES = {
    "text-generation": ("",),
    "summarization": ("summarize: ",),
    "question-answering": ("question: ", " context: "),
    "text-classification": ("sst2 sentence: ",),
}

# A function of the module that opens a model, with what it is made with where it is made.
FAMILIES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "text-generation": ("causal_text", "open_text_generation", ()),
    "reasoning": ("causal_text", "open_text_generation", ()),
    "summarization": ("text2text", "open_summariser", ()),
    "question-answering": ("text_forward", "open_with", ("AutoModelForQuestionAnswering",)),
    "text-classification": ("text_forward", "open_with", ("AutoModelForSequenceClassification",)),
    "sentence-similarity": ("text_forward", "open_encoder", ()),
    "image-classification": ("image_forward", "open_with", ("AutoModelForImageClassification",)),
    "object-detection": ("image_forward", "open_with", ("AutoModelForObjectDetection",)),
    "automatic-speech-recognition": ("speech", "open_speech", ()),
    "text-to-image": ("image_making", "open_pipeline", ()),
    "image-to-text": ("image_captioning", "open_captioning", ()),
}


def family_of(task: str, model_type: object) -> Open:
    """What opens a task's models.

    Raises a fault of the input, code task-not-in-worker.
    """
    if task not in FAMILIES:
        raise input_fault(
            "task-not-in-worker",
            f"The worker does not run {task}. It runs {', '.join(FAMILIES)}.",
            "Update the worker to the version of the program.",
        )
    module, name, arguments = FAMILIES[task]
    if model_type in T5_FAMILY and task in T5_PREFIXES:
        module, name, arguments = "text2text", "open_with", T5_PREFIXES[task]
    # Only the libraries of one family are imported: each takes seconds.
    with collector_paused():
        opener = getattr(import_module(f".{module}", __package__), name)
    return opener(*arguments) if arguments else opener


def open_model(request: Request, config: dict[str, Any], placement: Placement, dataset_folder: Path) -> Answering:
    """Loads the model of a plan.

    Raises a fault of the input, code task-not-in-worker, and those of the family.
    """
    family = family_of(request.task, config.get("model_type"))
    return family(Opening(request, config, placement, dataset_folder))
