"""Glyphs stand inside the text block, or where the furniture of a page has its place (visual contract, "Page")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from random_documents.glyphs import Glyph, Page

__all__ = ["beyond_the_margins", "too_small"]

_SIDE, _TOP, _FOOT = 57.64, 84.0, 841.89 - 770.0
_HEAD_RULE, _FOOT_RULE = 57.0, 841.89 - 786.0
_DRAFT = 32.0  # the size of the word at the right edge of a draft's pages
_ALLOWED = 0.6
_ACCENT, _DESCENT = 3.0, 4.0  # of a first and a last line
_LEAST = 10.0


def beyond_the_margins(pages: Sequence[Page]) -> list[str]:
    """What stands outside, one message for each line of it."""
    return [
        f"page {page.number}: outside the margins at {glyph.left:.1f}, {glyph.bottom:.1f}: {page.around(at)!r}"
        for page in pages
        for at, glyph in _first_of_each_line(page, [at for at, g in enumerate(page.glyphs) if _outside(page, g)])
    ]


def too_small(pages: Sequence[Page]) -> list[str]:
    """What is set smaller than 10 pt."""
    return [
        f"page {page.number}: set in {glyph.size:.1f} pt: {page.around(at)!r}"
        for page in pages
        for at, glyph in _first_of_each_line(
            page, [at for at, g in enumerate(page.glyphs) if not g.blank and g.size < _LEAST - 0.01]
        )
    ]


def _outside(page: Page, glyph: Glyph) -> bool:
    if glyph.blank:
        return False
    if abs(glyph.angle) > 0.01:
        return glyph.size != _DRAFT
    if glyph.x < _SIDE - _ALLOWED or glyph.right > page.width - _SIDE + _ALLOWED:
        return True
    if glyph.baseline < _HEAD_RULE or glyph.baseline > page.height - _FOOT_RULE:
        return glyph.top < 2 or glyph.bottom > page.height - 20  # the number in the tab, the head and the foot
    if page.number == 1:  # a cover, or the band of a pack
        return glyph.bottom > page.height - _FOOT_RULE
    return glyph.top < _TOP - _ACCENT or glyph.bottom > page.height - _FOOT + _DESCENT


def _first_of_each_line(page: Page, places: Sequence[int]) -> Iterator[tuple[int, Glyph]]:
    lines: set[float] = set()
    for at in places:
        glyph = page.glyphs[at]
        if glyph.baseline not in lines:
            lines.add(glyph.baseline)
            yield at, glyph
