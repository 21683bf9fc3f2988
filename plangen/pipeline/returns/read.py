"""Read: a form that came back is recorded and kept, and said item by item. No figure is changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from plangen.diagnostics import Diagnostic, Location, PlangenError, Severity, codes, finding
from plangen.intake.commentary.runs import Tracked
from plangen.intake.returns.judging import JudgedItem, judge
from plangen.intake.returns.register import kept_file, register_file, register_text
from plangen.model.agency_return import ReceivedForm
from plangen.model.period import Period
from plangen.pipeline.returns.place import PackReturns, open_returns
from plangen.pipeline.returns.received import OpenedForm, answers_in, open_form, read_bytes, together

__all__ = ["ReadBack", "read_back"]


class ReadBack(Struct, frozen=True):
    """What a file that came back says; without `agency` it was refused, and `findings` say why."""

    file: str
    sha256: str = ""
    pack: str = ""
    agency: str = ""
    items: tuple[JudgedItem, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    known: bool = False

    @property
    def open(self) -> bool:
        """Whether anything needs a decision, or the file was refused."""
        refused = any(found.severity is Severity.ERROR for found in self.findings)
        return refused or any(item.state.open for item in self.items)


def read_back(
    root: Path, path: Path, today: date, pack: str | None = None, tracked: Tracked | None = None
) -> ReadBack:
    """Read one file. `pack` is the edition it is expected for; else the latest that its agency was asked for."""
    data = read_bytes(path)
    try:
        opened = open_form(data, path.name, tracked)
        place = _place(root, opened, pack)
        return _read(place, opened, today, tracked)
    except PlangenError as refused:
        return ReadBack(path.name, findings=refused.diagnostics)


def _place(root: Path, opened: OpenedForm, pack: str | None) -> PackReturns:
    """The pack that a form is of; raises PG271, or PG272 where it is not the one that is expected."""
    identity = opened.identity
    packs = sorted(p.name for p in (root / "content" / "packs").iterdir() if p.is_dir())
    expected = pack or _latest(root, packs, identity.agency) or identity.pack
    if identity.pack == expected and expected in packs:
        return open_returns(root, expected)
    here = Location(opened.name)
    known = open_returns(root, expected if expected in packs else packs[-1]) if packs else None
    ours = known.records.partnership.name if known else ""
    if identity.partnership and ours and identity.partnership != ours:
        message = f"this is a form of {identity.partnership}, and not of {ours}"
        hint = f"send it on to {identity.partnership}, and ask for ours"
        raise PlangenError(finding(codes.FORM_OF_ANOTHER_PARTNERSHIP, message, here, hint))
    hint = f"ask for the form of {expected}"
    if identity.pack in packs:
        hint += f"; to read this one for its own edition: --pack {identity.pack}"
    message = f"this is the form of {_period_of(root, identity.pack)}"
    raise PlangenError(finding(codes.FORM_OF_ANOTHER_EDITION, message, here, hint))


def _latest(root: Path, packs: list[str], agency: str) -> str:
    """The latest pack for which a form was issued to an agency, by the names of the folders."""
    issued = [pack for pack in packs if (root / register_file(pack, agency)).is_file()]
    return issued[-1] if issued else ""


def _period_of(root: Path, pack: str) -> str:
    """The period of a pack by the name of its folder: 2016/17 Q1 for 2016-17-q1."""
    parts = pack.split("-")
    if len(parts) == 3 and parts[0].isdigit() and parts[2][:1] == "q" and parts[2][1:] in ("1", "2", "3", "4"):
        quarter = int(parts[2][1:])
        return str(Period.quarters(int(parts[0]), quarter, quarter))
    return pack


def _read(place: PackReturns, opened: OpenedForm, today: date, tracked: Tracked | None) -> ReadBack:
    agency = opened.identity.agency
    if agency not in place.records.partnership.agencies:
        message = f'there is no agency "{agency}" here'
        raise PlangenError(finding(codes.ITEMS_OF_ANOTHER_AGENCY, message, Location(opened.name)))
    register = place.register(agency)
    returned, items, told = answers_in(opened, place, register)
    if returned.changes and tracked is None:
        message = f"the document holds {returned.changes} tracked changes"
        hint = "accept or reject them in Word, or run the command again with --tracked accept or --tracked reject"
        raise PlangenError(finding(codes.CHANGES_UNDECIDED, message, Location(opened.name), hint))
    known = any(one.sha256 == opened.sha256 for one in register.received)
    before = together(place, register, but=opened.sha256)
    judged = judge(items, returned, before.returned if before else None, place.ours)
    if opened.ending == ".xlsm":
        told.append(finding(codes.READ_AS, "the workbook may have macros: none was run", Location(opened.name)))
    told += [_small(item, opened.name) for item in judged if item.small]
    if not known:
        decided = tracked.value if tracked and returned.changes else ""
        received = ReceivedForm(sha256=opened.sha256, file=opened.name, on=today, tracked=decided)
        register = replace(register, received=(*register.received, received))
        place.files.put(register_file(place.pack.id, agency), register_text(register))
        place.files.put(kept_file(place.pack.id, agency, opened.sha256, opened.ending), opened.data)
        place.files.finish()
    return ReadBack(opened.name, opened.sha256, place.pack.id, agency, judged, tuple(told), known)


def _small(item: JudgedItem, name: str) -> Diagnostic:
    """PG247: a count that is kept, and shown as a mark."""
    return finding(
        codes.SMALL_NUMBER,
        f"{item.value} is a small number",
        Location(name, field=item.ref),
        "it is kept, and not printed",
    )
