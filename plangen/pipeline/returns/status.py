"""Status and questions: how far each agency's return has come, and what an agency was asked about an item."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from plangen.diagnostics import PlangenError, codes, finding
from plangen.diagnostics.nearest import hint_for
from plangen.intake.returns.judging import JudgedItem, judge
from plangen.intake.returns.register import ReturnState, register_file, register_text, state_of
from plangen.model.agency_return import AskedQuestion
from plangen.pipeline.returns.place import PackReturns, open_returns
from plangen.pipeline.returns.received import together

__all__ = ["AgencyState", "ask_agency", "states"]


class AgencyState(Struct, frozen=True):
    """How far an agency has come with a pack. `late` is said beside any state once something came back late."""

    pack: str
    agency: str
    name: str
    state: ReturnState
    late: bool
    due: date | None
    items: int
    waiting: int
    questions: tuple[AskedQuestion, ...]


def states(root: Path, pack: str | None) -> tuple[AgencyState, ...]:
    """The states of all agencies, of one pack or of every pack."""
    folder = root / "content" / "packs"
    packs = [pack] if pack else sorted(p.name for p in folder.iterdir() if p.is_dir()) if folder.is_dir() else []
    return tuple(one for id in packs for one in _of_pack(open_returns(root, id)))


def _of_pack(place: PackReturns) -> list[AgencyState]:
    return [_of_agency(place, agency) for agency in place.agencies]


def _of_agency(place: PackReturns, agency: str) -> AgencyState:
    register = place.register(agency)
    sent, judged = together(place, register), tuple[JudgedItem, ...]()
    if sent is not None:
        judged = judge(sent.items, sent.returned, sent.earlier, place.ours)
    state, late = state_of(register, judged, sent.sources if sent else {}, place.archived)
    issued = register.issued[-1] if register.issued else None
    return AgencyState(
        place.pack.id,
        agency,
        place.records.partnership.agencies[agency],
        state,
        late,
        issued.due if issued else None,
        len(issued.items) if issued else 0,
        sum(one.state.open for one in judged),
        register.asked,
    )


def ask_agency(root: Path, pack: str, agency: str, ref: str, question: str, today: date) -> str:
    """Record a question about an item; returns the words to send. Raises PG270 where nothing was issued."""
    place = open_returns(root, pack)
    place.check_agency(agency)
    register = place.register(agency)
    refs = [item.ref for form in register.issued[-1:] for item in form.items]
    if ref not in refs:
        message = f"{agency} was not asked for {ref} in the pack {pack}"
        raise PlangenError(
            finding(codes.NO_FORM_OF_OURS, message, None, hint_for(ref, refs, "issue the form first"))
        )
    asked = AskedQuestion(ref=ref, question=question, on=today)
    place.files.put(register_file(pack, agency), register_text(replace(register, asked=(*register.asked, asked))))
    place.files.finish()
    return (
        f"To {place.records.partnership.agencies[agency]}, about {ref} in {place.pack.record.period}: {question}"
    )
