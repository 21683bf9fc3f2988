"""PG816: previous value, current value and arrow that disagree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from plangen.checks.columns import Arrow
from plangen.checks.directions import Way
from plangen.checks.finding import Finding
from plangen.checks.preferred_direction import wanted_way
from plangen.checks.text import is_row
from plangen.checks.value_rows import Reading, readings, way_between
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["arrows"]

_MERIT = r"\b(?:improv|better|wors|deteriorat|good|bad|declining perf)"
_SIGN = r"(?:arrows?\b|[▲▼△▽↑↓⬆⬇⇧⇩↗↘])"
_BY_MERIT = re.compile(rf"{_SIGN}[^.\n]{{0,60}}{_MERIT}|{_MERIT}[^.\n\d]{{0,30}}{_SIGN}", re.I)


class _Evidence(Struct, frozen=True):
    """What the rows of a document say together about its arrows.

    `by_value` and `by_merit` count the measures of which less is wanted whose arrow follows the value, or points
    up where the value fell; only they tell the two meanings apart. `up_right` and `up_wrong` are of measures of
    which more is wanted: their arrows follow the value whatever they mean. `bands` is set where small moves
    count as none.
    """

    right: int
    wrong: int
    by_value: int
    by_merit: int
    up_right: int
    up_wrong: int
    merit: bool
    bands: bool

    @property
    def values(self) -> bool:
        """Whether arrows are known to mean up and down, or are wrong here and there whatever they mean."""
        return self.by_value > 2 * self.by_merit or (self.by_value >= self.by_merit > 0)


def arrows(writing: Writing) -> Iterator[Finding]:
    """Arrows against the two values beside them.

    An arrow may stand for better and worse instead of up and down. The document's other rows show which: where
    a good part of them contradict their values, or its key says so, arrows are taken to mean merit.
    """
    rows = [reading for table in writing.tables for reading in readings(table)]
    wrong = [reading for reading in rows if _way(reading) not in (reading.arrow, None)]
    evidence = _evidence(writing, rows, wrong)
    for reading in wrong:
        yield _finding(reading, _confidence(reading, evidence))


def _evidence(writing: Writing, rows: Sequence[Reading], wrong: Sequence[Reading]) -> _Evidence:
    right = len(rows) - len(wrong)
    lower = [r for r in rows if wanted_way(r.label) is Way.DOWN and r.arrow is not Arrow.LEVEL]
    upper = [r for r in rows if wanted_way(r.label) is Way.UP and r.arrow is not Arrow.LEVEL]
    opposed = [r for r in wrong if _opposed(r)]
    keyed = any(_BY_MERIT.search(line.text) for line in writing.lines if not is_row(line.text))
    return _Evidence(
        right,
        len(wrong),
        sum(_way(r) is r.arrow for r in lower),
        sum(_opposed(r) for r in lower),
        sum(_way(r) is r.arrow for r in upper),
        sum(_opposed(r) for r in upper),
        keyed or (len(opposed) > right / 2 and len(rows) > 2),
        sum(r.arrow is Arrow.LEVEL for r in wrong) > 1,
    )


def _opposed(reading: Reading) -> bool:
    return {_way(reading), reading.arrow} == {Arrow.UP, Arrow.DOWN}


def _way(reading: Reading) -> Arrow | None:
    ways = {way_between(reading.previous, reading.current)}
    if reading.second:
        ways.add(way_between(*reading.second))
    return ways.pop() if len(ways) == 1 else None


def _confidence(reading: Reading, evidence: _Evidence) -> float:
    gap = abs(reading.current.value - reading.previous.value)
    if evidence.merit:
        sound = evidence.up_right >= 3 * evidence.up_wrong
        more = _opposed(reading) and wanted_way(reading.label) is Way.UP and not reading.rival
        return 0.7 if sound and more else 0.3
    if reading.arrow is Arrow.LEVEL:
        small = reading.previous.value and gap / abs(reading.previous.value) < Decimal("0.1")
        return 0.45 if small or evidence.bands or reading.rival else 0.7
    if reading.rival:
        return 0.5
    if gap == 0:
        return 0.8 if evidence.right > evidence.wrong else 0.65
    if not evidence.values and wanted_way(reading.label) is not Way.UP:
        return 0.5
    sure = evidence.right >= 3 * evidence.wrong and evidence.right >= 3
    return 0.95 if sure else 0.75 if evidence.right > evidence.wrong else 0.65


def _finding(reading: Reading, confidence: float) -> Finding:
    way = _way(reading)
    really = {Arrow.UP: "up", Arrow.DOWN: "down", Arrow.LEVEL: "no change", None: ""}[way]
    said = {Arrow.UP: "up", Arrow.DOWN: "down", Arrow.LEVEL: "level"}[reading.arrow]
    move = f"{reading.previous.text} to {reading.current.text}"
    return Finding(
        codes.ARROW_DENIED,
        confidence,
        reading.row.text,
        reading.row.place,
        f"arrow {said}",
        really,
        f"{reading.label[:80]}: the arrow points {said}, but {move} is {really}".lstrip(": "),
    )
