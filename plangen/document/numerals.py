"""Numerals as strokes, for the place that stands inside a symbol: it is drawn, and its words stand beside it.

Each numeral fills a box of 1 x 1, from its top left corner; it is made of straight strokes, so that it is still a
numeral at the size of a line of text.
"""

from __future__ import annotations

from plangen.document.drawing import Step
from plangen.document.paths import polyline

__all__ = ["numerals"]

_LOOP = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0))
_BAR = ((0.0, 0.5), (1.0, 0.5))
_STROKES: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "0": (_LOOP,),
    "1": (((0.25, 0.2), (0.75, 0.0), (0.75, 1.0)),),
    "2": (((0.0, 0.0), (1.0, 0.0), (1.0, 0.5), (0.0, 0.5), (0.0, 1.0), (1.0, 1.0)),),
    "3": (((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)), _BAR),
    "4": (((0.0, 0.0), (0.0, 0.55), (1.0, 0.55)), ((0.8, 0.0), (0.8, 1.0))),
    "5": (((1.0, 0.0), (0.0, 0.0), (0.0, 0.5), (1.0, 0.5), (1.0, 1.0), (0.0, 1.0)),),
    "6": (((1.0, 0.0), (0.0, 0.0), (0.0, 1.0), (1.0, 1.0), (1.0, 0.5), (0.0, 0.5)),),
    "7": (((0.0, 0.0), (1.0, 0.0), (0.4, 1.0)),),
    "8": (_LOOP, _BAR),
    "9": (((1.0, 0.5), (0.0, 0.5), (0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)),),
}


def numerals(number: int, x: float, y: float, width: float, height: float, gap: float) -> tuple[Step, ...]:
    """The strokes of a whole number around the middle `x`, from `y` down; each numeral is `width` x `height`."""
    digits = str(number)
    left = x - (len(digits) * (width + gap) - gap) / 2
    steps: list[Step] = []
    for at, digit in enumerate(digits):
        start = left + at * (width + gap)
        for stroke in _STROKES[digit]:
            steps += polyline((start + width * across, y + height * down) for across, down in stroke)
    return tuple(steps)
