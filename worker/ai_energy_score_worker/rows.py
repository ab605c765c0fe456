"""The data set: JSON Lines read into rows, and the digest of their content. The runner reads them by the same rules."""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from .faults import Fault, input_fault

Row = dict[str, str]

FILE_COLUMNS = frozenset({"image", "audio"})

# What JavaScript's trim() takes off. Python's strip() takes other characters.
BLANKS = "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"

# The runner's expression, with what a dot and a dollar mean in JavaScript written out.
RELATIVE_PATH = re.compile(r"(?!/)(?![^\n\r\u2028\u2029]*(?:^|/)\.{1,2}(?:/|\Z))[^\\\0:]+")


@dataclass(frozen=True)
class Queries:
    """The queries of a run in order, the folder of the files they name, and the digest of their content."""

    rows: list[Row]
    rows_sha256: str
    folder: Path


def read_queries(file: Path, columns: Sequence[str]) -> Queries:
    """Reads every row of a data set and digests every file it names.

    Raises faults of the input, located as <file>:<line>: dataset-bad-json, dataset-not-a-row, dataset-missing-column,
    dataset-column-type, dataset-unsafe-path, dataset-empty, dataset-missing-file
    """
    try:
        content = file.read_bytes()
    except OSError as error:
        raise input_fault(
            "dataset-unreadable",
            f"The data set {file.name} cannot be read: {error.strerror}.",
            "Name a JSON Lines file.",
        ) from error
    placed = parse_rows(content.decode("utf-8", "replace"), file.name, columns)
    digests = [row_sha256(row, file.parent, f"{file.name}:{line}") for line, row in placed]
    return Queries([row for _, row in placed], sha256("".join(digests).encode()), file.parent)


def parse_rows(text: str, place: str, columns: Sequence[str]) -> list[tuple[int, Row]]:
    """Rows with their line numbers. Lines without text are no rows, and a row with a blank column is no query."""
    placed = []
    for number, written in enumerate(text.split("\n"), start=1):
        if not written.strip(BLANKS):
            continue
        row = row_of(written, f"{place}:{number}", columns)
        if all(row[column].strip(BLANKS) for column in columns):
            placed.append((number, row))
    if not placed:
        raise input_fault(
            "dataset-empty",
            f"{place}:1: the data set has no rows.",
            f"Write one JSON object a line with {listed(columns)}.",
        )
    return placed


def row_of(written: str, place: str, columns: Sequence[str]) -> Row:
    """One line's cells of the named columns."""
    value = json_of(written, place)
    if not isinstance(value, dict):
        raise input_fault(
            "dataset-not-a-row", f"{place}: a line has to be a JSON object.", f"Write an object with {listed(columns)}."
        )
    return {column: cell_of(value, column, place, columns) for column in columns}


def cell_of(value: dict[str, Any], column: str, place: str, columns: Sequence[str]) -> str:
    """The text of one cell, checked."""
    if column not in value:
        raise input_fault(
            "dataset-missing-column",
            f'{place}: the column "{column}" is missing; the line has {listed(list(value))}.',
            f"Give every line {listed(columns)}.",
        )
    cell = value[column]
    if not isinstance(cell, str):
        raise input_fault(
            "dataset-column-type",
            f'{place}: the column "{column}" has to be a string.',
            f'Write "{column}" as a JSON string.',
        )
    if column in FILE_COLUMNS and cell.strip(BLANKS) and RELATIVE_PATH.fullmatch(cell) is None:
        raise input_fault(
            "dataset-unsafe-path",
            f'{place}: "{cell}" is not a path below the data set\'s folder.',
            'Name the file by a relative path with forward slashes and without "..".',
        )
    return cell


def json_of(written: str, place: str) -> Any:
    """A line's JSON, as strict as JSON.parse."""
    try:
        value = json.loads(written, parse_constant=refuse_constant, parse_int=float)
        # A lone surrogate has no UTF-8 form, so it can be neither digested nor tokenised.
        json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise input_fault(
            "dataset-bad-json", f"{place}: the line is not JSON.", "Write one whole JSON object on one line."
        ) from error
    return value


def refuse_constant(name: str) -> NoReturn:
    """Python reads NaN and Infinity, which are no JSON."""
    raise ValueError(name)


def listed(names: Sequence[str]) -> str:
    """Names for a message."""
    return ", ".join(f'"{name}"' for name in names) if names else "no column"


def row_sha256(row: Row, folder: Path, place: str) -> str:
    """SHA-256 of a row's canonical JSON (RFC 8785), a file's SHA-256 standing in for its path."""
    content = {}
    for column, cell in row.items():
        content[column] = file_sha256(folder / cell, cell, place) if column in FILE_COLUMNS else cell
    return sha256(json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode())


def file_sha256(file: Path, path: str, place: str) -> str:
    """SHA-256 of a file that a row names."""
    try:
        return sha256(file.read_bytes())
    except (OSError, ValueError) as error:
        raise missing_file(path, place) from error


def missing_file(path: str, place: str) -> Fault:
    """The fault of a row that names a file which cannot be read."""
    return input_fault(
        "dataset-missing-file",
        f"{place}: the file {path} cannot be read.",
        "Put the file where the row says, relative to the data set.",
    )


def sha256(content: bytes) -> str:
    """SHA-256 as 64 lower-case hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()
