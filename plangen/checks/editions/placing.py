"""Where in a file the words of a passage stand, so that a finding points at the word and not at its paragraph."""

from __future__ import annotations

import re

from msgspec.structs import replace

from plangen.checks.editions.passages import Passage
from plangen.diagnostics import Location

__all__ = ["place_of", "place_of_field"]

_EXPRESSION = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_LONGEST = 12
"""Lines of a record in which a field is looked for."""
_EMPHASIS = r"[*_]*"


def place_of(passage: Passage, start: int, end: int, source: str) -> Location:
    """The line and column of the characters from `start` to `end` of the passage in the text of its file.

    The passage's own place where its words were written otherwise (a folded field, escaped characters).
    """
    here = passage.location
    words = passage.text[start:end]
    if not source or not here.line or not words.strip():
        return here
    lines = source.splitlines(keepends=True)
    first = here.line - 1
    offset = sum(map(len, lines[:first]))
    text = _EXPRESSION.sub(lambda found: "\0" * len(found[0]), source)
    pattern = re.compile(rf"(?<![\w,.]){_written(words)}(?!\w)")
    earlier = [m for m in pattern.finditer(passage.text[:start]) if passage.literal(m.start(), m.end())]
    for number, found in enumerate(pattern.finditer(text, offset)):
        if number == len(earlier):
            line = source.count("\n", 0, found.start()) + 1
            column = found.start() - (source.rfind("\n", 0, found.start()) + 1) + 1
            return replace(here, line=line, column=column, field="")
    return here


def place_of_field(record: Location, field: str, source: str) -> Location:
    """The place of the value of `field` in the YAML record that begins at `record`, or the record's own place."""
    lines = source.splitlines()
    for number in range(max(record.line - 1, 0), min(record.line + _LONGEST, len(lines))):
        found = re.match(rf"\s*(?:- )?{re.escape(field)}:\s*", lines[number])
        if found:
            return replace(record, line=number + 1, column=found.end() + 1, field="")
    return record


def _written(words: str) -> str:
    return (_EMPHASIS + r"\s+" + _EMPHASIS).join(re.escape(word) for word in words.split())
