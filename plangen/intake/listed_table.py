"""A long table while it is read: the column of each role, and the cells of a row by role."""

from __future__ import annotations

from msgspec import Struct, field

from plangen.intake.amounts import Draft
from plangen.intake.cells import SheetCell
from plangen.intake.columns import TableColumn
from plangen.intake.context import TableReading
from plangen.intake.frames import Frame, HeadingReader
from plangen.intake.headings import HeadingRole

__all__ = ["ListedRow", "ListedTable", "cell_of", "text_of"]


class ListedTable(Struct):
    """A long table: the column of each role, and the benchmark columns beside the values."""

    reading: TableReading
    frame: Frame
    reader: HeadingReader
    at: dict[HeadingRole, int]
    benchmarks: list[tuple[int, str]]
    drafts: dict[tuple[str, str], list[Draft]] = field(default_factory=dict)
    name: str = ""
    year: SheetCell | None = None
    area: str = ""
    texts: list[str] = field(default_factory=list)


class ListedRow(Struct):
    """A row that has its period."""

    line: int
    name: str
    time: TableColumn


def cell_of(table: ListedTable, line: int, role: HeadingRole) -> SheetCell | None:
    """The filled cell of `line` in the column of `role`, None where there is no such column or it is blank."""
    position = table.at.get(role)
    return table.frame.grid.filled(line, position) if position else None


def text_of(table: ListedTable, line: int, role: HeadingRole) -> str:
    """The text of `line` in the column of `role`, blank where there is none."""
    cell = cell_of(table, line, role)
    return cell.text.strip() if cell else ""
