"""The folder of a diffusion pipeline: an index of its parts, and a folder for each network."""

from collections import Counter
from pathlib import Path
from typing import Any

from .checkpoint import Weights, read_config, read_weights, remote_code_fault
from .faults import input_fault

LIBRARIES = ("diffusers", "transformers")

# Parts without weights.
CONFIGURED_ONLY = (
    "Scheduler",
    "Tokenizer",
    "TokenizerFast",
    "ImageProcessor",
    "ImageProcessorFast",
    "FeatureExtractor",
    "Processor",
)


def read_pipeline(folder: Path) -> tuple[dict[str, Any], Weights]:
    """The pipeline's index, and the weights of all its networks together.

    Raises faults of the input: model-not-for-task, remote-code-needed, and those of read_weights
    """
    if not (folder / "model_index.json").is_file():
        raise input_fault(
            "model-not-for-task",
            "The model is no diffusion pipeline: it has no model_index.json.",
            "Submit it for the task it was made for, or submit the repository of the whole pipeline.",
        )
    index = read_config(folder, "model_index.json")
    if not isinstance(index.get("_class_name"), str):
        raise remote_code_fault("its model_index.json names a pipeline of its own")
    values: Counter[str] = Counter()
    size = 0
    for part in networks_of(index):
        weights = read_weights(folder / part)
        values += weights.values
        size += weights.bytes
    return index, Weights(values, size)


def networks_of(index: dict[str, Any]) -> list[str]:
    """Names of the parts that have weights.

    Raises a fault of the input, code remote-code-needed, for a part of another library.
    """
    names = []
    for part, place in index.items():
        if part.startswith("_") or not isinstance(place, list) or len(place) != 2 or place[0] is None:
            continue
        library, kind = str(place[0]), str(place[1])
        # Pipelines name their own modules, as in stable_diffusion; those are part of diffusers.
        if library not in LIBRARIES and not is_diffusers_module(library):
            raise remote_code_fault(f"its part {part} comes from {library}")
        if not kind.endswith(CONFIGURED_ONLY):
            names.append(part)
    return names


def variant_of(folder: Path, index: dict[str, Any]) -> str | None:
    """fp16 where a network has weights under that name alone, else None. Their precision is the plan's in any case."""
    for part in networks_of(index):
        names = [file.name for file in (folder / part).glob("*.safetensors")]
        if names and all(".fp16" in name for name in names):
            return "fp16"
    return None


def is_diffusers_module(name: str) -> bool:
    """Whether diffusers has a pipeline module of this name."""
    from diffusers import pipelines

    return name.isidentifier() and hasattr(pipelines, name)
