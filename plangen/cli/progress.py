"""Long work: what a terminal shows of it, and how it treats the memory of the process."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["collected_rarely", "counted", "waiting"]

_RARELY = 50_000
"""New objects between two collections; Python's own 700 cost a tenth of a build and find next to nothing."""


@contextmanager
def collected_rarely() -> Iterator[None]:
    """Look for garbage seldom while a document is made: almost all of its objects live until it is written."""
    before = gc.get_threshold()
    gc.set_threshold(_RARELY, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def waiting(words: str) -> Iterator[None]:
    """A spinner on a terminal; nothing in a pipe."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(words):
        yield


@contextmanager
def counted(words: str, total: int) -> Iterator[Callable[[], None]]:
    """A bar on a terminal that grows whenever what it yields is called; nothing in a pipe."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(words, total=total)
        yield lambda: progress.advance(task)
