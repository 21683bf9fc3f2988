"""PG812 and PG815: a change in a sentence that the levels of the row it speaks of deny."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from plangen.checks.arithmetic import agrees, percent_change, range_of, shown, shown_percent
from plangen.checks.claims.claim import Claim, ClaimRole, Source
from plangen.checks.claims.linked import ClaimedRow, NamedRows, claimed_rows, named_rows_of, rows_meant
from plangen.checks.claims.words import stems
from plangen.checks.directions import DirectionWord, Way
from plangen.checks.finding import Finding
from plangen.checks.numbers import Exactness, NumberUnit, TypedNumber
from plangen.checks.pairs import pairs_in
from plangen.checks.text import Sentence
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["said_changes"]

_OTHER = re.compile(
    r"\b(?:target|forecast|expected|aim|since (?:19|20)\d\d|over the (?:last|past) (?:\w+) years"
    r"|will|should|would|if|plan"
    r"|nationally|england|region(?:al)?|not|average)\b",
    re.I,
)
_CLAUSE = re.compile(r";|,|\b(?:while|whilst|whereas|but|although|and)\b")
_MOST_LEVELS = 8


def said_changes(writing: Writing) -> Iterator[Finding]:
    """Forms like "Vehicle crime is down 25%" and "robbery rose" beside rows with levels of two periods or more.

    A change is right if any two levels of the row give it, and a direction if the last level lies that way
    from any of the earlier ones.
    """
    series = (row for row in claimed_rows(writing.tabled).rows if _is_series(row))
    rows = named_rows_of(tuple(series))
    for sentence in writing.sentences if rows.rows else ():
        yield from _signed(sentence, rows)
        if pairs_in(sentence) or _OTHER.search(sentence.text):
            continue
        for clause, start in _clauses(sentence.text):
            meant = rows_meant(stems(clause), rows)
            if len(meant) == 1:
                yield from _judged(sentence, clause, start, meant[0])


def _is_series(row: ClaimedRow) -> bool:
    return row.claims[0].source is Source.CELL and len(_levels(row)) >= 2


def _signed(sentence: Sentence, rows: NamedRows) -> Iterator[Finding]:
    """A change with its sign in brackets, "(-16.8%)", beside the name of one row."""
    signed = [n for n in sentence.numbers if n.signed and n.unit is NumberUnit.PERCENT and n.exempt is None]
    if len(signed) != 1 or _OTHER.search(sentence.text):
        return
    meant = rows_meant(stems(sentence.text[: signed[0].start]), rows)
    levels = [claim.number for claim in _levels(meant[0])] if len(meant) == 1 else []
    if len(levels) >= 2 and levels[0].unit is not NumberUnit.PERCENT:
        yield from _size(sentence, meant[0], levels, signed[0])


def _clauses(text: str) -> Iterator[tuple[str, int]]:
    at = 0
    for match in _CLAUSE.finditer(text):
        yield text[at : match.start()], at
        at = match.end()
    yield text[at:], at


def _levels(row: ClaimedRow) -> list[Claim]:
    """The levels of a row in order of time: those before the first cell that is no level, and of one unit."""
    found: list[Claim] = []
    for claim in row.claims:
        if claim.role not in (ClaimRole.LEVEL, ClaimRole.SHARE, ClaimRole.TOTAL) or (
            found and claim.number.unit is not found[0].number.unit
        ):
            break
        found.append(claim)
    times = [claim.times for claim in found]
    named = all(len(time) == 1 for time in times) and len(set(times)) == len(times)
    if not named or len(found) > _MOST_LEVELS:
        return found if len(found) == 2 and _before_and_now(found) else []
    return sorted(found, key=lambda claim: claim.times)


_BEFORE = re.compile(r"\b(?:previous|prior|last|baseline|before|start)\b", re.I)
_NOW = re.compile(r"\b(?:current|this|latest|now|actual|after|end)\b", re.I)


def _before_and_now(levels: Sequence[Claim]) -> bool:
    return bool(_BEFORE.search(levels[0].heading) and _NOW.search(levels[1].heading))


def _judged(sentence: Sentence, clause: str, start: int, row: ClaimedRow) -> Iterator[Finding]:
    levels = [claim.number for claim in _levels(row)]
    words = [w for w in sentence.directions if start <= w.start < start + len(clause) and w.way is not Way.SAME]
    ways = {word.way for word in words}
    if len(ways) != 1 or not levels or (levels[0].half > 1 and len(levels) > 2):
        return
    word = words[0]
    if not row.words & stems(sentence.text[start : word.start]) or not _VERB.match(word.text):
        return
    changes = [
        n
        for n in sentence.numbers
        if start <= n.start < start + len(clause) and n.unit is NumberUnit.PERCENT and n.exempt is None
    ]
    if not _moves_so(levels, word):
        yield _direction(sentence, row, levels, word)
    elif len(changes) == 1 and levels[0].unit is not NumberUnit.PERCENT:
        yield from _size(sentence, row, levels, changes[0])
    by = _BY.match(sentence.text[word.end :])
    counted = [n for n in sentence.numbers if by and n.start == word.end + by.end() and n.unit is levels[0].unit]
    for number in counted if levels[0].unit is not NumberUnit.PERCENT else ():
        yield from _gap(sentence, row, levels, number)


_VERB = re.compile(
    r"rose|risen|fell|fallen|increased|decreased|reduced|dropped|declined|grew|grown|up|down|went|gone|higher|lower|doubled|halved"
    r"|tripled|climbed|jumped|shrank",
    re.I,
)


_BY = re.compile(r"\s+by\s+")


def _gap(
    sentence: Sentence, row: ClaimedRow, levels: Sequence[TypedNumber], stated: TypedNumber
) -> Iterator[Finding]:
    gaps = [abs(after.value - before.value) for before, after in combinations(levels, 2)]
    slack = 2 * levels[0].half if levels[0].half != Decimal("0.5") else Decimal(0)
    if stated.bound is not Exactness.EXACT or any(
        abs(gap - stated.value) <= slack + stated.half - Decimal("0.5") for gap in gaps
    ):
        return
    yield _not_so(sentence, row, levels, stated, shown(abs(levels[-1].value - levels[-2].value), 2))


def _not_so(
    sentence: Sentence, row: ClaimedRow, levels: Sequence[TypedNumber], stated: TypedNumber, really: str
) -> Finding:
    """A change that no two levels of the row give; `really` is the one between its last two."""
    before, after = levels[-2:]
    return Finding(
        codes.CHANGE_OF_FIGURES,
        0.7 if len(levels) == 2 else 0.6,
        f"{sentence.text} … {row.claims[0].quote}",
        sentence.place,
        stated.text.strip(),
        really,
        f"{row.name}: {before.text.strip()} to {after.text.strip()} on {row.place} is {really}, "
        f"not {stated.text.strip()}",
    )


def _moves_so(levels: Sequence[TypedNumber], word: DirectionWord) -> bool:
    last = levels[-1].value
    return any((last > level.value) is (word.way is Way.UP) and last != level.value for level in levels[:-1])


def _size(
    sentence: Sentence, row: ClaimedRow, levels: Sequence[TypedNumber], stated: TypedNumber
) -> Iterator[Finding]:
    for before, after in combinations(levels, 2):
        change = percent_change(range_of(before), range_of(after))
        if change is None or agrees(stated, (min(map(abs, change)), max(map(abs, change)))):
            return
    before, after = levels[-2:]
    change_in_percent = shown_percent(100 * (after.value - before.value) / before.value)
    yield _not_so(sentence, row, levels, stated, change_in_percent)


def _direction(sentence: Sentence, row: ClaimedRow, levels: Sequence[TypedNumber], word: DirectionWord) -> Finding:
    before, after = levels[-2:]
    really = "up" if after.value > before.value else "down" if after.value < before.value else "no change"
    return Finding(
        codes.DIRECTION_DENIED,
        0.7,
        f"{sentence.text} … {row.claims[0].quote}",
        sentence.place,
        word.text,
        really,
        f"“{word.text}”, but {row.name} goes from {before.text.strip()} to {after.text.strip()} "
        f"on {row.place}: {really}",
    )
