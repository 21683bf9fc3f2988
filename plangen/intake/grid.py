"""A sheet seen line by line: rows, or for tables whose periods run down, columns."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from plangen.intake.cells import Block, CellSheet, Place, SheetCell

__all__ = ["Grid"]


class Grid(Struct):
    """Cells by line and position in it. With `turned` a line is a column, and a position in it a row."""

    sheet: CellSheet
    turned: bool = False
    lines: dict[int, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for place in sorted(self.sheet.cells, key=self._of):
            line, position = self._of(place)
            self.lines.setdefault(line, []).append(position)

    def _of(self, place: Place) -> Place:
        return (place[1], place[0]) if self.turned else place

    def place(self, line: int, position: int) -> Place:
        """Row and column of a cell."""
        return (position, line) if self.turned else (line, position)

    def cell(self, line: int, position: int) -> SheetCell | None:
        """The cell, or None where it is empty."""
        return self.sheet.cells.get(self.place(line, position))

    def text(self, line: int, position: int) -> str:
        """What the cell says, or nothing."""
        cell = self.cell(line, position)
        return cell.text.strip() if cell else ""

    def block(self, first_line: int, first: int, last_line: int, last: int) -> Block:
        """The rectangle between two corners."""
        top, left = self.place(first_line, first)
        bottom, right = self.place(last_line, last)
        return Block(min(top, bottom), min(left, right), max(top, bottom), max(left, right))

    def merge(self, line: int, position: int) -> tuple[int, int, int, int] | None:
        """First line and position, last line and position of the merge a cell lies in."""
        block = self.sheet.merged_at.get(self.place(line, position))
        if block is None:
            return None
        if self.turned:
            return block.left, block.top, block.right, block.bottom
        return block.top, block.left, block.bottom, block.right

    def filled(self, line: int, position: int) -> SheetCell | None:
        """The cell, or the first cell of the merge it lies in."""
        found = self.cell(line, position)
        merge = None if found else self.merge(line, position)
        return self.cell(merge[0], merge[1]) if merge else found

    def between(self, first: int, last: int) -> Iterator[int]:
        """The lines that are not empty, from `first` to `last`."""
        return (line for line in self.lines if first <= line <= last)

    def is_empty(self, position: int, lines: list[int]) -> bool:
        """Whether nothing stands at a position in any of these lines."""
        return all(self.place(line, position) not in self.sheet.cells for line in lines)
