"""A model that is ready to answer, and one query for it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .rows import Row


@dataclass(frozen=True)
class Query:
    """What preprocess makes of a row: inputs on the host, and their number of tokens, None where they are none."""

    inputs: dict[str, Any]
    input_tokens: int | None = None


OnToken = Callable[[], None]


@dataclass(frozen=True)
class Answering:
    """How a loaded model answers. What is None, this model does not do."""

    prepare: Callable[[Row], Query]
    # One pass through the network.
    forward: Callable[[Query], None] | None = None
    # (query, most new tokens, whether exactly so many, called after each token) -> tokens made.
    generate: Callable[[Query, int, bool, OnToken], int] | None = None
    # (query, diffusion steps)
    call: Callable[[Query, int], None] | None = None
    # Longest input in tokens, and whether a row is longer; both None where inputs are no tokens.
    maximum_input_tokens: int | None = None
    is_cut: Callable[[Row], bool] | None = None
    # {"state", "effort", "means"}, or None where the task has no prompts.
    reasoning: dict[str, Any] | None = None
    # Networks whose weights were loaded; more than one for a diffusion pipeline.
    networks: list[Any] = field(default_factory=list)

    def can(self, phase: str) -> bool:
        """Whether the model has what a phase needs."""
        needed = {"forward": self.forward, "prefill": self.generate, "generate": self.generate, "call": self.call}
        return phase == "preprocess" or needed.get(phase) is not None
