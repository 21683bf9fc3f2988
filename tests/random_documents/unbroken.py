"""No figure and no word is divided by the end of a line, unless it is too long for any line there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from random_documents.reading_order import Block, Placed
from random_documents.words import ENDLESS

__all__ = ["broken"]

_JOINTS = "-–—/\u2010\u2011\x02\ufffe"
"""Where words may be divided. PDFium gives \\x02 or U+FFFE for a hyphen at the end of a line."""
_DIGIT = re.compile(r"\d")
_ENDLESS = [re.sub(rf"[{_JOINTS}]", "", word) for word in ENDLESS]
_MARK = re.compile(r"\[\d+\]$")
_LONGEST = 24
"""Characters: the longest word of the lists and the marks around it; longer ones are compounds or endless."""


def broken(blocks: Sequence[Block], written: Set[str]) -> list[str]:
    """Words and figures that go on in the next line, and could have stood on one.

    `written` are the words of the content files. PDFium drops a space that is painted alone, so that a word which
    is one of them counts as ended at the end of a line.
    """
    return [message for block in blocks if "Figure" not in block.path for message in _of_block(block, written)]


def _of_block(block: Block, written: Set[str]) -> Iterator[str]:
    for at, (one, other) in enumerate(pairwise(block.glyphs)):
        if one.glyph.text.isspace() or other.glyph.text.isspace() or _same_line(one, other):
            continue
        before, after = _word_part(block.glyphs[at::-1])[::-1], _word_part(block.glyphs[at + 1 :])
        figure = bool(_DIGIT.search(before[-2:]) and _DIGIT.search(after[:2]))
        ended = before + after not in written and (before in written or _MARK.search(before))
        if ended or (before[-1] in _JOINTS and not figure) or _endless(before + after):
            continue
        kind = "figure" if figure else "word"
        yield f"page {one.page}: broken {kind} {before!r} / {after!r} in {'/'.join(block.path[-3:])}"


def _same_line(one: Placed, other: Placed) -> bool:
    return one.page == other.page and abs(one.glyph.baseline - other.glyph.baseline) < 1.0


def _word_part(glyphs: Sequence[Placed]) -> str:
    found = ""
    for placed in glyphs:
        if placed.glyph.text.isspace():
            break
        found += placed.glyph.text
    return found


def _endless(word: str) -> bool:
    bare = re.sub(rf"[{_JOINTS}]", "", word)
    return len(bare) > _LONGEST or any(bare in long for long in _ENDLESS if len(bare) > _LONGEST // 2)
