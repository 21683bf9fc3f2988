"""What the two forms have in common: headings by which columns are found again, names, and words for agencies."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from plangen.intake.returns.form import ReturnForm
from plangen.model.unit import UnitKind

__all__ = [
    "COMMENTARY_PROMPT",
    "MOST_CHARACTERS",
    "REASONS",
    "FormHeading",
    "instructions",
    "long_date",
    "unit_words",
]

MOST_CHARACTERS = 4_000
"""Characters of a commentary in a cell."""

COMMENTARY_PROMPT = "Click here and write your commentary."
REASONS = ("data lag", "not collected this quarter", "not applicable", "too small to share")


class FormHeading(Enum):
    """The heading of a column, by which it is found again wherever it is moved."""

    KEY = "Key"
    REF = "Ref"
    MEASURE = "Measure"
    COUNTS = "What it counts"
    UNIT = "Unit"
    YEAR_BEFORE = "Same quarter last year"
    PREVIOUS = "Last quarter"
    VALUE = "This quarter"
    CHANGE = "Change"
    PROVISIONAL = "Provisional?"
    UNAVAILABLE = "Not available because"
    REMARK = "Remark"
    QUESTION = "Question"
    COMMENTARY = "Commentary"
    SIGNED_BY = "Signed off by"
    SIGNED_ON = "On"


_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def long_date(form: ReturnForm) -> str:
    """When the form is due, in words; nothing where no day was named."""
    return f"{form.due.day} {_MONTHS[form.due.month - 1]} {form.due.year}" if form.due else ""


def instructions(form: ReturnForm, colour: str) -> Iterator[str]:
    """What an agency needs to know, a line at a time; `colour` says where it may write."""
    yield f"{form.partnership} asks {form.agency_name} for figures and commentary for {form.period}."
    if form.due:
        yield f"Please send it back by {long_date(form)}."
    to = ", ".join(part for part in (form.contact, form.email) if part)
    if to:
        yield f"Send it to: {to}"
    yield f"Fill only {colour}. Everything else is locked and shows what we hold."
    yield "Write no names of people and no details of cases."
    yield "Write figures as plain numbers: 62.5 for 62.5%, and not 0.625."
    yield "Where you have no figure, leave its cell empty and say why under “Not available because”."
    yield "* stands for a count too small to show."


def unit_words(kind: UnitKind, per: int) -> str:
    """A unit for the column Unit."""
    match kind:
        case UnitKind.PERCENT:
            return "%"
        case UnitKind.RATE:
            return f"rate per {per:,}"
        case UnitKind.POUNDS:
            return "£"
        case UnitKind.RANK:
            return "place"
        case _:
            return str(kind.value)
