"""A file from somebody else -> its sheets: what may be read at all, and how large it may be."""

from __future__ import annotations

import hashlib
from pathlib import Path

from msgspec import Struct

from plangen.diagnostics import Diagnostic, ExitCode, Location, PlangenError, codes, finding
from plangen.intake.cells import CellSheet
from plangen.intake.separated_cells import separated_sheet
from plangen.intake.workbook_cells import workbook_sheets
from plangen.sources.reading import MEGABYTE
from plangen.sources.workbook import check_archive

__all__ = ["MAX_BYTES", "ReceivedFile", "read_file", "read_sheets"]

MAX_BYTES = 50 * MEGABYTE
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER = {".xls", ".xlsb", ".ods", ".numbers", ".xlt", ".xltx", ".fods"}
_OTHER_WORDS = {".doc", ".odt", ".rtf", ".pages"}
_FORM_SHEET = "plangen"


class ReceivedFile(Struct, frozen=True):
    """A file as received: its name without folders, its bytes and their SHA-256."""

    name: str
    data: bytes
    sha256: str


def read_file(path: Path) -> ReceivedFile:
    """The bytes of a file. Raises `PlangenError`: PG101 where there is none, PG103, PG102, PG244 by its ending."""
    name, here = path.name, Location(path.name)
    ending = path.suffix.lower()
    if ending in _OTHER | _OTHER_WORDS:
        kind = "Word document (.docx)" if ending in _OTHER_WORDS else "Excel workbook (.xlsx)"
        message = f"files ending in {ending} are not read"
        raise PlangenError(finding(codes.RECEIVED_KIND, message, here, f"save it as {kind}"))
    if ending not in {".xlsx", ".xlsm", ".csv", ".tsv", ".docx"}:
        hint = "save it as Excel workbook (.xlsx)"
        message = f"files ending in {ending} are not read" if ending else "the file's name has no ending"
        raise PlangenError(finding(codes.RECEIVED_KIND, message, here, hint))
    try:
        if not path.is_file():
            message = f"there is no file {name}" if not path.exists() else f"{name} is not a file"
            raise PlangenError(
                finding(codes.NO_FILE, message, here, "check its name and folder"), ExitCode.CONTENT
            )
        if path.stat().st_size > MAX_BYTES:
            message = f"the file is larger than {MAX_BYTES // MEGABYTE} MB"
            raise PlangenError(
                finding(codes.WORKBOOK_TOO_LARGE, message, here, "copy the table into a new workbook")
            )
        data = path.read_bytes()
    except OSError as fault:
        hint = "check that you may open the file and that no other program has locked it"
        message = f"the file cannot be read: {fault.strerror}"
        raise PlangenError(finding(codes.UNREADABLE_FILE, message, here, hint)) from None
    return ReceivedFile(name, data, hashlib.sha256(data).hexdigest())


def read_sheets(received: ReceivedFile) -> tuple[list[CellSheet], list[Diagnostic]]:
    """Its sheets, and what is said of how they were read.

    Raises `PlangenError`: PG243 for a password, PG244 for another format whatever its ending, PG214 and PG215 for
    damaged and too large ones, PG245 for a form of `plangen returns`.
    """
    name, data, here = received.name, received.data, Location(received.name)
    ending = Path(name).suffix.lower()
    if ending in {".csv", ".tsv"}:
        sheet, said = separated_sheet(data, name)
        return [sheet], said
    if data.startswith(_OLD_OFFICE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            hint = "open it, take the password away (File, Info, Protect Workbook) and save it"
            raise PlangenError(finding(codes.RECEIVED_LOCKED, "the file has a password", here, hint))
        message = "this is a workbook of the old format (.xls), whatever its ending"
        raise PlangenError(finding(codes.RECEIVED_KIND, message, here, "save it as Excel workbook (.xlsx)"))
    check_archive(data, name)
    sheets = workbook_sheets(data, name)
    if any(sheet.name == _FORM_SHEET and sheet.hidden for sheet in sheets):
        message = "this is a form of plangen returns"
        hint = f"read it with plangen returns read {name}"
        raise PlangenError(finding(codes.NOT_FOR_IMPORT, message, here, hint))
    said = []
    if ending == ".xlsm" or b"vbaProject.bin" in data:
        said.append(finding(codes.READ_AS, "the workbook has macros: none was run", here))
    return sheets, said
