"""What a rule of an edition says: a code and words, at a place in a passage or at a record."""

from __future__ import annotations

from msgspec import Struct

from plangen.checks.editions.sentences import Said
from plangen.diagnostics import Location, Severity

__all__ = ["Remark", "about_words"]


class Remark(Struct, frozen=True):
    """A finding before its place in the file is known.

    `quote` is the sentence, or the id of the record, that an acceptance names. `said`, `start` and `end` give the
    words of a sentence; a remark about a record has a `location` instead, with the `field` it is about.
    """

    code: str
    severity: Severity
    message: str
    hint: str
    quote: str
    location: Location
    said: Said | None = None
    start: int = 0
    end: int = 0
    field: str = ""


def about_words(
    code: str, severity: Severity, said: Said, start: int, end: int, message: str, hint: str = ""
) -> Remark:
    """A remark about the words from `start` to `end` of a sentence."""
    return Remark(code, severity, message, hint, said.text, said.passage.location, said, start, end)
