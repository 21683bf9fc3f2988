"""The areas of the most similar group, best first, with the mean and, where there are any, bounds."""

from __future__ import annotations

from decimal import Decimal

from plangen.compose.charts import Charted
from plangen.document.charts import GroupBar, GroupChart
from plangen.language.english.charts import column_head, group_note, group_subtitle, line_decimals, line_words
from plangen.language.english.figures import exact, figure
from plangen.measures.evidence import Evidence
from plangen.measures.levels import level
from plangen.measures.position import GroupPosition, group_position
from plangen.model.indicator import Indicator
from plangen.model.period import Period
from plangen.model.result import Level

__all__ = ["group_of"]


def group_of(
    evidence: Evidence, id: str, period: Period | None = None, k: Decimal | None = None
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
        _chart(indicator, position),
        group_subtitle(indicator, group.name if group else "Similar areas", position.period),
        (indicator.source,),
        group_note(indicator, position.size, position.k, position.spread, position.lower is not None),
        _results(evidence, id, indicator, position),
    )


def _chart(indicator: Indicator, position: GroupPosition) -> GroupChart:
    bars = tuple(
        GroupBar(
            place.area,
            float(place.value),
            figure(place.value, indicator.unit, indicator.decimals),
            str(place.rank),
            place.own,
        )
        for place in position.places
    )
    return GroupChart(
        column_head(indicator),
        bars,
        float(position.mean),
        line_words("Average", indicator, position.mean),
        _number(position.lower),
        line_words("Lower bound", indicator, position.lower),
        _number(position.upper),
        line_words("Upper bound", indicator, position.upper),
    )


def _results(evidence: Evidence, id: str, indicator: Indicator, position: GroupPosition) -> tuple[Level, ...]:
    """The own area's level, and the lines drawn across the group."""
    lines = [("mean", position.mean, f"mean of {position.size} areas")]
    for name, bound, sign in (("lower bound", position.lower, "-"), ("upper bound", position.upper, "+")):
        if bound is not None:
            made = f"mean {sign} {exact(position.k)} sample standard deviations" if position.k else "as published"
            lines.append((name, bound, made))
    own = level(evidence, id, position.period)
    found = [own] if own else []
    for name, value, formula in lines:
        found.append(
            Level(
                key=f"{id}: {name} of the group, {position.period}",
                formula=formula,
                inputs=position.inputs,
                number=value,
                unit=indicator.unit,
                decimals=line_decimals(indicator),
                period=position.period,
                indicator=id,
            )
        )
    return tuple(found)


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
