"""A commentary as a file of the pack: its head with who signed it off, and its Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping

from plangen.intake.commentary.understanding import ExistingCommentary
from plangen.model.pack import SignOff
from plangen.sources.packs import FOLDER, PackFiles

__all__ = ["commentary_file", "commentary_path", "existing_commentaries"]

_FENCE = "---"
_PLAIN_WORDS = re.compile(r"[A-Za-z][A-Za-z0-9 .'()/-]*")
_KEYWORDS = {"yes", "no", "true", "false", "null", "on", "off", "y", "n"}


def commentary_path(pack: str, ref: str) -> str:
    """The file of a commentary in the workspace."""
    return f"{FOLDER}/{pack}/commentary/{ref}.md"


def commentary_file(markdown: str, signed_off: SignOff | None) -> bytes:
    """The whole file; without a head where nobody signed it off, which `check` then says (PG322)."""
    if signed_off is None:
        return markdown.encode("utf-8")
    head = f"signed_off: {{by: {_scalar(signed_off.by)}, on: {signed_off.on.isoformat()}}}"
    return f"{_FENCE}\n{head}\n{_FENCE}\n\n{markdown}".encode()


def existing_commentaries(files: Mapping[str, bytes], pack: PackFiles) -> dict[str, ExistingCommentary]:
    """The commentaries that a pack has, by reference; `files` are their bytes by the names in the workspace."""
    found = {}
    for ref, here in pack.commentaries.items():
        text = files.get(here.file, b"").decode("utf-8-sig", "replace").replace("\r\n", "\n")
        found[ref] = ExistingCommentary(_body(text), pack.signed.get(ref))
    return found


def _body(text: str) -> str:
    lines = text.split("\n")
    if lines[0].strip() != _FENCE:
        return text
    end = next((n for n, line in enumerate(lines[1:], start=1) if line.strip() == _FENCE), 0)
    return "\n".join(lines[end + 1 :])


def _scalar(text: str) -> str:
    """Words as YAML text, in quotation marks unless they are plain; between braces a comma would end them."""
    if _PLAIN_WORDS.fullmatch(text) and text.strip() == text and text.lower() not in _KEYWORDS:
        return text
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{quoted}"'
