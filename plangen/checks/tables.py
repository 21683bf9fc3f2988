"""Tables as a page leaves them: rows of cells, some lost, some with a whole column of values run together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from plangen.checks.finding import Place
from plangen.checks.text import Line, is_row

__all__ = ["Row", "Table", "cells_of", "expanded", "tables_of"]


class Row(Struct, frozen=True):
    """A row: its cells without mark-up, and where it stands."""

    cells: tuple[str, ...]
    place: Place

    @property
    def text(self) -> str:
        """The row as one line, for quoting."""
        return " | ".join(cell for cell in self.cells if cell)


class Table(Struct, frozen=True):
    """Rows that follow one another. `header` is blank where no row of words comes first.

    `whole` says that the source marks cells (Markdown, .docx), so that none can be lost.
    """

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    title: str = ""
    whole: bool = False


_TAGS = re.compile(r"</?(?:b|i|em|strong|sup|sub|u|span|p|li|ul|ol|div)\b[^>]*>|\*\*|__|</?(?:ul|ol)\b[^<>\n]*")
_MOST, _MOST_CELLS = 2_000, 100
_RULE = frozenset(" \t:|+-")
_GAP = re.compile(r"\t|\s{3,}")
_WITH_ARROW = re.compile(r"^(.*\S)\s+([£]?\d[\d.,]*%?)\s+([£]?\d[\d.,]*%?)\s+([▲▼▶►↑↓→⬆⬇➡])$")
_FIGURE = re.compile(r"\d")


def cells_of(line: str) -> tuple[str, ...]:
    """The cells of a row: parted by upright strokes, tabs, or three spaces and more."""
    if "\t" not in line and line.lstrip().startswith("|"):
        parts = re.split(r"(?<!\\)\|", line.strip().strip("|"))
    elif "\t" in line:
        parts = line.split("\t")
    else:
        arrow = _WITH_ARROW.match(line.strip())
        parts = [*_GAP.split(arrow[1]), *arrow.groups()[1:]] if arrow else _GAP.split(line.strip())
    return tuple(re.sub(r"\s+", " ", _TAGS.sub(" ", part[:_MOST])).strip() for part in parts[:_MOST_CELLS])


def tables_of(lines: Sequence[Line]) -> tuple[Table, ...]:
    """The tables of a text, each with the nearest line of words above it as its title."""
    found: list[Table] = []
    rows: list[Row] = []
    title, above, whole = "", "", False
    for index, line in enumerate(lines):
        if is_row(line.text):
            if not rows:
                title, whole = above, line.text.lstrip().startswith("|")
            if not _RULE.issuperset(line.text):
                rows.append(Row(cells_of(line.text), line.place))
        elif rows and _heads_rows(lines, index):
            rows.append(Row((line.text.strip(),), line.place))
        elif line.text.strip():
            if rows:
                found.append(_table(rows, title, whole))
            rows, above = [], line.text.strip()
    if rows:
        found.append(_table(rows, title, whole))
    return tuple(found)


def _heads_rows(lines: Sequence[Line], index: int) -> bool:
    """Whether line `index` is a heading within a table that lost its other cells: a few words between two rows."""
    around = lines[index - 1 : index + 2]
    if len(around) < 3 or not 0 < len(lines[index].text.strip()) < 80:
        return False
    return is_row(around[0].text) and is_row(around[2].text) and bool(_FIGURE.search(around[2].text))


def _table(rows: Sequence[Row], title: str, whole: bool) -> Table:
    count = 0
    while count < min(3, len(rows)) and _is_header(rows[count], rows[count + 1 :]):
        count += 1
    header = _joined(rows[:count])
    body = tuple(part for row in rows[count:] for part in expanded(row))
    return Table(header, body, re.sub(r"^#+\s*", "", title), whole)


_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
_PERIOD_ONLY = re.compile(
    r"^(?:(?:year end|target|actual|baseline|[A-Z][a-z]{2,8})\s+)?(?:(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?)?"
    r"\s*(?:Q(?:uarter)?\s?\d)?$|^(?:Q(?:uarter)?|year|yr)\s?\d.*$"
    rf"|^{_MONTH}\s*\d{{2,4}}(?:\s*(?:[-–]|to)\s*{_MONTH}\s*\d{{2,4}})?$",
    re.I,
)


def _is_header(row: Row, below: Sequence[Row]) -> bool:
    """Words or periods in every filled cell, and figures somewhere below."""
    filled = [cell for cell in row.cells if cell]
    if not filled or not below:
        return False
    return all(not _FIGURE.search(c) or _PERIOD_ONLY.match(c) or _is_words(c) for c in filled) and not any(
        re.fullmatch(r"[▲▼▶◄►↑↓→⬆⬇➡]", c) for c in filled
    )


def _is_words(cell: str) -> bool:
    letters = sum(character.isalpha() for character in cell)
    return letters > 3 and letters > 2 * sum(character.isdigit() for character in cell) and len(cell) < 60


def _joined(rows: Sequence[Row]) -> tuple[str, ...]:
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


def expanded(row: Row) -> tuple[Row, ...]:
    """One row per item where the first cell lists several and every value cell holds as many values.

    A cell with another number of values than there are items is left blank: nobody can say which is missing.
    """
    if not row.cells or not _BULLET.search(row.cells[0]):
        return (row,)
    labels = [part for part in _BULLET.split(row.cells[0]) if part.strip()]
    columns = [_values(cell, len(labels)) for cell in row.cells[1:]]
    return tuple(
        Row((label.strip(), *(column[index] for column in columns)), row.place)
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
