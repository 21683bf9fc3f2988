"""Values of a record that have no parts: text, numbers, truth values and choices, as their types limit them."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec.inspect import BoolType, EnumType, IntType, StrType, Type

from plangen.sources import record_faults
from plangen.sources.record_faults import Fault

__all__ = ["read_plain"]

_DIGITS = re.compile(r"0|[1-9][0-9]{0,17}")


def read_plain(form: Type, value: object, written: object = None) -> object:
    """The value that `form` makes of what stands in the file, or the `Fault` that is in it.

    `written` is what a fault quotes, where `value` was made of something else.
    """
    match form:
        case StrType():
            return _text(form, value)
        case IntType():
            return _whole(form, value, value if written is None else written)
        case BoolType():
            return value if isinstance(value, bool) else record_faults.no_truth(value)
        case EnumType():
            return _choice(form, value)
        case _:
            raise TypeError(f"no record holds a {form}")


def _text(form: StrType, value: object) -> str | Fault:
    """Text without the blanks around it. A number without quotes is text where text belongs (version: 1.0)."""
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        return record_faults.no_text(value)
    text = str(value).strip()
    if len(text) < (form.min_length or 0):
        return record_faults.empty()
    if form.max_length is not None and len(text) > form.max_length:
        return record_faults.too_long(len(text), form.max_length, "characters")
    if form.pattern and not re.fullmatch(form.pattern, text):
        return record_faults.bad_pattern(value, form.pattern)
    return text


def _whole(form: IntType, value: object, written: object) -> int | Fault:
    """A whole number; the key of a mapping is always text."""
    if isinstance(value, str) and _DIGITS.fullmatch(value):
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        return record_faults.no_whole(value)
    limits = (
        (form.le, "at most", value <= (form.le or 0)),
        (form.ge, "at least", value >= (form.ge or 0)),
        (form.gt, "more than", value > (form.gt or 0)),
    )
    for limit, words, kept in limits:
        if limit is not None and not kept:
            return record_faults.beyond(written, f"{words} {limit}")
    return value


def _choice(form: EnumType, value: object) -> object:
    known = {str(one.value): one for one in form.cls}
    if isinstance(value, str) and value in known:
        return known[value]
    return record_faults.no_choice(value, tuple(known))
