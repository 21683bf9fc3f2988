"""Which side of a result an expression shows."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

__all__ = ["Aspect", "View"]


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
