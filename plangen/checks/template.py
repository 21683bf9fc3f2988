"""A sentence with its figures replaced by marks, so that a rule can be written as the words between them.

"Of the 42 leavers, 30 (61%) found work" becomes "Of the <N0> leavers, <N1> (<P2>) found work": N is a count, P a
percentage, Q percentage points, L pounds, O an ordinal, T "times", X a figure that is no measurement.
"""

from __future__ import annotations

import re

from msgspec import Struct

from plangen.checks.numbers import NumberUnit, TypedNumber
from plangen.checks.text import Sentence

__all__ = ["Template", "count", "percent", "template_of"]

_LETTERS = {
    NumberUnit.PLAIN: "N",
    NumberUnit.RANK: "N",
    NumberUnit.PERCENT: "P",
    NumberUnit.POINTS: "Q",
    NumberUnit.POUNDS: "L",
    NumberUnit.ORDINAL: "O",
    NumberUnit.TIMES: "T",
}


class Template(Struct, frozen=True):
    """A sentence as words and marks, and the figures the marks stand for."""

    text: str
    numbers: tuple[TypedNumber, ...]

    def figure(self, match: re.Match[str], name: str) -> TypedNumber:
        """The figure that group `name` of a match stands for."""
        return self.numbers[int(match[name])]


def template_of(sentence: Sentence) -> Template:
    """The template of `sentence`; figures that overlap count once."""
    text, at = "", 0
    for index, number in enumerate(sentence.numbers):
        if number.start < at:
            continue
        letter = "X" if number.exempt else _LETTERS[number.unit]
        text += f"{sentence.text[at : number.start]}<{letter}{index}>"
        at = number.end
    return Template(text + sentence.text[at:], sentence.numbers)


def count(name: str) -> str:
    """A pattern for one count, as group `name`."""
    return rf"<N(?P<{name}>\d+)>"


def percent(name: str) -> str:
    """A pattern for one percentage, as group `name`."""
    return rf"<P(?P<{name}>\d+)>"
