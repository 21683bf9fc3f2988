"""PG811: a whole and its parts in sentences that do not add up."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import replace

from plangen.checks.arithmetic import shown
from plangen.checks.claims.parts import Division, divisions, sum_of
from plangen.checks.claims.slips import is_slip
from plangen.checks.finding import Finding
from plangen.checks.numbers import NumberUnit, TypedNumber
from plangen.checks.text import Sentence
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["totals_in_words"]

_BEFORE = 2
"""How many sentences before the parts may give the whole."""
_WHOLE_LIST = 3
"""Fewer parts than this may leave out another: "of the 29, 21 are green and 4 amber"."""
_LEAST = 1_000
"""A whole below this can differ from a sum of other figures by one digit by chance."""


def totals_in_words(writing: Writing) -> Iterator[Finding]:
    """Sentences with a whole and its parts: told where words say so, or where a slip of one figure explains it."""
    for index, sentence in enumerate(writing.sentences):
        every = list(divisions(sentence, writing.sentences[max(0, index - _BEFORE) : index]))
        if any(_adds_up(each) for each in every):
            continue
        for each in every:
            confidence = _confidence(each)
            if confidence:
                yield _finding(sentence, each, confidence)
                break


def _adds_up(each: Division) -> bool:
    slack = each.whole.half if each.whole.half > Decimal("0.5") else Decimal(0)
    slack += sum((n.half for n in each.parts if n.half != Decimal("0.5")), Decimal(0))
    return abs(sum_of(each.parts) - each.whole.value) <= slack


def _confidence(each: Division) -> float:
    found = sum_of(each.parts)
    if each.whole.value <= max(part.value for part in each.parts) or each.whole.spelled:
        return 0.0
    slip = _slip(each)
    near = abs(found - each.whole.value) <= each.whole.value * Decimal("0.2" if each.said else "0.12")
    partial = found < each.whole.value and len(each.parts) < _WHOLE_LIST
    if each.said and (slip or (near and not partial)):
        return 0.85 if slip else 0.7
    return 0.7 if slip and each.whole.value >= _LEAST and near else 0.0


def _slip(each: Division) -> bool:
    """Whether one other digit, or two swapped, in the whole or in one part would mend the sum."""
    missing = each.whole.value - sum_of(each.parts)
    return is_slip(each.whole, _with(each.whole, each.whole.value - missing)) or any(
        is_slip(part, _with(part, part.value + missing)) for part in each.parts if part.value + missing > 0
    )


def _with(number: TypedNumber, value: Decimal) -> TypedNumber:
    return replace(number, value=value, text=f"{value:f}")


def _finding(sentence: Sentence, each: Division, confidence: float) -> Finding:
    pounds = "£" if each.whole.unit is NumberUnit.POUNDS else ""
    found = pounds + shown(sum_of(each.parts), 2)
    added = " + ".join(pounds + shown(part.value, 2) for part in each.parts)
    whole = each.whole.text.strip()
    return Finding(
        codes.PARTS_AND_TOTAL,
        confidence,
        sentence.text,
        sentence.place,
        whole,
        found,
        f"{added} is {found}, not {whole}",
    )
