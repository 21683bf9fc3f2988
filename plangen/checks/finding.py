"""What a rule found: the words it read, what they state, and what the figures beside them give."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from plangen.diagnostics import Code

__all__ = ["Finding", "Place", "ranked"]


class Place(Struct, frozen=True, order=True):
    """A line of a text, counted from 1, and its page where the text has pages; 0 where neither is known."""

    line: int = 0
    page: int = 0

    def __str__(self) -> str:
        if self.page:
            return f"page {self.page}"
        return f"line {self.line}" if self.line else ""


class Finding(Struct, frozen=True):
    """One thing that does not agree with itself. Why it is no `Diagnostic` stands there.

    `confidence` is between 0 and 1: how often, in sound documents, such words turn out to be a mistake. `stated`
    is the figure or word as printed, `recomputed` what the other figures give, `why` one sentence for people.
    """

    kind: Code
    confidence: float
    quote: str
    place: Place
    stated: str
    recomputed: str
    why: str

    @property
    def code(self) -> str:
        """The code's number: `PG8` and two digits."""
        return self.kind.number


def ranked(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The surest first, then in order of place; a finding told twice is told once."""
    once = dict.fromkeys(findings)
    return tuple(sorted(once, key=lambda f: (-f.confidence, f.place.page, f.place.line, f.code)))
