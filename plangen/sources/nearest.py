"""Hints that name what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["hint_for", "nearest"]

_SHOWN = 8


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that looks most like `name`, or nothing."""
    names = {known_name.lower(): known_name for known_name in sorted(known)}
    from difflib import get_close_matches

    found = get_close_matches(name.lower(), names, n=1, cutoff=0.6)
    return names[found[0]] if found else ""


def hint_for(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """`did you mean "x"?`, else what is known (shortened), else `otherwise`."""
    names = sorted(known)
    if near := nearest(name, names):
        return f'did you mean "{near}"?'
    if otherwise or not names:
        return otherwise or "there are none yet"
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return f"known are {', '.join(names[:_SHOWN])}{more}"
