"""What the process is to the system around it: offline, without a home folder, and gone with its parent."""

import ctypes
import os
import signal
import sys
import tempfile
from pathlib import Path

OFFLINE = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_DATASETS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "HF_HUB_DISABLE_XET": "1",
    "USE_HUB_KERNELS": "0",
    "DIFFUSERS_OFFLINE": "1",
    # One query at a time: threads of the tokenizer would only wait for each other.
    "TOKENIZERS_PARALLELISM": "false",
}

# Libraries look for a home folder at import; a sandbox has none, and a read-only root takes no cache.
CACHES = {
    "HF_HOME": "hf",
    "XDG_CACHE_HOME": "cache",
    "TORCHINDUCTOR_CACHE_DIR": "inductor",
    "TRITON_CACHE_DIR": "triton",
    "CUDA_CACHE_PATH": "cuda",
    "NUMBA_CACHE_DIR": "numba",
    "MPLCONFIGDIR": "matplotlib",
}

PR_SET_PDEATHSIG = 1


def seal_environment() -> None:
    """Forbids the libraries every look at the network, and puts their caches below the temporary folder."""
    os.environ.update(OFFLINE)
    scratch = Path(tempfile.gettempdir()) / "ai-energy-score-worker"
    for name, folder in CACHES.items():
        os.environ[name] = str(scratch / folder)
    # getpass.getuser fails for a user without a name, and libraries ask it.
    os.environ.setdefault("LOGNAME", "worker")


def die_with_parent() -> None:
    """On Linux, has the kernel kill this process when its parent ends, however that comes about."""
    if sys.platform != "linux":
        return
    parent = os.getppid()
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(0)
