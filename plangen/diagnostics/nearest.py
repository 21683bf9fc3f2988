"""What was probably meant by a name that is not known: as a hint to read, and as a choice to offer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plangen.diagnostics.remedy import Choose, Remedy

__all__ = ["hint_for", "hint_to_add", "likely", "listed", "nearest"]

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
    return f"known are {listed(names)}"


def hint_to_add(name: str, known: Iterable[str], home: str) -> str:
    """`did you mean "x"?`, else where `name` would be added, and what stands there (shortened).

    Names that differ in nothing but their figures are seldom slips: another year's target is another target.
    """
    names = sorted(known)
    near = nearest(name, names)
    if near and _without_figures(near) == _without_figures(name):
        return f'did you mean "{near}"? if not, add "{name}" to {home}'
    there = f"write one of those there: {listed(names)}" if names else "correct the name"
    return hint_for(name, names, f"add it to {home}, or {there}")


def listed(names: Sequence[str]) -> str:
    """The first names in their order, and how many more there are."""
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return f"{', '.join(names[:_SHOWN])}{more}"


def _without_figures(name: str) -> str:
    return "".join(sign for sign in name.lower() if not sign.isdigit())


def _alike(name: str, known: Iterable[str], most: int) -> tuple[str, ...]:
    """The known names that look like `name`, the likeliest first, whatever their capitals."""
    from difflib import get_close_matches

    names = {each.lower(): each for each in sorted(known)}
    return tuple(names[near] for near in get_close_matches(name.lower(), names, n=most, cutoff=_ALIKE))
