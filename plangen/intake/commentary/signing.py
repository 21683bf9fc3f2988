"""Who signed a commentary off: its last line, or the last line of the whole document."""

from __future__ import annotations

import re
from datetime import date

from plangen.intake.commentary.escaping import folded
from plangen.model.month_names import month_number
from plangen.model.pack import SignOff

__all__ = ["read_sign_off"]

_SIGNED = re.compile(
    r"signed[ -]off by:?\s+(?P<by>\S.{0,198}?),?\s+(?:on:?\s+)?(?:the\s+)?"
    r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?:\s+|[/.-])(?P<month>[a-z]{3,9}|[0-9]{1,2})\.?,?(?:\s+|[/.-])"
    r"(?P<year>[0-9]{4})\.?",
    re.IGNORECASE,
)


def read_sign_off(text: str) -> SignOff | None:
    """`Signed off by J Smith, 12 October 2016`, or `on 12 Oct 2016`; None for any other text or no such day."""
    found = _SIGNED.fullmatch(" ".join(folded(text).split()))
    if not found:
        return None
    month = found["month"].lower()
    number = int(month) if month.isdigit() else month_number(month)
    try:
        return SignOff(by=found["by"].rstrip(",;: "), on=date(int(found["year"]), number, int(found["day"])))
    except ValueError:
        return None
