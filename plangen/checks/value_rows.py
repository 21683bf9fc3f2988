"""Rows with a previous level, a current level and the arrow beside them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from plangen.checks.columns import Arrow, arrow_in, header_of, label_of, level_in, year_of
from plangen.checks.directions import Way
from plangen.checks.numbers import Exactness, NumberUnit, TypedNumber, numbers_in
from plangen.checks.preferred_direction import wanted_way
from plangen.checks.tables import ReadRow, ReadTable

__all__ = ["ValueRow", "readings", "way_between"]


class ValueRow(Struct, frozen=True):
    """A row with a previous level, a current level and the arrow beside them.

    `rival` is set where the arrow fits the way from another earlier level of the row, or nothing tells which of
    several levels it is taken from.
    """

    row: ReadRow
    label: str
    previous: TypedNumber
    current: TypedNumber
    arrow: Arrow
    second: tuple[TypedNumber, TypedNumber] | None = None
    rival: bool = False


_OLDER = re.compile(r"\b(?:previous|prev|last|baseline|prior|before|start)\b", re.I)
_NEWER = re.compile(r"\b(?:current|latest|this|now|actual|outturn|end)\b", re.I)
_NOT_OWN = re.compile(
    r"\b(?:targets?|benchmark|plan(?:ned)?|budget|goal|trajectory|threshold|standard|limit|national|england"
    r"|regional|peers?|group|average|mean|median|population|denominator|rank\w*|quartile|weight\w*|variance"
    r"|difference|change|forecast|profiled?)\b",
    re.I,
)
_AGAINST_TARGET = re.compile(r"\b(?:target|plan|budget|benchmark|national|england|peers?)\b", re.I)


class _Arrowed(Struct, frozen=True):
    """A row, the column of its arrow, and its own levels before it from the oldest to the newest, by column."""

    row: ReadRow
    column: int
    arrow: Arrow
    levels: tuple[tuple[int, TypedNumber], ...]

    def fits(self, column: int) -> bool:
        """Whether the arrow is the way from the level in `column` to the newest."""
        before = dict(self.levels).get(column)
        return before is not None and way_between(before, self.levels[-1][1]) is self.arrow


def way_between(before: TypedNumber, after: TypedNumber) -> Arrow:
    """The arrow from one level to another."""
    if after.value == before.value:
        return Arrow.LEVEL
    return Arrow.UP if after.value > before.value else Arrow.DOWN


def readings(table: ReadTable) -> Iterator[ValueRow]:
    """Rows in which two levels of one unit stand just before an arrow (blank cells may lie between).

    Targets and what others reached are no levels of the row's own. Where more than two levels stand there, the
    arrows are taken from the column that most of them fit, the nearest of several. Measures of which less is
    wanted have no say in that, because their arrows may point up for better.
    """
    rows = [arrowed for row in table.rows if (arrowed := _arrowed(table, row))]
    fitting: Counter[int] = Counter()
    telling = [each for each in rows if wanted_way(label_of(each.row, each.levels[0][0])) is not Way.DOWN]
    for arrowed in telling if len(telling) > 1 else rows:
        fitting.update(column for column, _ in arrowed.levels[:-1] if arrowed.fits(column))
    for arrowed in rows:
        columns = [column for column, _ in arrowed.levels[:-1]]
        named = _named_base(table, arrowed, columns)
        base = named or max(columns, key=lambda column: (fitting[column], columns.index(column)))
        yield _reading(arrowed, base, bool(table.header))


_YEAR_BEFORE = re.compile(
    r"\bsame\b|\b(?:last|previous|prior) year\b|\byear[- ]on[- ]year\b|\b(?:annual|yearly)\b", re.I
)
_JUST_BEFORE = re.compile(
    r"\b(?:last|previous|prior) (?:quarter|month|period)\b|\b(?:quarter|month)[- ]on\b", re.I
)


def _named_base(table: ReadTable, arrowed: _Arrowed, columns: Sequence[int]) -> int | None:
    """The earlier column that the heading of the arrows names, None where it names none."""
    heading = header_of(table, arrowed.column)
    if _JUST_BEFORE.search(heading):
        return columns[-1]
    now = year_of(header_of(table, arrowed.levels[-1][0]))
    if now is None or not _YEAR_BEFORE.search(heading):
        return None
    before = (now[0] - 1, now[1])
    return next((column for column in columns if year_of(header_of(table, column)) == before), None)


def _arrowed(table: ReadTable, row: ReadRow) -> _Arrowed | None:
    for column, cell in enumerate(row.cells):
        arrow = arrow_in(cell)
        if arrow is None:
            continue
        levels = _own_levels(table, row, column)
        against = _AGAINST_TARGET.search(header_of(table, column))
        return _Arrowed(row, column, arrow, levels) if len(levels) >= 2 and not against else None
    return None


def _own_levels(table: ReadTable, row: ReadRow, end: int) -> tuple[tuple[int, TypedNumber], ...]:
    """The levels that follow one another up to column `end`, all of one unit, in order of time."""
    found: list[tuple[int, TypedNumber]] = []
    for column in range(end - 1, -1, -1):
        cell = row.cells[column]
        if not cell or _NOT_OWN.search(header_of(table, column)):
            continue
        level = level_in(cell)
        if level is None or not _is_level(level) or (found and level.unit is not found[0][1].unit):
            break
        found.append((column, level))
    found.reverse()
    return tuple(reversed(found)) if _newest_first(table, [column for column, _ in found]) else tuple(found)


def _is_level(level: TypedNumber) -> bool:
    return level.bound is Exactness.EXACT and not level.spelled and level.unit is not NumberUnit.ORDINAL


def _newest_first(table: ReadTable, columns: Sequence[int]) -> bool:
    if len(columns) < 2:
        return False
    names = [header_of(table, column) for column in columns]
    years = [year for name in names if (year := year_of(name))]
    if len(years) == len(names) and len(set(years)) == len(years):
        return years == sorted(years, reverse=True)
    one, two = names[-2:]
    return bool(_NEWER.search(one) and _OLDER.search(two)) and not _OLDER.search(one)


def _reading(arrowed: _Arrowed, base: int, headed: bool) -> ValueRow:
    row, levels = arrowed.row, dict(arrowed.levels)
    last, current = arrowed.levels[-1]
    rival = any(arrowed.fits(column) for column in levels if column not in (base, last))
    rival = rival or (not headed and len(levels) > 2)
    second = _second(row, base, last)
    return ValueRow(row, label_of(row, min(levels)), levels[base], current, arrowed.arrow, second, rival)


def _second(row: ReadRow, first: int, second: int) -> tuple[TypedNumber, TypedNumber] | None:
    """The second figures of "11 / 2" and "0 / 0"."""
    pairs: Sequence[tuple[TypedNumber, ...]] = [numbers_in(row.cells[index]) for index in (first, second)]
    return (pairs[0][1], pairs[1][1]) if all(len(pair) == 2 for pair in pairs) else None
