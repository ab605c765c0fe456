"""Imports of large libraries, without the collector of cycles: it would look at millions of objects that all stay."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Holds the collector back, and lets it go on as before. About a tenth of the CPU time of the imports is its work."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
