"""What the columns of a table hold, as far as their headings and cells say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import lru_cache

from msgspec import Struct

from plangen.checks.directions import Way
from plangen.checks.numbers import Bound, Number, NumberUnit, numbers_in
from plangen.checks.tables import Row, Table
from plangen.checks.wanted import wanted_way

__all__ = [
    "Arrow",
    "Reading",
    "arrow_in",
    "header_of",
    "label_of",
    "level_in",
    "readings",
    "way_between",
    "year_of",
]


class Arrow(Enum):
    """The way an arrow points."""

    UP = "up"
    DOWN = "down"
    LEVEL = "level"


_ARROWS = (
    (Arrow.UP, "▲↑⬆△⇧🔺🠅↗⇑"),
    (Arrow.DOWN, "▼↓⬇▽⇩🔻🠇↘⇓"),
    (Arrow.LEVEL, "▶►→➡◄◀↔⇨⬌➔="),
)
_ARROW_WORDS = {
    "up": Arrow.UP,
    "down": Arrow.DOWN,
    "same": Arrow.LEVEL,
    "no change": Arrow.LEVEL,
    "static": Arrow.LEVEL,
}


def arrow_in(cell: str, alone: bool = True) -> Arrow | None:
    """The arrow a cell holds; `alone` where nothing else may stand beside it."""
    bare = cell.strip().replace("\ufe0f", "")
    word = _ARROW_WORDS.get(bare.lower())
    if word:
        return word
    if alone and len(bare) != 1:
        return None
    return next((arrow for arrow, signs in _ARROWS if any(sign in bare for sign in signs) and bare != "="), None)


@lru_cache(maxsize=20_000)
def level_in(cell: str) -> Number | None:
    """The level a cell gives: its one figure, or what stands before "total" where it says how it was reached."""
    if len(cell) > 80 or not any(character.isdigit() for character in cell):
        return None
    total = re.search(r"([\d,.]+)\s+total\b", cell)
    bare = total[1] if total else re.sub(r"\([^)]*\)", "", cell).strip()
    if not total and not re.match(r"^[<>≤≥~]?\s*[-–−]?£?\s?\.?\d", bare):
        return None
    words = re.sub(r"[<>≤≥]", "", bare)
    numbers = numbers_in(words)
    if not numbers or len(numbers) > 2 or (len(numbers) == 2 and numbers[0].total is None and "/" not in words):
        return None
    if len(re.findall(r"[A-Za-z]{2,}", words)) > 2 or re.search(r"\d{4}\s?[/-]\s?\d\d", words):
        return None
    return numbers[0]


def header_of(table: Table, column: int) -> str:
    """The heading of a column, blank where there is none."""
    return table.header[column] if column < len(table.header) else ""


def label_of(row: Row, before: int) -> str:
    """The name of a row: the last cell of words before column `before`."""
    for cell in reversed(row.cells[:before]):
        if re.search(r"[A-Za-z]{3}", cell) and level_in(cell) is None:
            return cell
    return ""


_YEAR = re.compile(r"\b((?:19|20)\d\d)(?:\s?[/–-]\s?\d{2,4})?")
_QUARTER = re.compile(r"\bQ(?:uarter)?\s?([1-4])", re.I)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})[a-z]*\b\W{{0,2}}(\d\d\b)?", re.I)
_SHORT = re.compile(r"\bFY\W?(\d\d)\b|['’](\d\d)\b", re.I)


def year_of(heading: str) -> tuple[int, int] | None:
    """Year and quarter or month a heading names, for putting columns in order; None where it names no year."""
    years, quarter, months = _YEAR.findall(heading), _QUARTER.search(heading), _MONTH.findall(heading)
    short = [year for _, year in months if year] + [one or two for one, two in _SHORT.findall(heading)]
    if not years and not short:
        return None
    month = _MONTHS.index(months[-1][0].lower()) + 1 if months else 0
    return int(years[-1]) if years else 2000 + int(short[-1]), int(quarter[1]) if quarter else month


class Reading(Struct, frozen=True):
    """A row with a previous level, a current level and the arrow beside them.

    `rival` is set where the arrow fits the way from another earlier level of the row, or nothing tells which of
    several levels it is taken from.
    """

    row: Row
    label: str
    previous: Number
    current: Number
    arrow: Arrow
    second: tuple[Number, Number] | None = None
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

    row: Row
    column: int
    arrow: Arrow
    levels: tuple[tuple[int, Number], ...]

    def fits(self, column: int) -> bool:
        """Whether the arrow is the way from the level in `column` to the newest."""
        before = dict(self.levels).get(column)
        return before is not None and way_between(before, self.levels[-1][1]) is self.arrow


def way_between(before: Number, after: Number) -> Arrow:
    """The arrow from one level to another."""
    if after.value == before.value:
        return Arrow.LEVEL
    return Arrow.UP if after.value > before.value else Arrow.DOWN


def readings(table: Table) -> Iterator[Reading]:
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


def _named_base(table: Table, arrowed: _Arrowed, columns: Sequence[int]) -> int | None:
    """The earlier column that the heading of the arrows names, None where it names none."""
    heading = header_of(table, arrowed.column)
    if _JUST_BEFORE.search(heading):
        return columns[-1]
    now = year_of(header_of(table, arrowed.levels[-1][0]))
    if now is None or not _YEAR_BEFORE.search(heading):
        return None
    before = (now[0] - 1, now[1])
    return next((column for column in columns if year_of(header_of(table, column)) == before), None)


def _arrowed(table: Table, row: Row) -> _Arrowed | None:
    for column, cell in enumerate(row.cells):
        arrow = arrow_in(cell)
        if arrow is None:
            continue
        levels = _own_levels(table, row, column)
        against = _AGAINST_TARGET.search(header_of(table, column))
        return _Arrowed(row, column, arrow, levels) if len(levels) >= 2 and not against else None
    return None


def _own_levels(table: Table, row: Row, end: int) -> tuple[tuple[int, Number], ...]:
    """The levels that follow one another up to column `end`, all of one unit, in order of time."""
    found: list[tuple[int, Number]] = []
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


def _is_level(level: Number) -> bool:
    return level.bound is Bound.EXACT and not level.spelled and level.unit is not NumberUnit.ORDINAL


def _newest_first(table: Table, columns: Sequence[int]) -> bool:
    if len(columns) < 2:
        return False
    names = [header_of(table, column) for column in columns]
    years = [year for name in names if (year := year_of(name))]
    if len(years) == len(names) and len(set(years)) == len(years):
        return years == sorted(years, reverse=True)
    one, two = names[-2:]
    return bool(_NEWER.search(one) and _OLDER.search(two)) and not _OLDER.search(one)


def _reading(arrowed: _Arrowed, base: int, headed: bool) -> Reading:
    row, levels = arrowed.row, dict(arrowed.levels)
    last, current = arrowed.levels[-1]
    rival = any(arrowed.fits(column) for column in levels if column not in (base, last))
    rival = rival or (not headed and len(levels) > 2)
    second = _second(row, base, last)
    return Reading(row, label_of(row, min(levels)), levels[base], current, arrowed.arrow, second, rival)


def _second(row: Row, first: int, second: int) -> tuple[Number, Number] | None:
    """The second figures of "11 / 2" and "0 / 0"."""
    pairs: Sequence[tuple[Number, ...]] = [numbers_in(row.cells[index]) for index in (first, second)]
    return (pairs[0][1], pairs[1][1]) if all(len(pair) == 2 for pair in pairs) else None
