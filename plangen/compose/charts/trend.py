"""One indicator over the periods there are, with its benchmark."""

from __future__ import annotations

from plangen.compose.charts import Charted
from plangen.compose.charts.intervals import intervals_of, with_band
from plangen.document.charts import Series, SeriesRole, TrendChart, TrendPoint
from plangen.language.language import Language
from plangen.measures.evidence import Evidence
from plangen.measures.levels import level_of
from plangen.model.observation import SeriesKind
from plangen.model.result import Level

__all__ = ["FEWEST", "trend_of"]

FEWEST = 2
"""The fewest values that make a line."""


def trend_of(language: Language, evidence: Evidence, id: str, category: str = "") -> Charted | None:
    """The trend of an indicator up to the cut-off; None with fewer than two values to draw.

    A period without a benchmark has none in the chart either: nothing is carried forward.
    """
    indicator = evidence.records.indicators[id]
    own = evidence.series(id, category=category)
    levels = tuple(level_of(evidence, row) for row in own)
    if len(levels) < FEWEST:
        return None
    area = evidence.records.partnership.area
    benchmark = {row.period: row for row in evidence.series(id, SeriesKind.BENCHMARK, category)}
    intervals = intervals_of(evidence, id, category)
    series = [with_band(language, _series(language, area, SeriesRole.OWN, levels), intervals)]
    others: tuple[Level | None, ...] = ()
    if benchmark:
        others = tuple(level_of(evidence, benchmark[o.period]) if o.period in benchmark else None for o in own)
        series.append(_series(language, language.charts.benchmark_name(indicator), SeriesRole.BENCHMARK, others))
    points = tuple(
        TrendPoint(*language.periods.tick(row.period), language.periods.named_point(row.period)) for row in own
    )
    return Charted(
        TrendChart(points, tuple(series), marks=language.marks),
        language.charts.indicator_subtitle(indicator, area),
        (indicator.source,),
        intervals.note(language),
        (*levels, *(other for other in others if other), *intervals.ends),
    )


def _series(
    language: Language, name: str, role: SeriesRole, levels: tuple[Level, ...] | tuple[Level | None, ...]
) -> Series:
    values = tuple(None if found is None or found.number is None else float(found.number) for found in levels)
    words = tuple("" if found is None else language.levels.short_figure(found) for found in levels)
    return Series(name, role, values, words)
