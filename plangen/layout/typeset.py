"""Fragments become words, and words lines: ragged right, broken at spaces.

A word space stays in the marked content it stands in, also at the end of a line, so that words can be told
apart when text is extracted (ISO 32000-1, 14.8.2.5). A no-break space is part of its word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from msgspec import Struct
from msgspec.structs import replace

from plangen.document.inlines import Inline
from plangen.document.lengths import total
from plangen.layout.fragments import BREAK, Fragment, Hyperlink, set_inlines, set_words
from plangen.layout.inks import Press, Slot, Style
from plangen.layout.line_breaking import RightEdge, line_ends
from plangen.layout.setting import Setting
from plangen.layout.structure import Element

__all__ = ["SetLine", "break_lines", "one_line", "set_lines", "unbroken"]

_PARTS = re.compile(r"[ \t\r\n]+|[^ \t\r\n]+")
_WORD = re.compile(r"[^ \t\r\n]+")
_ADDRESS_MARKS = re.compile(r"(?<![:/])[/.\-?&=#](?!/)")
_DIGEST = re.compile(r"[0-9A-Fa-f]{32,}")


class SetLine(Struct, frozen=True):
    """A set line; `width` is without the space at its end."""

    fragments: tuple[Fragment, ...]
    width: float
    setting: Setting

    def paint(self, press: Press, x: float, y: float) -> None:
        """Set the line from the start of its baseline; links get their area."""
        for slot, run in groupby(self.fragments, key=lambda fragment: fragment.slot):
            with press.open(slot):
                x = self._paint_run(press, x, y, list(run))

    def _paint_run(self, press: Press, x: float, y: float, run: list[Fragment]) -> float:
        for fragment in run:
            style = fragment.style
            press.canvas.text(x, y, fragment.text, style.face, style.size, style.colour)
            width = self.setting.width(fragment.text, style)
            if fragment.link is not None:
                _link(press, fragment.link, (x, y - 0.8 * style.size, x + width, y + 0.25 * style.size))
            x += width
        return x


def _link(press: Press, link: Hyperlink, area: tuple[float, float, float, float]) -> None:
    connect = press.canvas.link_address if link.external else press.canvas.link_to
    connect(link.element, area, link.target, link.words)


def one_line(setting: Setting, text: str, style: Style, slot: Slot) -> SetLine:
    """Plain words as one line, however long."""
    return SetLine(tuple(set_words(setting, text, style, slot)), setting.width(text, style), setting)


def set_lines(
    setting: Setting,
    inlines: Iterable[Inline],
    element: Element,
    style: Style,
    width: float,
    edge: RightEdge = RightEdge.RAGGED,
) -> list[SetLine]:
    """`inlines` as lines no wider than `width` points, with their structure made under `element`."""
    return break_lines(setting, set_inlines(setting, inlines, element, style), width, edge)


class _Word(Struct):
    """What is never broken at a space, and the space after it."""

    fragments: list[Fragment]
    width: float = 0.0
    space: Fragment | None = None
    space_width: float = 0.0
    ends_line: bool = False


def break_lines(
    setting: Setting, fragments: Iterable[Fragment], width: float, edge: RightEdge = RightEdge.RAGGED
) -> list[SetLine]:
    """Lines no wider than `width` points. A word that is wider is broken, as a last resort."""
    lines = []
    for words in _stretches(_fitting(setting, _words(setting, fragments), width)):
        ends = line_ends([word.width for word in words], [word.space_width for word in words], width, edge)
        lines += [_line(setting, words[start:end]) for start, end in pairwise([0, *ends])]
    return lines


def _stretches(words: Iterable[_Word]) -> Iterator[list[_Word]]:
    """The words between the breaks that the writer asked for."""
    stretch: list[_Word] = []
    for word in words:
        stretch.append(word)
        if word.ends_line:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def _line(setting: Setting, words: list[_Word]) -> SetLine:
    fragments = [fragment for word in words for fragment in (*word.fragments, *filter(None, (word.space,)))]
    used = total(word.width + word.space_width for word in words) - words[-1].space_width
    return SetLine(_merged(fragments), used, setting)


def _words(setting: Setting, fragments: Iterable[Fragment]) -> Iterator[_Word]:
    word = _Word([])
    for fragment in fragments:
        if fragment.text == BREAK:
            word.ends_line = True
            yield word
            word = _Word([])
            continue
        style = fragment.style
        for part in _PARTS.findall(fragment.text):
            piece = Fragment(part, style, fragment.slot, fragment.link)
            if part[0] == " ":
                if word.fragments:
                    word.space, word.space_width = piece, setting.width(part, style)
                    yield word
                    word = _Word([])
                continue
            word.fragments.append(piece)
            word.width += setting.width(part, style)
    if word.fragments:
        yield word


def _fitting(setting: Setting, words: Iterable[_Word], width: float) -> Iterator[_Word]:
    for word in words:
        if word.width <= width:
            yield word
        else:
            yield from _chopped(setting, word, width)


def _chopped(setting: Setting, word: _Word, width: float) -> Iterator[_Word]:
    """A word that is wider than the line, in pieces that fit; each piece holds at least one character."""
    text = "".join(fragment.text for fragment in word.fragments)
    advances = [setting.width(c, fragment.style) for fragment in word.fragments for c in fragment.text]
    cuts = [0, *_cuts(text, advances, width), len(text)]
    for start, end in pairwise(cuts):
        some = list(_slice(word.fragments, start, end))
        used = total(advances[start:end])
        yield replace(word, fragments=some, width=used) if end == len(text) else _Word(some, used)


def _cuts(text: str, advances: list[float], width: float) -> Iterator[int]:
    """Where a wide word is broken: at the last good place that fits, else between any two characters."""
    good = _good_breaks(text)
    start, used = 0, 0.0
    for at, advance in enumerate(advances):
        used += advance
        while used > width and at > start:
            start = max((place for place in good if start < place <= at), default=at)
            yield start
            used = total(advances[start : at + 1])


def _good_breaks(text: str) -> list[int]:
    """An address breaks before its marks, so that no mark seems to end it; a digest after every eighth sign."""
    marks = [match.start() for match in _ADDRESS_MARKS.finditer(text)]
    return marks if marks else list(range(8, len(text), 8)) if _DIGEST.fullmatch(text) else []


def unbroken(texts: Iterable[str]) -> set[str]:
    """The parts of `texts` that no line break divides as long as a line has room for each of them."""
    words = {word for text in texts for word in _WORD.findall(text)}
    return {word[start:end] for word in words for start, end in pairwise([0, *_good_breaks(word), len(word)])}


def _slice(fragments: list[Fragment], start: int, end: int) -> Iterator[Fragment]:
    """The part of a word from its character `start` to `end`."""
    for fragment in fragments:
        if part := fragment.text[max(start, 0) : max(end, 0)]:
            yield replace(fragment, text=part)
        start, end = start - len(fragment.text), end - len(fragment.text)


def _merged(fragments: list[Fragment]) -> tuple[Fragment, ...]:
    """Neighbours of one style and slot as one run."""
    runs = groupby(fragments, key=lambda f: (f.style, id(f.slot), id(f.link)))
    merged = []
    for _, some in runs:
        run = list(some)
        merged.append(run[0] if len(run) == 1 else replace(run[0], text="".join(f.text for f in run)))
    return tuple(merged)
