"""Issue: who leads what -> a form for each agency, in Excel, Word or both, and the register that remembers it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import Enum
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from plangen.intake.returns.form import ReturnForm, form_for
from plangen.intake.returns.register import register_file, register_text
from plangen.pipeline.returns.place import open_returns

__all__ = ["FormKind", "IssuedFiles", "issue_forms"]

_FOLDER = "output/returns"


class FormKind(Enum):
    """Which files are made."""

    XLSX = "xlsx"
    DOCX = "docx"
    BOTH = "both"


class IssuedFiles(Struct, frozen=True):
    """The forms of one agency. `again` says that the very form was issued before."""

    agency: str
    form: str
    items: int
    files: tuple[str, ...]
    again: bool


def issue_forms(
    root: Path, pack: str, agencies: Sequence[str], due: date | None, kind: FormKind, today: date
) -> tuple[IssuedFiles, ...]:
    """Write the forms of `agencies`, or of all that lead anything; all of them or none."""
    place = open_returns(root, pack)
    for agency in agencies:
        place.check_agency(agency)
    made = []
    for agency in agencies or place.agencies:
        form = form_for(place.records, place.pack, agency, due)
        register = place.register(agency)
        again = bool(register.issued) and register.issued[-1].digest == form.digest
        if not again:
            register = replace(register, issued=(*register.issued, form.issued(today)))
            place.files.put(register_file(pack, agency), register_text(register))
        files = _files(form, kind)
        for name, data in files.items():
            place.files.put(name, data)
        made.append(IssuedFiles(agency, form.id, len(form.items), tuple(files), again))
    place.files.finish()
    return tuple(made)


def _files(form: ReturnForm, kind: FormKind) -> dict[str, bytes]:
    from plangen.intake.returns.word_form import word_form
    from plangen.intake.returns.workbook_form import workbook_form

    stem = f"{_FOLDER}/{form.pack}/{form.agency}"
    made = {}
    if kind in (FormKind.XLSX, FormKind.BOTH):
        made[f"{stem}.xlsx"] = workbook_form(form)
    if kind in (FormKind.DOCX, FormKind.BOTH) and form.commentaries:
        made[f"{stem}.docx"] = word_form(form)
    return made
