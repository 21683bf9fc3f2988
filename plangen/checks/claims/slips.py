"""Whether one figure looks like another retyped: digits swapped, one digit other, lost or doubled."""

from __future__ import annotations

import re

from plangen.checks.numbers import TypedNumber

__all__ = ["is_slip", "is_swap"]


def is_swap(one: TypedNumber, two: TypedNumber) -> bool:
    """Whether two figures have the same digits, two of them next to each other swapped."""
    a, b = _digits(one), _digits(two)
    return (
        len(a) == len(b)
        and a != b
        and sorted(a) == sorted(b)
        and sum(x != y for x, y in zip(a, b, strict=True)) == 2
    )


def is_slip(one: TypedNumber, two: TypedNumber) -> bool:
    """Whether two figures of at least three digits differ by one slip of the typing hand."""
    a, b = _digits(one), _digits(two)
    if min(len(a), len(b)) < 3 or a == b:
        return len(a) == len(b) == 2 and a == b[::-1] != a[::-1]
    if len(a) == len(b):
        apart = [index for index, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
        swapped = (
            len(apart) == 2
            and apart[1] - apart[0] <= 2
            and a[apart[0]] == b[apart[1]]
            and a[apart[1]] == b[apart[0]]
        )
        return swapped or len(apart) == 1
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return len(longer) - len(shorter) == 1 and any(
        longer[:index] + longer[index + 1 :] == shorter for index in range(len(longer))
    )


def _digits(number: TypedNumber) -> str:
    """The digits as printed, without thousands and without closing noughts behind the point."""
    found = re.search(r"\d[\d,]*(?:\.\d+)?|\.\d+", number.text)
    text = (found[0] if found else "").replace(",", "")
    whole, point, rest = text.partition(".")
    return whole + rest if point else whole
