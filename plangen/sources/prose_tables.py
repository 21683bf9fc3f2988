"""Tables in Markdown: cells of equal number in every row, and which columns are set right."""

from __future__ import annotations

import re

from markdown_it.token import Token

from plangen.diagnostics import Diagnostic, Location, codes, finding
from plangen.model.prose import Phrase, ProseTable
from plangen.sources.places import Places

__all__ = ["table_from", "too_many_cells"]

_PIPE = re.compile(r"(?<!\\)\|")


def table_from(rows: list[list[tuple[Phrase, ...]]], right: list[bool], here: Location) -> ProseTable:
    """The table whose first row is its header."""
    body = tuple(tuple(row) for row in rows[1:])
    return ProseTable(tuple(rows[0]), body, tuple(right), here)


def too_many_cells(row: Token, places: Places, columns: int) -> list[Diagnostic]:
    """A row with more cells than the header (`columns`; 0 while that is read): Markdown would drop them."""
    line = row.map[0] if row.map else 0
    text = places.lines[line].strip() if line < len(places.lines) else ""
    cells = len(_PIPE.split(text.removeprefix("|").removesuffix("|")))
    if not columns or cells <= columns:
        return []
    message = f"the row has {cells} cells; the table has {columns} columns"
    return [
        finding(
            codes.TABLE_ROW_TOO_LONG, message, places.of_line(line), "delete a |, or write one in the text as \\|"
        )
    ]
