"""A measure's trend or control chart, and its table of periods."""

from __future__ import annotations

from plangen.compose.charts import Charted
from plangen.compose.charts.control import control_of
from plangen.compose.context import Context
from plangen.compose.numbers import level_cell
from plangen.compose.pack.reading import Observed
from plangen.compose.pack.targets import sums
from plangen.document.blocks import Figure
from plangen.document.charts import ControlChart, Series, SeriesRole, TrendChart, TrendPoint
from plangen.document.describe import describe
from plangen.document.inlines import Text
from plangen.document.tables import Cell, Column, ColumnHeader, ColumnRole, Density, Row, RowGroup, Table, Tone
from plangen.language.english.levels import level_number
from plangen.language.english.measures import (
    beside_words,
    difference_figure,
    headline,
    others_name,
    others_words,
    period_head,
    row_header,
    subtitle,
)
from plangen.language.english.periods import tick
from plangen.measures.control_limits import FEWEST
from plangen.model.result import Level

__all__ = ["measure_figure", "period_table"]

_PERIODS = 5
"""As many as show a quarter beside the same quarter of the year before."""

_FEW = 3
"""Up to so many periods stand on one line each over their columns."""


def measure_figure(context: Context, observed: Observed, anchor: str) -> Figure:
    """The trend of the latest periods; where there are enough values for limits, the control chart of them all."""
    assert observed.current is not None
    charted = _control(context, observed) or _trend(context, observed)
    for result in charted.results:
        context.ledger.use(result)
    beside = beside_words(observed.current, observed.benchmark, others_words(observed.indicator))
    words = headline(observed.name, (observed.year, observed.travel), beside)
    return Figure(
        id=f"{anchor}_trend",
        art=charted.spec,
        alt=describe(charted.spec),
        headline=(Text(words),),
        subtitle=(Text(charted.subtitle),),
        source=(Text(charted.note),) if charted.note else (),
    )


def _control(context: Context, observed: Observed) -> Charted | None:
    """The control chart, where the values are enough and of one kind."""
    if len(observed.history) < FEWEST:
        return None
    charted = control_of(context.evidence, observed.id, observed.category)
    return charted if charted is not None and isinstance(charted.spec, ControlChart) else None


def _trend(context: Context, observed: Observed) -> Charted:
    area = context.records.partnership.area
    own, others = observed.history[-_PERIODS:], observed.benchmarks[-_PERIODS:]
    points = tuple(TrendPoint(*tick(found.period)) for found in own if found.period is not None)
    series = [_series(area, SeriesRole.OWN, own)]
    if any(found is not None for found in others):
        series.append(_series(others_name(observed.indicator), SeriesRole.BENCHMARK, others))
    words = subtitle(observed.indicator, area, len(series) > 1)
    return Charted(TrendChart(points, tuple(series)), words, (observed.indicator.source,))


def _series(name: str, role: SeriesRole, levels: tuple[Level | None, ...]) -> Series:
    values = tuple(None if found is None or found.number is None else float(found.number) for found in levels)
    words = tuple("" if found is None or found.number is None else level_number(found) for found in levels)
    return Series(name, role, values, words)


def period_table(context: Context, observed: Observed) -> Table:
    """Actual, benchmark and the difference between them, for the latest periods."""
    own, others = observed.history[-_PERIODS:], observed.benchmarks[-_PERIODS:]
    rows = [_row(context, context.records.partnership.area, own, Tone.STRONG)]
    if any(found is not None for found in others):
        rows.append(_row(context, others_name(observed.indicator), others, Tone.PLAIN))
        rows.append(_difference_row(observed, own, others))
    return Table(
        summary=f"{observed.indicator.name} by period",
        columns=(Column(ColumnRole.NAME), *(Column(ColumnRole.FIGURE) for _ in own)),
        header=(
            ColumnHeader(row_header(observed.indicator.unit.kind, observed.indicator.unit.per)),
            *(ColumnHeader(period_head(found.period, len(own) > _FEW) if found.period else "") for found in own),
        ),
        groups=(RowGroup(tuple(rows)),),
        density=Density.DATA,
        source=sums(context, observed),
    )


def _row(context: Context, name: str, levels: tuple[Level | None, ...], tone: Tone) -> Row:
    last = len(levels) - 1
    cells = (level_cell(context, found, tone if i == last else Tone.PLAIN) for i, found in enumerate(levels))
    return Row((Cell.of(name, tone), *cells))


def _difference_row(observed: Observed, own: tuple[Level | None, ...], others: tuple[Level | None, ...]) -> Row:
    words = (difference_figure(a, b, observed.indicator.decimals) for a, b in zip(own, others, strict=True))
    return Row(
        (Cell.of("Difference"), *(Cell.of(w, Tone.PLAIN if w[-1].isdigit() else Tone.MUTED) for w in words))
    )
