"""Where the lines of a paragraph end: chosen over all of them together, for a right edge as even as can be.

The idea is that of D. E. Knuth and M. F. Plass, "Breaking paragraphs into lines" (Software: Practice and
Experience 11, 1981): each line has a price, and the cheapest way through the paragraph is found by dynamic
programming. Their spaces stretch. Ours do not, so the price of a line is the square of the room that it leaves:
one very short line costs more than several that are a little short.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

__all__ = ["ROUNDING", "RightEdge", "line_ends"]

ROUNDING = 0.01
"""What a line may be wider than its measure, in points, so that no rounding breaks it."""

_RUNT = 5  # a last line is one where it is narrower than the measure divided by this
_RUNT_PRICE = 3  # it costs as much as a line that leaves the measure divided by this


class RightEdge(Enum):
    """How even the right edge has to be, which is a question of the last line."""

    RAGGED = auto()
    """It may end where it does, if only it is no runt: running text."""

    BALANCED = auto()
    """It is a line like any other, so that all become about as long: headings, titles and leads."""


def line_ends(widths: Sequence[float], spaces: Sequence[float], measure: float, edge: RightEdge) -> list[int]:
    """How many words have been set at the end of each line, for lines no wider than `measure`, in points.

    `widths` are those of the words, `spaces` what stands after each; that at the end of a line takes no room.
    There are as few lines as there can be, and of all ways to have so few, this is the cheapest. A word that is
    wider than the measure stands alone.

    The time it takes grows with the number of words times the number of them in a line.
    """
    starts = [0.0]
    for width, space in zip(widths, spaces, strict=True):
        starts.append(starts[-1] + width + space)
    if widths and starts[-2] + widths[-1] <= measure + ROUNDING:  # a cell, a label: all in one line
        return [len(widths)]
    lines, prices, before = [0], [0.0], [0]
    first = 0  # the first word that can stand in one line with the last one
    for end in range(1, len(widths) + 1):
        reach = starts[end - 1] + widths[end - 1]
        while first < end - 1 and reach - starts[first] > measure + ROUNDING:
            first += 1
        is_ragged_end = end == len(widths) and edge is RightEdge.RAGGED
        cheapest, at = float("inf"), first
        for start in range(first, end):
            if lines[start] > lines[first]:
                break
            room = measure - (reach - starts[start])
            price = prices[start] + (_last_price(room, measure) if is_ragged_end else room * room)
            if price < cheapest:
                cheapest, at = price, start
        lines.append(lines[first] + 1)
        prices.append(cheapest)
        before.append(at)
    return _followed(before)


def _last_price(room: float, measure: float) -> float:
    """What the last line of a text costs: nothing, where it is no runt."""
    price = measure / _RUNT_PRICE
    return price * price if measure - room < measure / _RUNT else 0.0


def _followed(before: Sequence[int]) -> list[int]:
    """The way back from the last word: `before` names for each end of a line that of the line above it."""
    ends = []
    end = len(before) - 1
    while end:
        ends.append(end)
        end = before[end]
    return ends[::-1]
