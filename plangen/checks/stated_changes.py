"""Rows of tables with levels and the change that is printed beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from plangen.checks.arithmetic import Range, agrees, percent_change, range_of
from plangen.checks.columns import header_of, level_in, year_of
from plangen.checks.numbers import Exactness, NumberUnit, TypedNumber, numbers_in
from plangen.checks.tables import ReadRow, ReadTable

__all__ = ["StatedChange", "change_between", "stated_changes"]

_CHANGE = re.compile(
    r"%\s*(?:change|diff|increase|reduction|variance|var\b)|\bchange\b|\bdifference\b|\bvariance\b|\b(?:increase"
    r"|decrease|reduction)\b",
    re.I,
)
_NOT_A_LEVEL = re.compile(
    r"\b(?:rank|ref|no\.?|lower|upper|confidence|CI|limit|population|pop|RAG|status|quartile|average|mean"
    r"|benchmark|msg"
    r"|national|england|variance|total)\b",
    re.I,
)
_POINTS = re.compile(r"\bpoints?\b|\bpp?ts?\b|\bpp\b|\bp\.p\.", re.I)
_MOST_LEVELS = 12
"""How many columns of levels are tried as the one a change counts from: the nearest."""


class StatedChange(Struct, frozen=True):
    """A row with its levels by column, from left to right, and the change printed beside them."""

    row: ReadRow
    label: str
    levels: tuple[tuple[int, TypedNumber], ...]
    change: TypedNumber

    @property
    def fits_any(self) -> bool:
        """Whether the change is that from any of the earlier levels."""
        return any(self.fits(level) for _, level in self.levels[:-1])

    @property
    def last(self) -> TypedNumber:
        """The level the change leads to."""
        return self.levels[-1][1]

    def fits(self, before: TypedNumber) -> bool:
        """Whether the change is that from `before`, as far as its size goes."""
        return _fits(self.change, before, self.last)

    @property
    def is_known(self) -> bool:
        """Whether the change can be computed at all."""
        return any(change_between(level, self.last, self.change.unit) for _, level in self.levels[:-1])


def stated_changes(table: ReadTable) -> Iterator[list[StatedChange]]:
    """The rows of a table for each of its columns of changes (one or two), read so that most make sense."""
    columns = [c for c in range(1, len(table.header)) if _CHANGE.search(header_of(table, c))]
    for column in columns if len(columns) <= 2 else ():
        yield _best_read(table, column, _level_columns(table, column, columns)[-_MOST_LEVELS:])


def _level_columns(table: ReadTable, column: int, changes: Sequence[int]) -> list[int]:
    """The columns that may hold levels of a column of changes, newest last where their headings tell.

    Those between it and the columns of changes before it, where at least two lie there: a second set of figures.
    """
    between = list(range(max((c for c in changes if c < column), default=0) + 1, column))
    found = between if len(between) > 1 else list(range(1, changes[0]))
    kept = [c for c in found if not _NOT_A_LEVEL.search(header_of(table, c))]
    years = [year_of(header_of(table, c)) for c in kept]
    newest_first = (
        len(kept) > 1 and None not in years and all(a > b for a, b in pairwise(y or (0, 0) for y in years))
    )
    return kept[::-1] if newest_first else kept


def _best_read(table: ReadTable, column: int, levels: Sequence[int]) -> list[StatedChange]:
    """The rows as changes to the last level; to an earlier one, or the other way round, where more fit that."""
    best: list[StatedChange] = []
    most = -1
    for order in (levels, levels[::-1]):
        for end in range(len(levels), 1, -1):
            read = [p for row in table.rows if (p := _stated(table, row, column, order[:end]))]
            right = sum(p.fits_any and p.is_known for p in read)
            if right > most:
                best, most = read, right
    return best


def _stated(table: ReadTable, row: ReadRow, column: int, columns: Sequence[int]) -> StatedChange | None:
    if column >= len(row.cells):
        return None
    bare = re.sub(r"^\s*([-−+])\s+", r"\1", re.sub(r"[↑↓▲▼]\s*", "", row.cells[column]))
    changes = numbers_in(bare)
    levels = tuple((c, level) for c in columns if c < len(row.cells) and (level := level_in(row.cells[c])))
    if len(changes) != 1 or changes[0].unit is NumberUnit.ORDINAL or len(levels) < 2:
        return None
    if levels[-1][0] != columns[-1]:
        return None  # the level it leads to is missing
    change = _by_heading(changes[0], [level for _, level in levels], header_of(table, column))
    if change.bound is not Exactness.EXACT or re.search(r"[<>≤≥]|\d\s?\+", bare):
        return None
    if len({(level.unit, level.total is None) for _, level in levels}) != 1:
        return None
    return StatedChange(row, row.cells[0], levels, change)


def _by_heading(change: TypedNumber, levels: Sequence[TypedNumber], heading: str) -> TypedNumber:
    """A change in the unit of its heading, where its own cell leaves it out or the heading says points.

    A bare figure under "% change" beside percentages may be either, so it is what fits.
    """
    bare = change.unit is NumberUnit.PLAIN and levels[-1].total is None
    if levels[-1].unit is NumberUnit.PERCENT and change.unit in (NumberUnit.PLAIN, NumberUnit.PERCENT):
        if _POINTS.search(heading):
            return replace(change, unit=NumberUnit.POINTS)
        percent = replace(change, unit=NumberUnit.PERCENT)
        fits = any(_fits(percent, before, levels[-1]) for before in levels[:-1])
        return percent if bare and fits else change
    return replace(change, unit=NumberUnit.PERCENT) if bare and "%" in heading else change


def _fits(change: TypedNumber, before: TypedNumber, after: TypedNumber) -> bool:
    """Whether the sizes agree; signs are another question."""
    found = change_between(before, after, change.unit)
    if found is None:
        return True
    low, high = sorted((abs(found[0]), abs(found[1])))
    return agrees(change, (Decimal(0) if found[0] <= 0 <= found[1] else low, high))


def change_between(before: TypedNumber, after: TypedNumber, unit: NumberUnit) -> Range | None:
    """What the change from one level to another may be, in percent or in the unit of the levels."""
    one, two = range_of(before), range_of(after)
    return percent_change(one, two) if unit is NumberUnit.PERCENT else (two[0] - one[1], two[1] - one[0])
