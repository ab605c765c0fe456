"""A Python without the worker's requirements, and defects, are told for what they are."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from conftest import load_message

from ai_energy_score_worker.session import fault_of

WORKER = Path(__file__).parent.parent


def test_a_python_without_the_requirements_is_told_with_the_way_to_install_them(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text('{"model_type": "llama"}')
    (tmp_path / "model.safetensors").write_bytes(one_weight())
    dataset = tmp_path / "rows.jsonl"
    dataset.write_text('{"text": "Seven spiders."}\n')
    told = answer_of_a_bare_python(load_message(tmp_path, "text-generation", tmp_path, dataset=dataset))
    assert told["code"] == "worker-not-installed", told
    python = told["message"].split(": ", 1)[1].split(" has no module ")[0]
    assert (told["type"], told["kind"], told["code"]) == ("error", "operator", "worker-not-installed")
    assert "has no module torch" in told["message"]
    assert told["mend"].startswith(
        f"{python} -m pip install --require-hashes -r {WORKER.resolve() / 'requirements.lock'}"
    )
    assert "--python" in told["mend"]


def one_weight() -> bytes:
    """A safetensors file with one number in it."""
    header = b'{"w": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}}'
    return len(header).to_bytes(8, "little") + header + bytes(4)


def answer_of_a_bare_python(message: dict[str, Any]) -> dict[str, Any]:
    """What the worker says to a message where its Python has the standard library alone."""
    # -S leaves out site-packages, of a virtual environment as well.
    command = [sys.executable, "-I", "-S", "-B", str(WORKER)]
    # Its input stays open, since the end of it is the end of the worker.
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdin is not None
        assert worker.stdout is not None
        worker.stdin.write(f"{json.dumps(message)}\n")
        worker.stdin.flush()
        lines = worker.stdout.read().splitlines()
        assert worker.wait(60) == 1
    return json.loads(lines[-1])


def test_another_version_of_a_requirement_is_told_as_not_installed() -> None:
    told = fault_of(ImportError("cannot import name 'AutoTokenizer' from 'transformers'", name="transformers"))
    assert (told.kind, told.code) == ("operator", "worker-not-installed")
    assert "cannot import name 'AutoTokenizer'" in told.message


def test_a_defect_is_told_with_its_file_and_line() -> None:
    try:
        [].pop()
    except IndexError as error:
        told = fault_of(error)
    assert (told.kind, told.code) == ("internal", "worker-broken")
    assert told.message.startswith("IndexError: pop from empty list (tests/test_not_installed.py:")
    assert "log" not in (told.mend or "")
