"""Versions of the libraries that infer."""

from importlib.metadata import PackageNotFoundError, version

import torch

SHARED = ("transformers", "accelerate")
OF_TASK = {"text-to-image": ("diffusers",)}


def versions(task: str) -> list[str]:
    """<name>@<version> of each, PyTorch with its build."""
    told = [f"torch@{torch.__version__}"]
    for name in (*OF_TASK.get(task, ()), *SHARED):
        try:
            told.append(f"{name}@{version(name)}")
        except PackageNotFoundError:
            continue
    return told
