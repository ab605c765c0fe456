"""What the runner's load message asks for."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .faults import internal_fault


@dataclass(frozen=True)
class Request:
    """The parts of a plan that the worker acts on, and where the files lie."""

    model_folder: Path
    processor_folder: Path
    dataset_file: Path
    model_id: str
    task: str
    phases: tuple[str, ...]
    columns: tuple[str, ...]
    precision: str
    # {"method", "bits"} of a quantised checkpoint, or None.
    quantization: dict[str, Any] | None
    # A, B, C, or None where classes do not apply or nothing tells.
    model_class: str | None
    reasoning_state: str
    reasoning_effort: str | None
    # Per query; None where the task makes no tokens.
    new_tokens: int | None
    exact_new_tokens: bool
    # Diffusion steps per image, or None.
    inference_steps: int | None

    @property
    def generates(self) -> bool:
        """Whether the plan measures the making of tokens."""
        return "generate" in self.phases or "prefill" in self.phases


def request_of(message: dict[str, Any]) -> Request:
    """Reads a load message.

    Raises a fault of ours, code load-message, for a message that lacks a part of the plan.
    """
    try:
        plan = message["plan"]
        model, generation = plan["model"], plan["generation"]
        return Request(
            model_folder=Path(message["modelFolder"]),
            processor_folder=Path(message["processorFolder"] or message["modelFolder"]),
            dataset_file=Path(message["datasetFile"]),
            model_id=model["id"],
            task=plan["task"],
            phases=tuple(plan["phases"]),
            columns=tuple(plan["dataset"]["columns"]),
            precision=model["precision"],
            quantization=model["quantization"],
            model_class=model["class"],
            reasoning_state=plan["reasoning"]["state"],
            reasoning_effort=plan["reasoning"]["effort"],
            new_tokens=generation["newTokens"],
            exact_new_tokens=generation["exactNewTokens"],
            inference_steps=generation["inferenceSteps"],
        )
    except (KeyError, TypeError) as error:
        raise internal_fault("load-message", f"The runner's load message cannot be read: {error!r}.") from error
