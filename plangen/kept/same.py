"""A thing as part of a key, equal to nothing but itself."""

from __future__ import annotations

from typing import Any

__all__ = ["Same"]


class Same:
    """A part of a key that is equal only to itself: the very object, which is kept alive with the key."""

    __slots__ = ("of",)

    def __init__(self, of: Any) -> None:
        self.of = of

    def __hash__(self) -> int:
        """By identity."""
        return id(self.of)

    def __eq__(self, other: object) -> bool:
        """Whether both are of one object."""
        return isinstance(other, Same) and self.of is other.of
