"""What the model really got, read off the loaded networks."""

from collections import Counter
from typing import Any

import torch

from .faults import input_fault, operator_fault
from .quantization import named
from .query import Answering
from .request import Request
from .rows import Row

PRECISIONS = {torch.float32: "float32", torch.float16: "float16", torch.bfloat16: "bfloat16"}

# A format counts as the model's where it holds so much of the weights.
MOST = 0.9


def applied_of(
    request: Request, answering: Answering, rows: list[Row], quantization: dict[str, Any] | None
) -> dict[str, Any]:
    """The field "applied" of the message ready."""
    is_cut = answering.is_cut
    return {
        "precision": precision_of(answering.networks),
        "quantization": None if quantization is None else named(quantization),
        "reasoning": answering.reasoning,
        "attention": attention_of(answering.networks),
        "maximumInputTokens": answering.maximum_input_tokens,
        "truncatedQueries": None if is_cut is None else sum(1 for row in rows if is_cut(row)),
        "placement": placement_of(answering.networks),
    }


def check_precision(request: Request, applied: dict[str, Any]) -> None:
    """Makes sure that the weights have the planned precision. Beside quantised ones, others keep what the checkpoint gives.

    Raises a fault of the input, code precision-differs.
    """
    if request.quantization is not None or applied["precision"] == request.precision:
        return
    raise input_fault(
        "precision-differs",
        f"The weights of {request.model_id} are {applied['precision']} after loading; the plan says {request.precision}.",
        "Some architectures keep parts in float32 where float16 would overflow. Write precision: float32, or bfloat16 where the GPU has it.",
    )


def check_still_quantised(request: Request, networks: list[Any]) -> None:
    """Makes sure that a quantised checkpoint was not expanded on loading, as libraries do where a device lacks what a method needs.

    Raises a fault of the operator, code quantization-not-supported.
    """
    if request.quantization is None or all(is_quantised(network) for network in networks):
        return
    raise operator_fault(
        "quantization-not-supported",
        f"The weights of {request.model_id} ({named(request.quantization)}) were expanded to {precision_of(networks)} on loading: "
        "this device, or this worker, has no kernels for them.",
        "Run it on a GPU that computes in this format, or submit another checkpoint.",
    )


def is_quantised(network: Any) -> bool:
    """Whether a network still has quantised weights."""
    quantizer = getattr(network, "hf_quantizer", None)
    expanded = getattr(getattr(quantizer, "quantization_config", None), "dequantize", False)
    return bool(getattr(network, "is_quantized", False)) and not expanded


def parameters_of(networks: list[Any]) -> dict[int, torch.Tensor]:
    """Every parameter once, however often it is tied."""
    return {id(parameter): parameter for network in networks for parameter in network.parameters()}


def precision_of(networks: list[Any]) -> str:
    """The format of nine tenths of the weights that are not quantised; mixed where there is none."""
    counts: Counter[torch.dtype] = Counter()
    for parameter in parameters_of(networks).values():
        if parameter.dtype in PRECISIONS and not is_packed(parameter):
            counts[parameter.dtype] += parameter.numel()
    total = sum(counts.values())
    if total == 0:
        return "mixed"
    dtype, most = counts.most_common(1)[0]
    return PRECISIONS[dtype] if most >= MOST * total else "mixed"


def is_packed(parameter: torch.Tensor) -> bool:
    """Whether several values share one element, as bitsandbytes stores them."""
    return type(parameter).__name__ in ("Params4bit", "Int8Params")


def attention_of(networks: list[Any]) -> str | None:
    """Implementation of attention of the largest network; None where it has none."""
    if not networks:
        return None
    largest = max(networks, key=lambda network: sum(parameter.numel() for parameter in network.parameters()))
    configs = [getattr(largest, "config", None)]
    configs.append(getattr(configs[0], "text_config", None))
    for config in configs:
        name = getattr(config, "_attn_implementation", None)
        if isinstance(name, str):
            return name[:60]
    processors = getattr(largest, "attn_processors", None)
    names = (
        sorted({type(processor).__name__ for processor in processors.values()}) if isinstance(processors, dict) else []
    )
    return ", ".join(names)[:60] or None


def placement_of(networks: list[Any]) -> list[dict[str, Any]]:
    """Parameters per device; GPUs are numbered among those that the model uses, as in the message's device."""
    counts: Counter[torch.device] = Counter()
    for parameter in parameters_of(networks).values():
        counts[parameter.device] += parameter.numel()
    gpus = sorted(device.index or 0 for device in counts if device.type == "cuda")
    places = Counter({place_name(device, gpus): 0 for device in counts})
    for device, count in counts.items():
        places[place_name(device, gpus)] += count
    return [{"device": name, "parameters": count} for name, count in sorted(places.items())]


def place_name(device: torch.device, gpus: list[int]) -> str:
    """A device as the record names it. Parameters without storage lie on disk."""
    if device.type == "cuda":
        return f"cuda:{gpus.index(device.index or 0)}"
    return "disk" if device.type == "meta" else device.type


def gpus_of(networks: list[Any]) -> list[int]:
    """Numbers of the GPUs that hold parameters, in order."""
    devices = {parameter.device for parameter in parameters_of(networks).values()}
    return sorted(device.index or 0 for device in devices if device.type == "cuda")


def count_parameters(networks: list[Any], quantised: bool) -> int | None:
    """Number of parameters, tied ones once; None where quantised weights do not tell how many values they hold."""
    parameters = parameters_of(networks).values()
    if not quantised:
        return sum(parameter.numel() for parameter in parameters)
    packed = [parameter for parameter in parameters if is_packed(parameter)]
    if not packed:
        return None
    # Params4bit keeps two values in a byte.
    return sum(parameter.numel() * (2 if type(parameter).__name__ == "Params4bit" else 1) for parameter in parameters)
