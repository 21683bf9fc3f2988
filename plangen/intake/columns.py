"""The headings of a crossed table, each with its year, its series and its answer: what stands below them."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from plangen.diagnostics import codes
from plangen.intake.cells import SheetCell
from plangen.intake.context import TableReading
from plangen.intake.frames import Frame, HeadingReader
from plangen.intake.headings import NOT_IMPORTED, HeadingRole, TableHeading
from plangen.intake.mapping import answer_for
from plangen.intake.periods import Ask, TimeRead, YearPart, of_year, whole_months
from plangen.intake.understanding import AnswerPlace
from plangen.intake.wording import plain, shown
from plangen.intake.years import Year, YearKind, year_in
from plangen.model.import_mapping import Answer, MonthsAre
from plangen.model.period import Period, PeriodKind
from plangen.model.period_text import read_period

__all__ = ["TableColumn", "read_columns", "settle_months", "time_question", "title_year"]


class TableColumn(Struct):
    """One position across a table: its heading, the period and series below it, and whether either is asked for.

    `bare` says that its year came from a title, a sheet's name or the pack; `loose` is the position of the upper
    heading that it has its year from, where no merge says how far that reaches.
    """

    position: int
    line: int
    heading: TableHeading
    text: str
    period: Period | None = None
    series: str = ""
    asked: bool = False
    bare: bool = False
    loose: int = 0
    answered: bool = False
    indicator: str = ""
    category: str = ""


def read_columns(table: TableReading, frame: Frame, reader: HeadingReader) -> list[TableColumn]:
    """The columns that have a heading, in order; what has to be asked about their periods is asked."""
    columns = [c for p in range(frame.first, frame.last + 1) if (c := _column(table, frame, p, reader))]
    _doubt_loose_years(columns)
    for column in columns:
        _answer(table, column)
    _settle_partial(table, frame, columns, reader)
    _settle_years(columns)
    settle_months(table, [c for c in columns if c.heading.role is HeadingRole.TIME], _title(table, frame, columns))
    _not_twice(columns)
    for column in columns:
        if column.heading.role is HeadingRole.TIME and column.heading.time and column.period is None:
            _ask(table, frame, column)
    return columns


def _column(table: TableReading, frame: Frame, position: int, reader: HeadingReader) -> TableColumn | None:
    grid, lines = frame.grid, frame.header
    lower_line = next((n for n in reversed(lines) if grid.filled(n, position)), lines[-1])
    heading = reader.heading(grid.filled(lines[-1], position))
    if heading.role is HeadingRole.BLANK and lower_line != lines[-1]:
        heading = reader.heading(grid.filled(lower_line, position))
    own = grid.text(lower_line, position) or heading.text
    texts, loose = [own], 0
    for line in reversed([n for n in lines if n < lower_line]):
        upper_cell = _upper(frame, line, position)
        if upper_cell is None:
            continue
        upper = reader.heading(upper_cell)
        texts.insert(0, shown(upper_cell.text))
        if heading.is_partial and not grid.merge(line, position):
            loose = max(p for p in grid.lines[line] if p <= position)
        heading = _under(table, heading, upper, _spans_all(frame, line), reader)
    text = " ".join(dict.fromkeys(t for t in map(shown, texts) if t)) if len(texts) > 1 else shown(own)
    column = TableColumn(position, lower_line, heading, text, loose=loose)
    if heading.role is HeadingRole.TIME and heading.time:
        column.period = heading.time.period if heading.time.ask is None else None
        column.series = "benchmark" if heading.benchmark else ""
    return column


def _upper(frame: Frame, line: int, position: int) -> SheetCell | None:
    """What stands over a column in an upper line: its merge, or the nearest cell before it that is not merged."""
    grid = frame.grid
    if found := grid.filled(line, position):
        return found
    if grid.merge(line, position):
        return None
    before = [p for p in grid.lines.get(line, []) if frame.first <= p < position]
    if not before:
        return None
    merge = grid.merge(line, before[-1])
    if merge and merge[3] > merge[1]:
        return None
    return grid.cell(line, before[-1])


def _spans_all(frame: Frame, line: int) -> bool:
    """Whether an upper line says one thing for the whole table."""
    return len({p for p in frame.grid.lines.get(line, []) if frame.first <= p <= frame.last}) <= 1


def _under(
    table: TableReading, heading: TableHeading, upper: TableHeading, spans_all: bool, reader: HeadingReader
) -> TableHeading:
    """A heading with what stands above it."""
    if heading.role in NOT_IMPORTED or heading.role in {
        HeadingRole.STATUS,
        HeadingRole.REF,
        HeadingRole.NAME,
        HeadingRole.AREA,
    }:
        return heading
    if upper.role in NOT_IMPORTED and upper.role is not HeadingRole.TOTAL:
        return replace(heading, role=upper.role) if heading.role is not HeadingRole.BLANK else heading
    if heading.role is HeadingRole.TIME and heading.time:
        if upper.role is HeadingRole.TIME and upper.time:
            return _with_upper_time(heading, upper, reader)
        if upper.role is HeadingRole.BENCHMARK or upper.benchmark:
            return replace(heading, benchmark=upper.text)
        if upper.role is HeadingRole.OTHER and not spans_all and not _is_own(table, upper.text):
            return replace(heading, role=HeadingRole.OTHER, text=f"{upper.text} {heading.text}")
        return heading
    if (
        upper.role is HeadingRole.TIME
        and upper.time
        and heading.role in {HeadingRole.VALUE, HeadingRole.BENCHMARK}
    ):
        benchmark = heading.text if heading.role is HeadingRole.BENCHMARK else ""
        return replace(upper, benchmark=benchmark, text=f"{upper.text} {heading.text}")
    return heading


def _is_own(table: TableReading, text: str) -> bool:
    return table.workplace.known_area(text) == table.own_area()


def _with_upper_time(heading: TableHeading, upper: TableHeading, reader: HeadingReader) -> TableHeading:
    assert heading.time
    assert upper.time
    benchmark = heading.benchmark or upper.benchmark
    part = heading.time.part
    if part is None or heading.time.ask is not None:
        return replace(heading, benchmark=benchmark)
    if upper.time.ask is Ask.MONTH_OR_YEAR and upper.time.year:
        return replace(heading, time=of_year(part, upper.time.year, reader.answers), benchmark=benchmark)
    year = upper.time.year
    if year is None:
        return replace(heading, benchmark=benchmark)
    return replace(heading, time=of_year(part, year, reader.answers), benchmark=benchmark)


def _doubt_loose_years(columns: list[TableColumn]) -> None:
    """Years that stand over the middle of their quarters, unmerged, cannot be told apart: ask for all of them.

    It shows where a part of a year has none above it, or where parts under one year do not follow each other.
    """
    loose = [c for c in columns if c.loose and c.period]
    years = {c.loose for c in loose}
    parts = [[(c.period.start, c.period.end, c.series) for c in loose if c.loose == y and c.period] for y in years]
    falls = any(
        later[0] < earlier[0] or (later[:2] == earlier[:2] and later[2] == earlier[2])
        for part in parts
        for earlier, later in pairwise(part)
    )
    orphaned = any(c.heading.role is HeadingRole.TIME and c.heading.is_partial and not c.period for c in columns)
    if falls or orphaned:
        for column in loose:
            column.heading = replace(column.heading, time=TimeRead(ask=Ask.NO_YEAR))
            column.period = None


def _answer(table: TableReading, column: TableColumn) -> None:
    """What the mapping says of a heading goes before everything else."""
    given = answer_for(table.answers.columns, column.text, column.heading.text)
    if given is None:
        return
    column.answered = True
    if given.leaves_out:
        column.heading = replace(column.heading, role=HeadingRole.LEFT_OUT)
        column.period = None
    else:
        _apply(table, column, given)


def _apply(table: TableReading, column: TableColumn, given: Answer) -> None:
    column.category = given.category or column.category
    if given.series:
        column.series = "" if given.series == "actual" else given.series
        if column.heading.role is not HeadingRole.TIME:
            column.heading = replace(column.heading, role=HeadingRole.BENCHMARK, benchmark=column.series)
    if given.to in table.workplace.book.indicators:
        column.indicator = given.to
    elif given.to:
        try:
            column.period = read_period(given.to)
        except ValueError:
            role = next((role for role in HeadingRole if role.value.lower() == given.to.lower()), None)
            column.heading = replace(column.heading, role=role or column.heading.role)
        else:
            column.heading = replace(column.heading, role=HeadingRole.TIME, time=TimeRead(column.period))


def _settle_partial(table: TableReading, frame: Frame, columns: list[TableColumn], reader: HeadingReader) -> None:
    """Give bare quarters and months the year of the title, the sheet's name or the pack, where there is one."""
    bare = [c for c in columns if c.heading.role is HeadingRole.TIME and c.heading.is_partial and c.period is None]
    if not bare:
        return
    if not _rises(bare) or (len(frame.header) > 1 and len(bare) < sum(c.period is not None for c in columns)):
        return
    year = title_year(table)
    from_pack = year is None and table.workplace.pack_period is not None
    if from_pack:
        year = _pack_year(table, bare)
    if year is None:
        return
    for column in bare:
        part = column.heading.time.part if column.heading.time else None
        if part is None:
            continue
        time = of_year(part, year, reader.answers)
        column.heading = replace(column.heading, time=time)
        column.period, column.bare = time.period, True
    if from_pack:
        table.reading.said[f"{table.sheet.name} pack year"] = (
            f'{table.sheet.name}: the year of "{bare[0].text}" is that of the pack {table.workplace.pack}'
        )


def _rises(bare: list[TableColumn]) -> bool:
    """Whether bare parts of a year follow each other within one year."""
    starts = [_start(c.heading.time.part) for c in bare if c.heading.time and c.heading.time.part]
    kept = [c.series for c in bare]
    if len(set(kept)) > 1:
        return all(
            _rises([c for c in bare if c.series == one]) for one in set(kept) if kept.count(one) < len(kept)
        )
    return all(earlier < later for earlier, later in pairwise(starts))


def _start(part: YearPart) -> tuple[int, int]:
    """Where a part begins and ends in the financial year, in months from April."""
    if part.quarters:
        return 3 * part.first - 3, 3 * part.last
    return (part.first - 4) % 12, (part.last - 4) % 12 + 1


def title_year(table: TableReading) -> Year | None:
    """The one year that the title names, else the sheet's name; None where they name several, or contradict."""
    in_title, in_name = _years(table.title), _years(table.sheet.name)
    if len(in_title) > 1 or (len(in_name) > 1 and not in_title):
        return None
    if in_title and len(in_name) == 1 and in_title != in_name:
        return None
    return next(iter(in_title or in_name), None)


def _years(text: str) -> set[Year]:
    """The years that words name; days and months with their year are none of these."""
    words = plain(text)
    months = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
    words = re.sub(r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2,4}", " ", words)
    words = re.sub(rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)? )?{months}[ -](?:19|20)[0-9]{{2}}(?![/-][0-9])", " ", words)
    found: set[Year] = set()
    while True:
        year, rest = year_in(words)
        if rest == words:
            return found
        if year is not None:
            found.add(year)
        words = rest


def _pack_year(table: TableReading, bare: list[TableColumn]) -> Year | None:
    """The pack's financial year, unless a bare quarter would lie after the pack's."""
    period = table.workplace.pack_period
    assert period is not None
    year = period.start.year - int(period.start.month < 4)
    latest = max(_start(c.heading.time.part)[1] for c in bare if c.heading.time and c.heading.time.part)
    until = (period.end.month - 4) % 12 + 1
    return Year(YearKind.FINANCIAL, year) if latest <= until else None


def _settle_years(columns: list[TableColumn]) -> None:
    """2010-11 is a year beside one that can only be a year, or in a run of years."""
    unclear = [c for c in columns if c.heading.time and c.heading.time.ask is Ask.MONTH_OR_YEAR and not c.period]
    if not unclear:
        return
    sure = any(c.period and c.period.kind is PeriodKind.FINANCIAL_YEAR and "-" in c.text for c in columns)
    months = any(c.period and c.period.kind is PeriodKind.MONTH for c in columns)
    numbers = [c.heading.time.year.number for c in unclear if c.heading.time and c.heading.time.year]
    run = len(numbers) > 1 and all(later - earlier == 1 for earlier, later in pairwise(numbers))
    if months or not (sure or run):
        return
    for column in unclear:
        assert column.heading.time
        assert column.heading.time.year
        column.period = Period.financial_year(column.heading.time.year.number)


def settle_months(table: TableReading, columns: list[TableColumn], title: str) -> None:
    """Months three apart may be quarters that end then: the title, an answer, or a question says which."""
    months = [c for c in columns if c.period and c.period.kind is PeriodKind.MONTH and not c.answered]
    days = [c for c in columns if c.heading.time and c.heading.time.ask is Ask.DAY and not c.answered]
    starts = sorted({12 * c.period.start.year + c.period.start.month for c in months if c.period})
    gaps = {later - earlier for earlier, later in pairwise(starts)}
    apart = 3 in gaps and not gaps & {1, 2}
    if not (apart or days):
        return
    answer = table.answers.months
    if answer is None and "quarter ending" in title:
        answer = MonthsAre.QUARTERS_END
    for column in months if apart else []:
        assert column.period
        if answer is None:
            column.heading = replace(column.heading, time=TimeRead(column.period, ask=Ask.THREE_APART))
            column.period = None
        elif answer is MonthsAre.QUARTERS_END:
            end = 12 * column.period.start.year + column.period.start.month - 1
            column.period = whole_months((end - 2) // 12, (end - 2) % 12 + 1, 3)


def _title(table: TableReading, frame: Frame, columns: list[TableColumn]) -> str:
    """The words over the periods, in which "quarter ending" may stand."""
    upper = [frame.grid.text(n, p) for n in frame.header for p in frame.grid.lines.get(n, [])]
    words = plain(" ".join((table.title, table.sheet.name, *upper)))
    return re.sub(
        r"\b(?:quarters?|qtrs?|3 months|three months)(?: (?:to|ended|end|ending))\b", "quarter ending", words
    )


def _not_twice(columns: list[TableColumn]) -> None:
    """A period that stands twice for one series is asked for where its year was not beside it."""
    seen = Counter((c.period, c.series, c.category) for c in columns if c.period)
    for column in columns:
        if column.period and column.bare and seen[column.period, column.series, column.category] > 1:
            column.heading = replace(column.heading, time=TimeRead(ask=Ask.TWICE))
            column.period = None


_WHY: dict[Ask, tuple[str, str]] = {
    Ask.ONCE: (
        '"{text}": is this the year that ends then, or that starts?',
        "year: {{{text}: ends}} or {{{text}: starts}}",
    ),
    Ask.CALENDAR_QUARTER: (
        '"{text}": a quarter of the financial or of the calendar year?',
        "year: {{{text}: financial}} or {{{text}: calendar}}",
    ),
    Ask.NO_YEAR: ('"{text}": of which year?', "columns: {{{text}: 2016/17 Q1}}, or name the pack with --pack"),
    Ask.MONTH_OR_YEAR: ('"{text}": a financial year or a month?', "columns: {{{text}: 2010/11}}"),
    Ask.DAY: ('"{text}": a day, or the month or quarter it lies in?', "columns: {{{text}: Apr 2016}}"),
    Ask.DENIED: ('"{text}": the months are not those of the quarter', "columns: {{{text}: 2016/17 Q1}}"),
    Ask.NO_SUCH: ('"{text}" is no period that can be read', "columns: {{{text}: 2016/17}}, or leave out"),
    Ask.THREE_APART: (
        '"{text}": a month, or the quarter that ends then?',
        "months: quarters end, or months: months",
    ),
    Ask.TWICE: ('"{text}" stands twice: of which years?', "columns: {{{text}: 2016/17 Q1}}"),
}


def time_question(ask: Ask, text: str) -> tuple[str, str]:
    """What is asked about a period, and what to write in the mapping."""
    message, hint = _WHY[ask]
    return message.format(text=text), "write in the mapping: " + hint.format(text=text)


def _ask(table: TableReading, frame: Frame, column: TableColumn) -> None:
    assert column.heading.time
    ask = column.heading.time.ask or Ask.NO_YEAR
    column.asked = True
    message, hint = time_question(ask, column.text)
    one_pattern = ask not in (Ask.NO_SUCH, Ask.DENIED)
    key = ask.value if one_pattern else f"{ask.value} {plain(column.text)}"
    subject = {
        Ask.ONCE: AnswerPlace.YEAR,
        Ask.CALENDAR_QUARTER: AnswerPlace.YEAR,
        Ask.THREE_APART: AnswerPlace.MONTHS,
    }.get(ask, AnswerPlace.COLUMN)
    place = frame.grid.place(column.line, column.position)
    if frame.grid.cell(column.line, column.position) is None and (
        merge := frame.grid.merge(column.line, column.position)
    ):
        place = frame.grid.place(merge[0], merge[1])
    table.ask(codes.UNCLEAR_PERIOD, place, message, hint, key, subject, column.text)
