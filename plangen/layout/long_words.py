"""Where a word is broken that is wider than its line: where a reader expects it, else with a hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from plangen.document.lengths import total

__all__ = ["Cut", "cuts", "good_breaks"]

_ADDRESS = re.compile(r"://|@|^www\.")
_ADDRESS_MARKS = re.compile(r"(?<![:/])[/.\-?&=#](?!/)")
_COMPOUND = re.compile(r"(?<=[^\W\d]-)(?=[^\W\d])")  # after its hyphens, and not in a figure
_DIGEST = re.compile(r"[0-9A-Fa-f]{32,}")
_LEAST = 2  # letters of a word that stand before or after its hyphen


class Cut(Struct, frozen=True):
    """A line ends after so many characters of a word, with a hyphen that is drawn or with none."""

    at: int
    hyphen: bool


def good_breaks(text: str) -> list[int]:
    """Where a word needs no hyphen.

    An address breaks before its marks, so that no mark seems to end it; a digest after every eighth sign; a
    compound after its hyphens. A figure has no good place, whatever marks it is written with.
    """
    if _ADDRESS.search(text):
        return [match.start() for match in _ADDRESS_MARKS.finditer(text)]
    if _DIGEST.fullmatch(text):
        return list(range(8, len(text), 8))
    return [match.start() for match in _COMPOUND.finditer(text)]


def cuts(text: str, advances: Sequence[float], hyphen: float, measure: float) -> Iterator[Cut]:
    """The cuts of a word whose characters are `advances` wide into lines of `measure`, all in points.

    At the last good break that fits, else between two letters with a hyphen (`hyphen` wide), else, in an address
    or a figure and where the line is too narrow for that, between any two characters.
    """
    good = good_breaks(text)
    plain = bool(_ADDRESS.search(text) or _DIGEST.fullmatch(text))
    start, end, used = 0, 0, 0.0
    while end < len(text):
        if end == start or used + advances[end] <= measure:
            used += advances[end]
            end += 1
            continue
        whole = max((place for place in good if start < place <= end), default=0)
        within = 0 if whole or plain else _hyphened(text, start, end, advances, measure - hyphen)
        start = whole or within or end
        yield Cut(start, hyphen=bool(within))
        end, used = start, 0.0


def _hyphened(text: str, start: int, end: int, advances: Sequence[float], room: float) -> int:
    """The last place between two letters before `end` that leaves room for a hyphen; 0 where there is none."""
    used = total(advances[start:end])
    for at in range(end, start + _LEAST - 1, -1):
        fits = used <= room and at <= len(text) - _LEAST
        if fits and text[at - _LEAST : at + _LEAST].isalpha():
            return at
        used -= advances[at - 1]
    return 0
