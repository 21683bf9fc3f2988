"""Words: what stands between two places where a line may end, and the space after it.

A word space stays in the marked content it stands in, also at the end of a line, so that words can be told
apart when text is extracted (ISO 32000-1, 14.8.2.5). A no-break space is part of its word, and so is every space
that the language keeps ("26,626 crimes"), as long as a line has room for all that it keeps together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from plangen.document.lengths import total
from plangen.document.page_words import PageWords
from plangen.layout.fragments import BREAK, HYPHEN, Fragment
from plangen.layout.line_breaking import ROUNDING
from plangen.layout.long_words import cuts, good_breaks
from plangen.layout.setting import Setting

__all__ = ["Word", "kept_words", "single_words", "words_of"]

_PARTS = re.compile(r"[ \t\r\n]+|[^ \t\r\n]+")
_WORD = re.compile(r"[^ \t\r\n]+")
_NO_BREAK = "\u00a0"


class Word(Struct, frozen=True):
    """What no line end divides, and the space after it. `held`: that space is to be no end of a line either."""

    fragments: tuple[Fragment, ...]
    width: float
    space: Fragment | None = None
    space_width: float = 0.0
    held: bool = False
    ends_line: bool = False


def words_of(setting: Setting, fragments: Iterable[Fragment], measure: float) -> Iterator[Word]:
    """The words for lines of `measure` points. A word that is wider is broken."""
    some = list(fragments)
    kept = set(setting.page_words.kept_together("".join(fragment.text for fragment in some)))
    for word in _together(_separate(setting, some, kept), measure):
        if word.width <= measure + ROUNDING:
            yield word
        else:
            yield from _chopped(setting, word, measure)


def single_words(texts: Iterable[str]) -> set[str]:
    """The parts of `texts` that no line end divides as long as a line has room for each of them."""
    words = {word for text in texts for word in _WORD.findall(text)}
    return {word[start:end] for word in words for start, end in pairwise([0, *good_breaks(word), len(word)])}


def kept_words(texts: Iterable[str], page_words: PageWords) -> set[str]:
    """The same with all that the language keeps together: "26,626 crimes"."""
    return {
        word.replace(_NO_BREAK, " ") for word in single_words(_with_no_breaks(text, page_words) for text in texts)
    }


def _with_no_breaks(text: str, page_words: PageWords) -> str:
    characters = list(text)
    for at in page_words.kept_together(text):
        characters[at] = _NO_BREAK
    return "".join(characters)


def _separate(setting: Setting, fragments: Iterable[Fragment], kept: Set[int]) -> list[Word]:
    """All words as single ones; `kept` are the positions of the spaces that hold two together."""
    words: list[Word] = []
    pieces: list[Fragment] = []
    at = 0
    for fragment in fragments:
        if fragment.text == BREAK:
            if words and not pieces and not words[-1].ends_line:
                words[-1] = replace(words[-1], ends_line=True)
            else:
                words.append(Word(tuple(pieces), _width(setting, pieces), ends_line=True))
            pieces, at = [], at + 1
            continue
        for part in _PARTS.findall(fragment.text):
            piece = Fragment(part, fragment.style, fragment.slot, fragment.link)
            if part[0] != " ":
                pieces.append(piece)
            elif pieces:
                width, space = _width(setting, pieces), setting.width(part, fragment.style)
                words.append(Word(tuple(pieces), width, piece, space, at in kept))
                pieces = []
            at += len(part)
    return [*words, Word(tuple(pieces), _width(setting, pieces))] if pieces else words


def _width(setting: Setting, pieces: Sequence[Fragment]) -> float:
    if len(pieces) == 1:  # as nearly always
        return setting.width(pieces[0].text, pieces[0].style)
    return total(setting.width(piece.text, piece.style) for piece in pieces)


def _together(words: Iterable[Word], measure: float) -> list[Word]:
    """The words with those made one that belong together and fit into a line."""
    found: list[Word] = []
    for word in words:
        if found and found[-1].held:
            before = found[-1]
            width = before.width + before.space_width + word.width
            if width <= measure + ROUNDING:
                fragments = (*before.fragments, *filter(None, (before.space,)), *word.fragments)
                found[-1] = replace(word, fragments=fragments, width=width)
                continue
        found.append(word)
    return found


def _chopped(setting: Setting, word: Word, measure: float) -> Iterator[Word]:
    """A word that is wider than the line, in pieces that fit; each piece holds at least one character."""
    text = "".join(fragment.text for fragment in word.fragments)
    advances = [setting.width(c, fragment.style) for fragment in word.fragments for c in fragment.text]
    hyphen = max(setting.width(HYPHEN, fragment.style) for fragment in word.fragments)
    start = 0
    for cut in (*cuts(text, advances, hyphen, measure), None):
        end = cut.at if cut else len(text)
        some = list(_slice(word.fragments, start, end))
        if cut and cut.hyphen:
            some.append(replace(some[-1], text=HYPHEN, soft=True))
        fragments, width = tuple(some), _width(setting, some)
        yield Word(fragments, width) if cut else replace(word, fragments=fragments, width=width)
        start = end


def _slice(fragments: Iterable[Fragment], start: int, end: int) -> Iterator[Fragment]:
    """The part of a word from its character `start` to `end`."""
    for fragment in fragments:
        if part := fragment.text[max(start, 0) : max(end, 0)]:
            yield replace(fragment, text=part)
        start, end = start - len(fragment.text), end - len(fragment.text)
