"""What abbreviations stand for, found wherever they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

__all__ = ["Expansions"]


class Expansions(Struct, frozen=True):
    """Abbreviations with their expansions ("MASH", "multi-agency safeguarding hub")."""

    terms: tuple[tuple[str, str], ...] = ()

    def split(self, text: str) -> Iterator[tuple[str, str]]:
        """The pieces of `text`: an abbreviation with its expansion, and what stands between with nothing."""
        if not self.terms:
            yield text, ""
            return
        pattern, known = _dictionary(self.terms)
        for piece in pattern.split(text):
            if piece:
                yield piece, known.get(piece, "")


@lru_cache(maxsize=8)
def _dictionary(terms: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    """Any of the terms as a whole word, of two that begin alike the longer one; and what each stands for."""
    known = dict(terms)
    longest_first = sorted(known, key=lambda term: (-len(term), term))
    return re.compile(r"(?<!\w)(" + "|".join(map(re.escape, longest_first)) + r")(?!\w)"), known
