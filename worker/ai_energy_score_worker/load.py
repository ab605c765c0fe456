"""Loads what a plan names: data set, checkpoint, libraries, model."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from .checkpoint import Weights, read_config, read_weights
from .faults import input_fault
from .fit import Room, check_fit, is_split, offloaded
from .importing import collector_paused
from .quantization import check_quantization
from .query import Answering
from .request import Request, request_of
from .rows import Queries, read_queries

# Steps of a load, for progress.
LOAD_STEPS = 5


@dataclass(frozen=True)
class Loaded:
    """A model ready to answer, and its queries."""

    request: Request
    queries: Queries
    answering: Answering
    runtime: list[str]
    device: str
    parameters: int | None
    applied: dict[str, Any]
    # Waits until every device that the model uses is done.
    synchronise: Callable[[], None]
    # A context without gradients and their records.
    inference: Callable[[], AbstractContextManager[Any]]


@dataclass(frozen=True)
class Placement:
    """Where a model is to go, and in which precision; what tasks pass on to from_pretrained."""

    # Numbers of the GPUs; empty for the CPU.
    gpus: list[int]
    # GPU -> bytes that weights may take there, where the model is split over several; None otherwise.
    shares: dict[int, int] | None


def load(message: dict[str, Any], step: Callable[[int], None]) -> Loaded:
    """Loads what a load message names.

    step: called after each of LOAD_STEPS steps with their number.
    Raises faults of the input for the data set and the model, of the operator for the machine.
    """
    request = request_of(message)
    queries = read_queries(request.dataset_file, request.columns)
    step(1)
    config, weights = read_checkpoint(request)
    quantization = check_quantization(request, config)
    step(2)
    # Imported here: PyTorch takes seconds, and what is wrong so far is told before.
    with collector_paused():
        from . import applied, devices, runtime
        from .tasks.registry import open_model

    placement = placement_of(request, weights)
    step(3)
    answering = open_model(request, config, placement, queries.folder)
    check_phases(request, answering)
    step(4)
    for network in answering.networks:
        fault = offloaded(getattr(network, "hf_device_map", None) or {}, request.model_id) if placement.gpus else None
        if fault is not None:
            raise fault
    applied.check_still_quantised(request, answering.networks)
    told = applied.applied_of(request, answering, queries.rows, quantization)
    applied.check_precision(request, told)
    gpus = applied.gpus_of(answering.networks)
    step(5)
    return Loaded(
        request=request,
        queries=queries,
        answering=answering,
        runtime=runtime.versions(request.task),
        device=devices.device_name(gpus),
        parameters=applied.count_parameters(answering.networks, quantization is not None),
        applied=told,
        synchronise=lambda: devices.synchronise(gpus),
        inference=devices.inference,
    )


def read_checkpoint(request: Request) -> tuple[dict[str, Any], Weights]:
    """The model's configuration and what the headers of its weights tell.

    A diffusion pipeline has a model_index.json and a folder for each of its networks.
    """
    if request.task != "text-to-image":
        return read_config(request.model_folder), read_weights(request.model_folder)
    from .pipeline_folder import read_pipeline

    return read_pipeline(request.model_folder)


def placement_of(request: Request, weights: Weights) -> Placement:
    """The devices for a model: all GPUs for class C, else the first, or the CPU where there is none.

    Raises the faults of visible_gpus and check_fit, and precision-not-supported.
    """
    from . import devices

    gpus = devices.visible_gpus()
    if not is_split(request, sum(weights.values.values())):
        gpus = gpus[:1]
    check_fit(request, weights, rooms_of(gpus))
    if gpus and request.precision == "bfloat16":
        check_bfloat16(request)
    shares = {gpu: int(devices.free_gpu_bytes(gpu)[0] * 0.9) for gpu in gpus} if len(gpus) > 1 else None
    return Placement(gpus, shares)


def rooms_of(gpus: list[int]) -> list[Room]:
    """Memory of the devices that a model may take."""
    from . import devices

    if gpus:
        return [Room(f"cuda:{gpu}", *devices.free_gpu_bytes(gpu)) for gpu in gpus]
    free = devices.free_host_bytes()
    return [] if free is None else [Room("cpu", free, free)]


def check_bfloat16(request: Request) -> None:
    """Makes sure that the GPUs compute in bfloat16 themselves."""
    import torch

    if not torch.cuda.is_bf16_supported(including_emulation=False):
        raise input_fault(
            "precision-not-supported",
            f"{torch.cuda.get_device_name(0)} does not compute in bfloat16, which the plan asks for.",
            "Write precision: float16 or float32 into the submission.",
        )


def check_phases(request: Request, answering: Answering) -> None:
    """Makes sure that the model can do every phase of the plan.

    Raises a fault of the input, code phases-not-for-model.
    """
    lacking = [phase for phase in request.phases if not answering.can(phase)]
    if not lacking:
        return
    ways = [
        "preprocess + prefill + generate" if answering.generate is not None else None,
        "preprocess + forward" if answering.forward is not None else None,
        "preprocess + call" if answering.call is not None else None,
    ]
    does = " or ".join(way for way in ways if way is not None)
    raise input_fault(
        "phases-not-for-model",
        f"{request.model_id} has no {' and no '.join(lacking)} on {request.task}; a model of its kind runs {does}.",
        "The plan has to be made for the model's kind: text to text for T5, one forward pass for CTC speech models.",
    )
