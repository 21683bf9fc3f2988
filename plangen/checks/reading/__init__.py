"""Existing documents into text with places: plain text, Markdown, PDF and Word files, however damaged."""

from __future__ import annotations

from pathlib import Path

from plangen.checks.writing import Writing
from plangen.diagnostics import ExitCode, Location, PlangenError, codes, finding

__all__ = ["read_writing"]

_SUFFIXES = (".txt", ".md", ".pdf", ".docx")
MOST = {".txt": 10_000_000, ".md": 10_000_000, ".pdf": 200_000_000, ".docx": 50_000_000}
"""Bytes of a file that are read at all; a plan of 100 pages has half a megabyte of text."""


def read_writing(path: Path) -> Writing:
    """The text of `path`, by its suffix.

    Raises PlangenError: PG101 no such file, PG102 not a file or not readable, PG800 another kind of file, PG801 no
    text in it, PG802 encrypted, PG803 damaged, PG804 too large.
    """
    where = Location(str(path))
    suffix = path.suffix.lower()
    if not path.exists():
        raise PlangenError(
            finding(codes.NO_FILE, f"the file {path.name} does not exist", where, "check the name and the folder")
        )
    if not path.is_file():
        raise PlangenError(
            finding(codes.UNREADABLE_FILE, "this is not a file", where, "name a document, not a folder")
        )
    if suffix not in _SUFFIXES:
        kinds = ", ".join(_SUFFIXES)
        hint = f"audit reads {kinds}; save the document as one of them"
        raise PlangenError(
            finding(
                codes.NOT_AUDITED, f"“{suffix or path.name}” is no kind of document that audit reads", where, hint
            )
        )
    size = path.stat().st_size
    if size > MOST[suffix]:
        message = f"the file has {size / 1e6:,.0f} MB; at most {MOST[suffix] / 1e6:,.0f} MB are read"
        raise PlangenError(
            finding(codes.DOCUMENT_TOO_LARGE, message, where, "split the file, or check that it is the right one")
        )
    try:
        return _read(path, suffix)
    except OSError as fault:
        problem = finding(codes.UNREADABLE_FILE, f"the file cannot be read: {fault.strerror or fault}", where)
        raise PlangenError(problem, ExitCode.ENVIRONMENT) from fault


def _read(path: Path, suffix: str) -> Writing:
    if suffix == ".pdf":
        from plangen.checks.reading.pdf import read_pdf

        return read_pdf(path)
    if suffix == ".docx":
        from plangen.checks.reading.word import read_word

        return read_word(path)
    from plangen.checks.reading.plain import read_plain

    return read_plain(path)
