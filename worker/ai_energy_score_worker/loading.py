"""Loads a network of transformers by our rules, and makes sure that all its weights are real."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch

from .checkpoint import remote_code_fault
from .faults import Fault, input_fault, memory_fault, operator_fault, said
from .request import Request

if TYPE_CHECKING:
    from .load import Placement

DTYPES = {"float32": torch.float32, "float16": torch.float16, "bfloat16": torch.bfloat16}

# What every call of from_pretrained is told: files of the folder alone, no pickles, no code of the repository.
LOCAL = {"local_files_only": True, "trust_remote_code": False}


def load_network(auto_class: Any, request: Request, placement: "Placement", **options: Any) -> Any:
    """Loads a model's network onto its devices, in its precision, ready for inference.

    Raises faults of the input: model-not-for-task, remote-code-needed, weights-incomplete, model-load-failed, out-of-memory;
    of the operator: library-missing
    """
    try:
        network, report = auto_class.from_pretrained(
            request.model_folder,
            **LOCAL,
            use_safetensors=True,
            dtype=DTYPES[request.precision],
            output_loading_info=True,
            **where(placement, request.quantization is not None),
            **options,
        )
    except Exception as error:
        raise not_loadable(error, request) from error
    check_complete(report, request)
    return network.eval()


def where(placement: "Placement", quantised: bool) -> dict[str, Any]:
    """The arguments that place the weights."""
    if placement.shares is not None:
        # No share for the CPU: accelerate may not put anything there.
        return {"device_map": "auto", "max_memory": {**placement.shares, "cpu": 0}}
    if placement.gpus:
        return {"device_map": {"": placement.gpus[0]}}
    return {"device_map": {"": "cpu"}} if quantised else {}


def check_complete(report: dict[str, Any], request: Request) -> None:
    """Makes sure that every weight came from the checkpoint.

    Weights that the checkpoint has beyond those of the task's network are no error: a checkpoint may carry another head.
    Raises a fault of the input, code weights-incomplete.
    """
    missing = sorted(report["missing_keys"])
    mismatched = sorted(str(entry[0]) for entry in report["mismatched_keys"])
    if not missing and not mismatched and not report.get("error_msgs"):
        return
    lacks = [f"lacks {len(missing)} weights ({', '.join(missing[:3])})"] if missing else []
    lacks += [f"has another shape for {len(mismatched)} ({', '.join(mismatched[:3])})"] if mismatched else []
    lacks += [str(line) for line in report.get("error_msgs") or []][:1]
    raise input_fault(
        "weights-incomplete",
        f"The checkpoint of {request.model_id} {' and '.join(lacks)} of the network for {request.task}; they would be random numbers.",
        "Submit a checkpoint that was trained for the task.",
    )


def load_processor(auto_class: Any, request: Request, **options: Any) -> Any:
    """Loads a tokenizer, feature extractor or image processor of the processor's folder.

    Raises faults of the input: processor-missing, remote-code-needed
    """
    try:
        return auto_class.from_pretrained(request.processor_folder, **LOCAL, **options)
    except Exception as error:
        known = known_fault(error, request)
        if known is not None:
            raise known from error
        raise input_fault(
            "processor-missing",
            f"The {kind_of(auto_class)} of {request.model_id} cannot be loaded: {said(error)}",
            "Add its files to the repository, or name the repository that has it under processor in the submission.",
        ) from error


def kind_of(auto_class: Any) -> str:
    """What a class of processors loads, for people."""
    names = {
        "AutoTokenizer": "tokenizer",
        "AutoImageProcessor": "image processor",
        "AutoFeatureExtractor": "feature extractor",
    }
    return names.get(auto_class.__name__, "processor")


def not_loadable(error: Exception, request: Request) -> Fault:
    """The fault of a network that does not load."""
    return known_fault(error, request) or input_fault(
        "model-load-failed",
        f"{request.model_id} cannot be loaded: {type(error).__name__}: {said(error)}",
        "Check that its configuration and weights belong together and load in the transformers version of the worker.",
    )


def known_fault(error: Exception, request: Request) -> Fault | None:
    """The fault of an exception that libraries raise for a reason with a name."""
    if isinstance(error, Fault):
        return error
    no_memory = memory_fault(error, f"loading {request.model_id}")
    if no_memory is not None:
        return no_memory
    text = said(error)
    if "trust_remote_code" in text or "custom code" in text:
        return remote_code_fault(text)
    if "nrecognized configuration class" in text:
        return not_for_task(request, "its architecture has no network for it")
    if "does not recognize this architecture" in text or "Unrecognized model" in text:
        return input_fault(
            "model-not-supported",
            f"The worker's transformers does not know the architecture of {request.model_id}: {text}",
            "Wait for a worker with a newer transformers, or submit a model of an architecture that it has.",
        )
    if "offload" in text:
        return input_fault(
            "model-does-not-fit",
            f"{request.model_id} does not fit the GPUs: a part would lie elsewhere: {text}",
            "Use more or larger GPUs, or a quantised checkpoint. Nothing is offloaded.",
        )
    if isinstance(error, ImportError):
        return operator_fault(
            "library-missing",
            f"{request.model_id} needs a library that the worker does not have: {text}",
            "The worker's README tells which libraries it has; quantised checkpoints and some backbones need their own.",
        )
    return None


def not_for_task(request: Request, why: str) -> Fault:
    """The fault of a model that was made for something else."""
    return input_fault(
        "model-not-for-task",
        f"{request.model_id} is no model for {request.task}: {why}.",
        "Submit it for the task it was made for.",
    )


def device_of(network: Any) -> torch.device:
    """Where a network takes its inputs."""
    return network.device


def placed(inputs: dict[str, Any], network: Any) -> dict[str, Any]:
    """Inputs on the device where the network takes them."""
    device = device_of(network)
    return {name: value.to(device) if isinstance(value, torch.Tensor) else value for name, value in inputs.items()}


def converted(inputs: dict[str, Any], network: Any) -> dict[str, Any]:
    """Inputs in the network's precision, where they are no whole numbers. Still on the host."""
    return {
        name: value.to(network.dtype) if isinstance(value, torch.Tensor) and value.is_floating_point() else value
        for name, value in inputs.items()
    }


def has_file(folder: Path, *names: str) -> bool:
    """Whether a folder has one of the files."""
    return any((folder / name).is_file() for name in names)
