"""A model's folder as it lies on disk, looked at before any library loads it."""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .faults import Fault, input_fault

# Weights that are, or may hold, pickles. The worker opens none of them.
OTHER_WEIGHTS = (".bin", ".pt", ".pth", ".ckpt", ".pkl", ".h5", ".msgpack", ".gguf", ".onnx")

# Keys by which a configuration asks a library to import code of the repository.
CODE_KEYS = frozenset({"auto_map", "custom_pipelines"})

LONGEST_HEADER = 100 * 1024 * 1024


@dataclass(frozen=True)
class Weights:
    """Number of values of each format, as the headers of the safetensors files tell."""

    # F32, F16, BF16, I8, … -> values
    values: Counter[str]
    bytes: int

    def floats(self) -> int:
        """Values in formats that loading converts to the wanted precision."""
        return sum(count for name, count in self.values.items() if name in ("F64", "F32", "F16", "BF16"))


def read_config(folder: Path, name: str = "config.json") -> dict[str, Any]:
    """A configuration file as an object.

    Raises faults of the input: model-config-unreadable, remote-code-needed
    """
    try:
        config = json.loads((folder / name).read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise config_fault(name, str(error)) from error
    if not isinstance(config, dict):
        raise config_fault(name, "it is no JSON object")
    if names_code(config):
        raise remote_code_fault(f"its {name} names code of its own")
    return config


def config_fault(name: str, why: str) -> Fault:
    """The fault of a configuration that cannot be read."""
    return input_fault(
        "model-config-unreadable",
        f"The model's {name} cannot be read: {why}.",
        f"The model needs a {name} beside its weights.",
    )


def remote_code_fault(why: str) -> Fault:
    """The fault of a model that runs code of its repository."""
    return input_fault(
        "remote-code-needed",
        f"The model needs code of its repository: {why}.",
        "Submit a checkpoint whose architecture is part of transformers or diffusers, without auto_map.",
    )


def names_code(value: Any) -> bool:
    """Whether a configuration names custom code at any depth."""
    if isinstance(value, dict):
        return any(key in CODE_KEYS or names_code(inner) for key, inner in value.items())
    return isinstance(value, list) and any(names_code(inner) for inner in value)


def read_weights(folder: Path) -> Weights:
    """Reads the headers of the weights of one network.

    Raises faults of the input: weights-missing, weights-not-safetensors, weights-unreadable
    """
    files = weight_files(folder)
    values: Counter[str] = Counter()
    size = 0
    for file in files:
        size += file.stat().st_size
        for tensor in header_of(file).values():
            count = 1
            for length in tensor["shape"]:
                count *= length
            values[tensor["dtype"]] += count
    return Weights(values, size)


def weight_files(folder: Path) -> list[Path]:
    """The safetensors files of one network: one file, or all shards of its index."""
    for single in ("model.safetensors", "diffusion_pytorch_model.safetensors"):
        if (folder / single).is_file():
            return [folder / single]
        index = folder / f"{single}.index.json"
        if index.is_file():
            return shards_of(index)
    # Named by a variant, or by a library of its own.
    found = sorted(folder.glob("*.safetensors"))
    if found:
        return found
    raise no_weights(folder)


def no_weights(folder: Path) -> Fault:
    """The fault of a folder without safetensors."""
    others = sorted(file.name for file in folder.rglob("*") if file.name.endswith(OTHER_WEIGHTS))
    if others:
        return input_fault(
            "weights-not-safetensors",
            f"The model has no safetensors, only {', '.join(others[:4])}.",
            "Convert the weights to safetensors: pickles can run code when they are opened.",
        )
    return input_fault(
        "weights-missing", "The model's folder has no weights.", "Add the safetensors files to the repository."
    )


def shards_of(index: Path) -> list[Path]:
    """The files an index names, all of which have to be there."""
    try:
        names = sorted(set(json.loads(index.read_text("utf-8"))["weight_map"].values()))
        safe = all(isinstance(name, str) and Path(name).name == name for name in names)
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise unreadable(index, str(error)) from error
    if not safe:
        raise unreadable(index, "it names files outside of its folder")
    missing = [name for name in names if not (index.parent / name).is_file()]
    if missing:
        raise input_fault(
            "weights-missing",
            f"{index.name} names {len(missing)} of {len(names)} files that are not there: {', '.join(missing[:4])}.",
            "Complete the repository, or download it anew.",
        )
    return [index.parent / name for name in names]


def header_of(file: Path) -> dict[str, dict[str, Any]]:
    """The tensors of a safetensors file: name -> {dtype, shape, data_offsets}."""
    try:
        with file.open("rb") as content:
            length = int.from_bytes(content.read(8), "little")
            if not 0 < length <= LONGEST_HEADER:
                raise ValueError("it does not begin as such a file does")
            header = json.loads(content.read(length))
            header.pop("__metadata__", None)
            end = max((tensor["data_offsets"][1] for tensor in header.values()), default=0)
            if file.stat().st_size != 8 + length + end:
                raise ValueError(f"it has {file.stat().st_size} bytes where its header tells of {8 + length + end}")
    except (OSError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as error:
        raise unreadable(file, str(error)) from error
    return header


def unreadable(file: Path, why: str) -> Fault:
    """The fault of weights that are damaged."""
    return input_fault(
        "weights-unreadable",
        f"{file.name} cannot be read as safetensors: {why}.",
        "Download it anew, or write it anew with safetensors.",
    )
