"""What Word pastes, folded to plain text: characters nobody sees, spaces of odd widths, bullets typed by hand."""

from __future__ import annotations

import re

__all__ = ["fold_bullets", "fold_characters"]

_NO_BREAK = "\N{NO-BREAK SPACE}"
_DROPPED = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_NARROW = "\u2007\u2009\u200a\u202f"
_WIDE = "\u0085\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2028\u2029\u205f\u3000"
_FOLDED = str.maketrans(
    {
        "\N{NON-BREAKING HYPHEN}": "-",
        **dict.fromkeys(_DROPPED, ""),
        **dict.fromkeys(_NARROW, _NO_BREAK),
        **dict.fromkeys(_WIDE, " "),
    }
)
_BULLET = re.compile(r"^([ \t]*)(?:[•▪◦‣●·\uf0b7\uf0a7]|o(?=\t))[ \t\u00a0]?", re.MULTILINE)


def fold_characters(text: str) -> str:
    """Plain characters: no-break hyphens as hyphens, narrow spaces as no-break spaces, wide ones as spaces.

    Soft hyphens, zero-width characters and marks of writing direction are dropped. Quotation marks and dashes
    stay as they are.
    """
    return text if text.isascii() else text.translate(_FOLDED)


def fold_bullets(text: str) -> str:
    """Lines that begin with a bullet character as items of a Markdown list; lines keep their number."""
    return _BULLET.sub(r"\1- ", text)
