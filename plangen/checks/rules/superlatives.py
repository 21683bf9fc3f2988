"""PG823: what a sentence calls the highest or the lowest, and a table or a chart does not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plangen.checks.claims.claim import Claim, ClaimRole
from plangen.checks.claims.linked import ClaimedRow, NamedRows, claimed_rows, rows_meant
from plangen.checks.claims.words import stems
from plangen.checks.finding import Finding
from plangen.checks.text import Sentence
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["superlatives"]

_WORD = re.compile(
    r"\b(?P<second>(?:second|third|fourth|fifth|2nd|3rd|joint)[\s-]+)?(?:(?P<high>highest|largest|greatest|biggest|most)"
    r"|(?P<low>lowest|smallest|fewest|least))\b",
    re.I,
)
_NOT = re.compile(
    r"\b(?:increase|decrease|rise|fall|change|growth|reduction|improvement|drop|ever|since|record|among|one of)\b",
    re.I,
)
_CLAUSE = re.compile(r";|,\s+(?=and|while|whereas|but)|\b(?:and|while|whereas|but)\b")


def superlatives(writing: Writing) -> Iterator[Finding]:
    """Forms like "Harbour had the highest rate, with 42.0 per 1,000" beside the column that holds 42.0."""
    rows = claimed_rows(writing.tabled)
    tables = _columns(rows.rows)
    for sentence in writing.sentences if rows.rows else ():
        for match in _WORD.finditer(sentence.text):
            if match["second"] is None and not re.search(
                r"\bat\s+(?:the\s+)?$", sentence.text[: match.start()], re.I
            ):
                yield from _judged(sentence, match, rows, tables)


def _columns(rows: Sequence[ClaimedRow]) -> dict[tuple[str, int], list[tuple[ClaimedRow, Claim]]]:
    """The cells of each column of each table, by heading and by the page or run of lines they stand in."""
    found: dict[tuple[str, int], list[tuple[ClaimedRow, Claim]]] = {}
    run, last = 0, None
    for row in rows:
        place = row.claims[0].place
        if last is None or place.page != last.page or not 0 <= place.line - last.line <= _APART:
            run += 1
        last = place
        for number, claim in enumerate(row.claims):
            if claim.role in (ClaimRole.LEVEL, ClaimRole.SHARE):
                found.setdefault((claim.heading or str(number), run), []).append((row, claim))
    return found


_APART = 8
_LEAST = 3


def _judged(
    sentence: Sentence,
    match: re.Match[str],
    rows: NamedRows,
    tables: dict[tuple[str, int], list[tuple[ClaimedRow, Claim]]],
) -> Iterator[Finding]:
    start, end = _around(sentence.text, match)
    clause = sentence.text[start:end]
    if _NOT.search(clause) or "respectively" in sentence.text:
        return
    subject = rows_meant(stems(sentence.text[start : match.start()]), rows)
    meant = subject or rows_meant(stems(clause), rows)
    names = {row.name for row in meant}
    if len(names) != 1:
        return
    stated = [n.value for n in sentence.numbers if start <= n.start < end and n.exempt is None]
    for (heading, _), cells in tables.items():
        own = [claim for row, claim in cells if row.name in names]
        if len(own) != 1 or len(cells) < _LEAST or len({c.number.unit for _, c in cells}) != 1:
            continue
        there = {claim.number.value for _, claim in cells}
        if not there & set(stated) and not (heading and stems(heading) and stems(heading) <= stems(clause)):
            continue
        values = [claim.number.value for _, claim in cells]
        best = max(values) if match["high"] else min(values)
        rank = sum(v > own[0].number.value if match["high"] else v < own[0].number.value for v in values)
        if len(stated) > 1 and best in stated:
            continue  # several are named together
        if own[0].number.value != best and rank <= len(values) // 2 + 1:
            first = next(claim for _, claim in cells if claim.number.value == best)
            yield Finding(
                codes.LIST_OUT_OF_ORDER,
                0.7,
                f"{sentence.text} … {first.quote}",
                sentence.place,
                f"{own[0].name} {match[0].strip()}",
                first.name,
                f"“{match[0].strip()}”, but {own[0].name} has {own[0].number.text.strip()} and {first.name} "
                f"{first.number.text.strip()} on {first.place}",
            )
            return


def _around(text: str, match: re.Match[str]) -> tuple[int, int]:
    """The clause of a superlative."""
    start, end = 0, len(text)
    for each in _CLAUSE.finditer(text):
        if each.end() <= match.start():
            start = each.end()
        elif each.start() >= match.end():
            end = each.start()
            break
    return start, end
