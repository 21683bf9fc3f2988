"""The areas of the most similar group, best first, with the mean and, where there are any, bounds."""

from __future__ import annotations

from decimal import Decimal

from plangen.compose.charts import Charted
from plangen.document.charts import GroupBar, GroupChart, ReferenceLine
from plangen.language.language import Language
from plangen.measures.evidence import Evidence
from plangen.measures.levels import level
from plangen.measures.position import GroupPosition, group_position
from plangen.model.indicator import Indicator
from plangen.model.period import Period
from plangen.model.result import Level
from plangen.model.working import BetweenBounds, Given, MeanOf, Side, Things, Working

__all__ = ["group_of"]


def group_of(
    language: Language, evidence: Evidence, id: str, period: Period | None = None, k: Decimal | None = None
) -> Charted | None:
    """The group at `period` (default: the latest with several areas); None where the data has no group.

    Bounds are drawn where the data publishes them or `k` is given (the mean plus and minus k sample standard
    deviations), and the note says which. Raises ValueError for an indicator of which no value is better.
    """
    position = group_position(evidence, id, period, k)
    if position is None:
        return None
    indicator = evidence.records.indicators[id]
    group = evidence.records.partnership.most_similar_group
    return Charted(
        _chart(language, indicator, position),
        language.charts.group_subtitle(
            indicator, language.charts.group_name(group.name if group else ""), position.period
        ),
        (indicator.source,),
        language.charts.group_note(
            indicator, position.size, position.k, position.spread, position.lower is not None
        ),
        _results(evidence, id, indicator, position),
    )


def _chart(language: Language, indicator: Indicator, position: GroupPosition) -> GroupChart:
    bars = tuple(
        GroupBar(
            place.area,
            float(place.value),
            language.figures.figure(place.value, indicator.unit, indicator.decimals, True),
            str(place.rank),
            place.own,
        )
        for place in position.places
    )
    return GroupChart(
        language.charts.area_head(),
        language.charts.column_head(indicator),
        bars,
        float(position.mean),
        language.charts.line_words(ReferenceLine.AVERAGE, indicator, position.mean),
        _number(position.lower),
        language.charts.line_words(ReferenceLine.LOWER_BOUND, indicator, position.lower),
        _number(position.upper),
        language.charts.line_words(ReferenceLine.UPPER_BOUND, indicator, position.upper),
    )


def _results(evidence: Evidence, id: str, indicator: Indicator, position: GroupPosition) -> tuple[Level, ...]:
    """The own area's level, and the lines drawn across the group."""
    lines: list[tuple[str, Decimal, Working]] = [
        ("mean", position.mean, MeanOf(position.size, Things.AREAS)),
    ]
    for side, bound in ((Side.LOWER, position.lower), (Side.UPPER, position.upper)):
        if bound is not None:
            made = BetweenBounds(side, position.k) if position.k else Given.PUBLISHED
            lines.append((f"{side.value} bound", bound, made))
    own = level(evidence, id, position.period)
    found = [own] if own else []
    for name, value, working in lines:
        found.append(
            Level(
                key=f"{id}: {name} of the group, {position.period}",
                inputs=position.inputs,
                working=working,
                number=value,
                unit=indicator.unit,
                decimals=indicator.line_decimals,
                period=position.period,
                indicator=id,
            )
        )
    return tuple(found)


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
