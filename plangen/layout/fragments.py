"""Inlines become fragments: runs of text in one style, each knowing the content it belongs to.

The structure that inlines need (links, references to notes, expansions, languages) is made on the way, in reading
order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from plangen.document.inlines import (
    CrossReference,
    InLanguage,
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
from plangen.layout.inks import Slot, Style
from plangen.layout.setting import Setting, note_name
from plangen.layout.structure import Content, Element, Tag

__all__ = ["BREAK", "HYPHEN", "Fragment", "Hyperlink", "set_inlines", "set_words", "words_in"]

BREAK = "\n"
"""The text of a fragment that ends a line because the writer asked for it."""

HYPHEN = "-"
"""The text of a soft fragment."""

_SPACES = re.compile(r"[ \t\r\n]+")
_NO_BREAK = "\u00a0"


class Hyperlink(Struct, frozen=True):
    """Where a link leads: an address, or a destination in the document; `words` say it to a screen reader.

    Words that are linked are underlined, so that neither colour nor weight alone tells them from the text around
    (WCAG 2.2, 1.4.1); the mark of a note is told by its brackets.
    """

    element: Element
    target: str
    words: str
    external: bool = False
    underlined: bool = True


class Fragment(Struct, frozen=True):
    """A run of text in one style that belongs to one slot. A `soft` one is a hyphen that is no part of a word."""

    text: str
    style: Style
    slot: Slot
    link: Hyperlink | None = None
    soft: bool = False


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


def words_in(setting: Setting, text: str, style: Style, element: Element | None, slot: Slot) -> list[Fragment]:
    """Plain words that begin in a slot of `element`, with its abbreviations expanded; none where it has none."""
    if element is None or not isinstance(slot, Content):
        return set_words(setting, text, style, slot)
    return set_inlines(setting, (Text(text),), element, style, slot)


class _Scribe:
    """Writes inlines as fragments and makes the structure they need: links, references, expansions."""

    def __init__(self, setting: Setting, element: Element, slot: Content | None = None) -> None:
        self.fragments: list[Fragment] = []
        self._setting = setting
        self._element = element
        self._slot = slot
        self._link: Hyperlink | None = None
        self._shown: Inline | None = None  # what the words are of, where that is no text

    def write(self, inlines: Iterable[Inline], style: Style) -> None:
        for inline in inlines:
            match inline:
                case Text(text) | Value(text, _):
                    self._text(_SPACES.sub(" ", text), style, inline)
                case LineBreak():
                    self._text(BREAK, style, inline)
                case Strong(children):
                    self.write(children, replace(style, face=Face.BOLD))
                case InLanguage(language, children):
                    self._foreign(language, children, style)
                case Link(address, children):
                    self._hyperlink(children, style, address, external=True)
                case CrossReference(target, children):
                    self._hyperlink(children, style, target)
                case NoteMark():
                    self._note_mark(inline)

    def _foreign(self, language: str, children: tuple[Inline, ...], style: Style) -> None:
        self._inside(self._element.add(Tag.SPAN, language=language), children, style, self._link)

    def _text(self, text: str, style: Style, inline: Inline) -> None:
        """The words, each abbreviation among them in a Span with its expansion."""
        for piece, expansion in self._setting.expansions.split(text):
            if expansion:
                self._slot = self._element.add(Tag.SPAN, expansion=expansion).content()
            elif self._slot is None:
                self._slot = self._element.content()
            if piece != BREAK:
                self._setting.check(piece, style.face)
            self._slot.said.append((self._shown or inline, piece))
            self._put(Fragment(piece, style, self._slot, self._link))
            self._slot = None if expansion else self._slot

    def _put(self, fragment: Fragment) -> None:
        """A fragment, or more words of the last one: what is painted as one run is measured as one."""
        if self.fragments and _goes_on(self.fragments[-1], fragment):
            last = self.fragments.pop()
            fragment = replace(last, text=_SPACES.sub(" ", last.text + fragment.text))
        self.fragments.append(fragment)

    def _inside(
        self, element: Element, children: tuple[Inline, ...], style: Style, link: Hyperlink | None
    ) -> None:
        """`children` under an element of their own; what follows goes on outside it."""
        outer = self._element, self._link
        self._element, self._slot, self._link = element, None, link
        self.write(children, style)
        (self._element, self._link), self._slot = outer, None

    def _hyperlink(self, children: tuple[Inline, ...], style: Style, target: str, external: bool = False) -> None:
        words = plain(children)
        if not external:
            self._setting.found.links.setdefault(target, words)
        element = self._element.add(Tag.LINK)
        link = Hyperlink(element, target, words, external)
        look = replace(style, face=Face.SEMIBOLD, colour=self._setting.theme.colours.navy)
        self._inside(element, children, look, link)

    def _note_mark(self, mark: NoteMark) -> None:
        """`[1]` after a no-break space of its own size: never separated from the word before."""
        if self.fragments and self.fragments[-1].text.endswith(" "):
            last = self.fragments[-1]
            self.fragments[-1] = replace(last, text=last.text.rstrip(" "))
        element = self._element.add(Tag.REFERENCE).add(Tag.LINK)
        link = Hyperlink(
            element, note_name(mark.note), self._setting.page_words.note(mark.label), underlined=False
        )
        self._setting.found.links.setdefault(link.target, link.words)
        label = Text(f"{_NO_BREAK}[{mark.label}]")
        outer, self._shown = self._shown, mark
        self._inside(element, (label,), self._setting.style(Role.SMALL), link)
        self._shown = outer


def _goes_on(last: Fragment, following: Fragment) -> bool:
    return (
        BREAK not in (last.text, following.text)
        and last.style == following.style
        and last.slot is following.slot
        and last.link is following.link
    )
