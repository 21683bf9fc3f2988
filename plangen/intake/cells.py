"""A sheet as its cells, whatever file it comes from: what stands in each, how it is shown, what is hidden."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from enum import Enum

from msgspec import Struct, field

__all__ = [
    "Block",
    "CellKind",
    "CellSheet",
    "Place",
    "SheetCell",
    "column_letters",
    "column_number",
    "written_number",
]

Place = tuple[int, int]
"""Row and column, from 1."""

_SIGNIFICANT = 12


class CellKind(Enum):
    """What stands in a cell. A formula is what its stored result is."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    TRUTH = "true or false"
    ERROR = "error value"
    NO_RESULT = "formula without result"


class SheetCell(Struct, frozen=True):
    """One cell that is not empty.

    `text` is what it says; of a number its digits at 12 significant places, of a date the day first. `form` is the
    number format. `raised` are characters set as superscript, which are a mark and no part of the text.
    `partly_struck` says that only some of the text is struck through.
    """

    kind: CellKind
    text: str
    number: Decimal | None = None
    day: datetime | None = None
    form: str = ""
    struck: bool = False
    partly_struck: bool = False
    raised: str = ""
    external: bool = False


class Block(Struct, frozen=True, order=True):
    """A rectangle of cells, both corners included."""

    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        first = f"{column_letters(self.left)}{self.top}"
        last = f"{column_letters(self.right)}{self.bottom}"
        return first if first == last else f"{first}:{last}"

    def holds(self, place: Place) -> bool:
        """Whether the cell lies in it."""
        return self.top <= place[0] <= self.bottom and self.left <= place[1] <= self.right


class CellSheet(Struct, frozen=True):
    """A sheet: its cells that are not empty, by place, and what is merged or hidden in it."""

    name: str
    cells: Mapping[Place, SheetCell]
    merges: tuple[Block, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False
    merged_at: Mapping[Place, Block] = field(default_factory=dict)

    def address(self, place: Place) -> str:
        """How a cell is named: `KPIs!C5`."""
        return f"{self.name}!{column_letters(place[1])}{place[0]}"

    def range(self, block: Block) -> str:
        """How a rectangle is named: `KPIs!C5:C9`."""
        return f"{self.name}!{block}"

    def rows(self) -> Iterator[tuple[int, list[int]]]:
        """The rows that are not empty, with the columns of their cells, in order."""
        together: dict[int, list[int]] = {}
        for row, column in sorted(self.cells):
            together.setdefault(row, []).append(column)
        yield from together.items()


def column_letters(number: int) -> str:
    """`28` is AB."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """AB is `28`; 0 for anything that names no column."""
    number = 0
    for letter in letters.strip().upper():
        if not "A" <= letter <= "Z":
            return 0
        number = 26 * number + ord(letter) - 64
    return number


def written_number(number: Decimal) -> str:
    """Digits without thousands or closing zeros, at 12 significant places: 29.920000000000002 is 29.92."""
    if number.is_zero():
        return "0"
    rounded = round(number, _SIGNIFICANT - 1 - number.adjusted())
    text = f"{rounded:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
