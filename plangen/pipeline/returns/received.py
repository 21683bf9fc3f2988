"""A file that came back -> whose form of which edition it is, or why it is refused, and its answers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from plangen.diagnostics import Diagnostic, Location, PlangenError, codes, finding
from plangen.intake.commentary.opening import open_commentary
from plangen.intake.commentary.runs import Tracked
from plangen.intake.returns.register import items_of, kept_file
from plangen.intake.returns.returned import FormIdentity, Returned
from plangen.intake.returns.returned_word import returned_word, word_identity
from plangen.intake.returns.returned_workbook import WorkbookCells, identity_of, open_workbook, returned_workbook
from plangen.model.agency_return import AgencyReturn, IssuedItem
from plangen.pipeline.returns.place import PackReturns

__all__ = ["OpenedForm", "Together", "answers_in", "open_form", "read_bytes", "together"]

_KINDS = (".xlsx", ".xlsm", ".docx")
_MOST = 50_000_000


class OpenedForm(Struct, frozen=True):
    """A file with its identity, before anything in it is held against the register."""

    name: str
    data: bytes
    identity: FormIdentity
    content: object

    @property
    def sha256(self) -> str:
        """SHA-256 of the file."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def ending(self) -> str:
        """Its kind, as `.xlsx`."""
        return f".{self.name.rpartition('.')[2].lower()}"


def open_form(data: bytes, name: str, tracked: Tracked | None = None) -> OpenedForm:
    """Open a file by its kind.

    Raises PlangenError: PG244 another kind, PG243 password, PG214 or PG215 damaged or too large, PG270 no form.
    """
    here = Location(name)
    ending = f".{name.rpartition('.')[2].lower()}" if "." in name else name
    if ending not in _KINDS:
        hint = "save it as Excel workbook (.xlsx), or as Word document (.docx)"
        raise PlangenError(finding(codes.RECEIVED_KIND, f'files of the kind "{ending}" are no forms', here, hint))
    if len(data) > _MOST:
        hint = "check where the file comes from"
        raise PlangenError(finding(codes.WORKBOOK_TOO_LARGE, "the file has more than 50 MB", here, hint))
    content: object
    if ending == ".docx":
        document = open_commentary(data, name, tracked)
        content, identity = document, word_identity(document)
    else:
        cells = open_workbook(data, name)
        content, identity = cells, identity_of(cells)
    if identity is None:
        hint = "ask for the form that was issued, filled in; for a workbook of their own: plangen import"
        raise PlangenError(finding(codes.NO_FORM_OF_OURS, "this is no form that plangen issued", here, hint))
    return OpenedForm(name, data, identity, content)


def answers_in(
    opened: OpenedForm, place: PackReturns, register: AgencyReturn
) -> tuple[Returned, tuple[IssuedItem, ...], list[Diagnostic]]:
    """The answers of a form, the items that were issued in it, and what is said of the whole.

    Raises PlangenError: PG270 a form that the register does not know, PG271 another partnership's, PG274 with
    another agency's items.
    """
    here, identity = Location(opened.name), opened.identity
    ours = place.records.partnership.name
    if identity.partnership and identity.partnership != ours:
        hint = f"send it on to {identity.partnership}, and ask for ours"
        message = f"this is a form of {identity.partnership}, and not of {ours}"
        raise PlangenError(finding(codes.FORM_OF_ANOTHER_PARTNERSHIP, message, here, hint))
    issued, items = items_of(register, identity.short)
    if issued is None:
        raise PlangenError(_unknown(opened, place))
    returned = _answers(opened, items)
    if foreign := _foreign(returned, place, identity, items):
        raise PlangenError(foreign.at(here))
    told = []
    if issued != register.issued[-1]:
        message = f"this is an older issue of the form, of {issued.on.isoformat()}"
        hint = "its answers are read; what was asked only later is missing in it"
        told.append(finding(codes.OLDER_FORM, message, here, hint))
    return returned, items, told


def _answers(opened: OpenedForm, items: tuple[IssuedItem, ...]) -> Returned:
    if isinstance(opened.content, WorkbookCells):
        return returned_workbook(opened.content, opened.identity, items)
    from plangen.intake.commentary.content import WordDocument

    assert isinstance(opened.content, WordDocument)
    return returned_word(opened.content, opened.identity, items)


def _unknown(opened: OpenedForm, place: PackReturns) -> Diagnostic:
    """A form whose digest stands in no issue to that agency: another agency's, or none that we know of."""
    here, identity = Location(opened.name), opened.identity
    for agency in place.agencies:
        if items_of(place.register(agency), identity.short)[0] is not None:
            message = f"the form says that it is of {identity.agency}, but was issued to {agency}"
            return finding(
                codes.ITEMS_OF_ANOTHER_AGENCY, message, here, f"ask {identity.agency} for their own form"
            )
    message = f"there is no record of a form {identity.form}"
    hint = "issue the form again, and ask for that; or find out where this one comes from"
    return finding(codes.NO_FORM_OF_OURS, message, here, hint)


def _foreign(
    returned: Returned, place: PackReturns, identity: FormIdentity, items: tuple[IssuedItem, ...]
) -> Diagnostic | None:
    """PG274 where a row has the reference and measure of another agency's item in the place of its own."""
    own = {(item.ref, item.measure) for item in items}
    theirs = {
        (item.ref, item.measure): agency
        for agency in place.agencies
        if agency != identity.agency
        for form in place.register(agency).issued
        for item in form.items
        if item.indicator
    }
    for figure in returned.figures.values():
        said = figure.ref, figure.measure
        if said not in own and said in theirs:
            message = (
                f"row {figure.row} is about {figure.ref} {figure.measure}, which {theirs[said]} was asked for"
            )
            hint = f"ask {identity.agency} for their own form, filled in"
            return finding(codes.ITEMS_OF_ANOTHER_AGENCY, message, None, hint)
    return None


class Together(Struct, frozen=True):
    """All that an agency sent for an edition: figures of its last workbook, and the last words on each reference.

    `sources` is the SHA-256 of the file of each answer, by the item's key; `names` and `sizes` (bytes) those of
    the files; `earlier` is the same of all files but the last workbook, None where there was no other.
    """

    items: tuple[IssuedItem, ...]
    returned: Returned
    sources: Mapping[str, str]
    names: Mapping[str, str]
    sizes: Mapping[str, int]
    earlier: Returned | None = None


def together(place: PackReturns, register: AgencyReturn, but: str = "") -> Together | None:
    """What was received and kept so far, without the file `but`; None where nothing was."""
    opened = [one for one in _kept(place, register) if one.sha256 != but]
    if not opened:
        return None
    read = [(one, *answers_in(one, place, register)[:2]) for one in opened]
    newest = max((items for _, _, items in read), key=lambda items: _age(register, items))
    keys = {_what(item): item.key for item in newest}
    made, sources = Returned(read[-1][1].identity, holds_figures=False), dict[str, str]()
    earlier: Returned | None = None
    for one, returned, items in read:
        own = {item.key: keys.get(_what(item), "") for item in items}
        if returned.holds_figures:
            if made.holds_figures:
                earlier = Returned(made.identity, dict(made.figures), dict(made.commentaries))
            made.holds_figures = True
            made.figures = {own[key]: figure for key, figure in returned.figures.items() if own[key]}
            made.twice, made.added = {own[key] for key in returned.twice}, returned.added
            sources |= dict.fromkeys(made.figures, one.sha256)
        for key, words in returned.commentaries.items():
            if own[key] and (words.markdown.strip() or own[key] not in made.commentaries):
                made.commentaries[own[key]] = words
                sources[own[key]] = one.sha256
    names = {one.sha256: one.name for one in opened}
    sizes = {one.sha256: len(one.data) for one in opened}
    return Together(newest, made, sources, names, sizes, earlier)


def _what(item: IssuedItem) -> tuple[str, ...]:
    """What an item is, whatever its key in one issue of the form or another."""
    return item.ref, item.indicator, item.area, item.period, item.series, item.category


def _age(register: AgencyReturn, items: tuple[IssuedItem, ...]) -> int:
    return next(number for number, form in enumerate(register.issued) if form.items == items)


def _kept(place: PackReturns, register: AgencyReturn) -> Iterator[OpenedForm]:
    for one in register.received:
        ending = f".{one.file.rpartition('.')[2].lower()}"
        data = place.files.data(kept_file(place.pack.id, register.agency, one.sha256, ending))
        if data is not None:
            yield open_form(data, one.file, Tracked(one.tracked) if one.tracked else None)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; raises PlangenError PG101 or PG102."""
    here = Location(str(path))
    if not path.exists():
        raise PlangenError(finding(codes.NO_FILE, f"the file {path.name} does not exist", here, "check the name"))
    try:
        return path.read_bytes()
    except OSError as fault:
        message = f"the file cannot be read: {fault.strerror or fault}"
        raise PlangenError(finding(codes.UNREADABLE_FILE, message, here, "name a file that was sent")) from None
