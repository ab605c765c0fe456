"""The measured phases: whole passes over every query."""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .faults import Fault, internal_fault, memory_fault, said
from .query import Answering, Query
from .request import Request
from .rows import Row

# What the latest preprocess made of each row; None where it failed.
Preparation = list[Query | None]

# Tokens that the prefill pass makes for each query.
PREFILL_TOKENS = 1

# Called with the number of queries done in the current pass, also while one of them takes long.
OnProgress = Callable[[int], None]


@dataclass
class Counts:
    """What one phase did, over all its passes."""

    passes: int = 0
    queries: int = 0
    failed_queries: int = 0
    # None until a query tells a number: where the task has no tokens, or the phase makes none.
    input_tokens: int | None = None
    output_tokens: int | None = None

    def add(self, input_tokens: int | None, output_tokens: int | None) -> None:
        """Takes in one query that was answered."""
        self.input_tokens = added(self.input_tokens, input_tokens)
        self.output_tokens = added(self.output_tokens, output_tokens)

    def as_fields(self) -> dict[str, int | None]:
        """The fields of the message at the phase's end."""
        return {
            "passes": self.passes,
            "queries": self.queries,
            "failedQueries": self.failed_queries,
            "inputTokens": self.input_tokens,
            "outputTokens": self.output_tokens,
        }


def added(total: int | None, more: int | None) -> int | None:
    """A sum that stays None as long as nothing is added."""
    return total if more is None else (total or 0) + more


def run_passes(
    request: Request,
    answering: Answering,
    rows: list[Row],
    phase: str,
    minimum_seconds: float,
    preparation: Preparation,
    on_progress: OnProgress,
    synchronise: Callable[[], None],
) -> Counts:
    """Answers every query, pass after pass, until the time is reached: whole passes, one at least.

    preparation: where preprocess leaves what it made, and where the other phases take their inputs from.
    Raises code out-of-memory; any other failure of a query is counted.
    """
    answer = answer_of(request, answering, rows, phase, preparation)
    counts = Counts()
    end = time.perf_counter() + minimum_seconds
    while counts.passes == 0 or time.perf_counter() < end:
        for row in range(len(rows)):
            try:
                counts.add(*answer(row, lambda row=row: on_progress(row)))
            except Exception as error:
                counts.failed_queries += 1
                report_failure(phase, row, error)
            counts.queries += 1
            on_progress(row + 1)
        # Whether the time is reached is known only once the device is done.
        synchronise()
        counts.passes += 1
    return counts


def prepare_all(answering: Answering, rows: list[Row]) -> Preparation:
    """Prepares every row once, outside of any measured phase."""
    preparation: Preparation = []
    for index, row in enumerate(rows):
        try:
            preparation.append(answering.prepare(row))
        except Exception as error:
            report_failure("preprocess", index, error)
            preparation.append(None)
    return preparation


def report_failure(phase: str, row: int, error: Exception) -> None:
    """Tells of a query that failed, on standard error: the runner makes the result invalid.

    Raises code out-of-memory where memory ran out: the queries after it would fail alike.
    """
    no_memory = memory_fault(error, f"answering query {row + 1} in the phase {phase}")
    if no_memory is not None:
        raise no_memory from error
    code = f"{error.code}: " if isinstance(error, Fault) else ""
    print(f"{phase}: query {row + 1} failed: {code}{said(error)}", file=sys.stderr, flush=True)


Tokens = tuple[int | None, int | None]


def answer_of(
    request: Request, answering: Answering, rows: list[Row], phase: str, preparation: Preparation
) -> Callable[[int, Callable[[], None]], Tokens]:
    """How a phase answers the query of a row: a function of it and of what to call after each new token."""

    def prepared(row: int) -> Query:
        query = preparation[row]
        if query is None:
            raise internal_fault("query-not-prepared", "The row could not be prepared.")
        return query

    def preprocess(row: int, _: Any) -> Tokens:
        preparation[row] = None
        query = answering.prepare(rows[row])
        preparation[row] = query
        return query.input_tokens, None

    def forward(row: int, _: Any) -> Tokens:
        query = prepared(row)
        answering.forward(query)
        return query.input_tokens, None

    def call(row: int, _: Any) -> Tokens:
        query = prepared(row)
        answering.call(query, request.inference_steps)
        return query.input_tokens, None

    wanted = PREFILL_TOKENS if phase == "prefill" else (request.new_tokens or PREFILL_TOKENS)

    def generate(row: int, on_token: Callable[[], None]) -> Tokens:
        query = prepared(row)
        made = answering.generate(query, wanted, request.exact_new_tokens, on_token)
        if made > wanted or (request.exact_new_tokens and made != wanted):
            raise internal_fault("token-count", f"It made {made} new tokens where the task fixes {wanted}.")
        return query.input_tokens, made

    return {"preprocess": preprocess, "forward": forward, "call": call, "prefill": generate, "generate": generate}[
        phase
    ]
