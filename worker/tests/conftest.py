"""What the tests share: the tiny models, made once, and requests as the runner writes them."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ai_energy_score_worker.environment import seal_environment

seal_environment()


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with models/ and datasets/: the one TINY_MODELS names, or one that is made for these tests."""
    from tiny_datasets import write_datasets
    from tiny_models import MODELS, write_model

    given = os.environ.get("TINY_MODELS")
    if given:
        yield Path(given)
        return
    root = tmp_path_factory.mktemp("tiny")
    write_datasets(root / "datasets")
    for name in MODELS:
        write_model(name, root / "models")
    yield root


GENERATING = ["preprocess", "prefill", "generate"]
FORWARD = ["preprocess", "forward"]

# Columns, phases, new tokens, whether exactly so many, diffusion steps: as the runner's table has them.
TASKS: dict[str, dict[str, Any]] = {
    "text-generation": {"columns": ["text"], "phases": GENERATING, "new_tokens": 10},
    "reasoning": {"columns": ["text"], "phases": GENERATING, "new_tokens": 8192, "exact": False, "state": "on"},
    "summarization": {"columns": ["text"], "phases": FORWARD},
    "question-answering": {"columns": ["question", "context"], "phases": FORWARD},
    "text-classification": {"columns": ["text"], "phases": FORWARD},
    "sentence-similarity": {"columns": ["sentence1", "sentence2"], "phases": FORWARD},
    "image-classification": {"columns": ["image"], "phases": FORWARD},
    "object-detection": {"columns": ["image"], "phases": FORWARD},
    "automatic-speech-recognition": {"columns": ["audio"], "phases": GENERATING, "new_tokens": 100},
    "text-to-image": {"columns": ["prompt"], "phases": ["preprocess", "call"], "steps": 30},
    "image-to-text": {"columns": ["image"], "phases": GENERATING, "new_tokens": 100},
}


def load_message(root: Path, task: str, model: str | Path, **changes: Any) -> dict[str, Any]:
    """The runner's load message for a task and a tiny model, with changes of the plan."""
    is_path = isinstance(model, Path)
    plan = {**TASKS[task], **changes}
    return {
        "type": "load",
        "modelFolder": str(model if is_path else root / "models/tiny-random" / model),
        "processorFolder": None if plan.get("processor") is None else str(plan["processor"]),
        "datasetFile": str(plan.get("dataset") or root / "datasets" / f"{task}.jsonl"),
        "plan": {
            "task": task,
            "phases": plan["phases"],
            "model": {
                "id": f"tiny-random/{Path(model).name}",
                "precision": plan.get("precision", "float32"),
                "quantization": plan.get("quantization"),
                "class": plan.get("model_class"),
            },
            "reasoning": {"state": plan.get("state", "off"), "effort": plan.get("effort")},
            "dataset": {"columns": plan["columns"]},
            "generation": {
                "newTokens": plan.get("new_tokens"),
                "exactNewTokens": plan.get("new_tokens") is not None and plan.get("exact", True),
                "inferenceSteps": plan.get("steps"),
            },
        },
    }


def code_of(error: pytest.ExceptionInfo[Any]) -> str:
    """The code of a fault that was raised."""
    return f"{error.value.kind}/{error.value.code}"


sys.path.insert(0, str(Path(__file__).parent))
