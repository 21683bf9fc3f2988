"""Tables as a page leaves them: rows of cells, some lost, some with a whole column of values run together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from plangen.checks.finding import DocumentPlace
from plangen.checks.text import LIGATURES, TextLine, is_row

__all__ = ["ReadRow", "ReadTable", "cells_of", "expanded", "names_columns", "tables_of"]


class ReadRow(Struct, frozen=True):
    """A row: its cells without mark-up, and where it stands."""

    cells: tuple[str, ...]
    place: DocumentPlace

    @property
    def text(self) -> str:
        """The row as one line, for quoting."""
        return " | ".join(cell for cell in self.cells if cell)


class ReadTable(Struct, frozen=True):
    """Rows that follow one another. `header` is blank where no row of words comes first.

    `whole` says that the source marks cells (Markdown, .docx), so that none can be lost.
    """

    header: tuple[str, ...]
    rows: tuple[ReadRow, ...]
    title: str = ""
    whole: bool = False


_TAGS = re.compile(r"</?(?:b|i|em|strong|sup|sub|u|span|p|li|ul|ol|div)\b[^>]*>|\*\*|__|</?(?:ul|ol)\b[^<>\n]*")
_MOST, _MOST_CELLS = 2_000, 100
_RULE = frozenset(" \t:|+-")
_GAP = re.compile(r"\t|\s{3,}")
_WITH_ARROW = re.compile(r"^(.*[^\s\d.,%])\s+([£]?\d[\d.,]*%?)\s+([£]?\d[\d.,]*%?)\s+([▲▼▶►↑↓→⬆⬇➡])$")
_FIGURE = re.compile(r"\d")


def cells_of(line: str) -> tuple[str, ...]:
    """The cells of a row: parted by upright strokes, tabs, or three spaces and more."""
    if "\t" not in line and line.lstrip().startswith("|"):
        parts = re.split(r"(?<!\\)\|", line.strip().strip("|"))
    elif "\t" in line:
        parts = line.split("\t")
    else:
        arrow = _WITH_ARROW.match(line.strip())
        parts = [*_GAP.split(arrow[1]), *arrow.groups()[1:]] if arrow else _apart(_GAP.split(line.strip()))
    kept = (_TAGS.sub(" ", part[:_MOST]).translate(LIGATURES) for part in parts[:_MOST_CELLS])
    return tuple(re.sub(r"\s+", " ", part).strip() for part in kept)


_TOGETHER = re.compile(r"£?\d[\d,.]*%?(?: £?\d[\d,.]*%?)+")


def _apart(cells: Sequence[str]) -> list[str]:
    """Cells of a wide row, those that a single space parts too: "37,800 11,890"; "11 890" may be one figure."""
    found: list[str] = []
    for number, cell in enumerate(cells):
        parts = cell.split(" ")
        several = number > 0 and _TOGETHER.fullmatch(cell) and any(re.search(r"[,.%]", part) for part in parts)
        found += parts if several else [cell]
    return found


def tables_of(lines: Sequence[TextLine]) -> tuple[ReadTable, ...]:
    """The tables of a text, each with the nearest line of words above it as its title."""
    found: list[ReadTable] = []
    rows: list[ReadRow] = []
    title, whole, ruled = "", False, 0
    above: list[TextLine] = []
    for index, line in enumerate(lines):
        if is_row(line.text):
            if not rows:
                whole, ruled = line.text.lstrip().startswith("|"), 0
                heads = [] if whole else _heads(above, len(cells_of(line.text)))
                rows += [ReadRow(cells_of(each.text), each.place) for each in heads]
                left = above[: len(above) - len(heads)]
                title = left[-1].text.strip() if left else ""
            if not _RULE.issuperset(line.text):
                rows.append(ReadRow(cells_of(line.text), line.place))
            elif whole and "-" in line.text and not ruled:
                ruled = len(rows)
        elif rows and _heads_rows(lines, index):
            rows.append(ReadRow((line.text.strip(),), line.place))
        elif line.text.strip():
            if rows:
                found.append(_table(rows, title, whole, ruled))
            rows, above = [], [*above[-3:], line]
    if rows:
        found.append(_table(rows, title, whole, ruled))
    return tuple(found)


def _heads(above: Sequence[TextLine], width: int) -> list[TextLine]:
    """The line of headings without a figure above a row of `width` cells.

    Where it has one for nearly every column.
    """
    cells = cells_of(above[-1].text) if above else ()
    return [above[-1]] if 1 < width - 1 <= len(cells) <= width and names_columns(cells) else []


def _heads_rows(lines: Sequence[TextLine], index: int) -> bool:
    """Whether line `index` is a heading within a table that lost its other cells: a few words between two rows."""
    around = lines[index - 1 : index + 2]
    if len(around) < 3 or not 0 < len(lines[index].text.strip()) < 80:
        return False
    after = around[2].text
    if not (is_row(around[0].text) and is_row(after) and _FIGURE.search(after)):
        return False
    return not names_columns(cells_of(after))


def _table(rows: Sequence[ReadRow], title: str, whole: bool, ruled: int) -> ReadTable:
    """A table of `rows`, of which the first `ruled` stand above the rule of a Markdown table."""
    known = 0 < ruled <= 3 and any(any(row.cells) for row in rows[:ruled])
    count = ruled if known else 0
    while not known and count < min(3, len(rows)) and _is_header(rows[count], rows[count + 1 :]):
        count += 1
    header = _joined(rows[:count])
    body = tuple(part for row in rows[count:] for part in expanded(row))
    return ReadTable(header, body, re.sub(r"^#+\s*", "", title), whole)


_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
_TIME = (
    rf"(?:{_MONTH}\W{{0,2}}\d{{2,4}}|{_MONTH}|(?:19|20)\d\d(?:\s?[/–-]\s?\d{{2,4}})?|Q(?:uarter|tr)?\s?[1-4]"
    r"|'\d\d)"
)
_SHORT_YEAR = r"(?:FY\s?)?\d\d\s?[/–-]\s?\d\d"
_BESIDE_TIME = (
    r"(?:to|and|at|as|of|the|for|in|end|ended|ending|year|years|yr|ytd|months?|weeks?|date|half|target|actuals?"
    r"|baseline|base|out-?turn|forecast|budget|plan|previous|current|last|result|score|number|rate|total|period"
    r"|position|\d{1,2}(?:st|nd|rd|th)?)"
)
_PERIOD_ONLY = re.compile(
    rf"^(?:{_BESIDE_TIME}\W+){{0,4}}{_TIME}(?:\W+(?:{_TIME}|{_SHORT_YEAR}|{_BESIDE_TIME})){{0,6}}\W*$"
    rf"|^(?:{_TIME}\W+)?{_SHORT_YEAR}(?:\W+{_TIME})?$"
    r"|^(?:(?:year end|target|actual|baseline|[A-Z][a-z]{2,8})\s+)?(?:(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?)?"
    r"\s*(?:Q(?:uarter)?\s?\d)?$|^(?:Q(?:uarter)?|year|yr)\s?\d.*$",
    re.I,
)
_GLUED = re.compile(r"(?<=[a-z])(?=(?:19|20)\d\d)")
_RANKED_OF = re.compile(r"^(\d\d)\s?[/–-]\s?(\d\d)$")


def _is_period(cell: str) -> bool:
    """Whether a cell names a time; "14/15" is one, "12/15" is a position."""
    cell = _GLUED.sub(" ", cell)
    rank = _RANKED_OF.match(cell)
    if rank and (int(rank[1]) + 1) % 100 != int(rank[2]):
        return False
    return len(cell) < 60 and bool(_PERIOD_ONLY.match(cell))


def names_columns(cells: Sequence[str]) -> bool:
    """Whether cells can be headings: words or periods in every filled one, and two of them at least."""
    filled = [cell for cell in cells if cell]
    return len(filled) > 1 and all(_is_heading(cell) for cell in filled)


_OF_A_RATE = re.compile(r"^(?:10{2,6}|10{0,2}(?:,000){1,2}|[£$€]?['’]?000s?)(?:\s+[a-z]+)*$")
"""The end of a heading such as "Rate per 1,000" or "Budget £000", where it runs over two lines."""


def _is_heading(cell: str) -> bool:
    return not _FIGURE.search(cell) or bool(_OF_A_RATE.match(cell)) or _is_period(cell) or _is_words(cell)


def _is_header(row: ReadRow, below: Sequence[ReadRow]) -> bool:
    """Words or periods in every filled cell, and figures somewhere below."""
    filled = [cell for cell in row.cells if cell]
    if not filled or not below:
        return False
    return all(_is_heading(c) for c in filled) and not any(re.fullmatch(r"[▲▼▶◄►↑↓→⬆⬇➡]", c) for c in filled)


def _is_words(cell: str) -> bool:
    letters = sum(character.isalpha() for character in cell)
    if len(cell) < 60 and re.match(r"[A-Za-z%]", cell) and letters > 3:
        return True
    return letters > 3 and letters > 2 * sum(character.isdigit() for character in cell) and len(cell) < 60


def _joined(rows: Sequence[ReadRow]) -> tuple[str, ...]:
    """Several header rows as one; a heading that spans columns stands in each of them.

    A row that is shorter than the widest lost its cells on the left, above the names, unless it has only one.
    """
    width = max((len(row.cells) for row in rows), default=0)
    columns = [""] * width
    for number, row in enumerate(rows):
        last, lost = "", width - len(row.cells) if len(row.cells) > 1 else 0
        for column in range(width):
            cell = row.cells[column - lost] if 0 <= column - lost < len(row.cells) else ""
            if number < len(rows) - 1 and column:
                last = cell or last
                cell = last
            columns[column] = f"{columns[column]} {cell}".strip()
    return tuple(columns)


_BULLET = re.compile(r"\s*[○•●▪◦]\s*|\s*\uf0b7\s*|\s*<br\s*/?>\s*")
_TAIL = r"(?:\s?\([^)]*\))?(?:\s+(?!(?:TBA|N/A)\b)[a-z]{3,}\b)*(?:\s+\d[\d,]*\s+total\b)?"
_VALUE = r"(?:To be set|TBA|TBC|N/A|n/a|nil|None|[↓↑▲▼▶+<>≤≥-]*\s?£?\d[\d,]*(?:\.\d+)?\s?%?(?:\s?/\s?\d+)?" + _TAIL
_TOKENS = (
    re.compile(_VALUE + r"|[-–—])"),
    re.compile(_VALUE.replace(r"+<>≤≥-]*\s?", r"+<>≤≥]*\s?(?:-(?=\d))?") + r"|[-–—])"),
    re.compile(_VALUE.replace(_TAIL, r"(?:\s?\([^)]*\))?") + r"|[-–—])"),
)


def expanded(row: ReadRow) -> tuple[ReadRow, ...]:
    """One row per item where the first cell lists several and every value cell holds as many values.

    A cell with another number of values than there are items is left blank: nobody can say which is missing.
    """
    if not row.cells or not _BULLET.search(row.cells[0]):
        return (row,)
    labels = [part for part in _BULLET.split(row.cells[0]) if part.strip()]
    columns = [_values(cell, len(labels)) for cell in row.cells[1:]]
    return tuple(
        ReadRow((label.strip(), *(column[index] for column in columns)), row.place)
        for index, label in enumerate(labels)
    )


def _values(cell: str, count: int) -> list[str]:
    if count == 1:
        return [cell]
    for pattern in _TOKENS:
        found = [match[0].strip() for match in pattern.finditer(cell)]
        if len(found) == count:
            return found
    return [""] * count
