"""One conversation with the runner: load, warm up, run phases."""

import os
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from . import __version__
from .channel import Channel, Message
from .faults import Fault, internal_fault, memory_fault, operator_fault, said
from .load import LOAD_STEPS, Loaded, load
from .phases import Preparation, prepare_all, run_passes
from .warm_up import WARM_UP_QUERIES, warm_up

# Least time between two progress messages, in seconds.
PROGRESS_INTERVAL = 0.2


def serve_or_tell(channel: Channel) -> None:
    """Serves one plan; whatever goes wrong is told by name before the process ends."""
    try:
        serve(channel)
    except BaseException as error:
        traceback.print_exc(file=sys.stderr)
        sys.stderr.flush()
        channel.send(fault_of(error).as_message())
        # Threads of libraries may still run; nothing of them is wanted.
        os._exit(1)


def fault_of(error: BaseException) -> Fault:
    """The fault of whatever was raised."""
    if isinstance(error, Fault):
        return error
    if isinstance(error, ImportError):
        return not_installed(error)
    return memory_fault(error, "running the model") or internal_fault(
        "worker-broken",
        f"{type(error).__name__}: {said(error)}{place_of(error)}",
        "Report it with this message, the model and the task.",
    )


def not_installed(error: ImportError) -> Fault:
    """The fault of a Python without the worker's requirements, or with other versions of them."""
    python = sys.executable or "this Python"
    lacking = f"{python} has no module {error.name}" if isinstance(error, ModuleNotFoundError) and error.name else ""
    lock = Path(__file__).resolve().parent.parent / "requirements.lock"
    return operator_fault(
        "worker-not-installed",
        f"The worker's requirements are not installed: {lacking or f'{python} says: {said(error)}'}.",
        f"{python} -m pip install --require-hashes -r {lock}; or name another Python with --python.",
    )


def place_of(error: BaseException) -> str:
    """Where an exception was raised: file and line of its last frame."""
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return ""
    # The folder tells which library it is; what is above it is the machine's own.
    file = "/".join(Path(frames[-1].filename).parts[-2:])
    return f" ({file}:{frames[-1].lineno})"


def serve(channel: Channel) -> None:
    """Loads what the first message names, then warms up and runs phases as the runner asks. Never returns by itself."""
    first = channel.receive()
    if first["type"] != "load":
        raise unexpected(first, "load")
    loaded = load(first, progress_sender(channel, "load", LOAD_STEPS))
    loaded.synchronise()
    channel.send(ready_message(loaded))
    with loaded.inference():
        answer_runner(channel, loaded)


def answer_runner(channel: Channel, loaded: Loaded) -> None:
    """Does what the runner asks of a loaded model."""
    preparation: Preparation | None = None
    while True:
        message = channel.receive()
        if message["type"] == "warm-up":
            warm(channel, loaded, message["maximumSeconds"])
        elif message["type"] == "run":
            preparation = run_phase(channel, loaded, message, preparation)
        else:
            raise unexpected(message, "warm-up or run")


def ready_message(loaded: Loaded) -> Message:
    """The message that tells what was loaded."""
    return {
        "type": "ready",
        "backend": f"transformers@{__version__}",
        "runtime": loaded.runtime,
        "device": loaded.device,
        "parameters": loaded.parameters,
        "rows": len(loaded.queries.rows),
        "rowsSha256": loaded.queries.rows_sha256,
        "applied": loaded.applied,
    }


def warm(channel: Channel, loaded: Loaded, maximum_seconds: float) -> None:
    """Warms up and tells of it."""
    progress = progress_sender(channel, "warm-up", WARM_UP_QUERIES)
    queries, seconds = warm_up(
        loaded.request, loaded.answering, loaded.queries.rows, maximum_seconds, loaded.synchronise, progress
    )
    channel.send({"type": "warm", "queries": queries, "seconds": seconds})


def run_phase(channel: Channel, loaded: Loaded, message: Message, earlier: Preparation | None) -> Preparation:
    """Runs one phase between its two edges. At each of them the device is done and nothing happens until the runner says go."""
    phase, rows = message["phase"], loaded.queries.rows
    if phase not in loaded.request.phases:
        raise internal_fault("phase-not-planned", f"The runner asked for the phase {phase}, which is not in the plan.")
    if message.get("concurrency", 1) != 1:
        raise internal_fault("concurrency-not-offered", "This backend answers one query at a time.")
    # The prefill pass may come before any preprocess phase; its inputs are then made outside of the measured window.
    preparation = earlier
    if preparation is None:
        preparation = [None] * len(rows) if phase == "preprocess" else prepare_all(loaded.answering, rows)
    progress = progress_sender(channel, phase, len(rows))
    loaded.synchronise()
    channel.send({"type": "edge", "phase": phase, "edge": "start"})
    go(channel)
    counts = run_passes(
        loaded.request,
        loaded.answering,
        rows,
        phase,
        message["minimumSeconds"],
        preparation,
        progress,
        loaded.synchronise,
    )
    loaded.synchronise()
    channel.send({"type": "edge", "phase": phase, "edge": "end", **counts.as_fields()})
    go(channel)
    channel.send({"type": "done", "phase": phase})
    return preparation


def go(channel: Channel) -> None:
    """Waits for the runner's word at an edge."""
    message = channel.receive()
    if message["type"] != "go":
        raise unexpected(message, "go")


def progress_sender(channel: Channel, phase: str, of: int) -> Callable[[int], None]:
    """Sends progress about five times a second."""
    latest = float("-inf")

    def send(done: int) -> None:
        nonlocal latest
        now = time.perf_counter()
        if now - latest < PROGRESS_INTERVAL:
            return
        latest = now
        channel.send({"type": "progress", "phase": phase, "done": done, "of": of})

    return send


def unexpected(message: Message, wanted: str) -> Any:
    """The fault of a message out of turn."""
    return internal_fault("protocol-order", f"The runner said {message['type']} where {wanted} was due.")
