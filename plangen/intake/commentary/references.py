"""Which key action or measure of a pack a heading is about: by its reference, or by the indicator's name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from plangen.model.indicator import Indicator
from plangen.model.pack import PackRecord

__all__ = ["PackReferences", "WrittenReference", "pack_references", "written_reference"]

_PREFIX = r"(?:(?:kpi|pi|ref|reference|measure|indicator|key action|action|no)\b\.?\s*(?:no\b\.?\s*)?[:#]?\s*)?"
_REFERENCE = re.compile(
    rf"\s*{_PREFIX}\(?([0-9]{{1,2}}\.[0-9]{{1,2}})(?:([a-z])(?![a-z])|\s?\(([a-z])\))?\)?"
    r"(?![0-9%.]*[0-9%])(?P<rest>$|[\s:.,;)\u2013\u2014-].*)",
    re.IGNORECASE | re.DOTALL,
)
_QUANTITY = re.compile(
    r"\s*(million|billion|thousand|per cent|percent|percentage|times|points|hours?|days?|weeks?|months?|years?|"
    r"minutes?|miles?|km|m|bn|k)\b",
    re.IGNORECASE,
)
_SEPARATORS = " \t\u00a0:.,;-\u2013\u2014)"


class WrittenReference(Struct, frozen=True):
    """A reference as it begins a text, in the pack's own way of writing, and the words that follow it."""

    ref: str
    rest: str


class PackReferences(Struct, frozen=True):
    """The references of a pack in their order, and those of its measures by the indicator's names."""

    refs: tuple[str, ...]
    by_name: Mapping[str, tuple[str, ...]]
    indicators: Mapping[str, str]

    def named(self, text: str) -> str:
        """The reference of the one measure whose name or short name the text is; nothing for any other text."""
        found = self.by_name.get(_plain(text), ())
        return found[0] if len(found) == 1 else ""


def pack_references(record: PackRecord, indicators: Mapping[str, Indicator]) -> PackReferences:
    """What headings can be about; `indicators` are those of the workspace by id."""
    refs: dict[str, None] = {}
    by_name: dict[str, dict[str, None]] = {}
    measured: dict[str, str] = {}
    for priority in record.priorities:
        for action in priority.actions:
            refs[action.ref] = None
            for measure in action.measures:
                refs[measure.ref] = None
                indicator = indicators.get(measure.indicator or "")
                if indicator is None or not measure.indicator:
                    continue
                measured[measure.ref] = measure.indicator
                for name in filter(None, (indicator.name, indicator.short)):
                    by_name.setdefault(_plain(name), {})[measure.ref] = None
    return PackReferences(tuple(refs), {name: tuple(found) for name, found in by_name.items()}, measured)


def written_reference(text: str) -> WrittenReference | None:
    """The reference a text begins with: `1.2a`, `KPI 1.2a`, `1.2 (a)`, `Ref: 1.2a`; None for `1.5 million`."""
    found = _REFERENCE.match(text)
    if not found or _QUANTITY.match(found["rest"]):
        return None
    letter = found[2] or found[3] or ""
    return WrittenReference(f"{found[1]}{letter.lower()}", found["rest"].strip(_SEPARATORS))


def _plain(text: str) -> str:
    """Letters and figures alone, `&` as `and`, a unit in brackets at the end left out."""
    text = re.sub(r"\([^()]{0,40}\)\s*$", "", text.casefold().replace("&", " and "))
    return " ".join(re.findall(r"[^\W_]+", re.sub(r"['\u2019]", "", text)))
