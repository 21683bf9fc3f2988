"""What the columns of a table hold, as far as their headings and cells say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import lru_cache

from msgspec import Struct

from plangen.checks.numbers import Bound, Number, NumberUnit, numbers_in
from plangen.checks.tables import Row, Table

__all__ = ["Arrow", "Reading", "arrow_in", "header_of", "label_of", "level_in", "readings", "year_of"]


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


def year_of(heading: str) -> tuple[int, int] | None:
    """Year and quarter a heading names, for putting two columns in order; None where it names no year."""
    years, quarter = _YEAR.findall(heading), _QUARTER.search(heading)
    return (int(years[-1]), int(quarter[1]) if quarter else 0) if years else None


class Reading(Struct, frozen=True):
    """A row with a previous level, a current level and the arrow beside them."""

    row: Row
    label: str
    previous: Number
    current: Number
    arrow: Arrow
    second: tuple[Number, Number] | None = None


_OLDER = re.compile(r"\b(?:previous|prev|last|baseline|prior|before|start)\b", re.I)
_NEWER = re.compile(r"\b(?:current|latest|this|now|actual|outturn|end)\b", re.I)


def readings(table: Table) -> Iterator[Reading]:
    """Rows in which two levels of one unit stand just before an arrow (blank cells may lie between)."""
    for row in table.rows:
        for column, cell in enumerate(row.cells):
            arrow = arrow_in(cell)
            if arrow is None:
                continue
            pair = _two_before(row, column)
            if pair:
                yield _reading(table, row, pair, arrow)
            break


def _two_before(row: Row, column: int) -> tuple[int, int] | None:
    found = [index for index in range(column) if row.cells[index]][-2:]
    if len(found) < 2 or any(level_in(row.cells[index]) is None for index in found):
        return None
    one, two = (level_in(row.cells[index]) for index in found)
    return (found[0], found[1]) if one and two and _alike(one, two) else None


def _alike(one: Number, two: Number) -> bool:
    exact = all(n.bound is Bound.EXACT and not n.spelled for n in (one, two))
    return exact and one.unit is two.unit and NumberUnit.ORDINAL is not one.unit


def _reading(table: Table, row: Row, columns: tuple[int, int], arrow: Arrow) -> Reading:
    first, second = columns
    if _reversed(table, first, second):
        first, second = second, first
    levels = [level_in(row.cells[index]) for index in (first, second)]
    assert levels[0] is not None
    assert levels[1] is not None
    return Reading(row, label_of(row, min(columns)), levels[0], levels[1], arrow, _second(row, first, second))


def _reversed(table: Table, first: int, second: int) -> bool:
    one, two = header_of(table, first), header_of(table, second)
    years = year_of(one), year_of(two)
    if years[0] and years[1] and years[0] != years[1]:
        return years[0] > years[1]
    return bool(_NEWER.search(one) and _OLDER.search(two)) and not _OLDER.search(one)


def _second(row: Row, first: int, second: int) -> tuple[Number, Number] | None:
    """The second figures of "11 / 2" and "0 / 0"."""
    pairs: Sequence[tuple[Number, ...]] = [numbers_in(row.cells[index]) for index in (first, second)]
    return (pairs[0][1], pairs[1][1]) if all(len(pair) == 2 for pair in pairs) else None
