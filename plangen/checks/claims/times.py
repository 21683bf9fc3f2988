"""The periods that words name, in one spelling each, so that a sentence and a heading can be held together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from plangen.model.month_names import MONTHS, month_number

__all__ = ["at_odds", "times_in"]

_MONTH = rf"(?P<month>{'|'.join(MONTHS)})[a-z]*"
_YEAR = r"(?:19|20)\d\d"
_FORMS = (
    re.compile(
        rf"\bQ(?:uarter|tr)?\s?(?P<quarter>[1-4])\W{{0,4}}(?P<year>{_YEAR})\s?[/–-]\s?(?:20)?\d\d(?!\d)", re.I
    ),
    re.compile(rf"(?P<year>{_YEAR})\s?[/–-]\s?(?:20)?\d\d\W{{0,4}}Q(?:uarter|tr)?\s?(?P<quarter>[1-4])\b", re.I),
    re.compile(rf"(?<![\d/])(?P<year>{_YEAR})\s?[/–-]\s?(?P<next>(?:20)?\d\d)(?![\d/])"),
    re.compile(rf"\b{_MONTH}\W{{0,2}}(?P<year>{_YEAR})\b", re.I),
    re.compile(rf"\b{_MONTH}\s?[-'’]\s?(?P<short>\d\d)\b", re.I),
    re.compile(rf"(?<![\d/,.£–-])(?P<year>{_YEAR})(?![\d/,%]|\.\d|\s?[/–-]\s?\d)"),
    re.compile(r"(?<![\d/])(?P<short>\d\d)\s?[/]\s?(?P<next>\d\d)(?![\d/])"),
)


def at_odds(one: Iterable[str], two: Iterable[str]) -> bool:
    """Whether two lists of periods can be of no common time: they have none in common, but one of a kind."""
    here, there = set(one), set(two)
    if not here or not there or here & there:
        return False
    return bool({_kind(time) for time in here} & {_kind(time) for time in there})


def _kind(time: str) -> str:
    return re.sub(r"\d", "0", time)


@lru_cache(maxsize=20_000)
def times_in(text: str) -> tuple[str, ...]:
    """The periods of `text` in order, as "2016/17 Q2", "2016/17", "2016-03" or "2016".

    A span such as "2011-15" that is no financial year stands as "2011-2015".
    """
    found: list[tuple[int, str]] = []
    taken: list[tuple[int, int]] = []
    for form in _FORMS:
        for match in form.finditer(text):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            named = _named(match.groupdict())
            if named:
                taken.append(match.span())
                found.append((match.start(), named))
    return tuple(dict.fromkeys(name for _, name in sorted(found)))


def _named(parts: dict[str, str | None]) -> str:
    year = parts.get("year") or f"20{parts.get('short')}"
    if parts.get("quarter"):
        return f"{year}/{(int(year) + 1) % 100:02d} Q{parts['quarter']}"
    month = parts.get("month")
    if month:
        return f"{year}-{month_number(month):02d}"
    after = parts.get("next")
    if not after:
        return year if parts.get("year") else ""
    if int(after) % 100 == (int(year) + 1) % 100:
        return f"{year}/{int(after) % 100:02d}"
    return f"{year}-20{int(after) % 100:02d}" if parts.get("year") else ""
