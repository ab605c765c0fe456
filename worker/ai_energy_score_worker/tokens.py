"""From texts to tokens: how long an input may be, and what is too long is cut off at its end."""

from collections.abc import Callable
from typing import Any

from .faults import input_fault
from .query import Query
from .request import Request
from .rows import Row

# Positions of a model whose configuration tells none.
UNKNOWN_POSITIONS = 512

# What configurations call the longest input.
POSITION_KEYS = ("max_position_embeddings", "n_positions", "n_ctx", "max_seq_len")


def positions_of(network: Any) -> int:
    """Positions that a network takes, 512 where its configuration tells none.

    Families of RoBERTa keep their first position ids for padding; those take no token.
    """
    config = network.config.get_text_config()
    told = [getattr(config, key, None) for key in POSITION_KEYS]
    known = [value for value in told if isinstance(value, int) and value > 0]
    positions = known[0] if known else UNKNOWN_POSITIONS
    for name, module in network.named_modules():
        padding = getattr(module, "padding_idx", None)
        if (
            name.endswith("position_embeddings")
            and padding is not None
            and getattr(module, "num_embeddings", None) == positions
        ):
            return positions - padding - 1
    return positions


def longest_input(request: Request, network: Any) -> int:
    """Most input tokens: the model's positions minus the new tokens.

    Where the new tokens are only bounded from above, and take more than half of the positions, inputs get the other half.
    Raises a fault of the input, code context-too-short.
    """
    positions, new_tokens = positions_of(network), request.new_tokens or 0
    if not request.exact_new_tokens:
        return max(positions - new_tokens, positions // 2, 1)
    if positions > new_tokens:
        return positions - new_tokens
    raise input_fault(
        "context-too-short",
        f"{request.model_id} takes {positions} tokens, and {request.task} makes {new_tokens} new ones of each input.",
        "Submit a model with a longer context.",
    )


def texts_of(row: Row, columns: tuple[str, ...], prefixes: tuple[str, ...] | None) -> list[str]:
    """The one or two texts that a row makes; with prefixes, one text of all columns."""
    cells = [row[column] for column in columns]
    if prefixes is None:
        return cells
    return ["".join(prefix + cell for prefix, cell in zip(prefixes, cells, strict=True))]


def text_preparation(
    tokenizer: Any, request: Request, most: int, prefixes: tuple[str, ...] | None
) -> tuple[Callable[[Row], Query], Callable[[Row], bool]]:
    """How a row becomes tokens, and whether something of it is cut off. Two columns make one pair in one sequence."""

    def prepare(row: Row) -> Query:
        encoded = tokenizer(
            *texts_of(row, request.columns, prefixes), truncation=True, max_length=most, return_tensors="pt"
        )
        return Query(dict(encoded), encoded["input_ids"].shape[-1])

    def is_cut(row: Row) -> bool:
        return (
            len(tokenizer(*texts_of(row, request.columns, prefixes), truncation=False, verbose=False)["input_ids"])
            > most
        )

    return prepare, is_cut
