"""Plain YAML scalars by the core schema of YAML 1.2 (section 10.3.2), less its exotic numbers.

`NO`, `yes`, `010`, `0x1F`, `1_000`, `2011-03-31` and `1e3` stay text: a field of the model that wants a date or
a number reads the text itself. So no scalar is ever turned into something that its text does not show.
"""

from __future__ import annotations

import re
from decimal import Decimal

__all__ = ["plain_scalar"]

_CONSTANTS: dict[str, object] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,17})\.[0-9]{1,12}")


def plain_scalar(text: str) -> object:
    """None, a truth value, an int, a Decimal (all its digits kept), or the text itself."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return Decimal(text)
    return text
