"""Figures as pandas frames, for analysts: observations in, results and the tables of an edition out."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from plangen.diagnostics import PlangenError, Severity
from plangen.document.blocks import Block, Section
from plangen.document.inlines import plain
from plangen.document.tables import Cell, CellBlock, CellLine, CellList, Chip, PriorityLine, Table, Tally, Travel
from plangen.measures.results import ResultRow
from plangen.model.edition import EditionName
from plangen.model.observation import COLUMNS, Observation

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Observations", "Results", "tables"]

_DIGITS = 12
"""Significant digits of a number that comes from binary: 29.920000000000002 is 29.92."""


class Observations(Struct, frozen=True):
    """Observations of a workspace, in order. `csv` is the same as text for a table in content/data."""

    rows: tuple[Observation, ...]
    csv: str

    @classmethod
    def from_frame(cls, frame: pd.DataFrame, root: Path) -> Observations:
        """The rows of a frame whose columns are those of a data file, checked against the workspace at `root`.

        Numbers may be numbers or text, missing ones are empty cells. Raises `PlangenError` with everything that is
        wrong, as for a file called `frame`: its first row is line 2.
        """
        from plangen.sources.observations import ObservationReader
        from plangen.sources.rows import read_rows
        from plangen.sources.workspace import read_workspace

        header = [str(name) for name in frame.columns]
        cells = [[_text(cell) for cell in row] for row in frame.itertuples(index=False, name=None)]
        indicators = read_workspace(root, ()).records.indicators
        reader = ObservationReader(indicators, indicators)
        rows = reader.read(read_rows(enumerate([header, *cells], start=1), "frame", reader.found))
        if any(found.severity is Severity.ERROR for found in reader.found):
            raise PlangenError(reader.found)
        return cls(tuple(rows), _csv([header, *cells]))

    @classmethod
    def read(cls, root: Path) -> Observations:
        """Everything that stands in content/data of the workspace at `root`."""
        from plangen.sources.workspace import read_workspace

        rows = read_workspace(root, ()).records.observations
        return cls(rows, _csv([list(COLUMNS), *map(_cells, rows)]))

    def to_frame(self) -> pd.DataFrame:
        """A row each, with the columns of a data file; `value` is a number, missing where a marker stands."""
        import pandas as pd

        frame = pd.DataFrame(list(map(_cells, self.rows)), columns=list(COLUMNS))
        return frame.assign(value=pd.to_numeric(frame["value"], errors="coerce"))


class Results(Struct, frozen=True):
    """Every figure of an edition, in the order in which a reader meets them."""

    rows: tuple[ResultRow, ...]

    @classmethod
    def of(cls, root: Path, name: EditionName) -> Results:
        """The results of the edition `name`; raises what reading the workspace raises."""
        from plangen.compose import compose
        from plangen.sources.workspace import read_workspace

        return cls(compose(read_workspace(root, (name.id,)), name).results)

    def to_frame(self) -> pd.DataFrame:
        """A row each: key, indicator, period, base, value (unrounded), shown, unit, outcome, formula, inputs."""
        from plangen.measures.results import to_frame

        return to_frame(self.rows)


def tables(root: Path, name: EditionName) -> dict[str, pd.DataFrame]:
    """The tables of an edition as they are printed, by the heading they stand under.

    Cells are words. The bands of a table are its first column, `band`. Two tables under one heading are told apart
    by a number: `Appendix`, `Appendix 2`.
    """
    from plangen.compose import compose
    from plangen.sources.workspace import read_workspace

    document = compose(read_workspace(root, (name.id,)), name).document
    found: dict[str, pd.DataFrame] = {}
    for heading, table in _tables(document.sections, ""):
        number = 1 + sum(known == heading or known.startswith(f"{heading} ") for known in found)
        found[heading if number == 1 else f"{heading} {number}"] = _frame(table)
    return found


def _tables(blocks: tuple[Block, ...], heading: str) -> Iterator[tuple[str, Table]]:
    for block in blocks:
        if isinstance(block, Section):
            yield from _tables(block.blocks, plain(block.heading))
        elif isinstance(block, Table):
            yield heading, block


def _frame(table: Table) -> pd.DataFrame:
    import pandas as pd

    heads = [(head.words, number) for head in table.header for number in range(1, head.span + 1)]
    names = [words if number == 1 else f"{words} {number}" for words, number in heads]
    banded = any(group.band for group in table.groups)
    rows = [
        [*([group.band.title if group.band else ""] if banded else []), *_words_of_row(row.cells)]
        for group in table.groups
        for row in group.rows
    ]
    return pd.DataFrame(rows, columns=[*(["band"] if banded else []), *names])


def _words_of_row(cells: tuple[Cell, ...]) -> Iterator[str]:
    for cell in cells:
        yield " ".join(filter(None, map(_words, cell.blocks)))
        yield from [""] * (cell.span - 1)


def _words(block: CellBlock) -> str:
    match block:
        case CellLine(content):
            return plain(content)
        case CellList(items):
            return "; ".join(map(plain, items))
        case Chip(badge):
            return badge.word
        case Travel(_, amount, judgement):
            return f"{amount} {judgement}".strip()
        case Tally(count):
            return count.text
        case PriorityLine(priority, content):
            return f"{priority} {plain(content)}"


def _text(cell: object) -> str:
    """A cell of a frame as a data file would have it."""
    import pandas as pd

    if cell is None or cell is pd.NA or cell is pd.NaT or cell != cell:  # not a number is not equal to itself
        return ""
    if isinstance(cell, float):
        return format(Decimal(f"{cell:.{_DIGITS}g}").normalize(), "f")
    return format(cell, "f") if isinstance(cell, Decimal) else str(cell)


def _cells(row: Observation) -> list[str]:
    """An observation as a row of a data file."""
    value = row.marker.value if row.marker else _text(row.value)
    given = {
        "indicator": row.indicator,
        "area": row.area,
        "period": row.period.text,
        "value": value,
        "series": row.series.value,
        "base": row.base.text if row.base else "",
        "category": row.category,
        "status": row.standing.value,
    }
    return [given[name] if name in given else _text(getattr(row, name, None)) for name in COLUMNS]


def _csv(rows: list[list[str]]) -> str:
    import csv
    import io

    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()
