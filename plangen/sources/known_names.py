"""The names that records give themselves, for checking the names that others use."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct

from plangen.diagnostics import NOTHING, About, Code, Diagnostic, Location, codes, finding, likely
from plangen.diagnostics.nearest import hint_to_add
from plangen.sources.yaml_reader import YamlFile

__all__ = ["KnownNames", "ids_in_list", "ids_in_mapping"]

Ids = Collection[str] | None
"""The ids of a file, of faulty records too; None where the file could not be read, so that none is unknown."""


class KnownNames(Struct, frozen=True):
    """Every id of the shared files."""

    indicators: Ids
    targets: Ids
    facts: Ids
    agencies: Ids
    populations: Ids

    def indicator(self, name: str, here: Location, about: About = NOTHING) -> list[Diagnostic]:
        """PG301 where there is no such indicator."""
        return _check(
            codes.UNKNOWN_INDICATOR, "indicator", name, self.indicators, here, "content/indicators.yaml", about
        )

    def target(self, name: str, here: Location) -> list[Diagnostic]:
        """PG302 where there is no such target."""
        return _check(codes.UNKNOWN_TARGET, "target", name, self.targets, here, "content/targets.yaml", NOTHING)

    def agency(self, name: str, here: Location, about: About = NOTHING) -> list[Diagnostic]:
        """PG303 where there is no such agency."""
        return _check(
            codes.UNKNOWN_AGENCY,
            "agency",
            name,
            self.agencies,
            here,
            "agencies in content/partnership.yaml",
            about,
        )

    def population(self, name: str, here: Location, about: About = NOTHING) -> list[Diagnostic]:
        """PG304 where there is no such population."""
        return _check(
            codes.UNKNOWN_POPULATION,
            "population",
            name,
            self.populations,
            here,
            "populations in content/partnership.yaml",
            about,
        )

    def fact(self, name: str, here: Location, about: About = NOTHING) -> list[Diagnostic]:
        """PG305 where there is no such fact."""
        return _check(codes.UNKNOWN_FACT_IN_FORMULA, "fact", name, self.facts, here, "content/facts.yaml", about)


def ids_in_mapping(source: YamlFile | None, key: str = "") -> Ids:
    """The keys of the file, or of the mapping under `key` in it."""
    if source is None:
        return None
    value = source.get((key,)) if key else source.value
    return [str(name) for name in value] if isinstance(value, dict) else []


def ids_in_list(source: YamlFile | None) -> Ids:
    """What the entries of a list call themselves."""
    if source is None:
        return None
    entries = source.value if isinstance(source.value, list) else []
    return [str(entry["id"]) for entry in entries if isinstance(entry, dict) and "id" in entry]


def _check(
    kind: Code, what: str, name: str, known: Ids, here: Location, home: str, about: About
) -> list[Diagnostic]:
    if known is None or name in known:
        return []
    hint = hint_to_add(name, known, home)
    return [finding(kind, f'there is no {what} "{name}"', here, hint, about, likely(name, known))]
