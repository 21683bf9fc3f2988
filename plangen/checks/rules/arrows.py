"""PG816: previous value, current value and arrow that disagree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from plangen.checks.columns import Arrow, Reading, readings
from plangen.checks.finding import Finding
from plangen.checks.writing import Writing

__all__ = ["arrows"]

_BY_MERIT = re.compile(r"(?:arrows?|▲|↑)[^.\n]{0,60}\b(?:improv|better|wors|deteriorat|good|bad)", re.I)


def arrows(writing: Writing) -> Iterator[Finding]:
    """Arrows against the two values beside them.

    An arrow may stand for better and worse instead of up and down. The document's other rows show which: where
    a good part of them contradict their values, or its key says so, arrows are taken to mean merit.
    """
    rows = [reading for table in writing.tables for reading in readings(table)]
    wrong = [reading for reading in rows if _way(reading) not in (reading.arrow, None)]
    right = len(rows) - len(wrong)
    opposed = sum({_way(r), r.arrow} == {Arrow.UP, Arrow.DOWN} for r in wrong)
    merit = (opposed > right / 2 and len(rows) > 2) or any(_BY_MERIT.search(line.text) for line in writing.lines)
    for reading in wrong:
        yield _finding(reading, _confidence(reading, merit, right, wrong))


def _way(reading: Reading) -> Arrow | None:
    ways = {_between(reading.previous.value, reading.current.value)}
    if reading.second:
        ways.add(_between(reading.second[0].value, reading.second[1].value))
    return ways.pop() if len(ways) == 1 else None


def _between(before: Decimal, after: Decimal) -> Arrow:
    return Arrow.UP if after > before else Arrow.DOWN if after < before else Arrow.LEVEL


def _confidence(reading: Reading, merit: bool, right: int, wrong: Sequence[Reading]) -> float:
    gap = abs(reading.current.value - reading.previous.value)
    if merit:
        return 0.3
    if reading.arrow is Arrow.LEVEL:
        small = reading.previous.value and gap / abs(reading.previous.value) < Decimal("0.1")
        return 0.45 if small else 0.7
    if gap == 0:
        return 0.8 if right > len(wrong) else 0.65
    return 0.95 if right >= 3 * len(wrong) and right >= 3 else 0.75 if right > len(wrong) else 0.65


def _finding(reading: Reading, confidence: float) -> Finding:
    way = _way(reading)
    really = {Arrow.UP: "up", Arrow.DOWN: "down", Arrow.LEVEL: "no change", None: ""}[way]
    said = {Arrow.UP: "up", Arrow.DOWN: "down", Arrow.LEVEL: "level"}[reading.arrow]
    move = f"{reading.previous.text} to {reading.current.text}"
    return Finding(
        "PG816",
        confidence,
        reading.row.text,
        reading.row.place,
        f"arrow {said}",
        really,
        f"{reading.label[:80]}: the arrow points {said}, but {move} is {really}".lstrip(": "),
    )
