"""PG813: "62%, which is 6.3% lower", where the level before, printed elsewhere, lies 6.3 points away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from plangen.checks.arithmetic import shown, shown_percent
from plangen.checks.columns import level_in
from plangen.checks.finding import Finding
from plangen.checks.numbers import Number, NumberUnit, numbers_in
from plangen.checks.pairs import pairs_in
from plangen.checks.text import Sentence
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["points"]

_UP_BEFORE = re.compile(
    r"\b(?:up|increas\w+|r[io]se\w*|grew|grown|risen|improv\w+)(?:[\w\s]{0,40}?\bby)?\s+$", re.I
)
_DOWN_BEFORE = re.compile(
    r"\b(?:down|decreas\w+|reduc\w+|fell|fallen|dropp?ed|declined)(?:[\w\s]{0,40}?\bby)?\s+$", re.I
)
_UP_AFTER = re.compile(r"^\s+(?:higher|more|increase|rise|improvement|up)\b", re.I)
_DOWN_AFTER = re.compile(r"^\s+(?:lower|less|fewer|decrease|reduction|fall|drop|down)\b", re.I)


def points(writing: Writing) -> Iterator[Finding]:
    """Changes in percent whose level and earlier level are percentages as many points apart."""
    known = frozenset(_known(writing))
    for sentence in writing.sentences:
        percents = [n for n in sentence.numbers if n.unit is NumberUnit.PERCENT]
        if not 2 <= len(percents) <= 6 or pairs_in(sentence):
            continue
        for change in percents:
            way = _way(sentence, change)
            if way:
                yield from _judged(sentence, change, way, percents, known)


def _known(writing: Writing) -> Iterator[tuple[Decimal, Decimal]]:
    """Levels that the document itself gives as before and after: in one sentence or along one row."""
    for sentence in writing.sentences:
        for pair in pairs_in(sentence):
            if pair.before.unit is NumberUnit.PERCENT:
                yield pair.before.value, pair.after.value
    for table in writing.tables:
        for row in table.rows:
            levels = [level for cell in row.cells for level in _levels(cell) if level.unit is NumberUnit.PERCENT]
            for before, after in combinations(levels, 2):
                yield before.value, after.value


def _levels(cell: str) -> Iterator[Number]:
    level = level_in(cell)
    if level:
        yield level
        for match in re.finditer(r"\(actual ([^)]*)\)", cell):
            yield from numbers_in(match[1])


def _way(sentence: Sentence, change: Number) -> int:
    before, after = sentence.text[: change.start], sentence.text[change.end :]
    if _UP_AFTER.match(after) or _UP_BEFORE.search(before):
        return 1
    return -1 if _DOWN_AFTER.match(after) or _DOWN_BEFORE.search(before) else 0


def _judged(
    sentence: Sentence, change: Number, way: int, percents: list[Number], known: frozenset[tuple[Decimal, Decimal]]
) -> Iterator[Finding]:
    levels = [n for n in percents if n is not change and not _way(sentence, n)]
    if len(levels) != 1 or abs(levels[0].start - change.start) > 160:
        return
    (level,) = levels
    if re.fullmatch(r"\s*\(", sentence.text[min(change.end, level.end) : max(change.start, level.start)]):
        return  # one change, told in two ways
    before = level.value - way * abs(change.value)
    if before <= 0 or (before, level.value) not in known:
        return
    percent = 100 * (level.value - before) / before
    if abs(abs(percent) - abs(change.value)) <= change.half:
        return
    gap = shown(abs(change.value), 2)
    yield Finding(
        codes.POINTS_CALLED_PERCENT,
        0.85,
        sentence.text,
        sentence.place,
        change.text.strip(),
        f"{gap} percentage points",
        f"{shown(before, 2)}% to {level.text.strip()} is {gap} percentage points, or {shown_percent(percent)}, "
        f"not {change.text.strip()}",
    )
