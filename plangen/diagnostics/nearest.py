"""What was probably meant by a name that is not known: as a hint to read, and as a choice to offer."""

from __future__ import annotations

from collections.abc import Iterable

from plangen.diagnostics.remedy import Choose, Remedy

__all__ = ["hint_for", "likely", "nearest"]

_SHOWN = 8
_OFFERED = 3
_ALIKE = 0.6


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that looks most like `name`, or nothing."""
    found = _alike(name, known, 1)
    return found[0] if found else ""


def likely(name: str, known: Iterable[str]) -> tuple[Remedy, ...]:
    """The choice among the known names that look like `name`; nothing where none does."""
    found = _alike(name, known, _OFFERED)
    return (Choose(found),) if found else ()


def hint_for(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """`did you mean "x"?`, else what is known (shortened), else `otherwise`."""
    names = sorted(known)
    if near := nearest(name, names):
        return f'did you mean "{near}"?'
    if otherwise or not names:
        return otherwise or "there are none yet"
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return f"known are {', '.join(names[:_SHOWN])}{more}"


def _alike(name: str, known: Iterable[str], most: int) -> tuple[str, ...]:
    """The known names that look like `name`, the likeliest first, whatever their capitals."""
    from difflib import get_close_matches

    names = {each.lower(): each for each in sorted(known)}
    return tuple(names[near] for near in get_close_matches(name.lower(), names, n=most, cutoff=_ALIKE))
