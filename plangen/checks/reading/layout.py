"""Rows of tables from text that was laid out with spaces, as it stood on its page.

A cell that is blank leaves a longer gap, so cells are put under the columns of the rows that have the most usual
number of cells. A name that runs over two lines is put together again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from plangen.checks.finding import DocumentPlace
from plangen.checks.tables import names_columns
from plangen.checks.text import TextLine

__all__ = ["laid_out_rows"]

_CELL = re.compile(r"\S+(?:\s\S+)*")
_LEAST = 3
"""Cells of a line that may be a row; two may be two columns of prose."""


class _Cell(Struct, frozen=True):
    text: str
    start: int
    end: int


def laid_out_rows(text: str, page: int) -> Iterator[TextLine]:
    """The lines of a page, those that are rows with their cells parted by tabs."""
    block: list[list[_Cell]] = []
    number = 0
    for line in text.split("\n"):
        cells = [_Cell(match[0], match.start(), match.end()) for match in _CELL.finditer(line)]
        if not cells:
            continue
        if block and _begins_table(block, cells):
            *before, last = block
            heading = last if len(last) < _LEAST else None
            for row in _aligned(before if heading else block):
                number += 1
                yield TextLine(row, DocumentPlace(number, page))
            if heading:
                number += 1
                yield TextLine(heading[0].text, DocumentPlace(number, page))
            block = [cells]
        elif len(cells) < _LEAST and not (block and _may_be_name(cells)):
            for row in _aligned(block):
                number += 1
                yield TextLine(row, DocumentPlace(number, page))
            block = []
            number += 1
            yield TextLine(" ".join(cell.text for cell in cells), DocumentPlace(number, page))
        else:
            block.append(cells)
    for row in _aligned(block):
        number += 1
        yield TextLine(row, DocumentPlace(number, page))


def _begins_table(block: Sequence[list[_Cell]], cells: Sequence[_Cell]) -> bool:
    """Whether a line heads columns, and rows of figures stand above it: then another table begins."""
    if len(cells) < _LEAST or not names_columns([cell.text for cell in cells]):
        return False
    return any(len(row) >= _LEAST and not names_columns([cell.text for cell in row]) for row in block)


def _may_be_name(cells: Sequence[_Cell]) -> bool:
    """Whether a line within a table can be the beginning of a name that runs on."""
    return len(cells) == 1 and len(cells[0].text) < 60 and not cells[0].text.endswith((".", ":"))


def _aligned(block: Sequence[list[_Cell]]) -> Iterator[str]:
    """The rows of a block, each cell in its column; a line of one cell joins the name below it."""
    widths = Counter(len(cells) for cells in block if len(cells) >= _LEAST)
    if not widths:
        yield from (" ".join(cell.text for cell in cells) for cells in block)
        return
    width = max(widths, key=lambda count: (widths[count], count))
    usual = [cells for cells in block if len(cells) == width]
    slots = [(min(row[i].start for row in usual), max(row[i].end for row in usual)) for i in range(width)]
    begun = ""
    for cells in block:
        if len(cells) < _LEAST:
            if begun:
                yield begun
            begun = cells[0].text
            continue
        first = cells[0].text
        if begun and (first[:1].islower() or begun.endswith("-")):
            joined = begun + first if begun.endswith("-") else f"{begun} {first}"
            cells = [_Cell(joined, cells[0].start, cells[0].end), *cells[1:]]
        elif begun:
            yield begun
        begun = ""
        yield "\t".join(_placed(cells, slots) if len(cells) < width else [cell.text for cell in cells])
    if begun:
        yield begun


def _placed(cells: Sequence[_Cell], slots: Sequence[tuple[int, int]]) -> list[str]:
    """The cells of a short row under the columns they stand in, each to the right of the one before."""
    found = [""] * len(slots)
    lowest = 0
    for index, cell in enumerate(cells):
        highest = len(slots) - (len(cells) - index)
        column = min(range(lowest, highest + 1), key=lambda c: _distance(cell, slots[c]))
        found[column] = cell.text
        lowest = column + 1
    return found


def _distance(cell: _Cell, slot: tuple[int, int]) -> tuple[int, float]:
    gap = max(cell.start - slot[1], slot[0] - cell.end, 0)
    return gap, abs((cell.start + cell.end) / 2 - (slot[0] + slot[1]) / 2)
