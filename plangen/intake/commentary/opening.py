"""A Word file that somebody sent, opened or refused in words for people."""

from __future__ import annotations

from plangen.diagnostics import Diagnostic, Location, PlangenError, codes, finding
from plangen.intake.commentary.content import WordDocument
from plangen.intake.commentary.runs import Tracked
from plangen.intake.commentary.word_reader import read_document
from plangen.sources.office_file import MOST, OfficeFault, OfficeFileError

__all__ = ["FORM_TAG", "open_commentary", "refusal_of"]

FORM_TAG = "plangen_form"
"""The tag of the content control in which a form of ours says which it is."""

_SAVE = "open it in Word and save it again as Word document (.docx)"
_MOST_SAID = f"at most {MOST // 1_000_000} MB are read: check where the file comes from"


def open_commentary(data: bytes, name: str, tracked: Tracked | None = None) -> WordDocument:
    """The document in `data`, called `name` in messages.

    Raises PlangenError: PG244 another kind of file, PG243 a password, PG214 damaged or hostile, PG215 too large.
    """
    here = Location(name)
    kind = f".{name.rpartition('.')[2].lower()}" if "." in name else name
    if kind != ".docx":
        message = f'files of the kind "{kind}" are not read as commentary'
        raise PlangenError(finding(codes.RECEIVED_KIND, message, here, "save it as Word document (.docx)"))
    if len(data) > MOST:
        message = f"the file has {len(data) / 1e6:.0f} MB"
        raise PlangenError(finding(codes.WORKBOOK_TOO_LARGE, message, here, _MOST_SAID))
    try:
        return read_document(data, tracked)
    except OfficeFileError as fault:
        raise PlangenError(refusal_of(fault, name, _SAVE)) from None


def refusal_of(fault: OfficeFileError, name: str, save: str) -> Diagnostic:
    """Why a file of an office program is not opened: PG243, PG215 or PG214 with the hint `save`."""
    here = Location(name)
    match fault.fault:
        case OfficeFault.PASSWORD:
            hint = "open it, take the password off, and save it again"
            return finding(codes.RECEIVED_LOCKED, str(fault), here, hint)
        case OfficeFault.TOO_LARGE:
            return finding(codes.WORKBOOK_TOO_LARGE, str(fault), here, _MOST_SAID)
        case OfficeFault.DAMAGED:
            return finding(codes.NOT_A_TABLE, f"the file is damaged: {fault}", here, save)
