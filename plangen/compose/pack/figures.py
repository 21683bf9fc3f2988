"""A measure's trend or control chart, and its table of periods."""

from __future__ import annotations

from msgspec.structs import replace

from plangen.compose.charts import Charted
from plangen.compose.charts.control import control_of
from plangen.compose.charts.intervals import Intervals, intervals_of, with_band
from plangen.compose.context import Context
from plangen.compose.numbers import level_cell, level_value
from plangen.compose.pack.reading import Observed
from plangen.compose.pack.targets import sums
from plangen.compose.tracing import about, computed, label_key
from plangen.document.blocks import Figure
from plangen.document.charts import (
    ChartHeight,
    ChartWidth,
    ControlChart,
    Series,
    SeriesRole,
    TrendChart,
    TrendPoint,
)
from plangen.document.inlines import Text
from plangen.document.tables import (
    Cell,
    CellLine,
    Column,
    ColumnHeader,
    ColumnRole,
    Density,
    Row,
    RowGroup,
    Table,
    Tone,
)
from plangen.measures.control_limits import FEWEST
from plangen.measures.value_intervals import ValueInterval
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
    beside = context.language.indicators.beside_words(
        observed.current, observed.benchmark, context.language.indicators.others_words(observed.indicator)
    )
    moved = context.language.verdicts.title_words(observed.verdict, observed.beside) if observed.verdict else ""
    words = context.language.indicators.headline(observed.name, moved, beside)
    figure = Figure(
        id=f"{anchor}_trend",
        art=charted.spec,
        alt=context.language.alt_text.describe(charted.spec),
        headline=(about(context, Text(words), label_key(observed.id, observed.indicator)),),
        subtitle=(
            about(context, Text(charted.subtitle), f"indicators.yaml#{observed.id}", "partnership.yaml#area"),
        ),
        source=(Text(charted.note),) if charted.note else (),
    )
    shown = (*charted.results, *observed.history, *filter(None, observed.benchmarks))
    return computed(context, figure, shown)


def _control(context: Context, observed: Observed) -> Charted | None:
    """The control chart, where the values are enough and of one kind."""
    if len(observed.history) < FEWEST:
        return None
    charted = control_of(context.language, context.evidence, observed.id, observed.category)
    if charted is None or not isinstance(charted.spec, ControlChart):
        return None
    return replace(charted, spec=replace(charted.spec, height=ChartHeight.COMPACT))


def _trend(context: Context, observed: Observed) -> Charted:
    area = context.records.partnership.area
    own, others = observed.history[-_PERIODS:], observed.benchmarks[-_PERIODS:]
    periods = context.language.periods
    points = tuple(
        TrendPoint(*periods.tick(found.period), periods.named_point(found.period))
        for found in own
        if found.period is not None
    )
    intervals = intervals_of(context.evidence, observed.id, observed.category).last(_PERIODS)
    series = [with_band(context.language, _series(context, area, SeriesRole.OWN, own), intervals)]
    if any(found is not None for found in others):
        series.append(
            _series(
                context, context.language.indicators.others_name(observed.indicator), SeriesRole.BENCHMARK, others
            )
        )
    words = context.language.indicators.subtitle(observed.indicator, area, len(series) > 1)
    return Charted(
        TrendChart(points, tuple(series), context.language.marks, ChartHeight.COMPACT, ChartWidth.SEVEN_COLUMNS),
        words,
        (observed.indicator.source,),
        intervals.note(context.language),
        intervals.ends,
    )


def _series(context: Context, name: str, role: SeriesRole, levels: tuple[Level | None, ...]) -> Series:
    values = tuple(None if found is None or found.number is None else float(found.number) for found in levels)
    words = tuple(
        "" if found is None or found.number is None else context.language.levels.short_figure(found)
        for found in levels
    )
    return Series(name, role, values, words)


def period_table(context: Context, observed: Observed, beside_trend: bool) -> Table:
    """Actual, interval, benchmark and the difference from it, for the latest periods.

    Beside a trend it is the trend that says how the intervals were worked out.
    """
    own, others = observed.history[-_PERIODS:], observed.benchmarks[-_PERIODS:]
    rows = [_row(context, context.records.partnership.area, own, Tone.STRONG)]
    if any(found is not None for found in others):
        rows.append(_row(context, context.language.indicators.others_name(observed.indicator), others, Tone.PLAIN))
        rows.append(_difference_row(context, observed, own, others))
    intervals = intervals_of(context.evidence, observed.id, observed.category).last(_PERIODS)
    if any(intervals.known):
        rows.insert(1, _interval_row(context, intervals))
    note = "" if beside_trend else intervals.note(context.language, shaded=False)
    table = Table(
        summary=context.language.indicators.periods_summary(observed.name),
        columns=(Column(ColumnRole.NAME), *(Column(ColumnRole.FIGURE) for _ in own)),
        header=(
            ColumnHeader(context.language.indicators.row_header(observed.indicator.unit)),
            *(
                ColumnHeader(
                    context.language.indicators.period_head(found.period, len(own) > _FEW) if found.period else ""
                )
                for found in own
            ),
        ),
        groups=(RowGroup(tuple(rows)),),
        density=Density.DATA,
        source=(*((Text(f"{note} "),) if note else ()), *sums(context, observed)),
    )
    return about(context, table, f"indicators.yaml#{observed.id}")


def _row(context: Context, name: str, levels: tuple[Level | None, ...], tone: Tone) -> Row:
    last = len(levels) - 1
    cells = (level_cell(context, found, tone if i == last else Tone.PLAIN) for i, found in enumerate(levels))
    return Row((Cell.of(name, tone), *cells))


def _interval_row(context: Context, intervals: Intervals) -> Row:
    """Both ends of the interval of each value, in a row under the values."""
    return Row(
        (Cell.of(context.language.intervals.interval_row()), *(_range(context, i) for i in intervals.known))
    )


def _range(context: Context, interval: ValueInterval | None) -> Cell:
    if interval is None:
        return Cell.of(context.language.intervals.no_interval(), Tone.MUTED)
    ends = (level_value(context, interval.lower), level_value(context, interval.upper))
    return Cell((CellLine((ends[0], Text(context.language.intervals.interval_joint()), ends[1])),))


def _difference_row(
    context: Context, observed: Observed, own: tuple[Level | None, ...], others: tuple[Level | None, ...]
) -> Row:
    cells = (_difference(context, observed, a, b) for a, b in zip(own, others, strict=True))
    return Row((Cell.of(context.language.indicators.difference_head()), *cells))


def _difference(context: Context, observed: Observed, own: Level | None, other: Level | None) -> Cell:
    if own is None or other is None or own.number is None or other.number is None:
        return Cell.of(context.language.indicators.no_benchmark(), Tone.MUTED)
    words = context.language.indicators.difference_figure(own, other, observed.indicator.decimals)
    return computed(context, Cell.of(words), (own, other))
