"""Judgements as the page shows them: a shape, a sign in it, a colour, and always a word beside it.

The container says the judgement, the sign says the direction or the outcome (visual contract, "Status symbols").
"""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

__all__ = ["Badge", "Judgement", "Mark", "Sign"]


class Judgement(Enum):
    """What the container shape and its colour say."""

    GOOD = "good"
    BAD = "bad"
    CLOSE = "close"
    NEUTRAL = "neutral"
    UNTESTED = "untested"


class Sign(Enum):
    """What is drawn inside the container. `NONE` is for counts of judgements."""

    TICK = "tick"
    CROSS = "cross"
    EXCLAMATION = "exclamation"
    DOTS = "dots"
    UP = "up"
    DOWN = "down"
    SAME = "same"
    NONE = "none"


class Mark(Struct, frozen=True):
    """A status symbol: never shown without a word, which is why it is not an inline of its own.

    With a `place` it is that of a rank: the number in an outlined square, in the colour of the judgement.
    """

    judgement: Judgement
    sign: Sign
    place: int | None = None


class Badge(Struct, frozen=True):
    """A status symbol and its word, as a chip or in a key."""

    mark: Mark
    word: str

    def __post_init__(self) -> None:
        if not self.word.strip():
            raise ValueError("a badge needs a word: meaning is never carried by colour or shape alone")
