"""Words as Markdown that prints them: plain characters, escaped where Markdown would read them."""

from __future__ import annotations

import re

from plangen.sources.decoding import CONTROL
from plangen.sources.pasted import fold_characters

__all__ = ["escaped", "folded", "safe_address", "without_beginning"]

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u201c\u201d\u201e\u201f", '"'),
        **dict.fromkeys("\u2018\u2019\u201a\u201b", "'"),
        "\u2026": "...",
        **dict.fromkeys("\u00a0\t\n\r\f\v", " "),
    }
)
_ALWAYS = re.compile(r"[\\*_\[`<]")
_BRACES = re.compile(r"\{{2,}|\}{2,}")
_ENTITY = re.compile(r"&(?=#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)")
_LANGUAGE = re.compile(r"\](?=\{|\(|:)")
_BEGINNING = re.compile(r"#|>|\+(?=\s|$)|-(?=\s|$|-)|={3,}|~{3,}|:{3,}")
_NUMBER = re.compile(r"([0-9]{1,9})([.)])(?=\s|$)")


def folded(text: str) -> str:
    """Plain characters: straight quotation marks, three full stops, spaces of one width; dashes stay.

    What no content file may hold (control characters) is left out.
    """
    plain = fold_characters(text).translate(_PLAIN)
    return CONTROL.sub("", plain)


def escaped(text: str, linked: bool = False, in_table: bool = False) -> str:
    """The text with a backslash wherever Markdown, or an expression, would begin; `linked` stands in a link."""
    text = _ALWAYS.sub(r"\\\g<0>", text)
    text = _BRACES.sub(lambda found: "".join(f"\\{sign}" for sign in found[0]), text)
    text = _LANGUAGE.sub(r"\\]", text) if not linked else text.replace("]", "\\]")
    text = _ENTITY.sub(r"\\&", text)
    return text.replace("|", "\\|") if in_table else text


def without_beginning(text: str) -> str:
    """A finished paragraph whose first characters begin nothing else: no heading, list, quotation or number."""
    if found := _NUMBER.match(text):
        return f"{found[1]}\\{text[found.end(1) :]}"
    return f"\\{text}" if _BEGINNING.match(text) else text


def safe_address(address: str) -> str:
    """An address as it may stand in the brackets of a link."""
    text = CONTROL.sub("", address)
    for sign in " ()<>\\\"'`*_[]{}|":
        text = text.replace(sign, f"%{ord(sign):02X}") if sign not in "_'*" else text
    return text
