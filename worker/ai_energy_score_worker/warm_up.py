"""Queries before anything is measured."""

import time
from collections.abc import Callable

from .faults import Fault, input_fault, memory_fault, said
from .query import Answering
from .request import Request
from .rows import Row

SHORT_QUERIES = 10
SHORT_TOKENS = 2
SHORT_STEPS = 2

# Queries of a warm-up that is not cut short.
WARM_UP_QUERIES = 1 + SHORT_QUERIES


def warm_up(
    request: Request,
    answering: Answering,
    rows: list[Row],
    maximum_seconds: float,
    synchronise: Callable[[], None],
    on_progress: Callable[[int], None],
) -> tuple[int, float]:
    """One full query, then ten short ones (2 new tokens, 2 diffusion steps, or one forward pass), going round the rows.

    maximum_seconds: no query starts after so many seconds, the first excepted.
    Gives the queries done and the seconds they took.
    Raises code first-query-failed, of the input: a model that cannot answer at all is told before anything is measured.
    """
    start = time.perf_counter()
    done = 0
    while done == 0 or (done < WARM_UP_QUERIES and time.perf_counter() - start < maximum_seconds):
        try:
            answer(request, answering, rows[done % len(rows)], done == 0, lambda done=done: on_progress(done))
            synchronise()
        except Fault:
            raise
        except Exception as error:
            no_memory = memory_fault(error, f"answering warm-up query {done + 1}")
            raise no_memory or cannot_answer(done, error) from error
        done += 1
        on_progress(done)
    return done, time.perf_counter() - start


def answer(request: Request, answering: Answering, row: Row, is_full: bool, on_token: Callable[[], None]) -> None:
    """Prepares and answers one query, wholly or shortly."""
    query = answering.prepare(row)
    if request.generates and answering.generate is not None:
        wanted = (
            (request.new_tokens or SHORT_TOKENS) if is_full else min(SHORT_TOKENS, request.new_tokens or SHORT_TOKENS)
        )
        answering.generate(query, wanted, request.exact_new_tokens, on_token)
    elif answering.call is not None:
        answering.call(query, (request.inference_steps or SHORT_STEPS) if is_full else SHORT_STEPS)
    elif answering.forward is not None:
        answering.forward(query)


def cannot_answer(done: int, error: Exception) -> Fault:
    """The fault of a model that fails in its warm-up."""
    unsupported = "not implemented for 'Half'" in str(error) or "not implemented for 'BFloat16'" in str(error)
    if unsupported:
        return input_fault(
            "precision-not-supported",
            f"The device cannot compute a part of the model at this precision: {said(error)}",
            "Write another precision into the submission, or run it on a GPU.",
        )
    return input_fault(
        "first-query-failed",
        f"The model cannot answer its warm-up query {done + 1}: {said(error)}",
        "Check the query, and that the model's tokenizer or processor belongs to its weights.",
    )
