"""Words as HarfBuzz sets them: which glyphs, how far apart, and the letters that each of them stands for.

Kerning and the standard ligatures of the font are on. What stands between two spaces is shaped by itself, so a
line is as wide as its words and its spaces together, wherever it is broken. All lengths are the font's whole units
(`UNITS_PER_EM`), equal on every machine (`docs/decisions/shaping.md`).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING
from unicodedata import normalize

from msgspec import Struct

from plangen.document.typeface import Face, font_file

if TYPE_CHECKING:
    from uharfbuzz import Font

__all__ = [
    "Glyph",
    "advance",
    "characters",
    "glyphs_of_characters",
    "harfbuzz_version",
    "shaped",
    "words_and_spaces",
]

_PARTS = re.compile(" +|[^ ]+")
_NO_BREAK_SPACE = "\u00a0"
_LANGUAGE, _SCRIPT = "en", "Latn"  # never those of the machine, or of the words around
_SHAPERS = ["ot"]  # HarfBuzz's own, whatever the environment asks for
_NO_LIGATURES = {"liga": False, "clig": False}


class Glyph(Struct, frozen=True, gc=False):
    """A glyph by its number in the font, and the letters it stands for: all glyphs together stand for all letters.

    `width` is the glyph's own, `advance` how far on the next glyph begins; it is painted `right` and `up` from its
    place.
    """

    number: int
    letters: str
    width: int
    advance: int
    right: int = 0
    up: int = 0


@lru_cache(1 << 15)  # a layout asks for the same words again and again
def advance(text: str, face: Face) -> int:
    """How wide `text` is, in units of the font. A character that the font lacks counts nothing."""
    words = words_and_spaces(text)
    if len(words) > 1:
        return sum([advance(word, face) for word in words])
    return sum([glyph.advance for word in words for glyph in shaped(word, face, True)])


def words_and_spaces(text: str) -> list[str]:
    """The words of `text` and the spaces between them: what is shaped by itself.

    A no-break space is a space, in its width and for whoever copies the text.
    """
    return _PARTS.findall(text.replace(_NO_BREAK_SPACE, " "))


@cache
def characters(face: Face) -> frozenset[str]:
    """The characters that `face` has a glyph for."""
    return frozenset(map(chr, glyphs_of_characters(face)))


def harfbuzz_version() -> str:
    """The version of HarfBuzz, which uharfbuzz carries within."""
    import uharfbuzz

    return str(uharfbuzz.version_string())


@cache
def _font(face: Face) -> Font:
    import uharfbuzz

    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(font_file(face)))))


@cache
def _glyph_widths(face: Face) -> tuple[int, ...]:
    font = _font(face)
    return tuple(map(font.get_glyph_h_advance, range(font.face.glyph_count)))


@cache
def glyphs_of_characters(face: Face) -> dict[int, int]:
    """The glyph of each character that `face` has one for, both by number."""
    font = _font(face)
    return {character: font.get_nominal_glyph(character) for character in font.face.unicodes}


@lru_cache(1 << 13)  # glyphs take a kilobyte a word and more, and every edit brings new words
def shaped(word: str, face: Face, ligatures: bool = True) -> tuple[Glyph, ...]:
    """The glyphs of a word, or of the spaces between two; a letterspaced word has no ligatures.

    What the font lacks is left out.
    """
    import uharfbuzz

    known = characters(face)
    if not known.issuperset(word):
        word = "".join(filter(known.__contains__, word))
    if not word:
        return ()
    font, buffer = _font(face), uharfbuzz.Buffer()
    buffer.add_str(word)
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.direction, buffer.language = "ltr", _LANGUAGE
    buffer.guess_segment_properties()
    buffer.script = buffer.script or _SCRIPT
    uharfbuzz.shape(font, buffer, {} if ligatures else _NO_LIGATURES, shapers=_SHAPERS)
    infos = buffer.glyph_infos
    letters = _letters(word, [info.cluster for info in infos])
    widths = _glyph_widths(face)
    return tuple(
        [
            Glyph(info.codepoint, said, widths[info.codepoint], at.x_advance, at.x_offset, at.y_offset)
            for info, at, said in zip(infos, buffer.glyph_positions, letters, strict=True)
        ]
    )


def _letters(word: str, starts: list[int]) -> list[str]:
    """What each glyph stands for, by the place in `word` where the letters of its cluster start.

    Of a cluster with several glyphs each has one letter, and the last one all that are left. Where a letter with
    several marks is taken apart, there are more glyphs than letters: then its base and marks are the letters.
    """
    if starts == list(range(len(word))):  # one for each, as nearly always
        return list(word)
    ends = dict(pairwise([*sorted(set(starts)), len(word)]))
    found: list[str] = []
    for start, some in groupby(starts):
        last = len(list(some)) - 1
        letters = word[start : ends[start]]
        letters = letters if last < len(letters) else normalize("NFD", letters)
        found += [*letters[:last], letters[last:]]
    return found
