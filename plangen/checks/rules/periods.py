"""PG822: a past event after the document's own period, and a period that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangen.checks.finding import Finding
from plangen.checks.own_period import last_month
from plangen.checks.text import Sentence
from plangen.checks.writing import Writing
from plangen.diagnostics import codes
from plangen.model.month_names import MONTH, MONTHS, month_number

__all__ = ["periods"]

_SPAN = re.compile(
    rf"\b(?:(?P<first>{MONTH})\s*(?:[-–—/]|to|and|until)\s*)?(?P<last>{MONTH})\.?,?\s+(?P<year>(?:19|20)\d\d)\b",
    re.I,
)
_PAST = re.compile(
    r"\b(?:was|were|had|has been|have been|took place|saw|recorded|conducted|received|held)\b", re.I
)
_FUTURE = re.compile(
    r"\b(?:will|shall|plan(?:s|ned)?|due|next|target|expect\w*|forecast|scheduled|project(?:ed|ion)|going to|to"
    r" be|by the end|aims?|proposed|intend\w*|until|till|deadline|expires?|renew\w*|valid|up to|effective)\b",
    re.I,
)
_BAD = re.compile(r"(?<![\d/])(20\d\d)/(\d\d)(?![\d/])")


def periods(writing: Writing) -> Iterator[Finding]:
    """Dates that the document cannot know yet, and years like 2015/15."""
    yield from _impossible(writing)
    end, quarterly = last_month(writing)
    if not end:
        return
    for sentence in writing.sentences:
        yield from _later(sentence, end, quarterly)


def _impossible(writing: Writing) -> Iterator[Finding]:
    for line in writing.lines:
        for year, short in _BAD.findall(line.text):
            if int(short) == int(year) % 100:
                right = f"{year}/{(int(year) + 1) % 100:02d}"
                where = next((c for c in line.text.split("\t") if f"{year}/{short}" in c), line.text).strip()
                yield Finding(
                    codes.PERIOD_CANNOT_BE,
                    0.75,
                    where,
                    line.place,
                    f"{year}/{short}",
                    right,
                    f"{year}/{short} begins and ends in one year; {right}, or {int(year) - 1}/{short}, is a"
                    f" financial year",
                )


def _later(sentence: Sentence, end: int, quarterly: bool) -> Iterator[Finding]:
    if not _PAST.search(sentence.text) or _FUTURE.search(sentence.text):
        return
    for match in _SPAN.finditer(sentence.text):
        last = month_number(match["last"]) - 1
        first = month_number(match["first"]) - 1 if match["first"] else last
        year = int(match["year"])
        begins = (year - (first > last)) * 12 + first
        if begins <= end:
            continue
        quarter = first != last and (last - first) % 12 == 2 and first % 3 == 0
        year_early = end - (3 if quarterly else 12) < begins - 12 <= end
        confidence = 0.8 if quarter and year_early else 0.6 if begins > end + 12 else 0.4
        yield Finding(
            codes.PERIOD_CANNOT_BE,
            confidence,
            sentence.text,
            sentence.place,
            match[0],
            f"{match[0][:-4]}{year - 1}" if year_early else f"up to {MONTHS[end % 12].title()} {end // 12}",
            f"{match[0]} lies after the document's own period, which ends in {MONTHS[end % 12].title()}"
            f" {end // 12}",
        )
