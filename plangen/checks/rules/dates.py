"""PG822: a span that ends before it begins, and a period that the document's own period cannot have seen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from plangen.checks.finding import DocumentPlace, Finding
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["dates"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)"
_YEAR = r"(?:19|20)\d\d"
_SPAN = re.compile(
    rf"\b(?P<lead>from|between|period|during|)\s*{_DAY}?(?:(?P<m1>{_MONTH})\.?,?\s+)?(?P<y1>{_YEAR})\s*"
    rf"(?P<joint>to|and|until|through|[-–—])\s*{_DAY}?(?:(?P<m2>{_MONTH})\.?,?\s+)?(?P<y2>{_YEAR})(?![\d/])",
    re.I,
)
_ONE_YEAR = re.compile(
    rf"\b(?:from|between)\s+{_DAY}(?P<m1>{_MONTH})\s+(?:to|and|until)\s+{_DAY}(?P<m2>{_MONTH}),?\s+(?P<y2>{_YEAR})\b",
    re.I,
)
_YEARS = re.compile(r"(?<![\d/.,£])(?P<year>20\d\d)\s?[/–-]\s?(?:20)?(?P<next>\d\d)(?![\d/])")
_QUARTER = re.compile(
    r"\bQ(?:uarter|tr)?\s?(?P<q1>[1-4])\W{0,3}(?:of\s+)?(?P<y1>20\d\d)\s?[/–-]\s?(?:20)?\d\d(?!\d)"
    r"|(?<!\d)(?P<y2>20\d\d)\s?[/–-]\s?(?:20)?\d\d[\s,:–-]{1,3}Q(?:uarter|tr)?\s?(?P<q2>[1-4])\b",
    re.I,
)
_WORDED = re.compile(
    r"\b(?P<word>first|second|third|fourth|last)\s+quarter\s+(?:of|in)\s+(?P<year>20\d\d)\s?[/–-]\s?(?:20)?\d\d(?!\d)",
    re.I,
)
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
_SOURCE = re.compile(
    r"\bsource|\baccessed\b|\bdata (?:as at|from|to|extracted)|\bas at\b|\bpublished\b|\bextract", re.I
)
_MONTH_YEAR = re.compile(rf"\b(?P<month>{_MONTH})\.?,?\s+(?P<year>{_YEAR})\b", re.I)
_COMING = re.compile(
    r"\b(?:will|target|plan(?:ned|s)?|forecast|project(?:ed|ion)|by|until|next|due|expect|aim|strategy|ambition|proposed|review"
    r"|from|future|deadline|going|meeting)\w*\b",
    re.I,
)


_AHEAD = re.compile(r"\b(?:target|plan|forecast|project|budget|next|proposed)\w*\b", re.I)


def dates(writing: Writing) -> Iterator[Finding]:
    """Spans the wrong way round, sources younger than the document, and quarters of a later year."""
    for text, place in _passages(writing):
        for match in _SPAN.finditer(text):
            yield from _backwards(match, text, place)
        for match in _ONE_YEAR.finditer(text):
            if _month(match["m1"], 0) > _month(match["m2"], 0):
                yield _ends_first(match[0], text, place)
    yield from _later(writing)
    yield from _after_the_date(writing)


def _passages(writing: Writing) -> Iterator[tuple[str, DocumentPlace]]:
    """Sentences and rows of tables, each with its place."""
    yield from ((sentence.text, sentence.place) for sentence in writing.sentences)
    yield from ((row.text, row.place) for table in writing.tables for row in table.rows)


def _month(word: str | None, otherwise: int) -> int:
    return _MONTHS.index(word[:3].lower()) if word else otherwise


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
    before = int(match["y1"]) * 12 + _month(match["m1"], 0)
    after = int(match["y2"]) * 12 + _month(match["m2"], 11)
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


def _first_lines(writing: Writing, count: int) -> list[str]:
    """The first lines with words, where a document says what it is and of when."""
    return [line.text for line in writing.lines[:40] if line.text.strip()][:count]


def _later(writing: Writing) -> Iterator[Finding]:
    own = _own(writing)
    for text, place in _passages(writing) if own else ():
        titled = bool(_TITLE.match(text))
        if own and not (_AHEAD if titled else _FUTURE).search(text):
            for said in _years_after(text, *own, titled):
                yield _too_late(text, place, said, *own)


_TITLE = re.compile(r"\W*(?:Table|Figure|Chart)\b")


def _years_after(text: str, year: int, quarter: int, titled: bool) -> Iterator[str]:
    """What lies after `year` and `quarter`: quarters, in a title financial years, and the dates of sources."""
    for match in _QUARTER.finditer(text):
        found = (int(match["y1"] or match["y2"]), int(match["q1"] or match["q2"]))
        if found[0] > year or (quarter and found > (year, quarter)):
            yield match[0]
    for match in _WORDED.finditer(text):
        found = (int(match["year"]), _QUARTERS[match["word"].lower()])
        if found[0] > year or (quarter and found > (year, quarter)):
            yield match[0]
    for match in _YEARS.finditer(text) if titled else ():
        if (int(match["year"]) + 1) % 100 == int(match["next"]) and int(match["year"]) > year:
            yield match[0]
    for match in _MONTH_YEAR.finditer(text) if _SOURCE.search(text) else ():
        if int(match["year"]) * 12 + _month(match["month"], 0) > (year + 1) * 12 + 2 + 12:
            yield match[0]


_FULL = re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{_MONTH}),?\s+(?P<year>{_YEAR})\b", re.I)
_SEEN = re.compile(
    r"\b(?:source|data (?:to|as at|from|extracted|to end|up to)|as at|extract(?:ed)?|accessed"
    r"|published|downloaded|recorded on"
    r"|figures (?:to|as at)|correct (?:at|as of)|up to)\b",
    re.I,
)


_DONE = re.compile(r"\b(?:was|were|took place|had|fell|rose|ran|went|held|saw|\w{3,}ed)\b", re.I)
_FUTURE = re.compile(
    r"\b(?:will|shall|target|plan(?:s|ned)?|due|next|expect\w*|forecast|scheduled|project\w*|aims?|proposed|intend\w*|until"
    r"|deadline|would|should|could|renew\w*|expires?|ends?|by the end)\b",
    re.I,
)


def _after_the_date(writing: Writing) -> Iterator[Finding]:
    """A source or data that are younger than the date that the first lines give the document."""
    dated = [
        match
        for text in _first_lines(writing, 8)
        for match in _FULL.finditer(text)
        if not _SEEN.search(text[: match.start()][-40:])
    ]
    if len(dated) != 1:
        return
    own = _day(dated[0])
    for text, place in _passages(writing):
        for match in (*_FULL.finditer(text), *_MONTH_YEAR.finditer(text)):
            before = re.split(r"[.;]\s", text[: match.start()])[-1]
            seen = _SEEN.search(before[-60:]) or _DONE.search(text)
            ahead = _COMING.search(before[-60:]) if _SEEN.search(before[-60:]) else _FUTURE.search(text)
            if seen and not ahead and _day(match) > own:
                yield Finding(
                    codes.PERIOD_CANNOT_BE,
                    0.75,
                    text.strip(),
                    place,
                    match[0],
                    f"up to {dated[0][0]}",
                    f"{match[0]} lies after the document's own date, {dated[0][0]}",
                )
                break


def _day(match: re.Match[str]) -> tuple[int, int, int]:
    parts = match.groupdict()
    return int(parts["year"]), _month(parts["month"], 0), int(parts.get("day") or 1)


def _own(writing: Writing) -> tuple[int, int] | None:
    """The financial year, and the quarter or 0, that the first lines name and most others agree with."""
    head = _first_lines(writing, 6)
    titled = " ".join(text for text in head if len(text) < 120 and not text.rstrip().endswith("."))
    quarters = [(int(m["y1"] or m["y2"]), int(m["q1"] or m["q2"])) for m in _QUARTER.finditer(titled)]
    if len(set(quarters)) == 1:
        return quarters[0]
    years = {int(m["year"]) for m in _YEARS.finditer(titled) if (int(m["year"]) + 1) % 100 == int(m["next"])}
    if len(years) != 1:
        return None
    (year,) = years
    every = Counter(
        int(m["year"])
        for line in writing.lines
        for m in _YEARS.finditer(line.text)
        if (int(m["year"]) + 1) % 100 == int(m["next"])
    )
    later = sum(count for found, count in every.items() if found > year)
    return (year, 0) if later <= max(2, sum(every.values()) // 5) else None


def _too_late(text: str, place: DocumentPlace, said: str, year: int, quarter: int) -> Finding:
    own = f"{year}/{(year + 1) % 100:02d}" + (f" Q{quarter}" if quarter else "")
    return Finding(
        codes.PERIOD_CANNOT_BE,
        0.7,
        text.strip(),
        place,
        said.strip(),
        f"up to {own}",
        f"{said.strip()} lies after the document's own period, {own}",
    )
