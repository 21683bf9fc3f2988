"""Parts of a document that were laid out before, for the same place: they are taken over as they are."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import astuple

from plangen.document.inlines import Provenance
from plangen.kept import NOTHING_KEPT, Same, Step
from plangen.layout.findings import Findings
from plangen.layout.setting import Place, Setting
from plangen.layout.structure import Content, Element

__all__ = ["kept_part"]

T = TypeVar("T")


class _LaidOut(Struct):
    """A part as it was laid out: what came of it, what it added to the structure, and what was met in it.

    `part` is renewed when one that is alike takes its place, so that it is compared once.
    """

    part: object
    result: object
    kids: list[Element | Content]
    found: Findings


def kept_part(
    setting: Setting,
    place: Place,
    name: Hashable,
    part: object,
    lay_out: Callable[[Setting, Place], T],
) -> T:
    """What `lay_out` makes of `part` at `place`, or made of it before.

    `name` is what it is found again by, and all else that it depends on beside the setting and the place.
    """
    if setting.kept is NOTHING_KEPT:
        return lay_out(setting, place)

    def laid_out() -> _LaidOut:
        holder, found = place.parent.aside(), Findings()
        result = lay_out(setting.finding(found), place.within(holder))
        return _LaidOut(part, result, holder.kids, found)

    def holds(kept: _LaidOut) -> bool:
        if not _alike(kept.part, part):
            return False
        kept.part = part
        return True

    key = (Same(setting.ground), name, *astuple(place)[1:])  # all of the place but its parent
    kept = setting.kept.take(Step.LAID_OUT, key, laid_out, holds)
    place.parent.kids += kept.kids
    setting.found.absorb(kept.found)
    result: Any = kept.result
    return result  # type: ignore[no-any-return]


def _alike(one: Any, other: Any) -> bool:
    """Whether two parts of a document are laid out alike, wherever the rows that figures come from may stand."""
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    match one:
        case Provenance():
            return True
        case tuple():
            return len(one) == len(other) and all(map(_alike, one, other))
        case Struct():
            return all(_alike(getattr(one, name), getattr(other, name)) for name in one.__struct_fields__)
        case _:
            return bool(one == other)
