"""The two directions of the backend protocol: JSON lines on standard input and output."""

import json
import os
import queue
import threading
from collections.abc import Callable
from typing import Any

from .faults import Fault, internal_fault

Message = dict[str, Any]


class Channel:
    """Sends to the runner and receives from it. Ends the process at once when the runner says shutdown or has gone."""

    def __init__(self, input_descriptor: int, output_descriptor: int, when_gone: Callable[[], None]) -> None:
        self._input = input_descriptor
        self._output = output_descriptor
        self._when_gone = when_gone
        self._arrived: queue.SimpleQueue[Message | Fault] = queue.SimpleQueue()
        threading.Thread(target=self._listen, name="runner", daemon=True).start()

    def send(self, message: Message) -> None:
        """Writes one message as one line."""
        rest = memoryview(json.dumps(message, allow_nan=False).encode() + b"\n")
        try:
            while rest:
                rest = rest[os.write(self._output, rest) :]
        except BrokenPipeError:
            self._when_gone()

    def receive(self) -> Message:
        """Waits for the runner's next message other than shutdown.

        Raises a fault of ours, code protocol-line, for a line that is no JSON object with a type.
        """
        message = self._arrived.get()
        if isinstance(message, Fault):
            raise message
        return message

    def _listen(self) -> None:
        with os.fdopen(self._input, "rb") as lines:
            for line in lines:
                if not line.strip():
                    continue
                message = message_of(line)
                if isinstance(message, dict) and message["type"] == "shutdown":
                    break
                self._arrived.put(message)
        self._when_gone()


def message_of(line: bytes) -> Message | Fault:
    """The message of a line, or the fault to raise where it is waited for."""
    try:
        message = json.loads(line)
    except ValueError:
        message = None
    if isinstance(message, dict) and isinstance(message.get("type"), str):
        return message
    return internal_fault("protocol-line", f"The runner sent a line that is no message: {line[:120]!r}.")


def standard_channel() -> Channel:
    """Takes standard input and output for the protocol.

    Whatever else writes to standard output from here on, C libraries included, writes to standard error.
    """
    input_descriptor = os.dup(0)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    output_descriptor = os.dup(1)
    os.dup2(2, 1)
    # Nothing here is worth a clean end: files are read only, and the driver frees the device.
    return Channel(input_descriptor, output_descriptor, lambda: os._exit(0))
