"""What was typed and a record already knows: arrows (PG857), units (PG858), polarity (PG859), periods (PG860)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from plangen.checks.editions.remarks import Remark, about_words
from plangen.checks.editions.sentences import Said
from plangen.checks.editions.subjects import Subject
from plangen.diagnostics import About, codes
from plangen.language.english.periods import MONTHS_IN_FULL
from plangen.measures.evidence import Evidence
from plangen.model.unit import Polarity, UnitKind

__all__ = ["typed_records"]

_ARROW = re.compile(r"[↑↓→↗↘▲▼△▽⬆⬇⇧⇩🔺🔻🔼🔽]")
_PER = re.compile(r"\bper\s+(?P<n>\d{1,3}(?:,\d{3})+|\d{2,})\b")
_POLARITY = re.compile(
    r"\b(?:an?\s+)?(?P<size>high(?:er)?|low(?:er)?)\s+(?:percentage|rate|figure|number|value|score)?\s*(?:is|means|=)\s+"
    r"(?P<worth>better|good|worse|poor|poorer|bad)\b",
    re.IGNORECASE,
)
_MONTHS = {name: number for number, name in enumerate(MONTHS_IN_FULL.values(), 1)}
_MONTH = "|".join(_MONTHS)
_QUARTER = re.compile(
    r"\b(?:quarter |Q)(?P<q>[1-4])(?:,?\s+(?:of\s+)?(?P<year>(?:19|20)\d\d)/\d\d)?\s*"
    rf"\(\s*(?P<first>{_MONTH})\s+(?:to|-|–)\s+(?P<last>{_MONTH})"
    r"(?:\s+(?P<of>(?:19|20)\d\d))?\s*\)",
    re.IGNORECASE,
)


def typed_records(evidence: Evidence, said: Said, subjects: tuple[Subject, ...]) -> Iterator[Remark]:
    """Arrows, units, polarities and months of quarters that somebody typed and that a record gives or denies."""
    yield from _arrows(said)
    if len(subjects) == 1:
        yield from _units(evidence, said, subjects[0].indicators)
        yield from _polarity(evidence, said, subjects[0].indicators)
    yield from _quarters(evidence, said)


def _arrows(said: Said) -> Iterator[Remark]:
    for match in _ARROW.finditer(said.text):
        if said.literal(match.start(), match.end()):
            message = f'the arrow "{match[0]}" is typed, so that it cannot follow the figures'
            hint = "write {{ ID.movement }}, or show the indicator in a table or tile: its arrow is computed"
            yield about_words(codes.TYPED_ARROW, said, match.start(), match.end(), message, hint)


def _units(evidence: Evidence, said: Said, indicators: tuple[str, ...]) -> Iterator[Remark]:
    units = {evidence.records.indicators[id].unit for id in indicators}
    rates = {unit.per for unit in units if unit.kind is UnitKind.RATE}
    for match in _PER.finditer(said.text):
        per = int(match["n"].replace(",", ""))
        if rates and per not in rates and said.literal(match.start(), match.end()):
            message = f'"{match[0]}" contradicts the unit of {indicators[0]}: rate per {min(rates):,}'
            hint = "write the unit of content/indicators.yaml, or correct the record"
            yield about_words(
                codes.OTHER_UNIT, said, match.start(), match.end(), message, hint, About(indicators[0])
            )


def _polarity(evidence: Evidence, said: Said, indicators: tuple[str, ...]) -> Iterator[Remark]:
    known = {evidence.records.indicators[id].polarity for id in indicators} - {Polarity.NEUTRAL}
    for match in _POLARITY.finditer(said.text):
        high, good = match["size"].lower().startswith("high"), match["worth"].lower() in ("better", "good")
        said_polarity = Polarity.HIGHER if high is good else Polarity.LOWER
        if len(known) == 1 and said_polarity not in known:
            message = f'"{match[0]}" contradicts the polarity of {indicators[0]}: {known.pop().value} is better'
            hint = "leave it out: the page prints which way is better"
            yield about_words(
                codes.OTHER_POLARITY, said, match.start(), match.end(), message, hint, About(indicators[0])
            )
            return


def _quarters(evidence: Evidence, said: Said) -> Iterator[Remark]:
    for match in _QUARTER.finditer(said.text):
        quarter = int(match["q"])
        first = (3 + 3 * (quarter - 1)) % 12 + 1
        year = int(match["year"] or evidence.cut_off.text[:4]) + (1 if quarter == 4 else 0)
        months = (_MONTHS[match["first"].capitalize()], _MONTHS[match["last"].capitalize()])
        if months == (first, first + 2) and int(match["of"] or year) == year:
            continue
        names = list(_MONTHS)
        right = f"{names[first - 1]} to {names[first + 1]} {date(year, first, 1).year}"
        message = f'"{match[0]}" gives other months than the quarter has: {right}'
        yield about_words(codes.OTHER_MONTHS, said, match.start(), match.end(), message, "correct the months")
