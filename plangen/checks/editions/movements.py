"""The changes that a sentence about an indicator may mean, by the periods and comparisons it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangen.language.english.periods import MONTHS_IN_FULL
from plangen.measures.changes import change
from plangen.measures.comparisons import compare
from plangen.measures.evidence import Evidence
from plangen.model.period import Period
from plangen.model.period_text import read_period
from plangen.model.result import Change

__all__ = ["named_periods", "possible_changes"]

_MONTHS = "|".join(MONTHS_IN_FULL.values())
_YEAR_AGO = re.compile(
    r"same (?:quarter|period|months?|time)(?: of| in)? (?:the )?(?:last|previous|year)"
    r"|(?:a|one) year (?:ago|earlier|before)"
    r"|on (?:the )?(?:last|previous) year|year[- ]on[- ]year|than (?:last|the previous) year",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:on|than|from|since|compared with) (?:the )?(?:last|previous) (?:quarter|period|month)"
    r"|(?:quarter|period) before",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    rf"\b(?P<year>(?:19|20)\d\d/\d\d)(?:\s*(?P<q>Q[1-4](?:-Q[1-4])?))?\b"
    rf"|\b(?P<month>{_MONTHS})\s+(?P<of>(?:19|20)\d\d)\b"
    r"|\bquarter (?P<quarter>[1-4])(?:,? (?:of )?(?P<in>(?:19|20)\d\d/\d\d))?"
    r"|\b(?:since|in|from) (?P<calendar>(?:19|20)\d\d)\b(?!/)"
)


def named_periods(text: str, edition: Period) -> tuple[Period, ...]:
    """The periods that a sentence names, as it writes them; a quarter without a year is the edition's."""
    found = []
    for match in _PERIOD.finditer(text):
        try:
            found.append(read_period(_canonical(match, edition)))
        except ValueError:  # a year that is no year: 2010/12
            continue
    return tuple(dict.fromkeys(found))


def possible_changes(evidence: Evidence, indicator: str, sentence: str) -> tuple[Change, ...]:
    """The changes of an indicator that the sentence may speak of, nothing if the data holds none.

    A comparison in words (the same quarter last year) or a period narrows them; otherwise they are the latest on
    the period before and on the year before, and every change that a source reported.
    """
    latest = compare(evidence, indicator)
    if _YEAR_AGO.search(sentence) and latest.year_before:
        return (latest.year_before,)
    if _BEFORE.search(sentence) and latest.previous:
        return (latest.previous,)
    every = tuple(dict.fromkeys(_every(evidence, indicator)))
    periods = named_periods(sentence, evidence.cut_off)
    ends = {period.end for period in periods}
    named = tuple(found for found in every if found.period.end in ends or found.base in periods)
    usual = tuple(found for found in (latest.previous, latest.year_before) if found)
    reported = tuple(found for found in every if found.before is None)
    return named or tuple(dict.fromkeys((*usual, *reported))) or every[-1:]


def _every(evidence: Evidence, indicator: str) -> Iterator[Change]:
    periods = evidence.periods(indicator)
    for period in periods:
        for base in (None, *(p for p in periods if p < period)):
            found = change(evidence, indicator, period, base)
            if found is not None:
                yield found


def _canonical(match: re.Match[str], edition: Period) -> str:
    if match["year"]:
        return f"{match['year']} {match['q']}" if match["q"] else match["year"]
    if match["month"]:
        return f"{match['month']} {match['of']}"
    if match["quarter"]:
        return f"{match['in'] or edition.text[:7]} Q{match['quarter']}"
    return match["calendar"]
