"""PG817: columns of levels against a column of changes; PG813 where a percent printed is one of points."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from plangen.checks.arithmetic import shown, shown_percent
from plangen.checks.columns import header_of, level_in, year_of
from plangen.checks.finding import Finding
from plangen.checks.numbers import Number, NumberUnit, numbers_in
from plangen.checks.stated_changes import StatedChange, change_between, stated_changes
from plangen.checks.tables import Table
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["changes_column"]


_LEVEL = re.compile(
    r"\b(?:previous|current|last|this|latest|prior|baseline|base|targets?|actuals?|budget|forecast|out-?turn|before"
    r"|after|start|end|plan(?:ned)?|year|quarter|month|ytd|period)\b",
    re.I,
)


def changes_column(writing: Writing) -> Iterator[Finding]:
    """Every table with levels and one or two columns of changes."""
    for table in writing.tables:
        for stated in stated_changes(table):
            if _misread(table, stated):
                continue
            base = _usual_base(stated)
            for change in stated:
                yield from _judged(change, base)
            yield from _signs(stated)


def _misread(table: Table, every: Sequence[StatedChange]) -> bool:
    """Whether most rows agree with no earlier level: then the columns are others than their headings say.

    A single row can only be judged where it has two levels whose headings name times or kinds of levels, and where
    headings are silent about that, nearly all rows have to agree.
    """
    wrong = sum(not p.fits_any and _as_points(p) is None for p in every)
    headings = {header_of(table, column) for stated in every for column, _ in stated.levels}
    named = sum(bool(year_of(heading) or _LEVEL.search(heading)) for heading in headings) > 1
    if len(every) == 1 and wrong:
        figures = sum(level_in(cell) is not None for cell in every[0].row.cells[1:])
        return not named or figures > _LEVELS_AND_CHANGES
    return 2 * wrong > len(every) or (not named and 4 * wrong > len(every))


def _usual_base(every: Sequence[StatedChange]) -> int | None:
    """The column that most rows count from, where at least two rows say so and no other half as many."""
    votes: Counter[int] = Counter()
    for stated in every:
        fitting = [column for column, level in stated.levels[:-1] if stated.fits(level)]
        if len(fitting) == 1 and len(stated.levels) > 2:
            votes[fitting[0]] += 1
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]):
        return None
    return ranked[0][0]


def _judged(stated: StatedChange, base: int | None) -> Iterator[Finding]:
    earlier = dict(stated.levels[:-1])
    if base is not None and base not in earlier:
        return  # the level it counts from is missing
    before = stated.levels[-2][1] if base is None else earlier[base]
    if stated.levels[0][1].total is not None:
        yield from _places(stated, before)
        return
    fitting = [(column, level) for column, level in stated.levels[:-1] if stated.fits(level)]
    columns = [column for column, _ in stated.levels[:-1]]
    if fitting and (base is None or base not in columns or base in [column for column, _ in fitting]):
        return
    points = _as_points(stated)
    if points is not None:
        yield points
        return
    percent = stated.change.unit is NumberUnit.PERCENT
    places = max(1, -stated.change.half.adjusted() - 1) if percent else 2
    really = _amount(before, stated.last, percent, places)
    other = "".join(
        f"; from {level.text} it would be {_amount(level, stated.last, percent)}" for _, level in fitting
    )
    confidence = 0.75 if fitting else 0.8 if len(stated.levels) == 2 or base is not None else 0.65
    confidence = 0.5 if _cut_off(stated.change, before, stated.last) else confidence
    yield Finding(
        codes.CHANGES_COLUMN,
        confidence,
        stated.row.text,
        stated.row.place,
        stated.change.text,
        really,
        f"{stated.label}: {before.text} to {stated.last.text} is {really}, not {stated.change.text}{other}",
    )


_LEVELS_AND_CHANGES = 4
"""The figures of a row with two levels and a change of one kind and of another."""
_TRIFLE = Decimal("0.05")
"""What a change in percent with two decimals or more may be off without anybody minding."""


def _cut_off(change: Number, before: Number, after: Number) -> bool:
    """Whether digits were cut off instead of rounded, or noughts added to a figure rounded before."""
    found = change_between(before, after, change.unit)
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


def _as_points(stated: StatedChange) -> Finding | None:
    """A percentage whose change in points is the percent printed, from any earlier level or "(actual N%)"."""
    if stated.last.unit is not NumberUnit.PERCENT or stated.change.unit is not NumberUnit.PERCENT:
        return None
    bases = [level for _, level in reversed(stated.levels[:-1])]
    bases += [
        n for cell in stated.row.cells for m in re.findall(r"\(actual ([^)]*)\)", cell) for n in numbers_in(m)
    ]
    for before in bases:
        gap = abs(stated.last.value - before.value)
        if abs(gap - abs(stated.change.value)) <= stated.change.half / 10:
            points = f"{shown(gap, 2)} percentage points"
            return Finding(
                codes.POINTS_CALLED_PERCENT,
                0.7,
                stated.row.text,
                stated.row.place,
                stated.change.text,
                points,
                f"{stated.label}: {before.text} to {stated.last.text} is {points}, or "
                f"{_amount(before, stated.last, percent=True)}, not {stated.change.text}",
            )
    return None


def _places(stated: StatedChange, before: Number) -> Iterator[Finding]:
    """A change of rank, in places: its sign against the two ranks."""
    gap = stated.last.value - before.value
    if stated.change.unit is NumberUnit.PLAIN and stated.change.signed and gap != stated.change.value:
        really = f"{'+' if gap > 0 else ''}{shown(gap)}"
        yield Finding(
            codes.CHANGES_COLUMN,
            0.7,
            stated.row.text,
            stated.row.place,
            stated.change.text,
            really,
            f"{stated.label}: from place {shown(before.value)} to {shown(stated.last.value)} is {really}, "
            f"not {stated.change.text}",
        )


def _signs(every: Sequence[StatedChange]) -> Iterator[Finding]:
    """A minus before a rise, in a column whose other minuses stand before falls."""
    minus = [p for p in every if p.change.value < 0 and p.levels[0][1].total is None]
    rises = [
        p for p in minus if p.last.value > p.levels[-2][1].value and len(p.levels) == 2 and p.fits(p.levels[0][1])
    ]
    if rises and len(minus) - len(rises) >= len(rises):
        for stated in rises:
            really = _amount(stated.levels[0][1], stated.last, stated.change.unit is NumberUnit.PERCENT)
            yield Finding(
                codes.CHANGES_COLUMN,
                0.75,
                stated.row.text,
                stated.row.place,
                stated.change.text,
                really,
                f"{stated.label}: {stated.levels[0][1].text} to {stated.last.text} is a rise, not"
                f" {stated.change.text}",
            )
