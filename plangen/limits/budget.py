"""What reading others' files may take, in one place, handed down to whoever reads.

A file of a few kilobytes can ask for hours: limits of file sizes alone bound no work. The amounts are far above
what plans and packs need, so that nobody meets them by accident, and low enough for an office computer. A
workspace is bounded by what is counted, never by a clock: the same files are refused or read on every machine.
Only a foreign document, which is read in a process of its own (`child`), has seconds too.
"""

from __future__ import annotations

from enum import Enum

from msgspec import Struct, field

__all__ = ["Budget", "Expense", "OverBudgetError", "Spending"]


class Expense(Enum):
    """What the reading of a whole workspace may use up."""

    BYTES = "bytes"
    CELLS = "cells"
    PIXELS = "pixels"


class OverBudgetError(Exception):
    """Something would take more than it may; `what` says of what, `most` how much that is."""

    def __init__(self, what: str, most: float) -> None:
        super().__init__(f"more than {most:,} {what}")
        self.what = what
        self.most = most


class Budget(Struct, frozen=True, kw_only=True):
    """The most that one reading may take.

    In all of a workspace: `bytes` of files, `cells` of tables, `pixels` of pictures. Of one thing: `characters` of
    a cell (a spreadsheet program has no more), `picture_pixels`, `scans` of a picture that is sent in ever finer
    ones, `pages` and `text` (characters) of a document to be audited. `findings` of one kind that are kept one by
    one. `seconds` and `memory` (bytes) of a process that reads a foreign document.
    """

    bytes: int = 400_000_000
    cells: int = 5_000_000
    pixels: int = 250_000_000
    characters: int = 32_767
    picture_pixels: int = 25_000_000
    scans: int = 100
    pages: int = 1_000
    text: int = 10_000_000
    findings: int = 100
    seconds: float = 60.0
    memory: int = 2_000_000_000


class Spending(Struct):
    """What one reading has taken so far of its `budget`."""

    budget: Budget = Budget()
    spent: dict[Expense, int] = field(default_factory=dict)

    def spend(self, expense: Expense, amount: int) -> None:
        """Take `amount`; raises `OverBudgetError`, and takes nothing, where there is not as much left."""
        most: int = getattr(self.budget, expense.value)
        taken = self.spent.get(expense, 0) + amount
        if taken > most:
            raise OverBudgetError(expense.value, most)
        self.spent[expense] = taken
