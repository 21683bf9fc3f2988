"""Which addresses a link may lead to: the web, a mailbox, or a place in the same document."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from plangen.diagnostics import Diagnostic, Location, codes, finding

__all__ = ["link_faults", "link_remarks"]

_SCHEMES = ("https", "http", "mailto")
_OWN = re.compile(r"#[A-Za-z][A-Za-z0-9_-]*")
_ADDRESS = re.compile(r"(https?://|www\.)\S+", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^@\s?]+@[^@\s?]+\.[^@\s?]+(\?.*)?", re.IGNORECASE)


def link_faults(address: str, blank: bool, location: Location) -> list[Diagnostic]:
    """What is wrong with a link (PG408 for its address, PG409 where it has no words)."""
    found = []
    if blank:
        hint = "write in the square brackets what the link leads to: [the strategy](https://…)"
        found.append(finding(codes.LINK_WITHOUT_WORDS, "the link has no words", location, hint))
    if hint := _refused(address):
        shown = address[:60] or "nothing"
        found.append(finding(codes.ADDRESS_NOT_ALLOWED, f"a link to {shown} is not allowed", location, hint))
    return found


def link_remarks(address: str, words: str, location: Location) -> list[Diagnostic]:
    """What could be better in a link that may stand (PG464); the address of a mailbox says enough."""
    if not _ADDRESS.fullmatch(words.strip()):
        return []
    hint = f"say what it leads to: [the strategy]({address[:60]})"
    return [finding(codes.LINK_NAMED_BY_ADDRESS, "the words of the link are its address", location, hint)]


def _refused(address: str) -> str:
    """What to write instead of the address; nothing if it may stand."""
    if address.startswith("#"):
        return "" if _OWN.fullmatch(address) else "write # and the id of a chapter: #priorities"
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return "copy the address again from the browser's address line"
    if parts.scheme.lower() not in _SCHEMES:
        if re.match(r"www\.|[a-z0-9-]+(\.[a-z0-9-]+)+(/|$)", address, re.IGNORECASE):
            return f"write https:// in front of it: https://{address[:60]}"
        return "use an address that begins with https://, http:// or mailto:, or # and the id of a chapter"
    if parts.scheme.lower() == "mailto":
        return "" if _MAIL.fullmatch(address) else "write mailto: and the address: mailto:name@example.org"
    return "" if host else "copy the address again from the browser's address line"
