"""Rows as prompts of a chat: rendered by the template, cut in the user's text where they are too long."""

from collections.abc import Callable
from typing import Any

from .query import Query
from .reasoning import Render
from .reasoning_switches import Setting
from .rows import Row

# Cutting text at a token can make other tokens of it; so often is it cut a little more.
TRIES = 8


def chat_preparation(
    tokenizer: Any, render: Render, setting: Setting, column: str, most: int
) -> tuple[Callable[[Row], Query], Callable[[Row], bool]]:
    """How a row becomes the tokens of a prompt, and whether its text is cut off."""

    def encode(text: str) -> dict[str, Any]:
        # The template writes the special tokens itself.
        return dict(tokenizer(render(text, setting), add_special_tokens=False, return_tensors="pt", verbose=False))

    def prepare(row: Row) -> Query:
        encoded = encode(row[column])
        excess = encoded["input_ids"].shape[-1] - most
        if excess > 0:
            encoded = shortened(row[column], excess)
        return Query(encoded, encoded["input_ids"].shape[-1])

    def shortened(text: str, excess: int) -> dict[str, Any]:
        tokens = tokenizer(text, add_special_tokens=False, verbose=False)["input_ids"]
        keep = len(tokens)
        encoded = encode(text)
        for _ in range(TRIES):
            keep = max(0, keep - excess)
            encoded = encode(tokenizer.decode(tokens[:keep]))
            excess = encoded["input_ids"].shape[-1] - most
            if excess <= 0 or keep == 0:
                break
        if excess > 0:
            raise ValueError(f"The chat template alone takes {encoded['input_ids'].shape[-1]} tokens of {most}.")
        return encoded

    def is_cut(row: Row) -> bool:
        return encode(row[column])["input_ids"].shape[-1] > most

    return prepare, is_cut
