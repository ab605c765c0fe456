"""The devices that a model runs on: which there are, what they are called, how much is free, when they are done."""

import os
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path

import torch

from .faults import operator_fault

CPU = "cpu"


def visible_gpus() -> list[int]:
    """Numbers of the GPUs that PyTorch sees; empty on a machine without.

    Raises a fault of the operator, code gpu-not-usable, where GPUs were given and PyTorch cannot use them: a run on the
    CPU in their place would be another measurement.
    """
    if torch.cuda.is_available():
        return list(range(torch.cuda.device_count()))
    given = os.environ.get("CUDA_VISIBLE_DEVICES", "")
    if given not in ("", "-1", "NoDevFiles"):
        raise operator_fault(
            "gpu-not-usable",
            f"The worker was given the GPUs {given}, but PyTorch {torch.__version__} can use none.",
            "Check the driver's version, that the GPU's device nodes are in the sandbox, and that PyTorch is a CUDA build.",
        )
    return []


def gpu_uuid(gpu: int) -> str:
    """A GPU's UUID as NVML writes it."""
    uuid = str(torch.cuda.get_device_properties(gpu).uuid)
    return uuid if uuid.startswith(("GPU-", "MIG-")) else f"GPU-{uuid}"


def device_name(gpus: Sequence[int]) -> str:
    """The device of a run: cpu, or cuda: and the UUIDs of the GPUs that the model uses."""
    return f"cuda:{','.join(gpu_uuid(gpu) for gpu in gpus)}" if gpus else CPU


def inference() -> AbstractContextManager[None]:
    """A context in which nothing is recorded for gradients."""
    return torch.inference_mode()


def synchronise(gpus: Sequence[int]) -> None:
    """Waits until each GPU has done all that was asked of it. The CPU has by then."""
    for gpu in gpus:
        torch.cuda.synchronize(gpu)


def free_gpu_bytes(gpu: int) -> tuple[int, int]:
    """Free and total memory of a GPU, in bytes."""
    free, total = torch.cuda.mem_get_info(gpu)
    return free, total


def free_host_bytes() -> int | None:
    """Memory that this process may still take, in bytes; None where nothing tells."""
    bounds = [available_bytes(), *(bound - used for bound, used in cgroup_bytes())]
    known = [bound for bound in bounds if bound is not None]
    return max(0, min(known)) if known else None


def available_bytes() -> int | None:
    """MemAvailable of the machine."""
    try:
        for line in Path("/proc/meminfo").read_text().splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    except (OSError, ValueError, IndexError):
        pass  # A system without /proc: nothing tells.
    return None


def cgroup_bytes() -> list[tuple[int, int]]:
    """Bound and use of the memory group of this process, where there is one."""
    folder = Path("/sys/fs/cgroup")
    try:
        return [(int((folder / "memory.max").read_text()), int((folder / "memory.current").read_text()))]
    except (OSError, ValueError):
        return []  # No group, or one without a bound, which reads "max".
