"""Figures that are not measurements: years, dates, quarters, references, list numbers, ages, times of day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

__all__ = ["Exemption", "exempt_spans"]

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:19|20)\d\d"
_REFERENCES = (
    "pages? pp sections? figures? tables? chapters? appendix annex articles? paragraphs? para clauses? notes?"
    " footnotes? items? priority priorities actions? objectives? outcomes? themes? goals? strands? stages?"
    " phases? levels? tiers? bands? steps? parts? volume issue version charts? grades? class category zone"
    " ward district room floor ref regulations? schedule day week month wave round lot junction route"
    " recommendations? appendices option national\\s+indicators?"
).replace(" ", "|")


class Exemption(Enum):
    """Why a figure needs no source."""

    YEAR = "year"
    DATE = "date"
    QUARTER = "quarter"
    REFERENCE = "reference"
    LIST_NUMBER = "list number"
    AGE = "age"
    TIME = "time"
    BASE = "base of a rate"
    ADDRESS = "address"


_PATTERNS: tuple[tuple[Exemption, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.I if folded else 0))
    for kind, folded, pattern in (
        (
            Exemption.ADDRESS,
            True,
            r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|\b[\w-]+(?:\.[\w-]+)*\.(?:uk|org|com|gov)\S*",
        ),
        (Exemption.ADDRESS, False, r"\b0\d{2,4}[ -]?\d{3}[ -]?\d{3,4}\b|\b[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}\b"),
        (
            Exemption.DATE,
            False,
            rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-–/]\s?\d{{1,2}}(?:st|nd|rd|th)?)?\s+(?:of\s+)?{MONTH}"
            rf"(?:,?\s+{_YEAR})?",
        ),
        (
            Exemption.DATE,
            False,
            rf"\b{MONTH}\s*\d{{1,2}}(?:st|nd|rd|th)?,?\s+{_YEAR}\b|\b{MONTH}\s+\d{{1,2}}(?:st|nd|rd"
            rf"|th)?\b(?![\d,.%])",
        ),
        (Exemption.DATE, False, rf"\b{MONTH}(?:\s*[-–/]\s*{MONTH})?\s*['’]?\d\d(?:\d\d)?\b"),
        (Exemption.DATE, False, r"\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d)\b|\b\d{4}-\d\d-\d\d\b"),
        (Exemption.YEAR, False, rf"(?<![\d,.£$€])(?:FY\s?)?{_YEAR}\s?[/–-]\s?(?:\d{{4}}|\d\d?)\b(?![,.]\d|%)"),
        (
            Exemption.YEAR,
            False,
            rf"(?<![\d,.£$€/]){_YEAR}s?(?!\d|,\d{{3}}|\.\d|%|/\d{{1,2}}\d{{2,}})(?:\s?[–-]\s?{_YEAR})?\b",
        ),
        (
            Exemption.QUARTER,
            True,
            r"\bQ\s?[1-4]\b|\b(?:quarters?|qtr)\s+(?:[1-4]|one|two|three|four)\b(?:\s*(?:and|to|[-–&])\s*[1-4]\b)?"
            r"|\b(?:first|second|third|fourth|last|1st|2nd|3rd|4th)(?:\s+(?:\w+\s+)?)(?:quarters?|half)\b",
        ),
        (
            Exemption.REFERENCE,
            True,
            rf"\b(?:{_REFERENCES})\.?\s*(?:no\.?\s*)?\d+(?:\.\d+)*[a-z]?\b"
            r"(?:\s*(?:,|and|to|or|&|[-–])\s*\d+(?:\.\d+)*[a-z]?\b)*",
        ),
        (Exemption.REFERENCE, False, r"\b[A-Z]{1,6}[ -]?\d+[a-z]?\b(?=[^%\d,.]|$|[,.]\D|[,.]$)|\bAct\s+\d{4}\b"),
        (Exemption.REFERENCE, False, r"\[\d{1,2}\](?=\s|$|[.,;])|\(\d\)(?=\s|$|[.,;])|\bNo\.?\s?\d+\b|#\d+\b"),
        (Exemption.REFERENCE, False, r"\b\d+\.\d+[a-z]\b|\b\d+(?:\.\d+){2,}[a-z]?\b"),
        (Exemption.LIST_NUMBER, False, r"^\s*(?:[-–•○*]\s*)?\(?\d{1,2}(?:\.\d{1,2})?[.)]\s+(?=\S)"),
        (
            Exemption.AGE,
            True,
            r"\b(?:aged?|ages)\s+(?:of\s+)?(?:between\s+|over\s+|under\s+|from\s+)?\d{1,3}(?:\s*(?:[-–]|to"
            r"|and)\s*\d{1,3})?\+?",
        ),
        (Exemption.AGE, True, r"\b(?:under|over)[ -]\d{1,2}['’]?s\b|\b\d{1,2}\+(?=\W|$)"),
        (
            Exemption.AGE,
            True,
            r"\b\d{1,3}(?:\s*(?:[-–]|to|and)\s*\d{1,3})?[\s-]+years?[\s-]+(?:of age|old|olds)\b",
        ),
        (Exemption.AGE, True, r"\b\d{1,2}\s*[-–]\s*\d{1,2}\s+(?:year|age)"),
        (
            Exemption.TIME,
            True,
            r"\b\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|noon|midnight)\b|\b24/7\b|\b[0-2]\d:[0-5]\d\b|\b\d\d?[- ]hours?\b",
        ),
        (
            Exemption.TIME,
            True,
            r"\b\d{1,2}[- ](?:minutes?|days?|weeks?|months?|years?)\b|\b(?:three|five|two|ten|four)[- ]year\b",
        ),
        (
            Exemption.BASE,
            True,
            r"\bper\s+(?:\d{1,3}(?:,\d{3})+|\d+)\b|\bin\s+every\s+\d+\b|/\s?1,?0{2,5}\b(?=\s*(?:pop|people|res))",
        ),
    )
)


def exempt_spans(text: str) -> Iterator[tuple[int, int, Exemption]]:
    """Where `text` holds figures that are no measurements, with the reason; spans may overlap."""
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield match.start(), match.end(), kind
