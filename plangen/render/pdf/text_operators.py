"""Shaped words as operators of page content: every glyph stands where HarfBuzz puts it (ISO 32000-1, 9.4.3)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

from msgspec import Struct
from reportlab.lib.rl_accel import escapePDF, fp_str

from plangen.document.lengths import written
from plangen.document.shaping import Glyph, shaped, words_and_spaces
from plangen.document.typeface import UNITS_PER_EM, Face
from plangen.render.pdf.fonts import character_of, reportlab_font

__all__ = ["TextOperators", "spoken_as"]


class _State(Struct, frozen=True):
    """What glyphs shown by one operator have in common: their subset, their height `up` in units of the font.

    A word with marks that are put on their letters has those letters as `spoken`.
    """

    subset: int
    up: int
    spoken: str


class _Piece(Struct, frozen=True):
    """Glyphs of a word as elements of a TJ array."""

    state: _State
    shown: str


_CODES = [f"({escapePDF(bytes((code,)))})" for code in range(256)]


class TextOperators:
    """Writes the text of one document of reportlab's, which gathers the glyphs of its subsets on the way."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._words: dict[tuple[str, Face, bool], tuple[_Piece, ...]] = {}
        self._fonts: dict[tuple[int, Face, float], str] = {}

    def show(self, words: str, face: Face, size: float, *, ligatures: bool = True) -> str:
        """The operators that set `words` in `face` at `size` points, from where the text matrix is.

        A word with marks that are put on their letters says its letters as `ActualText` (ISO 32000-1, 14.9.4):
        who only sees that the pen goes back would begin a new word there.
        """
        pieces = [piece for word in words_and_spaces(words) for piece in self._pieces(word, face, ligatures)]
        operators: list[str] = []
        subset, height, span = -1, 0, ""
        for state, run in groupby(pieces, key=attrgetter("state")):
            if span and state.spoken != span:
                operators.append("EMC")
            if state.spoken and state.spoken != span:
                operators.append(spoken_as(state.spoken))
            if state.subset != subset:
                operators.append(self._font(state.subset, face, size))
            if state.up != height:
                operators.append(_rise(state.up, size))
            operators.append(_show([piece.shown for piece in run]))
            subset, height, span = state.subset, state.up, state.spoken
        if height:
            operators.append(_rise(0, size))  # it would outlive the text object
        if span:
            operators.append("EMC")
        return " ".join(operators)

    def _font(self, subset: int, face: Face, size: float) -> str:
        """The operator that chooses a subset, by its name among the page's resources."""
        key = subset, face, size
        known = self._fonts.get(key)
        if known is None:
            name = reportlab_font(face).getSubsetInternalName(subset, self._document)
            known = self._fonts[key] = f"{name} {fp_str(written(size))} Tf"
        return known

    def _pieces(self, word: str, face: Face, ligatures: bool) -> tuple[_Piece, ...]:
        key = word, face, ligatures
        known = self._words.get(key)
        if known is None:
            known = self._words[key] = tuple(self._made(shaped(word, face, ligatures), face))
        return known

    def _made(self, word: tuple[Glyph, ...], face: Face) -> Iterator[_Piece]:
        font = reportlab_font(face)
        named = "".join([character_of(glyph, font) for glyph in word])
        spoken = "".join([glyph.letters for glyph in word]) if _has_placed_marks(word) else ""
        at = 0
        for subset, codes in font.splitString(named, self._document):
            coded = zip(word[at : at + len(codes)], codes, strict=True)
            at += len(codes)
            for up, some in groupby(coded, key=lambda pair: pair[0].up):
                yield _Piece(_State(subset, up, spoken), "".join([_element(*pair) for pair in some]))


def _has_placed_marks(word: tuple[Glyph, ...]) -> bool:
    return any(glyph.right or glyph.up for glyph in word)


def _element(glyph: Glyph, code: int) -> str:
    """The code of a glyph, with the steps back before and after it in thousandths of the size."""
    before, after = -glyph.right, glyph.width + glyph.right - glyph.advance
    if not before and not after:
        return _CODES[code]
    return f"{f' {before}' if before else ''}{_CODES[code]}{f' {after}' if after else ''}"


def _show(elements: list[str]) -> str:
    """One operator for the elements of an array, in which strings that meet are one string.

    Brackets inside strings are escaped, so a closing and an opening one side by side are an end and a beginning.
    """
    return f"[{''.join(elements).replace(')(', '')}] TJ"


def spoken_as(letters: str) -> str:
    """The beginning of marked content that stands for `letters`."""
    return f"/Span <</ActualText <FEFF{letters.encode('utf-16-be').hex().upper()}>>> BDC"


def _rise(up: int, size: float) -> str:
    return f"{fp_str(written(up * size / UNITS_PER_EM))} Ts"
