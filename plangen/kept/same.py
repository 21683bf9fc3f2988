"""A thing as part of a key, equal to nothing but itself."""

from __future__ import annotations

from types import MethodType

__all__ = ["Same"]

_NOTHING = object()  # a method cannot be bound to None


def _same(of: object) -> object:
    return of


def Same(of: object) -> MethodType:  # noqa: N802 - it makes a thing, as a class would
    """A part of a key that is equal only to itself: the very object, which is kept alive with the key.

    It is a bound method, because these are hashed and compared by the identity of what they are bound to, and in
    C: with a class of our own an edit in a long document takes a tenth longer.
    """
    return MethodType(_same, _NOTHING if of is None else of)
