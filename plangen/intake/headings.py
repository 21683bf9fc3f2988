"""What a heading of a table means: a period, a column known by its word, or one that is not imported."""

from __future__ import annotations

import re
from enum import Enum

from msgspec import Struct

from plangen.intake.cells import CellKind, SheetCell
from plangen.intake.periods import Ask, TimeRead, YearAnswers, YearPart, read_time, whole_year
from plangen.intake.wording import plain, shown
from plangen.intake.years import Year, YearKind
from plangen.model.period import Period

__all__ = ["HeadingRole", "TableHeading", "is_benchmark", "is_total", "read_heading"]


class HeadingRole(Enum):
    """What stands below a heading. The values of the first six are the words for what is not imported."""

    TARGET = "target"
    CHANGE = "change"
    RATING = "rating"
    WORDS = "words"
    TOTAL = "total"
    LEFT_OUT = "left out"
    TIME = "a period"
    FIGURE = "a figure"
    NAME = "Indicator"
    REF = "Ref"
    PERIOD = "Period"
    YEAR = "Year"
    QUARTER = "Quarter"
    MONTH = "Month"
    VALUE = "Value"
    AREA = "Area"
    SERIES = "Series"
    CATEGORY = "Category"
    NUMERATOR = "Numerator"
    DENOMINATOR = "Denominator"
    STATUS = "Status"
    NOTE = "Note"
    BENCHMARK = "Benchmark"
    OTHER = "other words"
    BLANK = "nothing"


NOT_IMPORTED = frozenset(
    {
        HeadingRole.TARGET,
        HeadingRole.CHANGE,
        HeadingRole.RATING,
        HeadingRole.WORDS,
        HeadingRole.TOTAL,
        HeadingRole.LEFT_OUT,
    }
)


class TableHeading(Struct, frozen=True):
    """A heading as read. `time` goes with `Role.TIME`; `benchmark`, `provisional`, `data_to` with its column."""

    role: HeadingRole
    text: str
    time: TimeRead | None = None
    benchmark: str = ""
    provisional: bool = False
    data_to: str = ""

    @property
    def is_partial(self) -> bool:
        """Whether its year stands elsewhere."""
        return self.time is not None and self.time.part is not None and self.time.ask is None


_WINNING: tuple[tuple[HeadingRole, str], ...] = (
    (HeadingRole.TARGET, r"\b(?:targets?|goals?)\b"),
    (HeadingRole.CHANGE, r"\b(?:change|changes|diff|difference|variance|direction|trend|movement)\b|\+ ?/ ?-|±"),
    (HeadingRole.RATING, r"\brag\b"),
    (HeadingRole.WORDS, r"\b(?:comments?|commentary|narrative|owners?|units?)\b"),
)
"""Words that say what a column holds, whatever period stands beside them."""

_YEAR_WORDS = r"(?:(?:fy|f/y|financial year)? ?[0-9]{2,4}(?: ?[/-] ?[0-9]{2,4})?)"
_TOTAL = re.compile(
    r"(?:(?:(?:grand |overall |annual |year |full year |sub ?-?)?(?:totals?|sum)|average|overall|mean|avg)"
    rf"(?: {_YEAR_WORDS})?|{_YEAR_WORDS} totals?|(?:ytd|year to date|cumulative)(?: {_YEAR_WORDS})?"
    rf"|{_YEAR_WORDS} (?:ytd|year to date))"
)
_BENCHMARK = re.compile(
    r"(?:average |avg )?"
    r"(?:benchmark|msg|msf|most similar(?: [a-z()]+){0,4}|family group|comparators?|national|england)"
    r"(?: (?:average|avg))?"
)
_WORDS: dict[str, HeadingRole] = {
    **dict.fromkeys(
        ("indicator", "indicators", "indicator name", "measure", "measures", "kpi", "kpis"), HeadingRole.NAME
    ),
    **dict.fromkeys(
        ("measure name", "kpi name", "performance indicator", "performance measure"), HeadingRole.NAME
    ),
    **dict.fromkeys(
        ("ref", "ref no", "reference", "no", "kpi no", "kpi ref", "number", "#", "id"), HeadingRole.REF
    ),
    **dict.fromkeys(("period", "time period", "reporting period", "date"), HeadingRole.PERIOD),
    **dict.fromkeys(("year", "financial year", "fy"), HeadingRole.YEAR),
    **dict.fromkeys(("quarter", "qtr"), HeadingRole.QUARTER),
    **dict.fromkeys(("month",), HeadingRole.MONTH),
    **dict.fromkeys(("value", "values", "actual", "actuals", "result", "results", "outturn"), HeadingRole.VALUE),
    **dict.fromkeys(("area", "area name", "areas", "district", "local authority"), HeadingRole.AREA),
    **dict.fromkeys(("series",), HeadingRole.SERIES),
    **dict.fromkeys(("category", "breakdown"), HeadingRole.CATEGORY),
    **dict.fromkeys(("numerator", "num"), HeadingRole.NUMERATOR),
    **dict.fromkeys(("denominator", "denom"), HeadingRole.DENOMINATOR),
    **dict.fromkeys(("status",), HeadingRole.STATUS),
    **dict.fromkeys(("note", "notes"), HeadingRole.NOTE),
}
_VALUE_WORD = "(?:actuals?|outturn|results?|baseline)"


def read_heading(cell: SheetCell | None, answers: YearAnswers) -> TableHeading:
    """What a heading's cell means by itself."""
    if cell is None:
        return TableHeading(HeadingRole.BLANK, "")
    if cell.kind is CellKind.DATE:
        return TableHeading(HeadingRole.TIME, cell.text, _shown_date(cell))
    if cell.kind is CellKind.NUMBER:
        return _number(cell, answers)
    if cell.kind is not CellKind.TEXT:
        return TableHeading(HeadingRole.FIGURE, cell.text)
    return _words(shown(cell.text), answers)


def is_benchmark(text: str) -> bool:
    """Whether words alone name a benchmark: "MSG average", "England"."""
    return bool(_BENCHMARK.fullmatch(plain(text).strip(" .:")))


def is_total(text: str) -> bool:
    """Whether words alone name a total or mean of what stands around them."""
    return bool(_TOTAL.fullmatch(plain(text).strip(" .:")))


def _number(cell: SheetCell, answers: YearAnswers) -> TableHeading:
    """Whole numbers from 1990 to 2099 are years."""
    number = cell.number
    if number is None or number != int(number) or not 1990 <= number <= 2099 or "%" in cell.form:
        return TableHeading(HeadingRole.FIGURE, cell.text)
    return TableHeading(HeadingRole.TIME, cell.text, whole_year(Year(YearKind.CALENDAR, int(number)), answers))


def _shown_date(cell: SheetCell) -> TimeRead:
    """A date as its cell shows it: a month of a year, a year, a month whose year stands elsewhere, or a day."""
    form = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.|_.', "", cell.form.lower()).split(";")[0]
    day = cell.day
    if day is None or "d" in form or "h" in form or not 1900 <= day.year <= 2199:
        return TimeRead(ask=Ask.DAY)
    if "m" in form and "y" in form:
        return TimeRead(Period.month(day.year, day.month))
    if "y" in form:
        return TimeRead(Period.calendar_year(day.year), year=Year(YearKind.CALENDAR, day.year))
    return TimeRead(part=YearPart(day.month, day.month, False)) if "m" in form else TimeRead(ask=Ask.DAY)


def _words(text: str, answers: YearAnswers) -> TableHeading:
    words = plain(text)
    for role, pattern in _WINNING:
        if re.search(pattern, words):
            return TableHeading(role, text)
    known = _WORDS.get(re.sub(r"[.:]", "", words).strip())
    if known:
        return TableHeading(known, text)
    if _TOTAL.fullmatch(words.strip(" .:")):
        return TableHeading(HeadingRole.TOTAL, text)
    if _BENCHMARK.fullmatch(words.strip(" .:")):
        return TableHeading(HeadingRole.BENCHMARK, text, benchmark=text)
    return _period(text, words, answers) or TableHeading(HeadingRole.OTHER, text)


def _period(text: str, words: str, answers: YearAnswers) -> TableHeading | None:
    """A period with at most one word more, or None."""
    data_to, provisional = "", False
    core = words
    for found in re.finditer(r"[(\[]([^()\[\]]*)[)\]]", words):
        inside = found[1].strip()
        if until := re.fullmatch(r"(?:data )?to (.+)", inside):
            data_to, inside = _until(text) or until[1], ""
        elif inside in {"p", "provisional", "prov"}:
            provisional, inside = True, ""
        elif re.fullmatch(rf"[0-9]|[re]|{_VALUE_WORD}", inside):
            inside = ""
        core = core.replace(found[0], f" {inside} ", 1)
    core, benchmark = _without_word(" ".join(core.split()))
    if core.endswith(" provisional"):
        core, provisional = core.removesuffix(" provisional"), True
    time = read_time(core, answers)
    return None if time is None else TableHeading(HeadingRole.TIME, text, time, benchmark, provisional, data_to)


def _until(text: str) -> str:
    found = re.search(r"[(\[](?:data )?to ([^()\[\]]*)[)\]]", text, re.IGNORECASE)
    return found[1].strip() if found else ""


def _without_word(words: str) -> tuple[str, str]:
    """The heading without "Actual" or a benchmark's name before or behind the period, and that name."""
    for pattern in (rf"{_VALUE_WORD}[ :,-]+(.+)", rf"(.+?)[ :,-]+{_VALUE_WORD}"):
        if found := re.fullmatch(pattern, words):
            return found[1].strip(), ""
    parts = words.split(" ")
    for cut in range(1, len(parts)):
        before, behind = " ".join(parts[:cut]).strip(" -:,"), " ".join(parts[cut:]).strip(" -:,")
        if _BENCHMARK.fullmatch(before):
            return behind, before
        if _BENCHMARK.fullmatch(behind):
            return before, behind
    return words, ""
