"""What an import knows beside the file: indicators, areas and figures of the workspace, and the answers given."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct, field

from plangen.diagnostics import Code
from plangen.intake.cells import Block, CellSheet, Place
from plangen.intake.headings import is_benchmark
from plangen.intake.names import NameBook, read_name
from plangen.intake.periods import Ask, YearAnswers, read_time
from plangen.intake.understanding import AnswerPlace, Question, ReadFigure, TableFound, Understanding
from plangen.intake.wording import comparable, plain
from plangen.model.import_mapping import ImportMapping, TableAnswers, YearIs
from plangen.model.observation import Observation
from plangen.model.period import Period

__all__ = ["FileReading", "TableReading", "Workplace", "notes_by_mark", "year_answers"]


class Workplace(Struct, frozen=True):
    """The workspace as an import needs it. `pack_period` is that of the pack named with --pack."""

    area: str
    book: NameBook
    observations: tuple[Observation, ...] = ()
    small_numbers: int = 0
    pack: str = ""
    pack_period: Period | None = None
    areas: Mapping[str, str] = field(default_factory=dict)

    def known_area(self, text: str) -> str:
        """The area that a text names, whatever its capitals and spaces; nothing where none is known."""
        return self.areas.get(comparable(text), "")

    def is_name(self, text: str) -> bool:
        """Whether a text names an indicator or an area."""
        return bool(read_name(self.book, text).indicators or self.known_area(text))


class FileReading(Struct):
    """One file being read: the workspace, the mapping, and what has been understood so far."""

    workplace: Workplace
    mapping: ImportMapping
    found: Understanding = field(default_factory=Understanding)
    tables: list[tuple[TableAnswers, TableFound]] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)


class TableReading(Struct):
    """One table being read: its sheet, the answers about it, its title, and the notes under it by their marks."""

    reading: FileReading
    sheet: CellSheet
    answers: TableAnswers
    title: str = ""
    title_place: Place | None = None
    notes: dict[str, str] = field(default_factory=dict)
    held: set[str] = field(default_factory=set)
    in_thousands: bool = False

    @property
    def found(self) -> Understanding:
        """What has been understood of the file so far."""
        return self.reading.found

    @property
    def workplace(self) -> Workplace:
        """The workspace."""
        return self.reading.workplace

    def own_area(self) -> str:
        """The area of a table that names none."""
        return self.reading.mapping.area or self.workplace.area

    def skip(self, block: Block, why: str, text: str) -> None:
        """Name what is not read."""
        self.found.skip(self.sheet, block, why, text)

    def ask(
        self,
        code: Code,
        place: Place,
        message: str,
        hint: str,
        key: str,
        subject: AnswerPlace = AnswerPlace.NOTHING,
        text: str = "",
        options: tuple[str, ...] = (),
    ) -> None:
        """Ask about a cell, once for each key."""
        made = Question(
            code, self.sheet.name, place, self.sheet.address(place), message, hint, subject, text, options
        )
        self.found.ask(key, made)

    def add(self, figure: ReadFigure) -> None:
        """Keep a figure."""
        self.found.figures.append(figure)


def year_answers(mapping: ImportMapping) -> YearAnswers:
    """The answers of a mapping for headings of a pattern, by any heading of it."""
    once, quarter = None, None
    for text, answer in mapping.year.items():
        read = read_time(plain(text), YearAnswers())
        if read and read.ask is Ask.ONCE and answer in (YearIs.STARTS, YearIs.ENDS):
            once = answer is YearIs.ENDS
        if read and read.ask is Ask.CALENDAR_QUARTER and answer in (YearIs.FINANCIAL, YearIs.CALENDAR):
            quarter = answer is YearIs.FINANCIAL
    return YearAnswers(once, quarter)


def notes_by_mark(texts: list[str]) -> dict[str, str]:
    """The words of notes by the mark they begin with: "* 12 records are still being reviewed."."""
    notes: dict[str, str] = {}
    for text in texts:
        found = re.match(
            r"\s*(?:([*†‡§]+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)|[(\[]?([0-9]{1,2}|[a-z])[)\].:]|([pre])\b(?=\s*[=:-]))\s*[=:-]?\s*(.+)",
            text,
        )
        if found and not is_benchmark(text):
            notes.setdefault((found[1] or found[2] or found[3]).lower(), found[4].strip())
    return notes
