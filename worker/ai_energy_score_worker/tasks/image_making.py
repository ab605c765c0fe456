"""Diffusion pipelines that make an image of a text."""

from inspect import Parameter, signature
from typing import TYPE_CHECKING, Any

import torch
from diffusers import DiffusionPipeline

from ..faults import input_fault, internal_fault
from ..loading import DTYPES, LOCAL, not_for_task, not_loadable
from ..pipeline_folder import variant_of
from ..query import Answering, Query
from ..rows import Row

if TYPE_CHECKING:
    from .registry import Opening

# Every image begins with the same noise, so that runs differ in nothing.
SEED = 0


def open_pipeline(opening: "Opening") -> Answering:
    """Opens a pipeline; its networks lie on one device."""
    request = opening.request
    pipeline = load_pipeline(opening)
    device = f"cuda:{opening.placement.gpus[0]}" if opening.placement.gpus else "cpu"
    pipeline.to(device)
    pipeline.set_progress_bar_config(disable=True)

    def prepare(row: Row) -> Query:
        return Query({"prompt": row[request.columns[0]]})

    def call(query: Query, steps: int) -> None:
        noise = torch.Generator("cpu").manual_seed(SEED)
        made = pipeline(query.inputs["prompt"], num_inference_steps=steps, num_images_per_prompt=1, generator=noise)
        if len(made.images) != 1:
            raise internal_fault("image-count", f"It made {len(made.images)} images where the task fixes one.")
        taken = getattr(pipeline, "num_timesteps", None)
        if taken is not None and taken < steps:
            raise internal_fault("step-count", f"It took {taken} diffusion steps where the task fixes {steps}.")

    return Answering(prepare=prepare, call=call, networks=networks_of(pipeline))


def load_pipeline(opening: "Opening") -> Any:
    """The pipeline in the plan's precision.

    Raises faults of the input: model-not-for-task, model-load-failed, quantization-differs, out-of-memory
    """
    request = opening.request
    try:
        pipeline = DiffusionPipeline.from_pretrained(
            request.model_folder,
            **LOCAL,
            use_safetensors=True,
            dtype=DTYPES[request.precision],
            variant=variant_of(request.model_folder, opening.config),
        )
    except Exception as error:
        raise not_loadable(error, request) from error
    if not takes_a_prompt(pipeline):
        raise not_for_task(request, f"its pipeline {type(pipeline).__name__} makes no image of a text alone")
    quantised = [
        name for name, part in pipeline.components.items() if getattr(part, "quantization_method", None) is not None
    ]
    if quantised:
        raise input_fault(
            "quantization-differs",
            f"The parts {', '.join(quantised)} of the pipeline are quantised, which is not offered for text-to-image.",
            "Submit the pipeline with weights that are not quantised.",
        )
    return pipeline


def takes_a_prompt(pipeline: Any) -> bool:
    """Whether a pipeline runs on a text alone."""
    parameters = signature(type(pipeline).__call__).parameters
    required = [name for name, parameter in parameters.items() if parameter.default is Parameter.empty]
    others = [name for name in required if name not in ("self", "prompt", "args", "kwargs")]
    return "prompt" in parameters and "num_inference_steps" in parameters and not others


def networks_of(pipeline: Any) -> list[Any]:
    """The parts that have weights."""
    return [part for part in pipeline.components.values() if isinstance(part, torch.nn.Module)]
