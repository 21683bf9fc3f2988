"""Items of a list that somebody typed: a bullet sign or `1)`, and a space, before the words."""

from __future__ import annotations

import re

from msgspec.structs import replace

from plangen.intake.commentary.content import ItemPlace, WordParagraph, WordPiece

__all__ = ["as_typed_item"]

_BULLET = re.compile(r"(\s*)(?:[•▪◦‣●·\uf0b7\uf0a7][\s\u00a0]*|-[\s\u00a0]+|o\t)(?=\S)")
_NUMBER = re.compile(r"(\s*)([0-9]{1,3})\)[\s\u00a0]+(?=\S)")
_INDENT = re.compile(r"\t| {2}")


def as_typed_item(paragraph: WordParagraph) -> WordParagraph:
    """The paragraph as an item, without its typed sign; itself where it begins with none.

    Words set in by a tab or two spaces before the sign are of the second level.
    """
    text = paragraph.text
    found = _BULLET.match(text) or _NUMBER.match(text)
    if not found:
        return paragraph
    number = int(found[2]) if found.re is _NUMBER else None
    level = 1 if _INDENT.search(found[1]) else 0
    return replace(paragraph, pieces=_without(paragraph.pieces, found.end()), item=ItemPlace(level, number))


def _without(pieces: tuple[WordPiece, ...], count: int) -> tuple[WordPiece, ...]:
    """The pieces without their first `count` characters."""
    kept = []
    for piece in pieces:
        cut = min(count, len(piece.text))
        count -= cut
        if piece.note or cut < len(piece.text):
            kept.append(replace(piece, text=piece.text[cut:]))
    return tuple(kept)
