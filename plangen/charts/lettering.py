"""Widths of words and how they are broken into lines.

Words are shaped as the renderers shape them (`plangen.document.shaping`): a label that ends at a line here ends
there on the page.
"""

from __future__ import annotations

from plangen.document.shaping import advance
from plangen.document.typeface import UNITS_PER_EM, Face

__all__ = ["ELLIPSIS", "Lettering"]

ELLIPSIS = "…"


class Lettering:
    """Measures and breaks the words of charts."""

    def width(self, words: str, face: Face, size: float) -> float:
        """How wide `words` are in points when set in `face` at `size` points."""
        return advance(words, face) * size / UNITS_PER_EM

    def lines(self, words: str, face: Face, size: float, room: float, at_most: int = 2) -> tuple[str, ...]:
        """`words` broken at spaces into lines of at most `room` points; what is left over ends in an ellipsis."""
        left = words.split()
        lines: list[str] = []
        while left and len(lines) < at_most:
            taken = self._words_that_fit(left, face, size, room)
            lines.append(" ".join(left[:taken]))
            left = left[taken:]
        if left:
            lines[-1] = f"{lines[-1]}{ELLIPSIS}"
        return tuple(self.shortened(line, face, size, room) for line in lines) or ("",)

    def shortened(self, words: str, face: Face, size: float, room: float) -> str:
        """`words`, or as much of them as fits in `room` points with an ellipsis."""
        if self.width(words, face, size) <= room:
            return words
        kept = words.rstrip(ELLIPSIS)
        while kept and self.width(kept + ELLIPSIS, face, size) > room:
            kept = kept[:-1].rstrip()
        return kept + ELLIPSIS

    def _words_that_fit(self, words: list[str], face: Face, size: float, room: float) -> int:
        taken = 1
        while taken < len(words) and self.width(" ".join(words[: taken + 1]), face, size) <= room:
            taken += 1
        return taken
