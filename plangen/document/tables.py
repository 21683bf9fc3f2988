"""Tables: every column has a header and every row has a header cell, or the table cannot be made.

A column says what it holds; how wide it is and on which side its words stand, a format decides from that.
"""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from plangen.document.inlines import Inline, Note, Text, Value
from plangen.document.status import Badge, Mark

__all__ = [
    "Band",
    "Cell",
    "CellBlock",
    "CellLine",
    "CellList",
    "Chip",
    "Column",
    "ColumnHeader",
    "ColumnRole",
    "Density",
    "PriorityLine",
    "Row",
    "RowGroup",
    "RowRule",
    "Table",
    "Tally",
    "Tone",
    "Travel",
]


class Density(Enum):
    """A reading table holds words, a data table figures."""

    READING = "reading"
    DATA = "data"


class Tone(Enum):
    """How a cell's words stand out: the current value and keys are strong, absent figures are muted."""

    PLAIN = "plain"
    STRONG = "strong"
    MUTED = "muted"


class CellLine(Struct, frozen=True):
    """A line of a cell; `second` is the smaller grey line below the first."""

    content: tuple[Inline, ...]
    tone: Tone = Tone.PLAIN
    second: bool = False


class CellList(Struct, frozen=True):
    """A bulleted list in a cell."""

    items: tuple[tuple[Inline, ...], ...]


class Chip(Struct, frozen=True):
    """A badge on its tint."""

    badge: Badge


class Travel(Struct, frozen=True):
    """A direction of travel: symbol, amount ("Up 6.6%") and, below, the judgement ("Worsened")."""

    mark: Mark
    amount: str
    judgement: str


class Tally(Struct, frozen=True):
    """A count and as many symbols: "3" and three squares. The words are the column's header."""

    count: Value
    mark: Mark
    symbols: int


class PriorityLine(Struct, frozen=True):
    """A priority's name with its coloured number before it."""

    priority: int
    content: tuple[Inline, ...]


CellBlock = CellLine | CellList | Chip | Travel | Tally | PriorityLine


class Cell(Struct, frozen=True):
    """A cell's content from top to bottom, over `span` columns. `note` is a note's label ("1"), set as [1].

    `rows` is how many rows it speaks for; in those below it a cell that is `covered` keeps its place.
    """

    blocks: tuple[CellBlock, ...]
    span: int = 1
    note: str = ""
    rows: int = 1
    covered: bool = False

    @classmethod
    def of(cls, words: str, tone: Tone = Tone.PLAIN) -> Cell:
        """A cell of one line of plain words."""
        return cls((CellLine((Text(words),), tone),))


class ColumnRole(Enum):
    """What a column holds.

    The number or reference of an entry; a name; sentences; what was done or is asked, in a figure and few words;
    an outcome on its chip; a period; a figure, and the same as a target, a change or a benchmark; a direction of
    travel; a count with its symbols.
    """

    REFERENCE = "reference"
    NAME = "name"
    WORDS = "words"
    RESULT = "result"
    OUTCOME = "outcome"
    PERIOD = "period"
    FIGURE = "figure"
    TARGET = "target"
    CHANGE = "change"
    BENCHMARK = "benchmark"
    TRAVEL = "travel"
    TALLY = "tally"


class Column(Struct, frozen=True):
    """A column: what it holds, and whether its cells may carry the mark of a note."""

    role: ColumnRole
    noted: bool = False


class ColumnHeader(Struct, frozen=True):
    """The header over one or more columns."""

    words: str
    span: int = 1

    def __post_init__(self) -> None:
        if not self.words.strip():
            raise ValueError("a column needs a header: a screen reader says it before every cell")


class RowRule(Enum):
    """The line under a row: between rows, at the end of a group of rows, or none."""

    HAIR = "hair"
    STEEL = "steel"
    NONE = "none"


class Row(Struct, frozen=True):
    """A row. `header` is the index of the cell that names it (a TH with row scope)."""

    cells: tuple[Cell, ...]
    header: int = 0
    rule: RowRule = RowRule.HAIR


class Band(Struct, frozen=True):
    """The coloured line over a group of rows; without a priority it is mist and has no number block."""

    title: str
    priority: int | None = None
    counts: str = ""


class RowGroup(Struct, frozen=True):
    """Rows under a band, or without one."""

    rows: tuple[Row, ...]
    band: Band | None = None


class Table(Struct, frozen=True):
    """A table. `summary` says in a line what it holds; `notes` stand directly under it, then `source`.

    A heading over nothing but the table, or a line that leads to it, is its caption; otherwise `summary` is
    printed as one, if it is `captioned`. `landscape`: its writer wants it on pages turned sideways, where the
    format has any.
    """

    summary: str
    columns: tuple[Column, ...]
    header: tuple[ColumnHeader, ...]
    groups: tuple[RowGroup, ...]
    density: Density = Density.READING
    notes: tuple[Note, ...] = ()
    source: tuple[Inline, ...] = ()
    landscape: bool = False
    captioned: bool = True

    def __post_init__(self) -> None:
        width = len(self.columns)
        if sum(h.span for h in self.header) != width:
            raise ValueError("the headers of a table must cover its columns")
        for group in self.groups:
            _require_covers(group.rows)
            for row in group.rows:
                if sum(c.span for c in row.cells) != width:
                    raise ValueError("the cells of a row must cover its table's columns")
                if not 0 <= row.header < len(row.cells):
                    raise ValueError("a row needs a header cell")
                if row.cells[row.header].covered:
                    raise ValueError("a row needs a header cell of its own")


def _require_covers(rows: tuple[Row, ...]) -> None:
    """Covered cells stand where a cell above them reaches down, and nowhere else."""
    reach: dict[int, int] = {}
    for row in rows:
        column = 0
        for cell in row.cells:
            if cell.covered != (reach.get(column, 0) > 0):
                raise ValueError("a covered cell stands below a cell of several rows")
            reach[column] = reach[column] - 1 if cell.covered else cell.rows - 1
            column += cell.span
    if any(reach.values()):
        raise ValueError("a cell reaches below the rows of its group")
