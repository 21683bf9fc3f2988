"""Accept: items of the file that came back last become rows of data and commentaries, one by one, all or none."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from enum import Enum
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from plangen.diagnostics import Diagnostic, Location, PlangenError, codes, finding
from plangen.diagnostics.nearest import hint_for
from plangen.intake.commentary.files import commentary_file, commentary_path
from plangen.intake.kept_lists import CHANGES, ChangeRow, with_changes
from plangen.intake.returns.form import plain
from plangen.intake.returns.judging import ItemState, JudgedItem, judge
from plangen.intake.returns.register import register_file, register_text
from plangen.intake.understanding import FigureState, ReadFigure
from plangen.model.agency_return import AgencyReturn, Decision, IssuedItem
from plangen.model.observation import ValueStatus
from plangen.model.period_text import read_period
from plangen.pipeline.history.published_values import published_values
from plangen.pipeline.recording import Arrival, Changed, put_figures
from plangen.pipeline.returns.place import PackReturns, open_returns
from plangen.pipeline.returns.received import Together, together

__all__ = ["AcceptRequest", "AcceptedItem", "Whose", "accept"]

_SHEET = "Figures"
_NO_PLACE = (0, 0)
"""An answer is found by its key, wherever its row was moved to."""
_NOTHING_TO_TAKE = (ItemState.EMPTY, ItemState.MISSING, ItemState.LOCKED, ItemState.ADDED)


class Whose(Enum):
    """Whose figure or words are taken where the two differ."""

    OURS = "ours"
    THEIRS = "theirs"


class AcceptRequest(Struct, frozen=True, kw_only=True):
    """What is accepted: items by reference, none for all; whose in a conflict, and why."""

    pack: str
    agency: str
    refs: tuple[str, ...] = ()
    take: Whose | None = None
    reason: str = ""
    today: date


class AcceptedItem(Struct, frozen=True):
    """An item with what became of it, in words."""

    item: JudgedItem
    became: str


class _Accepting(Struct):
    """An acceptance under way: what is written goes into `place.files`."""

    place: PackReturns
    request: AcceptRequest
    sent: Together
    items: dict[str, IssuedItem]
    decisions: list[Decision]
    figures: dict[str, list[ReadFigure]]
    changes: list[ChangeRow]
    settled: frozenset[tuple[str, str]]

    def item(self, judged: JudgedItem) -> AcceptedItem:
        """Take one item, or leave it; what is open was refused before."""
        theirs = self.request.take is not Whose.OURS
        match judged.state:
            case state if state in _NOTHING_TO_TAKE:
                return AcceptedItem(judged, "nothing to accept")
            case ItemState.NOT_AVAILABLE:
                return self.decided(judged, Whose.THEIRS, judged.line, "noted; no figure is written")
            case ItemState.UNCHANGED if (judged.key, self.source(judged.key)) in self.settled:
                return AcceptedItem(judged, "as we have it")
            case ItemState.UNCHANGED:
                return self.decided(judged, Whose.THEIRS, judged.value or "commentary", "as we have it")
            case state if state.conflict and not theirs:
                return self.decided(judged, Whose.OURS, judged.value, "ours is kept")
            case _:
                return self.words(judged) if judged.markdown else self.figure(judged)

    def decided(self, judged: JudgedItem, whose: Whose, value: str, became: str) -> AcceptedItem:
        """Note the decision."""
        self.decisions.append(
            Decision(
                ref=judged.ref,
                key=judged.key,
                took=whose.value,
                value=value[:2000],
                reason=self.request.reason,
                on=self.request.today,
                file=self.source(judged.key),
            )
        )
        return AcceptedItem(judged, became)

    def figure(self, judged: JudgedItem) -> AcceptedItem:
        """A figure: a new row, or a row of ours with their value."""
        issued = self.items[judged.key]
        row = self.place.ours.row(issued)
        figure = ReadFigure(
            sheet=_SHEET,
            place=_NO_PLACE,
            cell=f"{_SHEET}!{judged.key}",
            indicator=issued.indicator,
            area=issued.area,
            period=read_period(issued.period),
            value=judged.value,
            series=issued.series,
            category=issued.category,
            status=ValueStatus.PROVISIONAL.value if judged.provisional else "",
            note=" ".join(judged.note.split()),
            state=FigureState.NEW if row is None else FigureState.CHANGED,
            ours="" if row is None else plain(row),
            ours_at=None if row is None else row.location,
        )
        self.figures.setdefault(self.sent.sources[judged.key], []).append(figure)
        if row is None:
            return self.decided(judged, Whose.THEIRS, judged.value, f"{judged.value} is written")
        at = f"{row.location.file}:{row.location.line}"
        became = f"{judged.value} is written in the place of {figure.ours} ({at})"
        return self.decided(judged, Whose.THEIRS, judged.value, became)

    def source(self, key: str) -> str:
        """The first digits of the SHA-256 of the file in which the answer stood."""
        return self.sent.sources.get(key, "")[:12]

    def words(self, judged: JudgedItem) -> AcceptedItem:
        """A commentary, in the place of ours where there is one."""
        path = commentary_path(self.place.pack.id, judged.ref)
        before, data = self.place.files.data(path), commentary_file(judged.markdown, judged.signed_off)
        self.place.files.put(path, data)
        new = hashlib.sha256(data).hexdigest()
        if before is not None:
            self.changes.append(
                ChangeRow(
                    date=self.request.today,
                    category=judged.ref,
                    old=hashlib.sha256(before).hexdigest(),
                    new=new,
                    kind="commentary",
                    reason=self.request.reason,
                    origin=f"{self.source(judged.key)} Commentary!{judged.key}",
                )
            )
        return self.decided(judged, Whose.THEIRS, new, f"{path} is written")


def accept(root: Path, request: AcceptRequest) -> tuple[AcceptedItem, ...]:
    """Accept items of the last file of an agency.

    Raises PlangenError with everything that keeps it from being done, and writes nothing then: PG270 nothing came
    back, PG275 the edition is archived and no reason is given, PG276 items that need a decision first.
    """
    place = open_returns(root, request.pack)
    place.check_agency(request.agency)
    register = place.register(request.agency)
    sent = together(place, register)
    if sent is None:
        hint = f"read it first: plangen returns read {request.agency}.xlsx"
        raise PlangenError(finding(codes.NO_FORM_OF_OURS, f"nothing came back from {request.agency}", None, hint))
    chosen = _chosen(judge(sent.items, sent.returned, sent.earlier, place.ours), request)
    if refusals := [*_too_late(place, request), *_open(chosen, request, sent)]:
        raise PlangenError(refusals)
    settled = frozenset((one.key, one.file) for one in register.decisions)
    work = _Accepting(place, request, sent, {item.key: item for item in sent.items}, [], {}, [], settled)
    done = tuple(work.item(one) for one in chosen)
    _finish(work, register)
    return done


def _chosen(judged: Sequence[JudgedItem], request: AcceptRequest) -> list[JudgedItem]:
    known = list(dict.fromkeys(one.ref for one in judged if one.key))
    for ref in request.refs:
        if ref not in known:
            message = f"the form of {request.agency} has no item {ref}"
            raise PlangenError(finding(codes.NO_SUCH_REFERENCE, message, None, hint_for(ref, known)))
    return [one for one in judged if one.key and (not request.refs or one.ref in request.refs)]


def _too_late(place: PackReturns, request: AcceptRequest) -> list[Diagnostic]:
    """An archived edition never changes: what is accepted now is a revision, or for the next one, and says why."""
    if not place.archived or request.reason:
        return []
    message = f"the pack {request.pack} is archived: what is accepted now does not change it"
    hint = 'say why it is accepted as a revision or for the next edition: --reason "…"'
    return [finding(codes.EDITION_ARCHIVED, message, None, hint)]


def _open(chosen: Sequence[JudgedItem], request: AcceptRequest, sent: Together) -> list[Diagnostic]:
    found = []
    for one in chosen:
        here = Location(sent.names.get(sent.sources.get(one.key, ""), request.agency), field=one.ref)
        if one.state in (ItemState.NOT_ALLOWED, ItemState.UNCLEAR):
            hint = (
                f'ask: plangen returns ask pack {request.pack} {request.agency} {one.ref} "…"; or correct the file'
            )
            found.append(finding(codes.ITEM_UNDECIDED, one.line, here, hint))
        elif one.state.conflict and request.take is None:
            hint = "say whose is taken: --take theirs or --take ours"
            found.append(finding(codes.ITEM_UNDECIDED, one.line, here, hint))
        elif one.state.conflict and request.take is Whose.THEIRS and not request.reason:
            hint = 'a figure or text that we have is only replaced with a reason: --reason "…"'
            found.append(finding(codes.ITEM_UNDECIDED, one.line, here, hint))
    return found


def _finish(work: _Accepting, register: AgencyReturn) -> None:
    files, pack = work.place.files, work.request.pack
    decision = Changed.REVISE if work.place.archived else Changed.CORRECT
    folder = work.place.records.partnership.archive
    published = published_values(work.place.root, folder) if work.place.archived else {}
    for sha256, figures in work.figures.items():
        name, size = work.sent.names[sha256], work.sent.sizes[sha256]
        arrival = Arrival(sha256, name, size, work.request.today, by=work.request.agency)
        put_figures(files, figures, arrival, f"returns-{pack}", decision, work.request.reason, published)
    if work.changes:
        files.put(CHANGES, with_changes(files.data(CHANGES), tuple(work.changes)))
    former = {(one.key, one.file, one.took, one.value) for one in register.decisions}
    new = [one for one in work.decisions if (one.key, one.file, one.took, one.value) not in former]
    if new:
        register = replace(register, decisions=(*register.decisions, *new))
        files.put(register_file(pack, register.agency), register_text(register))
    files.finish()
