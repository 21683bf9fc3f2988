"""`content/imports/NAME.yaml`: who supplies a workbook, and the answers that were given about it."""

from __future__ import annotations

from enum import Enum
from fnmatch import fnmatchcase
from typing import Annotated, Any

from msgspec import Meta, Struct, field

from plangen.model.indicator import YesOrNo
from plangen.model.observation import SeriesKind
from plangen.model.record import Id, Record, Whole, written

__all__ = [
    "LEAVE_OUT",
    "Answer",
    "ImportMapping",
    "KnownTable",
    "MonthsAre",
    "PercentAs",
    "TableAnswers",
    "TableLayout",
    "YearIs",
]

LEAVE_OUT = "leave out"


class TableLayout(Enum):
    """How a table is laid out."""

    WIDE = "wide"
    DOWN = "down"
    LONG = "long"
    AREAS = "areas"


class PercentAs(Enum):
    """How percentages are written: 0.62 or 62."""

    FRACTION = "fraction"
    NUMBER = "number"


class MonthsAre(Enum):
    """What month headings three months apart are."""

    QUARTERS_END = "quarters end"
    MONTHS = "months"


class Answer(Struct, frozen=True):
    """What a heading or name stands for: `to` is an indicator, a period, a column's word, or "leave out"."""

    to: str = ""
    series: str = ""
    category: str = ""
    percent: PercentAs | None = None

    @property
    def leaves_out(self) -> bool:
        """Whether it is not to be imported."""
        return self.to == LEAVE_OUT


def _answer(value: object) -> Answer:
    if isinstance(value, dict):
        known = {"indicator", "period", "series", "category", "percent"}
        if unknown := [key for key in value if key not in known]:
            raise ValueError(f'there is no key "{unknown[0]}" here; write {", ".join(sorted(known))}')
        series = str(value.get("series") or "")
        if series and series not in {kind.value for kind in SeriesKind}:
            raise ValueError(f'"{series}" is not a series; write {", ".join(kind.value for kind in SeriesKind)}')
        percent = value.get("percent")
        if percent is not None and percent not in {one.value for one in PercentAs}:
            raise ValueError(f'"{percent}" is neither fraction nor number; write one of the two')
        to = str(value.get("indicator") or value.get("period") or "")
        category = str(value.get("category") or "")
        return Answer(to, series, category, PercentAs(percent) if percent else None)
    if isinstance(value, list) or value is None:
        raise ValueError('this says nothing; write what it stands for, or "leave out"')
    return Answer(str(value).strip())


_SAID: dict[str, Any] = {
    "anyOf": [
        {"type": ["string", "number"]},
        {
            "additionalProperties": False,
            "properties": {
                "category": {"type": "string"},
                "indicator": {"type": "string"},
                "percent": {"enum": [one.value for one in PercentAs]},
                "period": {"type": "string"},
                "series": {"enum": [one.value for one in SeriesKind]},
            },
            "type": "object",
        },
    ]
}
AnswerField = Annotated[Answer, written(_answer, _SAID)]


def _text(value: object) -> str:
    if isinstance(value, dict | list) or value is None:
        raise ValueError("this is no text; write a word or number")
    return str(value)


Text = Annotated[str, written(_text, {"type": ["string", "number"]})]


class YearIs(Enum):
    """Which year a heading means: FY17 starts or ends in 2017; Q1 2016 is of a financial or a calendar year."""

    STARTS = "starts"
    ENDS = "ends"
    FINANCIAL = "financial"
    CALENDAR = "calendar"


class KnownTable(Record, frozen=True):
    """What a table looked like when it was read last; plangen writes it."""

    headings: tuple[Text, ...] = ()
    first: Annotated[str, Meta(description="the column of the first heading")] = ""
    names: tuple[Text, ...] = ()
    percent: Annotated[tuple[Text, ...], Meta(description="names whose figures had a percent format")] = ()


class TableAnswers(Record, frozen=True):
    """What was asked or chosen about one table."""

    sheet: Annotated[str, Meta(description="its sheet; * and ? stand for any letters")] = "*"
    layout: TableLayout | None = None
    header: Annotated[tuple[Whole, ...], Meta(description="the rows its headings stood in")] = ()
    names: Annotated[str, Meta(description="the column of names: B")] = ""
    indicator: Annotated[Id | None, Meta(description="what a table of areas measures")] = None
    columns: Annotated[dict[str, AnswerField], Meta(description="what headings stand for: Cohort: leave out")] = (
        field(default_factory=dict)
    )
    months: Annotated[MonthsAre | None, Meta(description="what months three apart are")] = None
    rows: Annotated[dict[str, AnswerField], Meta(description="what names stand for: All crime: total_crime")] = (
        field(default_factory=dict)
    )
    areas: Annotated[dict[str, Text], Meta(description="areas by their names there: E Town: Example Town")] = (
        field(default_factory=dict)
    )
    values: Annotated[dict[str, Text], Meta(description='words for values: "..": N/A')] = field(
        default_factory=dict
    )
    percent: Annotated[PercentAs | None, Meta(description="how percentages are written")] = None
    hidden: Annotated[YesOrNo, Meta(description="yes reads what is hidden too")] = False
    known: KnownTable | None = None


class ImportMapping(Record, frozen=True):
    """`imports/NAME.yaml`."""

    about: Annotated[str, Meta(max_length=2000, description="who supplied it: the words readers see")] = ""
    agency: Annotated[Id | None, Meta(description="the supplier's id in partnership.yaml")] = None
    file: Annotated[str, Meta(description='names of files it is for: "*KPI*.xlsx"')] = ""
    into: Annotated[str, Meta(pattern=r"^([a-z0-9][a-z0-9_-]*)?$", max_length=64)] = ""
    area: Annotated[str, Meta(description="the area of tables without areas")] = ""
    year: Annotated[dict[str, YearIs], Meta(description="FY17: ends, or Q1 2016: financial")] = field(
        default_factory=dict
    )
    tables: tuple[TableAnswers, ...] = ()

    def fits(self, file: str) -> bool:
        """Whether it is for a file of that name."""
        return bool(self.file) and fnmatchcase(file.lower(), self.file.lower())
