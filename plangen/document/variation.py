"""The sign of a control chart: whether its latest value is usual variation or has a special cause, as outlines.

The container says the judgement, as that of every status symbol does (`plangen.document.symbols`): a teal circle
better, a plum square worse, a grey ring neither. Inside, three dots and the mean: about it, leaving it upwards, or
leaving it downwards. NHS England's "Making data count" has icons of the same meaning; these are our own.
"""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from plangen.document.drawing import Shape
from plangen.document.paths import circle, rectangle
from plangen.document.status import Judgement, Mark, Sign
from plangen.document.symbols import symbol
from plangen.document.theme import Theme

__all__ = ["Course", "Variation", "variation_sign"]

_DOT = 1.35
_ACROSS = (3.7, 7.0, 10.3)


class Course(Enum):
    """Where the latest values lie: about the mean, or where chance would hardly put them."""

    USUAL = "usual"
    HIGH = "high"
    LOW = "low"


class Variation(Struct, frozen=True):
    """What the latest value of a control chart is, and the words that stand beside its sign."""

    judgement: Judgement
    course: Course
    words: str


def variation_sign(variation: Variation, theme: Theme) -> tuple[Shape, ...]:
    """The sign in a box of 14 x 14 points, in painting order. Its words stand beside it."""
    filled = variation.judgement in (Judgement.GOOD, Judgement.BAD)
    colour = theme.colours.white if filled else theme.colours.grey
    mean, heights = _COURSES[variation.course]
    dots = (Shape(circle(x, y, _DOT), fill=colour) for x, y in zip(_ACROSS, heights, strict=True))
    line = Shape(rectangle(2.6, mean - 0.4, 8.8, 0.8), fill=colour)
    return (*symbol(Mark(variation.judgement, Sign.NONE), theme), line, *dots)


_COURSES = {
    Course.USUAL: (7.0, (9.1, 4.9, 8.8)),
    Course.HIGH: (10.0, (7.5, 5.6, 3.7)),
    Course.LOW: (4.0, (6.5, 8.4, 10.3)),
}
"""Where the mean lies, and the dots from left to right."""
