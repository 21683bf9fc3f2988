"""What is met on the way while one document is laid out: characters without a sign, links, and remarks."""

from __future__ import annotations

from msgspec import Struct, field

from plangen.diagnostics import Diagnostic
from plangen.document.typeface import Face
from plangen.layout.fonts import Fonts, missing_glyphs

__all__ = ["Findings"]


class Findings(Struct):
    """Collected from all parts of the layout. `links` gives the words that lead to each place."""

    links: dict[str, str] = field(default_factory=dict)
    remarks: list[Diagnostic] = field(default_factory=list)
    _faults: dict[tuple[str, Face], Diagnostic] = field(default_factory=dict)
    _seen: dict[Face, set[str]] = field(default_factory=lambda: {face: set() for face in Face})

    def check(self, text: str, face: Face, fonts: Fonts) -> None:
        """Remember every character of `text` that `face` has no glyph for, once each."""
        seen = self._seen[face]
        if seen.issuperset(text):
            return
        missing = "".join(c for c in fonts.missing(text, face) if c not in seen)
        for character, fault in zip(missing, missing_glyphs(text, missing), strict=True):
            self._faults[character, face] = fault
        seen.update(text)

    def absorb(self, later: Findings) -> None:
        """Take over what was met in a part of the document that comes after all that was met before."""
        for target, words in later.links.items():
            self.links.setdefault(target, words)
        self.remarks += later.remarks
        for fault, problem in later._faults.items():
            self._faults.setdefault(fault, problem)

    def problems(self) -> list[Diagnostic]:
        """A diagnostic (PG520) for each character that a face lacks, one even if several faces lack it."""
        found = {problem.message.split(", in ")[0]: problem for problem in self._faults.values()}
        return list(found.values())
