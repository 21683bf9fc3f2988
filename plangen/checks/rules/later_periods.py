"""PG822: quarters, years and sources that lie after the document's own period or date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangen.checks.finding import DocumentPlace, Finding
from plangen.checks.own_period import first_lines, named_period, quarters_in, years_in
from plangen.checks.writing import Writing
from plangen.diagnostics import codes
from plangen.model.month_names import MONTH, month_number

__all__ = ["later_periods"]

_YEAR = r"(?:19|20)\d\d"
_QUARTER_IN_WORDS = re.compile(
    r"\b(?P<word>first|second|third|fourth|last)\s+quarter\s+(?:of|in)\s+(?P<year>20\d\d)\s?[/–-]\s?(?:20)?\d\d(?!\d)",
    re.I,
)
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
_DATE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+)?(?P<month>{MONTH})\.?,?\s+(?P<year>{_YEAR})\b", re.I
)
_TITLE = re.compile(r"\W*(?:Table|Figure|Chart)\b")
_AHEAD = re.compile(r"\b(?:target|plan|forecast|project|budget|next|proposed)\w*\b", re.I)
_SEEN = re.compile(
    r"\b(?:source|data (?:to|as at|from|extracted|to end|up to)|as at|extract(?:ed)?|accessed|published|downloaded"
    r"|recorded on|figures (?:to|as at)|correct (?:at|as of)|up to)\b",
    re.I,
)
"""What stands before the date of a source, or of data that somebody has seen."""
_NOT_YET = re.compile(
    r"\b(?:will|target|plan(?:ned|s)?|forecast|project(?:ed|ion)|by|until|next|due|expect|aim|strategy|ambition"
    r"|proposed|review|from|future|deadline|going|meeting)\w*\b",
    re.I,
)
_DONE = re.compile(r"\b(?:was|were|took place|had|fell|rose|ran|went|held|saw|\w{3,}ed)\b", re.I)
_FUTURE = re.compile(
    r"\b(?:will|shall|target|plan(?:s|ned)?|due|next|expect\w*|forecast|scheduled|project\w*|aims?|proposed"
    r"|intend\w*|until|deadline|would|should|could|renew\w*|expires?|ends?|by the end)\b",
    re.I,
)
_NEAR = 60
"""Characters before a date in which the words that go with it stand."""


def later_periods(writing: Writing) -> Iterator[Finding]:
    """What a document tells as past and cannot have seen: later quarters and years, younger sources."""
    yield from _after_the_period(writing)
    yield from _after_the_date(writing)


def _after_the_period(writing: Writing) -> Iterator[Finding]:
    own = named_period(writing)
    for text, place in writing.passages if own else ():
        titled = bool(_TITLE.match(text))
        if own and not (_AHEAD if titled else _FUTURE).search(text):
            for said in _periods_after(text, own, titled):
                year, quarter = own
                until = f"{year}/{(year + 1) % 100:02d}" + (f" Q{quarter}" if quarter else "")
                yield _finding(text, place, said, 0.7, until, "period")


def _periods_after(text: str, own: tuple[int, int], titled: bool) -> Iterator[str]:
    """The quarters of `text`, and in a title its financial years, that lie after `own` (quarter 0: the year)."""
    worded = [(m[0], (int(m["year"]), _QUARTERS[m["word"].lower()])) for m in _QUARTER_IN_WORDS.finditer(text)]
    for said, found in (*quarters_in(text), *worded):
        if found[0] > own[0] or (own[1] and found > own):
            yield said
    for said, year in years_in(text) if titled else ():
        if year > own[0]:
            yield said


def _after_the_date(writing: Writing) -> Iterator[Finding]:
    """A source, data or an event that are younger than the one date that the first lines give the document."""
    dated = [
        match
        for text in first_lines(writing, 8)
        for match in _DATE.finditer(text)
        if match["day"] and not _SEEN.search(text[: match.start()][-_NEAR:])
    ]
    for text, place in writing.passages if len(dated) == 1 else ():
        for match in _DATE.finditer(text):
            if _day(match) > _day(dated[0]) and _told_as_past(text, match):
                yield _finding(text, place, match[0], 0.75, dated[0][0], "date")
                break


def _told_as_past(text: str, date: re.Match[str]) -> bool:
    before = re.split(r"[.;]\s", text[: date.start()])[-1][-_NEAR:]
    if _SEEN.search(before):
        return not _NOT_YET.search(before)
    return bool(_DONE.search(text)) and not _FUTURE.search(text)


def _day(match: re.Match[str]) -> tuple[int, int, int]:
    return int(match["year"]), month_number(match["month"]), int(match["day"] or 1)


def _finding(text: str, place: DocumentPlace, said: str, confidence: float, until: str, own: str) -> Finding:
    why = f"{said.strip()} lies after the document's own {own}, {until}"
    return Finding(codes.PERIOD_CANNOT_BE, confidence, text.strip(), place, said.strip(), f"up to {until}", why)
