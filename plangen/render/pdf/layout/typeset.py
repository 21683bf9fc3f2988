"""Inlines become fragments, fragments words, and words lines: ragged right, broken greedily at spaces.

A word space stays in the marked content it stands in, also at the end of a line, so that words can be told
apart when text is extracted (ISO 32000-1, 14.8.2.5). A no-break space is part of its word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from plangen.document.inlines import (
    Abbreviation,
    CrossReference,
    Inline,
    LineBreak,
    Link,
    NoteMark,
    Strong,
    Text,
    Value,
    plain,
)
from plangen.document.theme import Role
from plangen.document.typeface import Face
from plangen.render.pdf.layout.inks import Press, Slot, Style
from plangen.render.pdf.layout.setting import Setting, note_name
from plangen.render.pdf.structure import Content, Element, Tag

__all__ = ["Fragment", "Hyperlink", "Line", "break_lines", "one_line", "set_inlines", "set_lines", "set_words"]

_PARTS = re.compile(r"[ \t\r\n]+|[^ \t\r\n]+")
_BREAK = "\n"
_NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """Where a link leads: an address, or a destination in the document; `words` say it to a screen reader."""

    element: Element
    target: str
    words: str
    external: bool = False


@dataclass(frozen=True, slots=True)
class Fragment:
    """A run of text in one style that belongs to one slot."""

    text: str
    style: Style
    slot: Slot
    link: Hyperlink | None = None


@dataclass(frozen=True, slots=True)
class Line:
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


def set_inlines(
    setting: Setting, inlines: Iterable[Inline], element: Element, style: Style, slot: Content | None = None
) -> list[Fragment]:
    """`inlines` as fragments, with their structure made under `element` (or going on in its `slot`)."""
    scribe = _Scribe(setting, element, slot)
    scribe.write(inlines, style)
    return scribe.fragments


def set_words(setting: Setting, text: str, style: Style, slot: Slot) -> list[Fragment]:
    """Plain words in one slot."""
    setting.check(text, style.face)
    return [Fragment(text, style, slot)]


def one_line(setting: Setting, text: str, style: Style, slot: Slot) -> Line:
    """Plain words as one line, however long."""
    return Line(tuple(set_words(setting, text, style, slot)), setting.width(text, style), setting)


def set_lines(
    setting: Setting, inlines: Iterable[Inline], element: Element, style: Style, width: float
) -> list[Line]:
    """`inlines` as lines no wider than `width` points, with their structure made under `element`."""
    return break_lines(setting, set_inlines(setting, inlines, element, style), width)


class _Scribe:
    """Writes inlines as fragments and makes the structure they need: links, references, expansions."""

    def __init__(self, setting: Setting, element: Element, slot: Content | None = None) -> None:
        self.fragments: list[Fragment] = []
        self._setting = setting
        self._element = element
        self._slot = slot

    def write(self, inlines: Iterable[Inline], style: Style) -> None:
        for inline in inlines:
            match inline:
                case Text(text) | Value(text, _):
                    self._text(_PLAIN_SPACE.sub(" ", text), style)
                case LineBreak():
                    self._text(_BREAK, style)
                case Strong(children):
                    self.write(children, replace(style, face=Face.BOLD))
                case Abbreviation(short, expansion):
                    self._inside(self._element.add(Tag.SPAN, expansion=expansion), short, style)
                case Link(address, children):
                    self._hyperlink(children, style, address, external=True)
                case CrossReference(target, children):
                    self._hyperlink(children, style, target)
                case NoteMark(note, label):
                    self._note_mark(note, label)

    def _text(self, text: str, style: Style, link: Hyperlink | None = None) -> None:
        if self._slot is None:
            self._slot = self._element.content()
        if text != _BREAK:
            self._setting.check(text, style.face)
        self.fragments.append(Fragment(text, style, self._slot, link))

    def _inside(self, element: Element, text: str, style: Style, link: Hyperlink | None = None) -> None:
        self._slot = element.content()
        self._text(text, style, link)
        self._slot = None

    def _hyperlink(self, children: tuple[Inline, ...], style: Style, target: str, external: bool = False) -> None:
        words = plain(children)
        if not external:
            self._setting.links.setdefault(target, words)
        element = self._element.add(Tag.LINK)
        link = Hyperlink(element, target, words, external)
        look = replace(style, face=Face.SEMIBOLD, colour=self._setting.theme.colours.navy)
        self._inside(element, words, look, link)

    def _note_mark(self, note: str, label: str) -> None:
        """`[1]` after a no-break space of its own size: never separated from the word before."""
        if self.fragments and self.fragments[-1].text.endswith(" "):
            last = self.fragments[-1]
            self.fragments[-1] = replace(last, text=last.text.rstrip(" "))
        element = self._element.add(Tag.REFERENCE).add(Tag.LINK)
        link = Hyperlink(element, note_name(note), f"Note {label}")
        self._setting.links.setdefault(link.target, link.words)
        self._inside(element, f"{_NO_BREAK}[{label}]", self._setting.style(Role.SMALL), link)


_PLAIN_SPACE = re.compile(r"[ \t\r\n]+")


@dataclass(slots=True)
class _Word:
    """What is never broken at a space, and the space after it."""

    fragments: list[Fragment]
    width: float = 0.0
    space: Fragment | None = None
    space_width: float = 0.0
    ends_line: bool = False


def break_lines(setting: Setting, fragments: Iterable[Fragment], width: float) -> list[Line]:
    """Lines no wider than `width` points. A word that is wider is broken between characters, as a last resort."""
    lines: list[Line] = []
    current: list[Fragment] = []
    used = trailing = 0.0

    def flush() -> None:
        nonlocal current, used, trailing
        lines.append(Line(_merged(current), used - trailing, setting))
        current, used, trailing = [], 0.0, 0.0

    for word in _fitting(setting, _words(setting, fragments), width):
        if current and used + word.width > width + 0.01:
            flush()
        current += word.fragments
        used += word.width
        trailing = 0.0
        if word.space is not None:
            current.append(word.space)
            used += word.space_width
            trailing = word.space_width
        if word.ends_line:
            flush()
    if current:
        flush()
    return lines


def _words(setting: Setting, fragments: Iterable[Fragment]) -> Iterator[_Word]:
    word = _Word([])
    for fragment in fragments:
        if fragment.text == _BREAK:
            word.ends_line = True
            yield word
            word = _Word([])
            continue
        for part in _PARTS.findall(fragment.text):
            piece = replace(fragment, text=part)
            if part[0] == " ":
                if word.fragments:
                    word.space, word.space_width = piece, setting.width(part, fragment.style)
                    yield word
                    word = _Word([])
                continue
            word.fragments.append(piece)
            word.width += setting.width(part, fragment.style)
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
    chunk = _Word([])
    for fragment in word.fragments:
        start = 0
        for at, character in enumerate(fragment.text):
            advance = setting.width(character, fragment.style)
            if chunk.width + advance > width and (chunk.fragments or at > start):
                if at > start:
                    chunk.fragments.append(replace(fragment, text=fragment.text[start:at]))
                yield chunk
                chunk, start = _Word([]), at
            chunk.width += advance
        if start < len(fragment.text):
            chunk.fragments.append(replace(fragment, text=fragment.text[start:]))
    yield replace(word, fragments=chunk.fragments, width=chunk.width)


def _merged(fragments: list[Fragment]) -> tuple[Fragment, ...]:
    """Neighbours of one style and slot as one run."""
    runs = groupby(fragments, key=lambda f: (f.style, id(f.slot), id(f.link)))
    merged = []
    for _, some in runs:
        run = list(some)
        merged.append(run[0] if len(run) == 1 else replace(run[0], text="".join(f.text for f in run)))
    return tuple(merged)
