"""Which side of a result an expression shows."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from plangen.model.result import AnyResult, Change, Level, Outcome

__all__ = ["Aspect", "View", "can_show"]


class Aspect(Enum):
    """What is said of a result: its value, its size, the way it went, what that means."""

    VALUE = "value"
    NUMBER = "number"
    WORDS = "words"
    DIRECTION = "direction"
    MOVEMENT = "movement"
    ASSESSMENT = "assessment"
    DIFFERENCE = "difference"
    PLACE = "place"
    OUTCOME = "outcome"


class View(Struct, frozen=True):
    """An aspect, and whether it begins with a capital letter."""

    aspect: Aspect = Aspect.VALUE
    capital: bool = False


_OF_A_LEVEL = (Aspect.VALUE, Aspect.NUMBER, Aspect.WORDS, Aspect.PLACE)
_OF_A_CHANGE = (Aspect.VALUE, Aspect.DIRECTION, Aspect.MOVEMENT, Aspect.ASSESSMENT, Aspect.DIFFERENCE)
_OF_AN_OUTCOME = (Aspect.VALUE, Aspect.OUTCOME)


def can_show(result: AnyResult, aspect: Aspect) -> bool:
    """Whether `aspect` says anything of `result`: a level has no direction, a change has no place."""
    match result:
        case Level():
            return aspect in _OF_A_LEVEL
        case Change():
            return aspect in _OF_A_CHANGE and (aspect is not Aspect.DIFFERENCE or result.has_levels)
        case Outcome():
            return aspect in _OF_AN_OUTCOME
