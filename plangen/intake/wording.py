"""Text of a workbook made comparable: one dash, one space, no capitals, nothing that changes no meaning."""

from __future__ import annotations

import re

from plangen.sources.pasted import fold_characters

__all__ = ["comparable", "plain", "shown"]

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_QUOTES = str.maketrans(dict.fromkeys("'’‘`´ʼ", ""))
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MARKS = "*†‡§"
_LONGEST = 300


def shown(text: str) -> str:
    """One line, for people to read; long text is cut."""
    words = " ".join(fold_characters(text).split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]} …"


def plain(text: str) -> str:
    """Small letters, one kind of dash and space, no apostrophes, no footnote marks at the end."""
    words = " ".join(fold_characters(text[: 4 * _LONGEST]).translate(_DASHES).translate(_QUOTES).lower().split())
    return re.sub(rf"[{re.escape(_MARKS)}⁰¹²³⁴⁵⁶⁷⁸⁹]+$", "", words).strip()


def comparable(text: str) -> str:
    """A name as names are compared: letters, digits and single spaces, "&" as "and"; a hyphen is a space.

    An underscore is none, so that an id is itself and not the words it looks like.
    """
    words = plain(text).replace("&", " and ").translate(_SUPERSCRIPT)
    kept = "".join(sign if sign.isalnum() or sign in "%£" else " " if sign in "-/ " else "" for sign in words)
    return " ".join(kept.split())
