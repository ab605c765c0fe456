"""Quantised checkpoints: what a configuration says, and whether it is what was planned."""

from typing import Any

from .faults import input_fault
from .request import Request

# What transformers calls a method -> what a submission calls it.
METHODS = {
    "bitsandbytes": "bitsandbytes",
    "gptq": "gptq",
    "awq": "awq",
    "fp8": "fp8",
    "fbgemm_fp8": "fp8",
    "mxfp4": "mxfp4",
}


def configured(config: dict[str, Any]) -> dict[str, Any] | None:
    """Method and bits that a config.json says, {"method", "bits"}, or None for weights that are not quantised.

    Raises a fault of the input, code quantization-unknown, for a method without a name here.
    """
    said = config.get("quantization_config")
    if said is None and isinstance(config.get("text_config"), dict):
        said = config["text_config"].get("quantization_config")
    if not isinstance(said, dict):
        return None
    method = str(
        said.get("quant_method") or ("bitsandbytes" if "load_in_4bit" in said or "load_in_8bit" in said else "")
    )
    if method == "compressed-tensors":
        return compressed(said)
    if method not in METHODS:
        raise unknown(method)
    return {"method": METHODS[method], "bits": bits_of(METHODS[method], said)}


def bits_of(method: str, said: dict[str, Any]) -> int:
    """Bits per weight of a method."""
    if method == "fp8":
        return 8
    if method == "mxfp4":
        return 4
    if method == "bitsandbytes":
        return 4 if said.get("load_in_4bit") or said.get("_load_in_4bit") else 8
    bits = said.get("bits", said.get("w_bit", 4))
    return bits if isinstance(bits, int) else 4


def compressed(said: dict[str, Any]) -> dict[str, Any]:
    """compressed-tensors is a container: 8-bit floats are the method fp8, and other contents have no name here."""
    groups = said.get("config_groups")
    kinds = [group.get("weights") or {} for group in groups.values()] if isinstance(groups, dict) else []
    if kinds and all(kind.get("type") == "float" and kind.get("num_bits") == 8 for kind in kinds):
        return {"method": "fp8", "bits": 8}
    raise unknown(f"compressed-tensors ({said.get('format', 'no format told')})")


def unknown(method: str) -> Exception:
    """The fault of a method that submissions have no name for."""
    return input_fault(
        "quantization-unknown",
        f"The checkpoint is quantised by {method or 'a method that it does not name'}, which has no name in submissions.",
        f"Submit a checkpoint of {', '.join(sorted(set(METHODS.values())))}.",
    )


def check_quantization(request: Request, config: dict[str, Any]) -> dict[str, Any] | None:
    """What the configuration says, once it agrees with the plan.

    Raises a fault of the input, code quantization-differs.
    """
    found, planned = configured(config), request.quantization
    if found == (None if planned is None else {"method": planned["method"], "bits": planned["bits"]}):
        return found
    mend = (
        "Leave quantization out of the submission."
        if found is None
        else f"Write quantization: {{ method: {found['method']}, bits: {found['bits']} }} into the submission."
    )
    raise input_fault(
        "quantization-differs",
        f"The checkpoint is {named(found)} by its config.json; the plan says {named(planned)}.",
        mend,
    )


def named(quantization: dict[str, Any] | None) -> str:
    """Method and bits for people and for the record."""
    return "not quantised" if quantization is None else f"{quantization['method']}, {quantization['bits']} bits"
