"""How much more a series of counts varies than chance alone would have it.

Crimes come in series and with the weather: their counts vary more than Poisson counts do. The dispersion is
Pearson's X²/df of a quasi-Poisson model (P. McCullagh and J. A. Nelder, Generalized Linear Models, 2nd edition,
1989, section 6.2.3): with the rate of each season as what is expected, the sum over earlier periods of
(count - expected)² / expected, over the number of periods less the number of seasons. It widens the variance of a
test (D. J. Spiegelhalter, "Handling over-dispersion of performance indicators", Quality and Safety in Health Care
14, 2005, 347-351). It is never below 1: that a short series happens to vary little is no reason to trust it more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise

from plangen.measures.events import events
from plangen.measures.evidence import Evidence
from plangen.model.observation import Observation
from plangen.model.period import Period, PeriodKind

__all__ = ["FEWEST", "dispersion", "series_dispersion"]

FEWEST = 8
"""The fewest earlier periods, each with another of its own season, that say how much a series varies."""

_SEASONAL = (PeriodKind.QUARTER, PeriodKind.MONTH, PeriodKind.PART_YEAR)

Counted = tuple[int, int, float]
"""A season, how many events, and the people among whom they happened."""


def series_dispersion(evidence: Evidence, after: Observation) -> float | None:
    """The dispersion of the periods before that of `after`, of its kind and length; None where they are too few.

    Periods with part of their data, without known counts, and a series of periods that overlap say nothing.
    """
    rows = [
        row
        for row in evidence.series(after.indicator, category=after.category)
        if row.period < after.period and _alike(row.period, after.period) and not row.data_to
    ]
    if any(one.period.overlaps(other.period) for one, other in pairwise(rows)):
        return None
    found = ((row, events(evidence, row)) for row in rows)
    return dispersion((_season(row.period), *known) for row, known in found if isinstance(known, tuple))


def dispersion(counts: Iterable[Counted]) -> float | None:
    """Pearson's X²/df of counts around the rate of their season, at least 1; None for fewer than 8 of them.

    A season with one count, or with none of its events ever, has nothing to be compared with and is left out.
    """
    seasons: dict[int, list[tuple[Fraction, Fraction]]] = defaultdict(list)
    for season, count, people in counts:
        seasons[season].append((Fraction(count), Fraction(people)))
    known = [some for some in seasons.values() if len(some) > 1 and any(count for count, _ in some)]
    many = sum(map(len, known))
    if many < FEWEST:
        return None
    pearson = sum((_pearson(some) for some in known), Fraction(0))
    return max(1.0, float(pearson / (many - len(known))))


def _pearson(season: list[tuple[Fraction, Fraction]]) -> Fraction:
    rate = sum((count for count, _ in season), Fraction(0)) / sum((people for _, people in season), Fraction(0))
    return sum(((count - rate * people) ** 2 / (rate * people) for count, people in season), Fraction(0))


def _alike(one: Period, other: Period) -> bool:
    return one.kind is other.kind and one.same_length(other)


def _season(period: Period) -> int:
    """The month that a part of a year begins with; whole years have no season."""
    return period.start.month if period.kind in _SEASONAL else 0
