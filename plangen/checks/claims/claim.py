"""One figure with what is said of it."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from plangen.checks.finding import DocumentPlace
from plangen.checks.numbers import TypedNumber

__all__ = ["Claim", "ClaimRole", "Source"]


class Source(Enum):
    """What kind of text a claim stands in."""

    SENTENCE = "sentence"
    CELL = "cell"
    LABEL = "label of a chart"


class ClaimRole(Enum):
    """What a figure is to its measure."""

    LEVEL = "level"
    CHANGE = "change"
    SHARE = "share"
    RANK = "rank"
    TARGET = "target"
    TOTAL = "total"
    PART = "part"


class Claim(Struct, frozen=True):
    """A figure in a sentence, a cell or beside a bar.

    `words` are the stems that name its measure, place or group: of a cell those of its row, of a sentence all that
    stand in the figure's clause. `near` are those of a cell's column, or between the figures on both sides
    of one in a sentence. `series` is the row (or, where rows are periods, the column) of which table it is
    one of,
    `before` the words just before a figure of a sentence. `times` are the periods named for it, and `per`
    the number of people of a rate, 0 where none is named.
    """

    source: Source
    role: ClaimRole
    number: TypedNumber
    words: frozenset[str]
    near: frozenset[str]
    times: tuple[str, ...]
    per: int
    place: DocumentPlace
    quote: str
    name: str = ""
    heading: str = ""
    series: tuple[int, str] = (0, "")
    before: str = ""
