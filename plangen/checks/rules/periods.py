"""PG822: a past event after the document's own period, and a period that cannot be.

Financial years run from April to March, quarter 1 from April to June.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from plangen.checks.finding import Finding
from plangen.checks.text import Sentence, is_row
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["periods"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_SPAN = re.compile(
    rf"\b(?:(?P<first>{_MONTH})\s*(?:[-–—/]|to|and|until)\s*)?(?P<last>{_MONTH})\.?,?\s+(?P<year>(?:19|20)\d\d)\b",
    re.I,
)
_FINANCIAL = re.compile(r"(?<![\d/])(?P<year>20\d\d)\s?[/–-]\s?(?:20)?(?P<next>\d\d)(?![\d/-])")
_QUARTERED = re.compile(
    r"(?:\bQ(?:uarter|tr)?\s?(?P<q1>[1-4])\W{0,3}(?:of\s+)?(?P<y1>20\d\d)\s?[/–-]\s?(?:20)?\d\d(?!\d))"
    r"|(?:(?<!\d)(?P<y2>20\d\d)\s?[/–-]\s?(?:20)?\d\d[\s,:–-]{1,3}Q(?:uarter|tr)?\s?(?P<q2>[1-4])\b)",
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
_PLAN = re.compile(r"\b(?:plan|strategy|programme|framework)\b", re.I)
_BAD = re.compile(r"(?<![\d/])(20\d\d)/(\d\d)(?![\d/])")


def periods(writing: Writing) -> Iterator[Finding]:
    """Dates that the document cannot know yet, and years like 2015/15."""
    yield from _impossible(writing)
    end, quarterly = _own_end(writing)
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


def _own_end(writing: Writing) -> tuple[int, bool]:
    """The last month of the document's period, as years x 12 + month from 0, and whether it is a quarter's end.

    0 where no period is named often enough to be the document's own.
    """
    head = [line.text for line in writing.lines[:60] if line.text.strip()][:8]
    titled = " ".join(
        text for text in head if len(text) < 120 and not is_row(text) and not text.rstrip().endswith(".")
    )
    quarter = _latest_quarter(titled) or _latest_quarter(" \n".join(line.text for line in writing.lines), least=2)
    if quarter:
        return quarter, True
    counts = Counter(
        int(match["year"])
        for line in writing.lines
        for match in _FINANCIAL.finditer(line.text)
        if int(match["next"]) == (int(match["year"]) + 1) % 100
    )
    named = [int(m["year"]) for m in _FINANCIAL.finditer(titled) if int(m["next"]) == (int(m["year"]) + 1) % 100]
    if named:
        year = max(named)
    elif counts and counts.most_common(1)[0][1] >= 3 and max(counts) <= counts.most_common(1)[0][0] + 1:
        year = max(counts)
        if _goes_beyond(writing, year + 1):
            return 0, False
    else:
        return 0, False
    return (year + 1) * 12 + 2, False


_YEAR = re.compile(r"(?<![\d/,.£-])20\d\d(?![\d,%]|\.\d)")


def _goes_beyond(writing: Writing, last: int) -> bool:
    """Whether a document often speaks of years after `last`, so that this is not the end of its own period."""
    years = [int(year) for line in writing.lines for year in _YEAR.findall(line.text)]
    return sum(year > last for year in years) > max(1, len(years) // 20)


def _latest_quarter(text: str, least: int = 1) -> int:
    found = Counter((int(m["y1"] or m["y2"]), int(m["q1"] or m["q2"])) for m in _QUARTERED.finditer(text))
    frequent = [period for period, count in found.items() if count >= least]
    if not frequent:
        return 0
    year, quarter = max(frequent)
    return year * 12 + 2 + 3 * quarter


def _later(sentence: Sentence, end: int, quarterly: bool) -> Iterator[Finding]:
    if not _PAST.search(sentence.text) or _FUTURE.search(sentence.text):
        return
    for match in _SPAN.finditer(sentence.text):
        last = _month(match["last"])
        first = _month(match["first"]) if match["first"] else last
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
            f"{match[0][:-4]}{year - 1}" if year_early else f"up to {_MONTHS[end % 12].title()} {end // 12}",
            f"{match[0]} lies after the document's own period, which ends in {_MONTHS[end % 12].title()}"
            f" {end // 12}",
        )


def _month(word: str) -> int:
    return _MONTHS.index(word[:3].lower())
