"""Every text of the content files is in the document, in its order, as a screen reader meets it.

Letters, digits, percent and pound signs count; spaces, hyphens, dashes and quotation marks are typography.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from random_documents.reading_order import Block

__all__ = ["lost_texts"]


def lost_texts(blocks: Sequence[Block], sequences: Iterable[Sequence[str]]) -> list[str]:
    """The texts that are missing, or not where the one before them leads to expect them."""
    said = _letters("".join(block.text for block in blocks))
    lost = []
    for sequence in sequences:
        place = 0
        for text in sequence:
            wanted = _letters(text)
            found = said.find(wanted, place)
            if found < 0:
                lost.append(f"lost: {text[:90]!r}{'' if said.find(wanted) < 0 else ' (out of order)'}")
            else:
                place = found + len(wanted)
    return lost


def _letters(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text)
    return "".join(c for c in folded if c.isalnum() or c in "%£")
