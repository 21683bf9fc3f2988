"""The styles of a Word document: which are headings, bold, or belong to a list (ECMA-376 part 1, 17.7)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from msgspec import Struct

__all__ = ["WordStyle", "WordStyles", "is_on", "read_styles", "value_of"]

_HEADING = re.compile(r"heading ?[1-9]|title|subtitle", re.IGNORECASE)
_NUMBERED_NAME = re.compile(r"list (?:bullet|number) ([2-5])", re.IGNORECASE)
_LONGEST_CHAIN = 12


class WordStyle(Struct, frozen=True):
    """A style with what it says itself; None where it leaves that to the one it is based on."""

    name: str = ""
    based_on: str = ""
    outline: int | None = None
    bold: bool | None = None
    italic: bool | None = None
    numbering: str | None = None
    level: int | None = None


class WordStyles(Struct, frozen=True):
    """All styles by id."""

    by_id: Mapping[str, WordStyle]

    def chain(self, id: str) -> list[WordStyle]:
        """A style and those it is based on, the nearest first."""
        found: list[WordStyle] = []
        while id and len(found) < _LONGEST_CHAIN:
            style = self.by_id.get(id) or WordStyle(_name_from(id))
            found.append(style)
            id = style.based_on
        return found

    def is_heading(self, id: str) -> bool:
        """Whether paragraphs of the style are headings."""
        return any(
            _HEADING.fullmatch(style.name) or (style.outline is not None and style.outline < 9)
            for style in self.chain(id)
        )

    def bold(self, id: str) -> bool:
        """Whether the style sets words in bold."""
        return next((style.bold for style in self.chain(id) if style.bold is not None), False)

    def italic(self, id: str) -> bool:
        """Whether the style sets words in italics."""
        return next((style.italic for style in self.chain(id) if style.italic is not None), False)

    def numbering(self, id: str) -> tuple[str, int]:
        """The list that the style belongs to and its level there; "" for none.

        `List Bullet 2` and its like are lists of their own in Word's templates, and mean the second level.
        """
        chain = self.chain(id)
        numbering = next((style.numbering for style in chain if style.numbering is not None), "")
        level = next((style.level for style in chain if style.level is not None), 0)
        named = next((found for style in chain if (found := _NUMBERED_NAME.fullmatch(style.name))), None)
        return numbering, level or (int(named[1]) - 1 if named else 0)


def read_styles(tree: Element | None) -> WordStyles:
    """The styles of `word/styles.xml`; none where there is no such part."""
    found = {}
    for element in tree.iterfind("w.style") if tree is not None else ():
        found[element.get("w.styleId", "")] = WordStyle(
            name=value_of(element, "w.name") or "",
            based_on=value_of(element, "w.basedOn") or "",
            outline=_whole(value_of(element, "w.pPr/w.outlineLvl")),
            bold=is_on(element.find("w.rPr/w.b")),
            italic=is_on(element.find("w.rPr/w.i")),
            numbering=value_of(element, "w.pPr/w.numPr/w.numId"),
            level=_whole(value_of(element, "w.pPr/w.numPr/w.ilvl")),
        )
    return WordStyles(found)


def value_of(element: Element, path: str) -> str | None:
    """The `w.val` of the element at `path`, None where there is none."""
    found = element.find(path)
    return None if found is None else found.get("w.val", "")


def is_on(element: Element | None) -> bool | None:
    """What a switch like `w.b` says; None where it is not there."""
    return None if element is None else element.get("w.val", "true").lower() not in ("0", "false", "off", "none")


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 4 else None


def _name_from(id: str) -> str:
    """The name of a style that the file does not define, by its id: `Heading2` is `heading 2`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z0-9])", " ", id).lower()
