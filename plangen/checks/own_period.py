"""The period that a document is about, as its first lines and most of its text name it.

Financial years run from April to March, quarter 1 from April to June.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from plangen.checks.text import is_row
from plangen.checks.writing import Writing

__all__ = ["first_lines", "last_month", "named_period", "quarters_in", "years_in"]

_FINANCIAL = re.compile(r"(?<![\d/.,£])(?P<year>20\d\d)\s?[/–-]\s?(?:20)?(?P<next>\d\d)(?![\d/-])")
_QUARTER = re.compile(
    r"\bQ(?:uarter|tr)?\s?(?P<q1>[1-4])\W{0,3}(?:of\s+)?(?P<y1>20\d\d)\s?[/–-]\s?(?:20)?\d\d(?!\d)"
    r"|(?<!\d)(?P<y2>20\d\d)\s?[/–-]\s?(?:20)?\d\d[\s,:–-]{1,3}Q(?:uarter|tr)?\s?(?P<q2>[1-4])\b",
    re.I,
)
_YEAR = re.compile(r"(?<![\d/,.£-])20\d\d(?![\d,%]|\.\d)")


def quarters_in(text: str) -> list[tuple[str, tuple[int, int]]]:
    """The quarters that `text` names, as written, with the year they are of and their number."""
    return [
        (match[0], (int(match["y1"] or match["y2"]), int(match["q1"] or match["q2"])))
        for match in _QUARTER.finditer(text)
    ]


def years_in(text: str) -> list[tuple[str, int]]:
    """The financial years that `text` names, as written, with the year they begin in."""
    return [
        (match[0], int(match["year"]))
        for match in _FINANCIAL.finditer(text)
        if int(match["next"]) == (int(match["year"]) + 1) % 100
    ]


def first_lines(writing: Writing, count: int) -> list[str]:
    """The first lines with words, where a document says what it is and of when."""
    return [line.text for line in writing.lines[:60] if line.text.strip()][:count]


def _titles(lines: Iterable[str]) -> str:
    return " ".join(
        text for text in lines if len(text) < 120 and not is_row(text) and not text.rstrip().endswith(".")
    )


def named_period(writing: Writing) -> tuple[int, int] | None:
    """The financial year, and the quarter or 0, that the first lines name and most others agree with."""
    titles = _titles(first_lines(writing, 6))
    quarters = {period for _, period in quarters_in(titles)}
    if len(quarters) == 1:
        return quarters.pop()
    years = {year for _, year in years_in(titles)}
    if len(years) != 1:
        return None
    (year,) = years
    every = Counter(year for line in writing.lines for _, year in years_in(line.text))
    later = sum(count for found, count in every.items() if found > year)
    return (year, 0) if later <= max(2, every.total() // 5) else None


def last_month(writing: Writing) -> tuple[int, bool]:
    """The last month of the document's period, as years x 12 + month from 0, and whether it is a quarter's end.

    0 where no period is named often enough to be the document's own.
    """
    titles = _titles(first_lines(writing, 8))
    quarter = _latest_quarter(titles) or _latest_quarter(" \n".join(line.text for line in writing.lines), least=2)
    if quarter:
        return quarter, True
    named = [year for _, year in years_in(titles)]
    if named:
        return (max(named) + 1) * 12 + 2, False
    counts = Counter(year for line in writing.lines for _, year in years_in(line.text))
    usual = counts.most_common(1)
    if not usual or usual[0][1] < 3 or max(counts) > usual[0][0] + 1 or _goes_beyond(writing, max(counts) + 1):
        return 0, False
    return (max(counts) + 1) * 12 + 2, False


def _goes_beyond(writing: Writing, last: int) -> bool:
    """Whether a document often speaks of years after `last`, so that this is not the end of its own period."""
    years = [int(year) for line in writing.lines for year in _YEAR.findall(line.text)]
    return sum(year > last for year in years) > max(1, len(years) // 20)


def _latest_quarter(text: str, least: int = 1) -> int:
    found = Counter(period for _, period in quarters_in(text))
    frequent = [period for period, count in found.items() if count >= least]
    if not frequent:
        return 0
    year, quarter = max(frequent)
    return year * 12 + 2 + 3 * quarter
