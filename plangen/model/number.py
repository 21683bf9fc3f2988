"""Numbers: as people write them (digits 0 to 9, a decimal point, thousands separated by commas), and rounded."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal

__all__ = ["HOW_WRITTEN", "decimals_of", "parse_number", "places_after_point", "rounded"]

_NUMBER = re.compile(r"([+-]?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,18})((?:\.[0-9]{1,12})?)")


HOW_WRITTEN = "write it with the digits 0 to 9, as 26626, 26,626 or 5.75"
"""How a number is written, for hints."""


def parse_number(text: str) -> Decimal:
    """Read `26626`, `26,626`, `-9.5`; raises ValueError, with what to write instead, for anything else.

    Refused: exponents, NaN and infinities, underscores, digits other than 0 to 9, signs of percent or money,
    decimal commas, and more than 18 digits before or 12 after the point.
    """
    if text.isascii() and text.isdigit() and len(text) <= 18:
        return Decimal(text)
    found = _NUMBER.fullmatch(text.strip().replace("\N{MINUS SIGN}", "-"))
    if not found:
        raise ValueError(f'"{text[:60]}" is not a number; {_advice(text.strip())}')
    return Decimal(found[1] + found[2].replace(",", "") + found[3])


def _advice(text: str) -> str:
    if text.endswith("%"):
        return "write the number without the % sign: the unit says that it is a percentage"
    if text.startswith("£"):
        return "write the number without the £ sign: the unit says that it is money"
    if re.fullmatch(r"[+-]?[0-9.]+,[0-9]{1,2}", text):
        return "write the decimal point as a full stop: 5.75"
    if text.lower() in {"nan", "inf", "-inf", "infinity", "-infinity"}:
        return "leave the row out, or write * for a suppressed value or N/A for one that does not exist"
    if _NUMBER.fullmatch(plain := re.sub(r"[\s_'’]", "", text)):
        return f"write {plain}, without spaces or other signs in it"
    return HOW_WRITTEN


_DIGITS = Context(prec=200)


def rounded(value: Decimal, decimals: int) -> Decimal:
    """`value` at `decimals` places, halves away from zero (half-up of the size); never a negative zero.

    Numbers of 200 digits and more, which nobody measured, are left as they are.
    """
    if value.adjusted() + decimals >= _DIGITS.prec - 1:
        return value
    result = value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP, context=_DIGITS)
    return result.copy_abs() if result.is_zero() else result


def places_after_point(value: Decimal) -> int:
    """How many decimals `value` needs, trailing zeros not counted; at most 12."""
    exponent = value.normalize(_DIGITS).as_tuple().exponent
    return min(12, max(0, -exponent)) if isinstance(exponent, int) else 0


def decimals_of(value: Decimal) -> int:
    """The decimals `value` was written with, trailing zeros counted."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
