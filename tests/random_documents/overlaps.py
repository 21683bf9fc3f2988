"""No glyph lies over another one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from random_documents.glyphs import Glyph, Page

__all__ = ["overlaps"]

_STRIP = 12.0
_ACROSS, _DOWN = 0.5, 0.06
"""How much of each other's box two glyphs may share: points across, and down a part of the smaller one's size."""
_KERNED = 0.45
"""Neighbours in a word may share this part of the narrower one's width."""
_LETTERS_OF_A_LIGATURE = 3
"""Of the longest one: "fft"."""


def overlaps(pages: Sequence[Page]) -> list[str]:
    """Pairs of texts that overprint each other, one message for each two lines."""
    return [message for page in pages for message in _of_page(page)]


def _of_page(page: Page) -> Iterator[str]:
    seen: set[tuple[float, float]] = set()
    for one, other in _touching(page):
        a, b = page.glyphs[one], page.glyphs[other]
        lines = (a.baseline, b.baseline)
        if lines not in seen and _collide(a, b, other - one):
            seen.add(lines)
            yield (
                f"page {page.number}: {page.around(one)!r} and {page.around(other)!r} overlap "
                f"at {b.left:.1f}, {b.baseline:.1f}"
            )


def _touching(page: Page) -> Iterator[tuple[int, int]]:
    """Pairs of glyphs that share some width: each glyph with those that begin before it ends."""
    inked = sorted((glyph.left, at) for at, glyph in enumerate(page.glyphs) if not glyph.blank)
    strips: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for left, at in inked:
        glyph = page.glyphs[at]
        for strip in range(int(glyph.top // _STRIP), int(glyph.bottom // _STRIP) + 1):
            strips[strip].append((left, at))
    for strip in strips.values():
        for place, (_, at) in enumerate(strip):
            end = page.glyphs[at].right - _ACROSS
            for left, other in strip[place + 1 :]:
                if left >= end:
                    break
                yield min(at, other), max(at, other)


def _collide(a: Glyph, b: Glyph, apart: int) -> bool:
    across = min(a.right, b.right) - max(a.left, b.left)
    down = min(a.bottom, b.bottom) - max(a.top, b.top)
    if across <= _ACROSS or down <= _DOWN * min(a.size, b.size):
        return False
    if apart < _LETTERS_OF_A_LIGATURE and _one_glyph(a, b):
        return False
    if apart <= _LETTERS_OF_A_LIGATURE and abs(a.baseline - b.baseline) < 0.01:
        return across > _KERNED * min(a.right - a.left, b.right - b.left)
    return True


def _one_glyph(a: Glyph, b: Glyph) -> bool:
    """Whether these are letters of one ligature: PDFium gives each of them the box of the whole."""
    return (a.left, a.right, a.x, a.baseline) == (b.left, b.right, b.x, b.baseline)
