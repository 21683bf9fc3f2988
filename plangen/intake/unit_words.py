"""Units as people write them behind a name: "(%)", "(rate per 1,000)", "per 1,000", "(number)"."""

from __future__ import annotations

import re

from msgspec import Struct

from plangen.intake.wording import plain
from plangen.model.unit import Unit, UnitKind

__all__ = ["UnitWord", "agrees", "closing_unit", "unit_word"]

_KINDS: dict[str, UnitKind] = {
    **dict.fromkeys(("%", "percent", "per cent", "percentage", "pct", "% of total"), UnitKind.PERCENT),
    **dict.fromkeys(("number", "numbers", "no", "nos", "n", "count", "counts", "volume", "#"), UnitKind.COUNT),
    **dict.fromkeys(("rate",), UnitKind.RATE),
    **dict.fromkeys(("rank", "position", "place"), UnitKind.RANK),
    **dict.fromkeys(("£", "pounds", "gbp"), UnitKind.POUNDS),
    **dict.fromkeys(("hours", "hrs"), UnitKind.HOURS),
    **dict.fromkeys(("days",), UnitKind.DAYS),
    **dict.fromkeys(("minutes", "mins"), UnitKind.MINUTES),
}
_RATE = (
    r"(?:crude )?(?:rate )?(?:per|/) ?([0-9][0-9, ]*|thousand|k)"
    r"(?: (?:residents|population|people|pop|head of population|persons|households|inhabitants))?"
)
_SCALED = r"(?:£|gbp|pounds)? ?(?:in )?(?:0{3}s?|,000s?|thousands?|k|m|millions?)|£ ?(?:0{3}s?|k|m|bn)"


class UnitWord(Struct, frozen=True):
    """A unit that is said: its kind, N of a rate per N (0 if it is not said), and whether it is in thousands."""

    kind: UnitKind
    per: int = 0
    scaled: bool = False


def unit_word(text: str) -> UnitWord | None:
    """The unit that words alone name, or None."""
    words = plain(text).replace(".", "").strip(" :()[]")
    if words in _KINDS:
        return UnitWord(_KINDS[words])
    if found := re.fullmatch(_RATE, words):
        return UnitWord(
            UnitKind.RATE, 1000 if found[1] in ("thousand", "k") else int(re.sub("[, ]", "", found[1]))
        )
    if re.fullmatch(_SCALED, words):
        return UnitWord(UnitKind.POUNDS if "£" in words else UnitKind.COUNT, scaled=True)
    return None


def closing_unit(label: str) -> tuple[str, UnitWord | None]:
    """A label without the unit at its end, and that unit; the label as it is where it ends with none."""
    text = label.strip().rstrip("*†‡ ")
    if found := re.fullmatch(r"(.*\S)\s*[(\[]([^()\[\]]{1,40})[)\]]", text, re.DOTALL):
        unit = unit_word(found[2])
        if unit:
            return found[1], unit
    if found := re.fullmatch(r"(.*\S)[\s,:-]+((?:rate )?per [0-9].*|%)", text, re.IGNORECASE | re.DOTALL):
        unit = unit_word(found[2])
        if unit:
            return found[1].rstrip(" ,:-"), unit
    return label, None


def agrees(word: UnitWord, unit: Unit) -> bool:
    """Whether an indicator of that unit may be called so."""
    if word.scaled or word.kind is not unit.kind:
        return False
    return not word.per or word.per == unit.per
