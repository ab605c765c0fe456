"""Rows and their digest. tests/integration/worker-protocol.test.ts compares both with the runner's."""

import json
from pathlib import Path

import pytest
from conftest import code_of

from ai_energy_score_worker.faults import Fault
from ai_energy_score_worker.rows import read_queries


def written(folder: Path, text: str) -> Path:
    """A data set with this text."""
    file = folder / "rows.jsonl"
    file.write_text(text, "utf-8")
    return file


def test_blank_lines_and_rows_with_a_blank_column_are_no_queries(tmp_path: Path) -> None:
    file = written(tmp_path, '{"text":"a"}\n\n  \t\n{"text":" \\u00a0"}\n{"text":"b","more":1}\r\n')
    assert read_queries(file, ["text"]).rows == [{"text": "a"}, {"text": "b"}]


def test_a_files_content_stands_in_the_digest_for_its_path(tmp_path: Path) -> None:
    (tmp_path / "one.png").write_bytes(b"same")
    (tmp_path / "other.png").write_bytes(b"same")
    one = read_queries(written(tmp_path, '{"image":"one.png"}'), ["image"])
    other = read_queries(written(tmp_path, '{"image":"other.png"}'), ["image"])
    assert one.rows_sha256 == other.rows_sha256


@pytest.mark.parametrize(
    ("text", "columns", "code", "says"),
    [
        ('{"text":"a"}\nnot json', ["text"], "dataset-bad-json", "rows.jsonl:2"),
        ('{"text":NaN}', ["text"], "dataset-bad-json", "rows.jsonl:1"),
        ('{"text":"\\ud800"}', ["text"], "dataset-bad-json", "rows.jsonl:1"),
        ("[1]", ["text"], "dataset-not-a-row", "has to be a JSON object"),
        (
            '{"question":"a"}',
            ["question", "context"],
            "dataset-missing-column",
            '"context" is missing; the line has "question"',
        ),
        ('{"text":1}', ["text"], "dataset-column-type", "has to be a string"),
        ('{"image":"../secret"}', ["image"], "dataset-unsafe-path", "not a path below"),
        ('{"image":"none.png"}', ["image"], "dataset-missing-file", "none.png cannot be read"),
        ("\n", ["text"], "dataset-empty", "has no rows"),
    ],
)
def test_a_bad_row_is_told_with_its_place(tmp_path: Path, text: str, columns: list[str], code: str, says: str) -> None:
    with pytest.raises(Fault) as error:
        read_queries(written(tmp_path, text), columns)
    assert code_of(error) == f"input/{code}"
    assert says in error.value.message
    assert error.value.mend


def test_a_number_too_long_for_python_is_still_json(tmp_path: Path) -> None:
    file = written(tmp_path, json.dumps({"text": "a"})[:-1] + ', "n": ' + "1" * 5000 + "}")
    assert len(read_queries(file, ["text"]).rows) == 1
