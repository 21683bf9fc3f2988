"""The register of an agency's forms, `content/returns/ID/AGENCY.yaml`: read, and written with what is new."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum

import yaml
from msgspec import Struct

from plangen.diagnostics import PlangenError
from plangen.intake.returns.judging import ItemState, JudgedItem
from plangen.model.agency_return import AgencyReturn, IssuedForm, IssuedItem, ReceivedForm
from plangen.sources.records import record
from plangen.sources.yaml_reader import read_yaml

__all__ = ["FOLDER", "ReturnState", "kept_file", "read_register", "register_file", "register_text", "state_of"]

FOLDER = "content/returns"


class ReturnState(Enum):
    """How far an agency's return for an edition has come."""

    NOT_ISSUED = "not issued"
    ISSUED = "issued"
    RETURNED = "returned"
    ASKED = "asked"
    ACCEPTED = "accepted"
    CHANGED = "changed after acceptance"
    LATE = "late"
    TOO_LATE = "too late"


def register_file(pack: str, agency: str) -> str:
    """The register's name in the workspace."""
    return f"{FOLDER}/{pack}/{agency}.yaml"


def kept_file(pack: str, agency: str, sha256: str, ending: str) -> str:
    """Where a file that came back is kept."""
    return f"{FOLDER}/{pack}/files/{sha256[:12]}-{agency}{ending}"


def read_register(data: bytes | None, file: str, agency: str) -> AgencyReturn:
    """The register; an empty one where there is none. Raises PlangenError for one that was spoilt by hand."""
    if data is None:
        return AgencyReturn(agency=agency)
    source = read_yaml(data.decode("utf-8", "replace"), file)
    found, faults = record(source, AgencyReturn)
    if found is None or source.faults or faults:
        raise PlangenError([*source.faults, *faults])
    return found


def register_text(register: AgencyReturn) -> bytes:
    """The register as YAML, what is empty left out."""
    plain = {
        "agency": register.agency,
        "issued": [_issued(one) for one in register.issued],
        "received": [_fields(one) for one in register.received],
        "asked": [_fields(one) for one in register.asked],
        "decisions": [_fields(one) for one in register.decisions],
    }
    kept = {name: value for name, value in plain.items() if value}
    head = "# Written by plangen returns: what was issued to this agency, what came back, what was decided.\n"
    text = yaml.dump(kept, Dumper=_WithoutAliases, allow_unicode=True, sort_keys=False, width=110)
    return (head + text).encode("utf-8")


class _WithoutAliases(yaml.SafeDumper):
    """Writes a value that stands twice twice: content files have no references."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _issued(form: IssuedForm) -> Mapping[str, object]:
    fields = _fields(form)
    return {**fields, "items": [_fields(item) for item in form.items]}


def _fields(one: Struct) -> dict[str, object]:
    """The fields of a record that say something, as YAML has them; days are read as text again."""
    told = {name: getattr(one, name) for name in one.__struct_fields__}
    return {name: value for name, value in told.items() if value not in (None, "", ())}


def state_of(
    register: AgencyReturn, judged: tuple[JudgedItem, ...], sources: Mapping[str, str], archived: bool
) -> tuple[ReturnState, bool]:
    """The state of a return, and whether what came back was late.

    `judged` are the items that came back, `sources` the SHA-256 of the file of each by its key.
    """
    if not register.issued:
        return ReturnState.NOT_ISSUED, False
    if not register.received:
        return (ReturnState.TOO_LATE if archived else ReturnState.ISSUED), False
    last = register.received[-1]
    late = _is_late(register, last)
    settled = {(one.key, one.file) for one in register.decisions}
    waiting = [
        one for one in judged if one.key and _asks(one) and (one.key, sources.get(one.key, "")[:12]) not in settled
    ]
    if not waiting and register.decisions:
        return ReturnState.ACCEPTED, late
    if archived:
        return ReturnState.TOO_LATE, late
    if {one.key for one in waiting} & {key for key, _ in settled}:
        return ReturnState.CHANGED, late
    if any(one.on >= last.on for one in register.asked):
        return ReturnState.ASKED, late
    return (ReturnState.LATE if late else ReturnState.RETURNED), late


def _asks(one: JudgedItem) -> bool:
    return one.state.open or one.state is ItemState.NEW


def _is_late(register: AgencyReturn, received: ReceivedForm) -> bool:
    due: date | None = register.issued[-1].due
    return due is not None and received.on > due


def items_of(register: AgencyReturn, short: str) -> tuple[IssuedForm | None, tuple[IssuedItem, ...]]:
    """The form that was issued with those first digits of its digest, and its items."""
    found = next((one for one in register.issued if one.digest.startswith(short)), None)
    return found, found.items if found else ()
