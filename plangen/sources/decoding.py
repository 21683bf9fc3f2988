"""Bytes -> text: UTF-8 and nothing else, with a word for people whose program saved something else."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from plangen.diagnostics import Diagnostic, Location, PlangenError, codes, finding

__all__ = ["CONTROL", "decode"]

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
"""Characters that no text has, and that no file may hold."""
_SAVE = 'save the file again as "UTF-8" (in Excel: "CSV UTF-8"; in Notepad: Save as, Encoding)'


def decode(data: bytes, file: str) -> str:
    """Text, its line ends made one line feed each. A UTF-8 byte order mark is dropped.

    Raises `PlangenError`: PG104 for another encoding, PG105 for control characters.
    """
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        raise PlangenError(finding(codes.NOT_UTF8, "the file is saved as UTF-16", Location(file), _SAVE))
    try:
        text = data.removeprefix(BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as fault:
        raise PlangenError(_not_utf8(data, fault.start, file)) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := CONTROL.search(text):
        line, column = _place(text, found.start())
        what = f"the control character U+{ord(found[0]):04X}"
        if found[0] == "\0":
            what = "a zero byte: the file is damaged, or not a text file"
        hint = "delete the character, or save the file again as UTF-8 text"
        raise PlangenError(
            finding(codes.CONTROL_CHARACTER, f"the text contains {what}", Location(file, line, column), hint)
        )
    return text


def _not_utf8(data: bytes, start: int, file: str) -> Diagnostic:
    before = data[:start].decode("utf-8", "replace")
    line, column = _place(before, len(before))
    guess = bytes([data[start]]).decode("cp1252", "replace")
    message = f'the file is not UTF-8: byte 0x{data[start]:02X} would be "{guess}" in Windows-1252'
    return finding(codes.NOT_UTF8, message, Location(file, line, column), _SAVE)


def _place(text: str, index: int) -> tuple[int, int]:
    """Line and column, from 1, of the character at `index`."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
