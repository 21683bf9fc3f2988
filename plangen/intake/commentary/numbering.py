"""Lists of a Word document: bullets or numbers, and which number an item has (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from msgspec import Struct, field

from plangen.intake.commentary.styles import value_of

__all__ = ["NumberedLevel", "Numbering", "read_numbering"]

_BULLETS = {"bullet", "none", ""}
_LEVELS = 9
_HIGHEST = 9_999


class NumberedLevel(Struct, frozen=True):
    """How a level of a list is numbered: its format, the text around numbers, where it starts."""

    format: str = "bullet"
    text: str = ""
    start: int = 1


class Numbering(Struct):
    """The lists of a document, and how far each of them has been counted."""

    lists: Mapping[str, str]
    levels: Mapping[str, Mapping[int, NumberedLevel]]
    counts: dict[str, list[int]] = field(default_factory=dict)

    def knows(self, id: str) -> bool:
        """Whether paragraphs of that list are items: the list `0` takes a paragraph out of its style's list."""
        return id not in ("", "0")

    def next_item(self, id: str, level: int) -> tuple[int | None, str]:
        """Count an item: its number, None for a bullet, and the label that Word sets before it ("1.2a", "(a)")."""
        level = min(level, _LEVELS - 1)
        kept = self.lists.get(id, id)
        levels = self.levels.get(kept, {})
        counts = self.counts.setdefault(kept, [])
        while len(counts) <= level:
            counts.append(levels.get(len(counts), NumberedLevel()).start - 1)
        counts[level] = min(counts[level] + 1, _HIGHEST)
        del counts[level + 1 :]
        here = levels.get(level, NumberedLevel())
        if here.format in _BULLETS:
            return None, ""
        return counts[level], _label(here.text, counts, levels)


def read_numbering(tree: Element | None) -> Numbering:
    """The lists of `word/numbering.xml`; none where there is no such part."""
    lists, levels = dict[str, str](), dict[str, dict[int, NumberedLevel]]()
    for element in tree.iterfind("w.abstractNum") if tree is not None else ():
        own = levels.setdefault(element.get("w.abstractNumId", ""), {})
        for inner in element.iterfind("w.lvl"):
            own[_whole(inner.get("w.ilvl"))] = NumberedLevel(
                value_of(inner, "w.numFmt") or "decimal",
                value_of(inner, "w.lvlText") or "",
                _whole(value_of(inner, "w.start"), 1),
            )
    for element in tree.iterfind("w.num") if tree is not None else ():
        lists[element.get("w.numId", "")] = value_of(element, "w.abstractNumId") or ""
    return Numbering(lists, levels)


def _label(text: str, counts: list[int], levels: Mapping[int, NumberedLevel]) -> str:
    def shown(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        return _number(counts[place], levels.get(place, NumberedLevel()).format) if place < len(counts) else ""

    return re.sub(r"%([1-9])", shown, text[:40])


def _number(number: int, form: str) -> str:
    letters = form in ("lowerLetter", "upperLetter") and 1 <= number <= 26
    letter = chr(ord("a") + number - 1) if letters else str(number)
    return letter.upper() if form == "upperLetter" else letter


def _whole(text: str | None, otherwise: int = 0) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 5 else otherwise
