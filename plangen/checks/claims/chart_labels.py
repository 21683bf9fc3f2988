"""Names and values beside the bars of a chart, as they stand in the text of a page: "Hale Barns      3.9"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plangen.checks.columns import level_in
from plangen.checks.tables import ReadRow, ReadTable
from plangen.checks.text import LIGATURES, TextLine

__all__ = ["chart_labels"]

_LABEL = re.compile(
    r"^\s*(?P<name>[A-Z][A-Za-z '’&/(),.+-]{2,48}?)(?:\s{2,}|\t+|:\s+)(?P<value>£?\d[\d,.]*\s?[%km]?)\s*$"
)
_TITLE = re.compile(r"^\s*(?:#+\s*|\*\*)?(?:Figure|Chart|Fig\.?)\s*\d+", re.I)
_LEAST = 4
"""Labels under one another that are a chart."""
_APART = 8
"""Lines without a label (a bar without its name, an axis) that may lie between two."""


def chart_labels(lines: Sequence[TextLine]) -> Iterator[ReadTable]:
    """The labels of each chart as a table of two columns, titled by the caption above them."""
    rows: list[ReadRow] = []
    title, caption, last = "", "", 0
    for index, line in enumerate(lines):
        text = line.text.translate(LIGATURES)
        if _TITLE.match(text):
            if len(rows) >= _LEAST:
                yield ReadTable((), tuple(rows), title)
            rows, caption = [], text.strip()
            continue
        match = _LABEL.match(text)
        if match and level_in(match["value"]):
            if index - last > _APART and rows:
                if len(rows) >= _LEAST:
                    yield ReadTable((), tuple(rows), title)
                rows = []
            if not rows:
                title = caption
            rows.append(ReadRow((match["name"].strip(), match["value"].strip()), line.place))
            last = index
    if len(rows) >= _LEAST:
        yield ReadTable((), tuple(rows), title)
