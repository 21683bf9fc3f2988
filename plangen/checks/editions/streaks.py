"""Falls and rises in a row: "the fourth consecutive fall", "has risen for three years running" (PG856)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from plangen.checks.directions import Way
from plangen.checks.editions.claims import claims_in
from plangen.checks.editions.remarks import Remark, about_words
from plangen.checks.editions.sentences import Said
from plangen.checks.editions.subjects import Subject
from plangen.checks.numbers import word_value
from plangen.diagnostics import About, codes
from plangen.measures.evidence import Evidence
from plangen.measures.levels import level

__all__ = ["words_of_runs"]

_ORDINALS = dict(
    zip(
        ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"],
        range(2, 11),
        strict=True,
    )
)
_RUN = re.compile(
    rf"\b(?:(?P<nth>{'|'.join(_ORDINALS)}|\d{{1,2}}(?:nd|rd|th))\s+(?:consecutive|successive|straight)"
    r"|(?P<count>\d{1,2}|[a-z]+)\s+(?:(?:consecutive|successive)\s+(?:\w+\s+)?(?:falls|rises|increases|decreases|quarters|years|months|periods)"
    r"|(?:years|quarters|months|periods)\s+(?:running|in a row|in succession))"
    r"|(?P<again>(?:years|quarters|months)\s+(?:running|in a row)))",
    re.IGNORECASE,
)


def words_of_runs(evidence: Evidence, said: Said, subjects: tuple[Subject, ...]) -> Iterator[Remark]:
    """Where a sentence counts falls or rises in a row that the series of its indicator does not show."""
    ways = {claim.way for claim in claims_in(said.text) if isinstance(claim.way, Way)}
    if len(ways) != 1 or len(subjects) != 1:
        return
    way = ways.pop()
    for match in _RUN.finditer(said.text):
        stated = _stated(match)
        if stated is None or not said.literal(match.start(), match.end()):
            continue
        remarks = [_judged(evidence, said, match, stated, id, way) for id in subjects[0].indicators]
        yield from [remark for remark in remarks if remark][:1]


def _judged(evidence: Evidence, said: Said, match: re.Match[str], stated: int, id: str, way: Way) -> Remark | None:
    """What a count in a row is against the series; where the series is too short, that nothing backs it."""
    run, known = _run(evidence, id, way)
    if known and (run != stated if known >= stated else run < known):
        message = f'"{match[0]}" contradicts the series of {id}: {_in_a_row(run, way)}'
        hint = "count the movements in the data, or give the count as a fact with its source"
        return about_words(codes.STREAK_MISCOUNTED, said, match.start(), match.end(), message, hint, About(id))
    if known < stated and match["nth"]:
        message = f'the series of {id} is too short to back "{match[0]}"'
        hint = "give the count as a fact with its source"
        return about_words(codes.MOVEMENT_UNBACKED, said, match.start(), match.end(), message, hint, About(id))
    return None


def _stated(match: re.Match[str]) -> int | None:
    if match["nth"]:
        word = match["nth"].lower()
        return _ORDINALS.get(word) or int(re.sub(r"\D", "", word))
    if match["count"]:
        value = int(match["count"]) if match["count"].isdigit() else word_value(match["count"])
        return int(value) if value else None
    return None


def _run(evidence: Evidence, id: str, way: Way) -> tuple[int, int]:
    """How many movements in a row, up to the last, went `way`, and how many movements are known."""
    values = []
    for row in evidence.series(id):
        found = level(evidence, id, row.period)
        values.append(found.number if found else None)
    moves: list[Way] = []
    for before, after in pairwise(values):
        if before is None or after is None:
            moves.clear()
            continue
        moves.append(Way.UP if after > before else Way.DOWN if after < before else Way.SAME)
    run = 0
    for move in reversed(moves):
        if move is not way:
            break
        run += 1
    return run, len(moves)


def _in_a_row(run: int, way: Way) -> str:
    noun = {Way.UP: "rise", Way.DOWN: "fall", Way.SAME: "period without change"}[way]
    return f"the last movement is no {noun}" if run == 0 else f"{run} {noun}{'s' if run > 1 else ''} in a row"
