"""PG817: columns of levels against a column of changes; PG813 where a percent printed is one of points."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from plangen.checks.arithmetic import Range, agrees, percent_change, range_of, shown, shown_percent
from plangen.checks.columns import header_of, level_in, year_of
from plangen.checks.finding import Finding
from plangen.checks.numbers import Bound, Number, NumberUnit, numbers_in
from plangen.checks.tables import Row, Table
from plangen.checks.writing import Writing

__all__ = ["changes_column"]

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


_LEVEL = re.compile(
    r"\b(?:previous|current|last|this|latest|prior|baseline|base|targets?|actuals?|budget|forecast|out-?turn|before"
    r"|after|start|end|plan(?:ned)?|year|quarter|month|ytd|period)\b",
    re.I,
)
_POINTS = re.compile(r"\bpoints?\b|\bpp?ts?\b|\bpp\b|\bp\.p\.", re.I)


class _Promise(Struct, frozen=True):
    """A row with its levels by column, from left to right, and the change printed beside them."""

    row: Row
    label: str
    levels: tuple[tuple[int, Number], ...]
    change: Number

    @property
    def fits_any(self) -> bool:
        """Whether the change is that from any of the earlier levels."""
        return any(self.fits(level) for _, level in self.levels[:-1])

    @property
    def last(self) -> Number:
        """The level the change leads to."""
        return self.levels[-1][1]

    def fits(self, before: Number) -> bool:
        """Whether the change is that from `before`, as far as its size goes."""
        return _fits(self.change, before, self.last)

    @property
    def is_known(self) -> bool:
        """Whether the change can be computed at all."""
        return any(_change(level, self.last, self.change.unit) for _, level in self.levels[:-1])


def changes_column(writing: Writing) -> Iterator[Finding]:
    """Every table with levels and one or two columns of changes."""
    for table in writing.tables:
        columns = [c for c in range(1, len(table.header)) if _CHANGE.search(header_of(table, c))]
        for column in columns if len(columns) <= 2 else ():
            promises = _best_read(table, column, _level_columns(table, column, columns))
            if _misread(table, promises):
                continue
            base = _usual_base(promises)
            for promise in promises:
                yield from _judged(promise, base)
            yield from _signs(promises)


def _level_columns(table: Table, column: int, changes: Sequence[int]) -> list[int]:
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


def _best_read(table: Table, column: int, levels: Sequence[int]) -> list[_Promise]:
    """The rows as changes to the last level; to an earlier one, or the other way round, where more fit that."""
    best: list[_Promise] = []
    most = -1
    for order in (levels, levels[::-1]):
        for end in range(len(levels), 1, -1):
            promises = [p for row in table.rows if (p := _promise(table, row, column, order[:end]))]
            right = sum(p.fits_any and p.is_known for p in promises)
            if right > most:
                best, most = promises, right
    return best


def _misread(table: Table, promises: Sequence[_Promise]) -> bool:
    """Whether most rows agree with no earlier level: then the columns are others than their headings say.

    A single row can only be judged where it has two levels whose headings name times or kinds of levels, and where
    headings are silent about that, nearly all rows have to agree.
    """
    wrong = sum(not p.fits_any and _as_points(p) is None for p in promises)
    headings = {header_of(table, column) for promise in promises for column, _ in promise.levels}
    named = sum(bool(year_of(heading) or _LEVEL.search(heading)) for heading in headings) > 1
    if len(promises) == 1 and wrong:
        figures = sum(level_in(cell) is not None for cell in promises[0].row.cells[1:])
        return not named or figures > _LEVELS_AND_CHANGES
    return 2 * wrong > len(promises) or (not named and 4 * wrong > len(promises))


def _promise(table: Table, row: Row, column: int, columns: Sequence[int]) -> _Promise | None:
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
    if change.bound is not Bound.EXACT or re.search(r"[<>≤≥]|\d\s?\+", bare):
        return None
    if len({(level.unit, level.total is None) for _, level in levels}) != 1:
        return None
    return _Promise(row, row.cells[0], levels, change)


def _by_heading(change: Number, levels: Sequence[Number], heading: str) -> Number:
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


def _fits(change: Number, before: Number, after: Number) -> bool:
    """Whether the sizes agree; signs are another question."""
    found = _change(before, after, change.unit)
    if found is None:
        return True
    low, high = sorted((abs(found[0]), abs(found[1])))
    return agrees(change, (Decimal(0) if found[0] <= 0 <= found[1] else low, high))


def _change(before: Number, after: Number, unit: NumberUnit) -> Range | None:
    one, two = range_of(before), range_of(after)
    return percent_change(one, two) if unit is NumberUnit.PERCENT else (two[0] - one[1], two[1] - one[0])


def _usual_base(promises: Sequence[_Promise]) -> int | None:
    """The column that most rows count from, where at least two rows say so and no other half as many."""
    votes: Counter[int] = Counter()
    for promise in promises:
        fitting = [column for column, level in promise.levels[:-1] if promise.fits(level)]
        if len(fitting) == 1 and len(promise.levels) > 2:
            votes[fitting[0]] += 1
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]):
        return None
    return ranked[0][0]


def _judged(promise: _Promise, base: int | None) -> Iterator[Finding]:
    earlier = dict(promise.levels[:-1])
    if base is not None and base not in earlier:
        return  # the level it counts from is missing
    before = promise.levels[-2][1] if base is None else earlier[base]
    if promise.levels[0][1].total is not None:
        yield from _places(promise, before)
        return
    fitting = [(column, level) for column, level in promise.levels[:-1] if promise.fits(level)]
    columns = [column for column, _ in promise.levels[:-1]]
    if fitting and (base is None or base not in columns or base in [column for column, _ in fitting]):
        return
    points = _as_points(promise)
    if points is not None:
        yield points
        return
    percent = promise.change.unit is NumberUnit.PERCENT
    places = max(1, -promise.change.half.adjusted() - 1) if percent else 2
    really = _amount(before, promise.last, percent, places)
    other = "".join(
        f"; from {level.text} it would be {_amount(level, promise.last, percent)}" for _, level in fitting
    )
    confidence = 0.75 if fitting else 0.8 if len(promise.levels) == 2 or base is not None else 0.65
    confidence = 0.5 if _cut_off(promise.change, before, promise.last) else confidence
    yield Finding(
        "PG817",
        confidence,
        promise.row.text,
        promise.row.place,
        promise.change.text,
        really,
        f"{promise.label}: {before.text} to {promise.last.text} is {really}, not {promise.change.text}{other}",
    )


_LEVELS_AND_CHANGES = 4
"""The figures of a row with two levels and a change of one kind and of another."""
_TRIFLE = Decimal("0.05")
"""What a change in percent with two decimals or more may be off without anybody minding."""


def _cut_off(change: Number, before: Number, after: Number) -> bool:
    """Whether digits were cut off instead of rounded, or noughts added to a figure rounded before."""
    found = _change(before, after, change.unit)
    if found is None or change.unit is not NumberUnit.PERCENT:
        return False
    low, high = sorted((abs(found[0]), abs(found[1])))
    size = abs(change.value)
    cut = low < size + 2 * change.half and high >= size
    noughts = re.search(r"\.\d*?(0+)(?!\d)", change.text)
    half = change.half * 10 ** len(noughts[1]) if noughts else Decimal(0)
    half = max(half, _TRIFLE if change.half < _TRIFLE / 5 else half)
    return cut or low - half <= size <= high + half


def _amount(before: Number, after: Number, percent: bool, places: int = 1) -> str:
    gap = after.value - before.value
    return shown_percent(100 * gap / before.value, places) if percent and before.value else shown(gap, 2)


def _as_points(promise: _Promise) -> Finding | None:
    """A percentage whose change in points is the percent printed, from any earlier level or "(actual N%)"."""
    if promise.last.unit is not NumberUnit.PERCENT or promise.change.unit is not NumberUnit.PERCENT:
        return None
    bases = [level for _, level in reversed(promise.levels[:-1])]
    bases += [
        n for cell in promise.row.cells for m in re.findall(r"\(actual ([^)]*)\)", cell) for n in numbers_in(m)
    ]
    for before in bases:
        gap = abs(promise.last.value - before.value)
        if abs(gap - abs(promise.change.value)) <= promise.change.half / 10:
            points = f"{shown(gap, 2)} percentage points"
            return Finding(
                "PG813",
                0.7,
                promise.row.text,
                promise.row.place,
                promise.change.text,
                points,
                f"{promise.label}: {before.text} to {promise.last.text} is {points}, or "
                f"{_amount(before, promise.last, percent=True)}, not {promise.change.text}",
            )
    return None


def _places(promise: _Promise, before: Number) -> Iterator[Finding]:
    """A change of rank, in places: its sign against the two ranks."""
    gap = promise.last.value - before.value
    if promise.change.unit is NumberUnit.PLAIN and promise.change.signed and gap != promise.change.value:
        really = f"{'+' if gap > 0 else ''}{shown(gap)}"
        yield Finding(
            "PG817",
            0.7,
            promise.row.text,
            promise.row.place,
            promise.change.text,
            really,
            f"{promise.label}: from place {shown(before.value)} to {shown(promise.last.value)} is {really}, "
            f"not {promise.change.text}",
        )


def _signs(promises: Sequence[_Promise]) -> Iterator[Finding]:
    """A minus before a rise, in a column whose other minuses stand before falls."""
    minus = [p for p in promises if p.change.value < 0 and p.levels[0][1].total is None]
    rises = [
        p for p in minus if p.last.value > p.levels[-2][1].value and len(p.levels) == 2 and p.fits(p.levels[0][1])
    ]
    if rises and len(minus) - len(rises) >= len(rises):
        for promise in rises:
            really = _amount(promise.levels[0][1], promise.last, promise.change.unit is NumberUnit.PERCENT)
            yield Finding(
                "PG817",
                0.75,
                promise.row.text,
                promise.row.place,
                promise.change.text,
                really,
                f"{promise.label}: {promise.levels[0][1].text} to {promise.last.text} is a rise, not"
                f" {promise.change.text}",
            )
