"""The files that every edition shares: partnership, indicators, targets, facts, stated, accepted, glossary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

from plangen.diagnostics import Diagnostic, Location, codes, finding, likely
from plangen.diagnostics.nearest import hint_for
from plangen.diagnostics.page import catalogue
from plangen.language import LANGUAGES
from plangen.model.figures import Accepted, Fact, Stated, Term
from plangen.model.indicator import Indicator
from plangen.model.partnership import Partnership
from plangen.model.prose import Prose
from plangen.model.record import Record
from plangen.model.target import Target
from plangen.sources.field_prose import field_prose
from plangen.sources.known_names import KnownNames, ids_in_list, ids_in_mapping
from plangen.sources.reading import Reading
from plangen.sources.records import keys_needed, record, records_by_id, records_in_order
from plangen.sources.yaml_files import read_optional, read_required, report_unread
from plangen.sources.yaml_reader import YamlFile

__all__ = ["FILES", "SharedRecords", "read_shared"]

FILES = ("partnership", "indicators", "targets", "facts", "stated", "accepted", "glossary")
_REQUIRED = {
    "partnership": keys_needed(Partnership),
    "indicators": f"an id for each indicator, as all_crime:, and set in below it {keys_needed(Indicator)}",
}


class SharedRecords(Struct):
    """What was read: the good records of each file, by id or by position, and the files themselves."""

    names: KnownNames
    files: Mapping[str, YamlFile | None]
    partnership: Partnership | None = None
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    targets: Mapping[int, Target] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    stated: Mapping[int, Stated] = field(default_factory=dict)
    accepted: Mapping[int, Accepted] = field(default_factory=dict)
    glossary: Mapping[str, Term] = field(default_factory=dict)
    prose: dict[str, Prose] = field(default_factory=dict)
    places: dict[tuple[str, str], Location] = field(default_factory=dict)

    def place(self, file: str, *path: str | int) -> Location:
        """Where a value of a shared file stands."""
        source = self.files[file]
        return source.location(path) if source else Location(f"content/{file}.yaml")


def read_shared(reading: Reading) -> SharedRecords:
    """Read the shared files; faults are reported."""
    report_unread(reading, "content", tuple(f"{name}.yaml" for name in FILES))
    files = {name: _read(reading, name) for name in FILES}
    partnership = files["partnership"]
    names = KnownNames(
        ids_in_mapping(files["indicators"]),
        ids_in_list(files["targets"]),
        ids_in_mapping(files["facts"]),
        ids_in_mapping(partnership, "agencies"),
        ids_in_mapping(partnership, "populations"),
    )
    shared = SharedRecords(names, files)
    if partnership:
        shared.partnership, faults = record(partnership, Partnership)
        reading.report(faults)
        if shared.partnership:
            reading.report(_language_faults(shared, shared.partnership))
            reading.report(_severity_faults(shared, shared.partnership))
            shared.prose |= field_prose(shared.partnership, partnership, (), reading.found)
    _read_mappings(reading, shared)
    _read_lists(reading, shared)
    return shared


def _read(reading: Reading, name: str) -> YamlFile | None:
    file = f"content/{name}.yaml"
    return read_required(reading, file, _REQUIRED[name]) if name in _REQUIRED else read_optional(reading, file)


def _language_faults(shared: SharedRecords, partnership: Partnership) -> list[Diagnostic]:
    """PG323 where no edition can be written in the partnership's language."""
    if partnership.language in LANGUAGES:
        return []
    message = f'plangen does not write in the language "{partnership.language}"'
    hint = f"the languages there are: {', '.join(LANGUAGES)}; without the line it is en-GB"
    return [finding(codes.UNKNOWN_LANGUAGE, message, shared.place("partnership", "language"), hint)]


def _severity_faults(shared: SharedRecords, partnership: Partnership) -> Iterator[Diagnostic]:
    """PG120 for codes of `severities` that no finding has."""
    source = shared.files["partnership"]
    assert source is not None
    known = [code.number for code in catalogue().values()]
    for number in partnership.severities:
        if number not in known:
            here = source.key_location(("severities", number))
            near = [each for each in known if each[:-2] == number[:-2]]
            hint = f"{hint_for(number, near or known)} docs/diagnostics.md says what each code stands for"
            message = f"no finding has the code {number}"
            yield finding(codes.UNKNOWN_KEY, message, here, hint, remedies=likely(number, near or known))


def _read_mappings(reading: Reading, shared: SharedRecords) -> None:
    if source := shared.files["indicators"]:
        shared.indicators, faults = records_by_id(source, Indicator)
        _keep(reading, shared, "indicators", source, shared.indicators, faults)
    if source := shared.files["facts"]:
        shared.facts, faults = records_by_id(source, Fact)
        _keep(reading, shared, "facts", source, shared.facts, faults)
    if source := shared.files["glossary"]:
        shared.glossary, faults = records_by_id(source, Term, terms=True)
        _keep(reading, shared, "glossary", source, shared.glossary, faults)


def _read_lists(reading: Reading, shared: SharedRecords) -> None:
    if source := shared.files["targets"]:
        shared.targets, faults = records_in_order(source, Target)
        _keep(reading, shared, "targets", source, shared.targets, faults)
        for position, target in shared.targets.items():
            shared.places.setdefault(("targets", target.id), source.location((position,)))
    if source := shared.files["stated"]:
        shared.stated, faults = records_in_order(source, Stated)
        _keep(reading, shared, "stated", source, shared.stated, faults)
    if source := shared.files["accepted"]:
        shared.accepted, faults = records_in_order(source, Accepted)
        _keep(reading, shared, "accepted", source, shared.accepted, faults)


def _keep(
    reading: Reading,
    shared: SharedRecords,
    name: str,
    source: YamlFile,
    good: Mapping[str, Record] | Mapping[int, Record],
    faults: Iterable[Diagnostic],
) -> None:
    """Note the places of the good records, and parse their text."""
    reading.report(faults)
    for key, one in good.items():
        shared.places[name, str(key)] = source.key_location((key,))
        shared.prose |= field_prose(one, source, (key,), reading.found)
