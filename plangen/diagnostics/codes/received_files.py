"""What can be wrong with a file that somebody sent, before anything in it is read: PG243 to PG245."""

from __future__ import annotations

from plangen.diagnostics.code import Code, Severity

RECEIVED_LOCKED = Code(
    "PG243",
    Severity.ERROR,
    "A file with a password",
    meaning="Nothing in it can be read. An old .doc or .xls by the name of a new one looks the same from outside.",
    remedy="Ask for the file without its password, and send it over a safe way instead.",
    example=(
        "Police KPI.xlsx: the file has a password, or is an old one by another name\n"
        "  hint: open it, take the password off, and save it again"
    ),
)

RECEIVED_KIND = Code(
    "PG244",
    Severity.ERROR,
    "A kind of file that is not read",
    meaning="Read are .xlsx, .xlsm, .csv and .tsv for figures, and .docx for commentary.",
    remedy="Save it as Excel workbook (.xlsx) or Word document (.docx).",
    example=('Police KPI.ods: files of the kind ".ods" are not read\n  hint: save it as Excel workbook (.xlsx)'),
)

NOT_FOR_IMPORT = Code(
    "PG245",
    Severity.ERROR,
    "A file that import does not take, or does not touch",
    meaning=(
        "A form that was issued to an agency is no commentary to import: it is read as what it is. A "
        "file under content/data that import did not make keeps its own columns."
    ),
    remedy="Read a form with `plangen returns read`; name another file with --into.",
    example=(
        "police.docx: this is a form that was issued to an agency\n"
        "  hint: read it with: plangen returns read police.docx"
    ),
)
