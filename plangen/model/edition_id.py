"""Which period the name of an edition's folder stands for: `2011-12` a year, `2016-17-q2` a quarter."""

from __future__ import annotations

import re

from plangen.model.period import Period, PeriodKind

__all__ = ["id_of", "period_of"]

_NAME = re.compile(r"([0-9]{4})-([0-9]{2})(?:-q([1-4]))?")


def period_of(edition_id: str) -> Period | None:
    """The financial year or quarter that a folder's name says, or None where it says neither."""
    found = _NAME.fullmatch(edition_id)
    if found is None or (int(found[1]) + 1) % 100 != int(found[2]):
        return None
    try:
        year = int(found[1])
        return Period.quarters(year, int(found[3]), int(found[3])) if found[3] else Period.financial_year(year)
    except ValueError:
        return None


def id_of(period: Period) -> str | None:
    """The name of the folder of an edition for `period`; None for other than years and quarters."""
    if period.kind not in (PeriodKind.FINANCIAL_YEAR, PeriodKind.QUARTER):
        return None
    return period.text.replace("/", "-").replace(" Q", "-q")
