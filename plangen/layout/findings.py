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
    _faults: dict[tuple[str, Face], list[Diagnostic]] = field(default_factory=dict)
    _seen: dict[Face, set[str]] = field(default_factory=lambda: {face: set() for face in Face})

    def check(self, text: str, face: Face, fonts: Fonts) -> None:
        """Remember every character of `text` that `face` has no glyph for, once each."""
        seen = self._seen[face]
        if seen.issuperset(text):
            return
        missing = "".join(c for c in fonts.missing(text, face) if c not in seen)
        if missing:
            self._faults[missing, face] = missing_glyphs(text, missing)
        seen.update(text)

    def problems(self) -> list[Diagnostic]:
        """A diagnostic (PG520) for each character that a face lacks, one even if several faces lack it."""
        found = {problem.message.split(", in ")[0]: problem for some in self._faults.values() for problem in some}
        return list(found.values())
