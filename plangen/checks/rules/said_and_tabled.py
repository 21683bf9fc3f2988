"""PG820: a sentence and a table that give one measure different values for one period."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from plangen.checks.columns import header_of, level_in
from plangen.checks.finding import Finding, Place
from plangen.checks.indicators_named import key_of
from plangen.checks.numbers import Bound, Number, NumberUnit
from plangen.checks.tables import Table
from plangen.checks.text import Sentence
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["said_and_tabled"]

_CONFIDENCE = 0.65
_PERIOD = r"(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?"
_SUBJECT = r"(?P<subject>(?:The\s+|Our\s+)?[A-Za-z][A-Za-z '’&()-]{7,80}?)"
_SAYS = re.compile(
    rf"(?:In\s+(?P<first>{_PERIOD}),?\s+)?{_SUBJECT}\s+(?:was|were|stood at|reached|totalled|fell to|rose to)"
    rf"\s+(?:a total of\s+)?(?P<value>£?\d[\d,.]*%?)(?:\s+in\s+(?P<last>{_PERIOD}))?(?=[.,;]|$)"
)
_MOVES = re.compile(
    rf"{_SUBJECT}\s+(?:rose|fell|grew|dropped|increased|decreased|went (?:up|down)|(?:was|were) reduced|has risen"
    rf"|has fallen|have risen|have fallen)\s+from\s+(?P<value>£?\d[\d,.]*%?)\s+in\s+(?P<first>{_PERIOD})\s+to\s+"
    rf"(?P<then>£?\d[\d,.]*%?)\s+in\s+(?P<last>{_PERIOD})(?=[.,;]|$)"
)
_OTHER = re.compile(
    r"\b(?:target|plan|planned|budget|forecast|projected|projection|expected|estimate[ds]?|trajectory|ambition"
    r"|benchmark|average|mean|median|rank|position|change|variance|difference|group|nationally|national|england"
    r"|wales|scotland|region(?:al)?|q[1-4]|quarter|month|half|cumulative|to date)\b",
    re.I,
)
"""Words beside a figure that make it another figure than the measure's own for the year."""


class _Said(Struct, frozen=True):
    measure: str
    period: str
    value: Number
    sentence: Sentence


class _Tabled(Struct, frozen=True):
    value: Number
    place: Place


_Key = tuple[str, str, NumberUnit]


def said_and_tabled(writing: Writing) -> Iterator[Finding]:
    """Whole-year figures in sentences beside the cell of the same name and year.

    A cell far from the sentence (more than a fifth) counts something else, and where tables disagree among
    themselves nobody can say which of them the sentence means.
    """
    tabled = _by_measure_and_period(writing.tables)
    for sentence in writing.sentences if tabled else ():
        for said in _claims(sentence):
            cells = tabled.get((said.measure, said.period, said.value.unit), [])
            if len({cell.value.value for cell in cells}) != 1 or not _apart(said.value, cells[0].value):
                continue
            here, there = said.value.text.strip(), cells[0].value.text.strip()
            why = f"{here} here, {there} in the table on {cells[0].place}, for one measure and period"
            yield Finding(codes.TWO_VALUES, _CONFIDENCE, sentence.text, sentence.place, here, there, why)


def _apart(one: Number, two: Number) -> bool:
    """Whether two figures are near, and yet not one value rounded twice."""
    gap = abs(one.value - two.value)
    return (one.half + two.half) * Decimal("1.02") < gap <= max(abs(one.value), abs(two.value)) / 5


def _claims(sentence: Sentence) -> Iterator[_Said]:
    if _OTHER.search(sentence.text):
        return
    says, moves = _SAYS.match(sentence.text), _MOVES.match(sentence.text)
    if says and (says["first"] is None) != (says["last"] is None):
        yield from _claim(sentence, says["subject"], says["first"] or says["last"], says.start("value"))
    if moves:
        yield from _claim(sentence, moves["subject"], moves["first"], moves.start("value"))
        yield from _claim(sentence, moves["subject"], moves["last"], moves.start("then"))


def _claim(sentence: Sentence, subject: str, period: str, start: int) -> Iterator[_Said]:
    measure = key_of(subject)
    exact = (n for n in sentence.numbers if n.start == start and n.bound is Bound.EXACT and n.exempt is None)
    for number in exact if len(measure.split()) >= 2 else ():
        yield _Said(measure, _year(period), number, sentence)


def _by_measure_and_period(tables: Sequence[Table]) -> dict[_Key, list[_Tabled]]:
    found: dict[_Key, list[_Tabled]] = {}
    for table in tables:
        if _OTHER.search(table.title):
            continue
        for row in table.rows:
            label = row.cells[0] if row.cells else ""
            for column in range(1, len(row.cells)):
                named = _measure_and_period(label, header_of(table, column))
                level = level_in(row.cells[column]) if named else None
                if named and level and level.exempt is None:
                    found.setdefault((*named, level.unit), []).append(_Tabled(level, row.place))
    return found


def _measure_and_period(label: str, heading: str) -> tuple[str, str] | None:
    """The measure and the year of a cell, whichever of its row and its column names which."""
    for measure, when in ((label, heading), (heading, label)):
        years = re.findall(_PERIOD, when)
        if len(years) == 1 and not re.search(_PERIOD, measure) and not _OTHER.search(f"{measure} {when}"):
            return key_of(measure), _year(years[0])
    return None


def _year(period: str) -> str:
    """`2009/10` for all spellings of that year: 2009-10, 2009/2010."""
    parts = re.findall(r"\d+", period)
    return f"{parts[0]}/{parts[1][-2:]}" if len(parts) == 2 else parts[0]
