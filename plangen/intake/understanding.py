"""What was understood of a file: figures with their cells, what was left, what has to be asked."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from msgspec import Struct, field
from msgspec.structs import replace

from plangen.diagnostics import Code, Diagnostic, Location, Severity, finding
from plangen.intake.cells import Block, CellSheet, Place
from plangen.intake.wording import shown
from plangen.model.import_mapping import TableLayout
from plangen.model.period import Period

__all__ = ["AnswerPlace", "FigureState", "Question", "ReadFigure", "Skip", "TableFound", "Understanding"]


class FigureState(Enum):
    """How a figure stands to ours."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"


class ReadFigure(Struct, frozen=True):
    """One observation as read from a cell. Texts are "" when blank; `series` is "" for the actual value."""

    sheet: str
    place: Place
    cell: str
    indicator: str
    area: str
    period: Period
    value: str
    series: str = ""
    base: str = ""
    category: str = ""
    numerator: str = ""
    denominator: str = ""
    status: str = ""
    data_to: str = ""
    note: str = ""
    state: FigureState = FigureState.NEW
    ours: str = ""
    ours_at: Location | None = None

    @property
    def key(self) -> tuple[str, str, Period, str, str, str]:
        """What makes it the only one of its kind."""
        return self.indicator, self.area, self.period, self.series, self.category, self.base


class Skip(Struct, frozen=True):
    """Something that was not read, by name: a cell, a range or a whole sheet, why, and its first words."""

    cell: str
    why: str
    text: str


class AnswerPlace(Enum):
    """What a question is about, which is where its answer stands in the mapping."""

    ROW = "rows"
    COLUMN = "columns"
    AREA = "areas"
    VALUE = "values"
    YEAR = "year"
    MONTHS = "months"
    PERCENT = "percent"
    NOTHING = ""


class Question(Struct, frozen=True):
    """A finding at a cell. `subject` and `text` say which answer would settle it, `options` what it could be."""

    code: Code
    sheet: str
    place: Place | None
    cell: str
    message: str
    hint: str
    subject: AnswerPlace = AnswerPlace.NOTHING
    text: str = ""
    options: tuple[str, ...] = ()
    severity: Severity | None = None

    def diagnostic(self, file: str, cells: Iterable[str] = ()) -> Diagnostic:
        """The finding, at its cell of the file; `cells` are the others of the same cause."""
        made = finding(self.code, self.message, Location(file, field=self.cell), self.hint)
        also = tuple(Location(file, field=cell) for cell in dict.fromkeys(cells) if cell != self.cell)
        return replace(made, severity=self.severity or made.severity, also=also)


class TableFound(Struct, frozen=True):
    """A table: where it stands, and how it is laid out.

    What is remembered of it: `headings` with their cells in order, `first`, the column of the first of them, the
    labels of its lines in `texts`, in `percent` those whose figures have a percent format, and in `mixed` those of
    which only some have, with the first that differs.
    """

    sheet: str
    range: str
    layout: TableLayout
    header: tuple[int, ...]
    names: str
    headings: tuple[tuple[str, Place], ...] = ()
    first: str = ""
    texts: tuple[str, ...] = ()
    percent: tuple[str, ...] = ()
    mixed: tuple[tuple[str, Place], ...] = ()


class Understanding(Struct):
    """All that was found, filled table by table; a question is kept once, at its first cell, with its `cells`."""

    tables: list[TableFound] = field(default_factory=list)
    figures: list[ReadFigure] = field(default_factory=list)
    skipped: list[Skip] = field(default_factory=list)
    questions: dict[tuple[str, str], Question] = field(default_factory=dict)
    cells: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    order: dict[str, int] = field(default_factory=dict)

    def skip(self, sheet: CellSheet, block: Block, why: str, text: str) -> None:
        """Name what is not read."""
        self.skipped.append(Skip(sheet.range(block), why, shown(text)))

    def ask(self, key: str, question: Question) -> None:
        """Keep a question, once for each code and key, at the first of its cells."""
        self.cells.setdefault((question.code.number, key), []).append(question.cell)
        known = self.questions.get((question.code.number, key))
        if known is None or self._position(question) < self._position(known):
            self.questions[question.code.number, key] = question

    def _position(self, question: Question) -> tuple[int, Place]:
        return self.order.get(question.sheet, 0), question.place or (0, 0)
