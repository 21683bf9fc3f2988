"""PG820: the same measure with different values in two places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from plangen.checks.columns import header_of, level_in
from plangen.checks.exemptions import Exemption
from plangen.checks.finding import Finding, Place
from plangen.checks.indicators_named import key_of, name_above
from plangen.checks.numbers import Bound, Number, NumberUnit
from plangen.checks.tables import Row, Table
from plangen.checks.text import Sentence
from plangen.checks.value_rows import readings
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["values"]


def values(writing: Writing) -> Iterator[Finding]:
    """Summary rows against the series of the same name; statements against statements; tables against tables."""
    yield from _against_series(writing)
    yield from _statements(writing.sentences)
    yield from _tables(writing.tables)


def _apart(one: Number, two: Number) -> bool:
    """Whether two printed figures cannot be one value, rounded twice."""
    return abs(one.value - two.value) > (one.half + two.half) * Decimal("1.02")


def _against_series(writing: Writing) -> Iterator[Finding]:
    """Previous and current of a summary against the last two figures of "Actuals" under the measure's name.

    Only where one of the two agrees and the other does not: otherwise they are of other periods.
    """
    series = dict(_series(writing))
    for table in writing.tables:
        for reading in readings(table):
            levels = series.get(_measure(reading.label))
            if levels is None or len(levels) < 2:
                continue
            (before, _), (after, place) = levels[-2:]
            apart = _apart(reading.previous, before), _apart(reading.current, after)
            if sum(apart) == 1 and reading.previous.unit is before.unit:
                here, there = (reading.previous, before) if apart[0] else (reading.current, after)
                yield Finding(
                    codes.TWO_VALUES,
                    0.75,
                    reading.row.text,
                    reading.row.place,
                    here.text,
                    there.text,
                    f"{reading.label}: {here.text} here, {there.text} on {place}",
                )


def _measure(name: str) -> str:
    words = [w for w in key_of(name).split() if w not in ("incidents", "1", "000", "10", "100", "%")]
    return " ".join(words)


def _series(writing: Writing) -> Iterator[tuple[str, list[tuple[Number, Place]]]]:
    for table in writing.tables:
        for row in table.rows:
            if not re.match(r"actuals?\b", row.cells[0] if row.cells else "", re.I):
                continue
            levels = [(level, row.place) for cell in row.cells[1:] if (level := level_in(cell))]
            first = min(row.place.line for row in table.rows)
            name = name_above(writing, _above_header(writing, first), 16)
            if name and len(levels) >= 3:
                yield _measure(name), levels


def _above_header(writing: Writing, line: int) -> int:
    """The index of the first row of the table that line `line` belongs to."""
    from plangen.checks.text import is_row

    index = next((i for i, each in enumerate(writing.lines) if each.place.line == line), 0)
    while index and is_row(writing.lines[index - 1].text):
        index -= 1
    return index


class _Statement(Struct, frozen=True):
    subject: str
    kind: str
    period: tuple[str, ...]
    value: Number
    sentence: Sentence


_SAYS = re.compile(
    r"^(?:(?:In|During|At|For|By)\s[^,]{3,40},\s+)?(?P<subject>(?:The\s+|Our\s+)?[A-Za-z][A-Za-z"
    r" '’&/()-]{7,80}?)(?:\s+(?:in|for|during|at)\s+[\w/ ]{4,24}?)?"
    r"\s+(?P<verb>was|were|is|stood at|totalled|reached|fell by|rose by|increased by|decreased by|reduced by"
    r"|fell to|rose to)\s+(?:a total of\s+)?$",
)


def _statements(sentences: Sequence[Sentence]) -> Iterator[Finding]:
    """Forms like "Total crime was 26,626 in 2009/10" beside "Total crime was 26,262 in 2009/10"."""
    first: dict[tuple[str, str, tuple[str, ...], NumberUnit], _Statement] = {}
    for sentence in sentences:
        said = _statement(sentence)
        if said is None:
            continue
        before = first.setdefault((said.subject, said.kind, said.period, said.value.unit), said)
        if before is not said and _apart(before.value, said.value):
            yield Finding(
                codes.TWO_VALUES,
                0.7,
                f"{before.sentence.text} … {sentence.text}",
                sentence.place,
                said.value.text.strip(),
                before.value.text.strip(),
                f"{said.value.text.strip()} here, {before.value.text.strip()} on {before.sentence.place}, for"
                f" one measure and period",
            )


def _statement(sentence: Sentence) -> _Statement | None:
    figures = [n for n in sentence.numbers if n.exempt is None]
    period = tuple(
        sorted(n.text for n in sentence.numbers if n.exempt in (Exemption.YEAR, Exemption.QUARTER, Exemption.DATE))
    )
    if len(figures) != 1 or not period or figures[0].bound is not Bound.EXACT or figures[0].spelled:
        return None
    match = _SAYS.match(sentence.text[: figures[0].start])
    if match is None or len(key_of(match["subject"]).split()) < 2:
        return None
    verb = match["verb"]
    kind = verb if verb.endswith("by") else "level"
    return _Statement(key_of(match["subject"]), kind, period, figures[0], sentence)


_GENERIC = re.compile(
    r"\b(?:total|all|other|male|female|yes|no|don't|agree|disagree|satisfied|very|fairly|aged?|white|none"
    r"|unknown|target|actual|benchmark)\b",
    re.I,
)


_Key = tuple[str, str, NumberUnit]


class _Cell(Struct, frozen=True):
    """A level in a table, by the name of its row and the year of its column."""

    name: str
    level: Number
    row: Row


def _tables(tables: Sequence[Table]) -> Iterator[Finding]:
    """One name under one heading with a year, in two tables, with two values close to each other.

    Tables that repeat one layout for several areas hold other values throughout: two tables speak of the same only
    if most of what they have in common agrees, or they are a row or two with a single cell in common.
    """
    cells = [(table, found) for table in tables if (found := _cells(table))]
    values: dict[_Key, set[Decimal]] = {}
    for _, found in cells:
        for key, cell in found.items():
            values.setdefault(key, set()).add(cell.level.value)
    for index, (table, here) in enumerate(cells):
        for other, there in cells[max(0, index - _MOST_TABLES) : index]:
            shared = here.keys() & there.keys()
            apart = [key for key in here if key in shared and _apart(there[key].level, here[key].level)]
            agreed = [key for key in shared if key not in apart and _telling(here[key].level)]
            if apart and _of_the_same(other, table, len(agreed), len(apart)):
                for key in apart:
                    if len(values[key]) == 2 and _near(there[key].level, here[key].level):
                        yield _two_values(there[key], here[key])


_MOST_TABLES = 60


def _telling(level: Number) -> bool:
    """Whether two tables do not hold such a figure by chance."""
    return abs(level.value) >= 100 or level.half < Decimal("0.5")


def _of_the_same(one: Table, two: Table, agreed: int, apart: int) -> bool:
    if not agreed and apart == 1:
        return len(one.rows) < 3 and len(two.rows) < 3 and one.header == two.header
    return apart * 2 <= agreed


def _cells(table: Table) -> dict[_Key, _Cell]:
    """The levels of a table whose name and heading stand in it once."""
    found: dict[_Key, _Cell] = {}
    twice: set[_Key] = set()
    for row in table.rows:
        if not row.cells or len(key_of(row.cells[0]).split()) < 2 or _GENERIC.search(row.cells[0]):
            continue
        for column in range(1, len(row.cells)):
            heading, level = key_of(header_of(table, column)), level_in(row.cells[column])
            if level is None or not re.search(r"\b20\d\d\b", heading) or level.exempt:
                continue
            key = (key_of(row.cells[0]), heading, level.unit)
            if key in found:
                twice.add(key)
            found[key] = _Cell(f"{row.cells[0]}, {header_of(table, column)}", level, row)
    return {key: cell for key, cell in found.items() if key not in twice}


def _two_values(there: _Cell, here: _Cell) -> Finding:
    return Finding(
        codes.TWO_VALUES,
        0.65,
        here.row.text,
        here.row.place,
        here.level.text,
        there.level.text,
        f"{here.name}: {here.level.text} here, {there.level.text} on {there.row.place}",
    )


def _near(one: Number, two: Number) -> bool:
    return abs(one.value - two.value) <= max(abs(one.value), abs(two.value)) / 5
