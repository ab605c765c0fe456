"""Errors that tell whose they are, by which name they go, and how to mend them."""

from collections.abc import Iterator
from typing import Any, Literal

Kind = Literal["input", "operator", "internal"]

# What the runner takes of a text, less what marks a cut.
LONGEST_TEXT = 1990


class Fault(Exception):
    """A named error. input: the submitter can mend it; operator: who runs the machine; internal: we."""

    def __init__(self, kind: Kind, code: str, message: str, mend: str | None = None) -> None:
        super().__init__(message)
        self.kind = kind
        self.code = code
        self.message = message
        self.mend = mend

    def as_message(self) -> dict[str, Any]:
        """The protocol's error message."""
        mend = None if self.mend is None else cut(self.mend)
        return {"type": "error", "kind": self.kind, "code": self.code, "message": cut(self.message), "mend": mend}


def input_fault(code: str, message: str, mend: str | None = None) -> Fault:
    """The input is at fault."""
    return Fault("input", code, message, mend)


def operator_fault(code: str, message: str, mend: str | None = None) -> Fault:
    """The machine or its settings are at fault."""
    return Fault("operator", code, message, mend)


def internal_fault(code: str, message: str, mend: str | None = None) -> Fault:
    """A defect of this program."""
    return Fault("internal", code, message, mend)


def said(error: BaseException) -> str:
    """What an exception says, on one line; its type where it says nothing."""
    text = " ".join(str(error).split())
    return text if text else type(error).__name__


def cut(text: str) -> str:
    """A text no longer than the runner takes, counted as it counts: in UTF-16 units."""
    if len(text.encode("utf-16-le", "replace")) // 2 <= LONGEST_TEXT:
        return text
    return text.encode("utf-16-le", "replace")[: LONGEST_TEXT * 2].decode("utf-16-le", "ignore") + "…"


def causes(error: BaseException) -> Iterator[BaseException]:
    """An exception and what it came from."""
    seen: list[BaseException] = []
    current: BaseException | None = error
    while current is not None and current not in seen:
        yield current
        seen.append(current)
        current = current.__cause__ or current.__context__


def memory_fault(error: BaseException, doing: str) -> Fault | None:
    """The fault of an exception that says memory ran out, of the GPU or of the host; None for any other."""
    for cause in causes(error):
        text = str(cause)
        if type(cause).__name__ == "OutOfMemoryError" or "CUDA out of memory" in text:
            return input_fault(
                "out-of-memory",
                f"The GPU's memory ran out while {doing}: {said(cause)}",
                "Use a GPU with more memory, a quantised checkpoint, or, above 66 billion parameters, class C over several GPUs.",
            )
        if isinstance(cause, MemoryError) or "not enough memory" in text or "can't allocate memory" in text:
            return operator_fault(
                "out-of-memory",
                f"The machine's memory ran out while {doing}: {said(cause)}",
                "Give the worker more memory, or use a smaller model.",
            )
    return None
