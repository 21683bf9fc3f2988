"""What comes from a file, fit to be shown: nothing in it moves the cursor, begins a line or turns words round."""

from __future__ import annotations

import re

__all__ = ["printable"]

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
"""Control characters, line ends, marks of writing direction, tags, and what is left of a name that is no text."""


def printable(text: str) -> str:
    r"""The text on one line, with what cannot be seen as `\x1b` or `\u202e`.

    A byte of a file name that is not UTF-8 is shown as itself: `\xff`.
    """
    return _UNSEEN.sub(_written_out, text)


def _written_out(found: re.Match[str]) -> str:
    code = ord(found[0])
    if 0xDC80 <= code <= 0xDCFF:
        code -= 0xDC00
    if code < 0x100:
        return {0x0A: r"\n", 0x0D: r"\r", 0x09: r"\t"}.get(code, f"\\x{code:02x}")
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
