"""Files of an office program (.docx, .xlsx): a zip archive of XML parts, opened with limits, whoever made them.

A hostile one unpacks to too much, nests without end, or declares entities, by which alone an XML parser can be
made to fetch or multiply anything. Nothing is unpacked to the disk, nothing outside the file is opened, and macros
are never more than bytes that nobody looks at (ECMA-376, parts 1 and 2).
"""

from __future__ import annotations

import io
import zipfile
import zlib
from enum import Enum
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from msgspec import Struct

__all__ = ["OfficeFault", "OfficeFile", "OfficeFileError", "open_office_file", "unpacked"]

MEGABYTE = 1_000_000
MOST = 50 * MEGABYTE
RATIO = 100
MOST_PARTS = 5_000
MOST_ELEMENTS = 400_000
DEEPEST = 120
_ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The mark of Microsoft's compound files: an encrypted .docx or .xlsx, or a .doc or .xls by another name."""

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rels",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "x",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
"""Short names for the namespaces that matter, in both of the standard's editions; any other is `other`. They stand
before a dot, `w.p`, because a colon means something else in paths of ElementTree."""


class OfficeFault(Enum):
    """Why a file is not opened, or a part of it not read."""

    PASSWORD = "encrypted"
    DAMAGED = "damaged"
    TOO_LARGE = "too large"


class OfficeFileError(Exception):
    """A file that is not read; `str` says what is wrong with it."""

    def __init__(self, fault: OfficeFault, message: str) -> None:
        super().__init__(message)
        self.fault = fault


_DAMAGE = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, OSError)


class OfficeFile(Struct, frozen=True):
    """An opened file: the parts of its archive, read when they are asked for."""

    archive: zipfile.ZipFile
    names: frozenset[str]

    def part(self, name: str) -> bytes:
        """The bytes of a part; nothing where there is none. Raises OfficeFileError."""
        if name not in self.names:
            return b""
        try:
            return unpacked(self.archive, name, MOST, RATIO)
        except _DAMAGE as fault:
            raise OfficeFileError(OfficeFault.DAMAGED, f"{name} cannot be unpacked: {fault}") from None

    def tree(self, name: str) -> Element | None:
        """A part as a tree with names like `w.p`, None where there is none. Raises OfficeFileError."""
        data = self.part(name)
        return _tree(data, name) if data else None


def open_office_file(data: bytes) -> OfficeFile:
    """Open `data`; raises OfficeFileError where it is encrypted, no such file, or too large unpacked."""
    if data.startswith(_ENCRYPTED):
        raise OfficeFileError(OfficeFault.PASSWORD, "the file has a password, or is an old one by another name")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except _DAMAGE as fault:
        raise OfficeFileError(OfficeFault.DAMAGED, f"this is no file of an office program: {fault}") from None
    if any(entry.flag_bits & 1 for entry in entries):
        raise OfficeFileError(OfficeFault.PASSWORD, "parts of the file have a password")
    size, packed = sum(entry.file_size for entry in entries), sum(entry.compress_size for entry in entries)
    if len(entries) > MOST_PARTS or size > MOST or size > RATIO * max(packed, 1_000):
        message = f"unpacked, the file has {size / MEGABYTE:.0f} MB or is packed suspiciously tight"
        raise OfficeFileError(OfficeFault.TOO_LARGE, message)
    return OfficeFile(archive, frozenset(entry.filename for entry in entries))


def unpacked(archive: zipfile.ZipFile, name: str, most: int, ratio: int) -> bytes:
    """A part of the archive, never more than `most` bytes or `ratio` times its packed size.

    What the archive's directory claims is not believed. Raises OfficeFileError, and what zipfile raises.
    """
    entry = archive.getinfo(name)
    with archive.open(entry) as stream:
        content = stream.read(most + 1)
    if len(content) > most or len(content) > ratio * max(entry.compress_size, 1_000):
        message = f"{name} unpacks to more than {most // MEGABYTE} MB or {ratio} times its size"
        raise OfficeFileError(OfficeFault.TOO_LARGE, message)
    return content


def _tree(data: bytes, name: str) -> Element:
    """Parse a part; raises OfficeFileError for what no office program writes."""
    growing = _Growing(name)
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = growing.start
    parser.EndElementHandler = growing.end
    parser.CharacterDataHandler = growing.builder.data
    parser.StartDoctypeDeclHandler = growing.refuse_doctype
    try:
        parser.Parse(data, True)
        return growing.builder.close()
    except (expat.ExpatError, UnicodeError, LookupError, AssertionError, ValueError) as fault:
        raise OfficeFileError(OfficeFault.DAMAGED, f"{name} is not XML: {fault}") from None


class _Growing:
    """A tree as the parser meets its elements, no larger and no deeper than documents are."""

    def __init__(self, name: str) -> None:
        self.builder = TreeBuilder()
        self.name = name
        self.depth = self.count = 0
        self.short: dict[str, str] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.count += 1
        if self.count > MOST_ELEMENTS:
            message = f"{self.name} holds more than {MOST_ELEMENTS:,} elements"
            raise OfficeFileError(OfficeFault.TOO_LARGE, message)
        if self.depth > DEEPEST:
            raise OfficeFileError(OfficeFault.DAMAGED, f"{self.name} nests deeper than a document can")
        self.builder.start(self._shortened(tag), {self._shortened(key): text for key, text in attributes.items()})

    def end(self, tag: str) -> None:
        self.depth -= 1
        self.builder.end(self._shortened(tag))

    def refuse_doctype(self, *_: object) -> None:
        message = f"{self.name} declares entities, which no office program writes"
        raise OfficeFileError(OfficeFault.DAMAGED, message)

    def _shortened(self, name: str) -> str:
        if name not in self.short:
            namespace, _, local = name.rpartition("}")
            self.short[name] = f"{_PREFIXES.get(namespace, 'other')}.{local}" if namespace else local
        return self.short[name]
