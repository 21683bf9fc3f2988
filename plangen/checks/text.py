"""Sentences of a text that may have been broken into lines by a page, with the place each begins at."""

from __future__ import annotations

import re
import textwrap
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from msgspec import Struct

from plangen.checks.directions import DirectionWord, directions_in
from plangen.checks.finding import DocumentPlace
from plangen.checks.numbers import TypedNumber, numbers_in

__all__ = ["LIGATURES", "Sentence", "TextLine", "is_row", "paragraphs", "sentences", "sentences_of"]


class TextLine(Struct, frozen=True):
    """A line as it stands, with its place."""

    text: str
    place: DocumentPlace


class Sentence(Struct, frozen=True, dict=True):
    """A sentence with runs of white space folded to one space.

    `bullet` is set where it opens an item of a list; `paragraph` numbers the paragraph it belongs to.
    """

    text: str
    place: DocumentPlace
    paragraph: int = 0
    bullet: bool = False

    @cached_property
    def numbers(self) -> tuple[TypedNumber, ...]:
        """Every figure, exempt ones marked."""
        return numbers_in(self.text)

    @cached_property
    def directions(self) -> tuple[DirectionWord, ...]:
        """Every word of movement."""
        return directions_in(self.text)


LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
"""What printers set as one character, as the letters that it stands for."""

_MOST_LINES = 200
_MOST_CHARACTERS = 2_000

_BULLET = re.compile(r"^\s*(?:[-–—•●▪◦○o*·➢✓]|\uf0b7|\(?(?:\d{1,2}|[a-z]|[ivx]+)[.)])\s+(?=\S)")
_HEADING = re.compile(r"^#{1,6}\s+")
_MARKS = re.compile(r"\*\*|__|</?(?:b|i|em|strong|sup|sub|u|span)\b[^>]*>|\\(?=[*_#\[\]])")
_NOTE_MARK = re.compile(
    r"(?<=[a-z)”\"’])([.,])\d{1,2}(?:,\s?\d{1,2})*(?=\s+[A-Z(“]|$)"
    r"|(?<=(?:19|20)\d\d[-–/]\d\d)(\.)\d{1,2}(?=\s+[A-Z]|$)"
)
"""The number of a note, set small behind a stop on the page and left behind it in the text."""
_ENDS = re.compile(r"[.!?:;][\"'”’)\]]*$")
_STOP = re.compile(
    r"(?<![A-Z]\.[A-Z])(?<!\be\.g)(?<!\bi\.e)(?<!\bNo)(?<!\bvs)(?<!\bSt)(?<!\bDr)(?<!\bMr)(?<!\bMrs)(?<!\bapprox)(?<!\bpara)"
    r"(?<!\bFig)(?<!\bCllr)(?<!\bincl)[.!?][\"'”’)\]]*\s+(?=[\"'“‘(]?[A-Z0-9£●•])"
)


_GAP = re.compile(r"\S\s{3,}(?=\S)")
_WITH_ARROW = re.compile(r"[^\s\d.,%]\s[£]?\d[\d.,]*%?\s+[£]?\d[\d.,]*%?\s+[▲▼▶►↑↓→⬆⬇➡]\s*$")


def sentences(text: str, place: DocumentPlace | None = None) -> tuple[Sentence, ...]:
    """The sentences of one string, for callers that have no lines: all at `place`, or line 1."""
    return tuple(Sentence(part, place or DocumentPlace(1)) for part in _split(_folded(text)))


def sentences_of(lines: Sequence[TextLine]) -> tuple[Sentence, ...]:
    """The sentences of a text in lines; rows of tables are no sentences."""
    found: list[Sentence] = []
    for number, group in enumerate(paragraphs(lines)):
        found += _of_paragraph(group, number)
    return tuple(found)


def is_row(text: str) -> bool:
    """Whether a line is a row of a table: cells parted by tabs, strokes or gaps, or two figures and an arrow."""
    if text.count("\t") >= 2 or (text.lstrip().startswith("|") and text.count("|") >= 3):
        return True
    if _WITH_ARROW.search(text):
        return True
    return len(_GAP.findall(text.strip())) >= 2 and any(character.isdigit() for character in text)


def paragraphs(lines: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    """Lines that belong together: a list item, a heading, or running text.

    They are joined over blank lines and pages where a sentence breaks off and goes on in lower case.
    """
    group: list[TextLine] = []
    blank = False
    for line in lines:
        if is_row(line.text):
            if group:
                yield group
            group, blank = [], False
        elif not line.text.strip():
            blank = True
        elif group and len(group) < _MOST_LINES and _goes_on(group[-1].text, line.text, blank):
            group.append(line)
            blank = False
        else:
            if group:
                yield group
            group, blank = [line], False
    if group:
        yield group


def _goes_on(before: str, line: str, blank: bool) -> bool:
    if _BULLET.match(line) or _HEADING.match(line) or _HEADING.match(before):
        return False
    if not blank:
        return True
    opening = line.strip()[:1]
    return (opening.islower() or opening == "(") and not _ENDS.search(before.strip()) and len(before.split()) > 4


def _of_paragraph(group: Sequence[TextLine], number: int) -> Iterator[Sentence]:
    starts: list[tuple[int, DocumentPlace]] = []
    whole = ""
    for line in group:
        part = _folded(_HEADING.sub("", line.text))
        starts.append((len(whole), line.place))
        whole += part + " "
    bullet = bool(_BULLET.match(group[0].text))
    at = 0
    for part in _split(whole.strip()):
        place = starts[bisect_right(starts, at, key=lambda start: start[0]) - 1][1]
        yield Sentence(part, place, number, bullet and at == 0)
        at = whole.find(part, at) + len(part) + 1


def _folded(text: str) -> str:
    plain = (
        re.sub(r"[\s\u00a0\u202f\u2009]+", " ", _MARKS.sub("", text)).replace("\u00ad", "").translate(LIGATURES)
    )
    return _NOTE_MARK.sub(lambda match: match[1] or match[2], plain.strip())


@lru_cache(1 << 12)  # several rules read the same passage
def _split(text: str) -> tuple[str, ...]:
    at, parts = 0, []
    for match in _STOP.finditer(text):
        parts.append(text[at : match.end()].strip())
        at = match.end()
    parts.append(text[at:].strip())
    return tuple([piece for part in parts for piece in _pieces(part)])


def _pieces(part: str) -> list[str]:
    """What is far too long for a sentence (a list that lost its lines) in pieces, so that work stays bounded."""
    if len(part) <= _MOST_CHARACTERS:
        return [part] if part else []
    return textwrap.wrap(part, _MOST_CHARACTERS, break_on_hyphens=False)
