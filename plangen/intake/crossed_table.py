"""A table with names one way and periods the other, while it is read."""

from __future__ import annotations

from msgspec import Struct, field

from plangen.intake.cells import Place
from plangen.intake.columns import TableColumn
from plangen.intake.context import TableReading
from plangen.intake.frames import Frame
from plangen.model.import_mapping import TableLayout

__all__ = ["CrossedTable"]


class CrossedTable(Struct):
    """A crossed table: its columns of periods, where names, references, areas and series stand beside them."""

    reading: TableReading
    frame: Frame
    columns: list[TableColumn]
    times: list[TableColumn]
    names: int
    reference: int = 0
    area: int = 0
    series: int = 0
    category: int = 0
    layout: TableLayout = TableLayout.WIDE
    indicator: str = ""
    current: str = ""
    band: str = ""
    is_left_out: bool = False
    benchmarks: dict[str, str] = field(default_factory=dict)
    percent: list[str] = field(default_factory=list)
    mixed: list[tuple[str, Place]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
