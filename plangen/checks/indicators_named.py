"""Where a text names a measure: headings and cells, with the unit that stands beside the name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from plangen.checks.finding import DocumentPlace
from plangen.checks.small_words import SMALL_WORDS
from plangen.checks.text import is_row
from plangen.checks.writing import Writing

__all__ = ["Named", "is_boilerplate", "key_of", "name_above", "names_in"]


class Named(Struct, frozen=True):
    """A measure as a heading or a cell names it. `per` is the base of its rate, 0 where it is none."""

    name: str
    key: str
    per: int
    place: DocumentPlace
    quote: str


_PER = re.compile(
    r"[\s(,–-]*(?:(?:rate|incidents|number|crimes?|offences|admissions|figure)s?\s+)?(?:per"
    r"|/)\s+(?P<base>10{2,6}|10{0,2}(?:,000){1,2})\b(?!,)(?P<rest>.*)$",
    re.I,
)
_BOILERPLATE = re.compile(
    r"^(?:a (?:high|low)\b|preferred direction|is \**(?:good|poor)|of travel|direction of travel|source\b"
    r"|#+\s*\d|[\d.]+[a-z]?$|actuals?$|benchmark$)",
    re.I,
)


def key_of(name: str) -> str:
    """A name for comparing: lower case, without punctuation, reference and small words."""
    bare = re.sub(r"^\s*(?:#+\s*)?(?:\d+(?:\.\d+)+[a-z]?\s+)?", "", name.lower())
    return " ".join(word for word in re.findall(r"[a-z%]+|\d+\+?", bare) if word not in SMALL_WORDS)


def names_in(writing: Writing) -> Iterator[Named]:
    """Measures that a line or a cell names together with "per N"."""
    for line in writing.lines:
        text = line.text.strip()
        if text and not is_row(line.text) and len(text) < 140 and not text.endswith((".", ";", ",")):
            yield from _named(re.sub(r"^#+\s*|\*\*", "", text), line.place, text)
    for table in writing.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from _named(cell, row.place, row.text)


def _named(text: str, place: DocumentPlace, quote: str) -> Iterator[Named]:
    match = _PER.search(text)
    if match is None:
        return
    name = text[: match.start()].strip(" -–(,:")
    key = key_of(name)
    if len(key.split()) >= 2 or len(key) > 8:
        yield Named(name, key, int(match["base"].replace(",", "")), place, quote)


def is_boilerplate(text: str) -> bool:
    """A line that names no measure: a reference alone, or what is said of polarity beside every chart."""
    bare = text.strip().strip("*").strip()
    return not re.search(r"[A-Za-z]{3}", bare) or bool(_BOILERPLATE.match(bare)) or len(bare) > 160


def name_above(writing: Writing, index: int, within: int = 12) -> str:
    """The nearest line above line `index` that may name a measure, blank where none is near.

    A name whose bracket opened on the line before is put together again.
    """
    name = ""
    for line in reversed(writing.lines[max(0, index - within) : index]):
        if is_row(line.text):
            return ""
        if line.text.strip() and not is_boilerplate(line.text):
            bare = re.sub(r"^#+\s*|\*\*", "", line.text.strip())
            if name or bare.count(")") > bare.count("("):
                name = f"{bare} {name}".strip()
                if name.count("(") >= name.count(")"):
                    return name
                continue
            return bare
    return name
