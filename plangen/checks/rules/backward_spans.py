"""PG822: a span of time that ends before it begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangen.checks.finding import DocumentPlace, Finding
from plangen.checks.writing import Writing
from plangen.diagnostics import codes
from plangen.model.month_names import MONTH, month_number

__all__ = ["backward_spans"]

_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)"
_YEAR = r"(?:19|20)\d\d"
_SPAN = re.compile(
    rf"\b(?P<lead>from|between|period|during|)\s*{_DAY}?(?:(?P<m1>{MONTH})\.?,?\s+)?(?P<y1>{_YEAR})\s*"
    rf"(?P<joint>to|and|until|through|[-–—])\s*{_DAY}?(?:(?P<m2>{MONTH})\.?,?\s+)?(?P<y2>{_YEAR})(?![\d/])",
    re.I,
)
_ONE_YEAR = re.compile(
    rf"\b(?:from|between)\s+{_DAY}(?P<m1>{MONTH})\s+(?:to|and|until)\s+{_DAY}(?P<m2>{MONTH}),?\s+(?P<y2>{_YEAR})\b",
    re.I,
)


def backward_spans(writing: Writing) -> Iterator[Finding]:
    """Forms like "from April 2018 to March 2017" and "open from 5 March to 1 February 2024"."""
    for text, place in writing.passages:
        for match in _SPAN.finditer(text):
            yield from _backwards(match, text, place)
        for match in _ONE_YEAR.finditer(text):
            if month_number(match["m1"]) > month_number(match["m2"]):
                yield _ends_first(match[0], text, place)


def _backwards(match: re.Match[str], text: str, place: DocumentPlace) -> Iterator[Finding]:
    """A span told as one: "from … to", "between … and", or joined by a dash."""
    lead, joint = match["lead"].lower(), match["joint"].lower()
    told = (lead, joint) in (
        ("from", "to"),
        ("from", "until"),
        ("between", "and"),
        ("period", "to"),
        ("during", "to"),
    )
    if joint == "and" and lead != "between":
        return
    if not told and not (joint in "-–—" or (joint in ("to", "until", "through") and match["m1"] and match["m2"])):
        return
    before = int(match["y1"]) * 12 + (month_number(match["m1"]) if match["m1"] else 1)
    after = int(match["y2"]) * 12 + (month_number(match["m2"]) if match["m2"] else 12)
    if after >= before or re.search(
        r"\b(?:compar|relative|back)\w*\b", text[max(0, match.start() - 30) : match.end()], re.I
    ):
        return
    span = match[0][len(match["lead"]) :].strip() if match["lead"] else match[0].strip()
    yield _ends_first(span, text, place)


def _ends_first(span: str, text: str, place: DocumentPlace) -> Finding:
    return Finding(
        codes.PERIOD_CANNOT_BE,
        0.8,
        text.strip(),
        place,
        span,
        "an end after its beginning",
        f"{span} ends before it begins",
    )
