"""The words over a column, broken to its width or where the writer of the table asked for it."""

from __future__ import annotations

from plangen.render.pdf.layout.columns import Box
from plangen.render.pdf.layout.fragments import set_words
from plangen.render.pdf.layout.inks import Slot, Style
from plangen.render.pdf.layout.setting import Setting
from plangen.render.pdf.layout.typeset import Line, break_lines

__all__ = ["header_lines"]

_GUTTER = 8.0  # kept free at the right of words, beyond the gutter of their column


def header_lines(setting: Setting, words: str, style: Style, slot: Slot, box: Box) -> list[Line]:
    """The lines of a header in `box`. A line feed in `words` ends a line ("2016/17", "Q2").

    A word that is too wide takes that room before it is broken.
    """
    room = _room(setting, words, style, box)
    parts = words.replace("\n", " \n").split("\n")
    return [line for part in parts for line in break_lines(setting, set_words(setting, part, style, slot), room)]


def _room(setting: Setting, words: str, style: Style, box: Box) -> float:
    if box.right:
        return box.width
    longest = max((setting.width(word, style) for word in words.split()), default=0.0)
    return max(box.width - _GUTTER, min(longest, box.width))
