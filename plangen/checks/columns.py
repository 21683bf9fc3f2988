"""What the columns of a table hold, as far as their headings and cells say."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from plangen.checks.numbers import TypedNumber, numbers_in
from plangen.checks.tables import ReadRow, ReadTable
from plangen.model.month_names import MONTHS, month_number

__all__ = ["Arrow", "arrow_in", "header_of", "label_of", "level_in", "year_of"]


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
def level_in(cell: str) -> TypedNumber | None:
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


def header_of(table: ReadTable, column: int) -> str:
    """The heading of a column, blank where there is none."""
    return table.header[column] if column < len(table.header) else ""


_POLARITY = re.compile(
    r"(?:low(?:er)?|high(?:er)?|up|down|increase|decrease|reduce)(?:\s+is\s+(?:good|better))?", re.I
)
"""What a column says of the way that is good; no name of a measure."""


def label_of(row: ReadRow, before: int) -> str:
    """The name of a row: the last cell of words before column `before`."""
    for cell in reversed(row.cells[:before]):
        if re.search(r"[A-Za-z]{3}", cell) and level_in(cell) is None and not _POLARITY.fullmatch(cell.strip()):
            return cell
    return ""


_YEAR = re.compile(r"\b((?:19|20)\d\d)(?:\s?[/–-]\s?\d{2,4})?")
_QUARTER = re.compile(r"\bQ(?:uarter)?\s?([1-4])", re.I)
_MONTH = re.compile(rf"\b({'|'.join(MONTHS)})[a-z]*\b\W{{0,2}}(\d\d\b)?", re.I)
_SHORT = re.compile(r"\bFY\W?(\d\d)\b|['’](\d\d)\b", re.I)


def year_of(heading: str) -> tuple[int, int] | None:
    """Year and quarter or month a heading names, for putting columns in order; None where it names no year."""
    years, quarter, months = _YEAR.findall(heading), _QUARTER.search(heading), _MONTH.findall(heading)
    short = [year for _, year in months if year] + [one or two for one, two in _SHORT.findall(heading)]
    if not years and not short:
        return None
    month = month_number(months[-1][0]) if months else 0
    return int(years[-1]) if years else 2000 + int(short[-1]), int(quarter[1]) if quarter else month
