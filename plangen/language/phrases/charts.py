"""Phrases about charts: what a language says in them, under them, and instead of them."""

from __future__ import annotations

from decimal import Decimal
from typing import Protocol

from plangen.document.charts import ChartSpec, ReferenceLine
from plangen.document.status import Judgement
from plangen.document.variation import Course
from plangen.model.figures import Fact
from plangen.model.indicator import Indicator
from plangen.model.period import Period, PeriodKind
from plangen.model.result import Level, Rag, Untested
from plangen.model.working import IntervalMethod

__all__ = ["AltTextPhrases", "ChartPhrases", "ControlPhrases", "IntervalPhrases"]


class ChartPhrases(Protocol):
    """What stands in and under charts."""

    def area_head(self) -> str:
        """What heads the names of a group's areas."""

    def bar_label(self, level: Level, is_target: bool, fact: Fact | None) -> str:
        """What a bar is: "2009/10 result", "2011/12 target", or what a fact counts."""

    def bars_subtitle(self, indicators: tuple[str, ...]) -> str:
        """What a few figures side by side are: the indicators they belong to."""

    def benchmark_name(self, indicator: Indicator) -> str:
        """Whom a benchmark stands for in a chart of its own."""

    def change_subtitle(self, period: Period, base: Period) -> str:
        """A subtitle: "Change in the first half of 2010/11, compared with the first half of 2009/10"."""

    def column_head(self, indicator: Indicator) -> str:
        """What heads a column of values: "Rate", "Number", "Share", "Place", "Amount"."""

    def group_name(self, name: str) -> str:
        """What the group is called; where it has no name of its own, what it is."""

    def group_note(
        self, indicator: Indicator, size: int, k: Decimal | None, spread: Decimal | None, bounded: bool
    ) -> str:
        """How the lines across a group were computed; `spread` is the sample standard deviation."""

    def group_subtitle(self, indicator: Indicator, group: str, period: Period) -> str:
        """`Recorded crime per 1,000, most similar group, 2015/16; 1 is the lowest rate`."""

    def in_area(self, subtitle: str, area: str) -> str:
        """A subtitle with the area it is about."""

    def is_source(self, words: str) -> bool:
        """Whether an officer's words begin with the word for a source themselves."""

    def line_words(self, line: ReferenceLine, indicator: Indicator, value: Decimal | None) -> str:
        """A line across a chart: "Average 86.6", "Upper limit 153.0"; nothing where there is no line."""

    def indicator_subtitle(self, indicator: Indicator, area: str) -> str:
        """What is measured and where: "Burglary in a dwelling, Southampton"."""

    def positions_subtitle(self, size: int) -> str:
        """What a chart of places shows."""

    def share_subtitle(self) -> str:
        """What a bar of the parts of a whole shows."""

    def source_label(self) -> str:
        """What stands before an officer's own words about a source."""

    def source_words(self, sources: tuple[str, ...]) -> str:
        """Who says so: "Source: iQuanta."."""

    def status_label(self, status: Rag | None) -> str:
        """What a part of a status chart says; None for what has no result."""

    def status_subtitle(self) -> str:
        """What a status chart counts."""

    def trend_without_limits(self, subtitle: str, why: str) -> str:
        """The subtitle of a series that is too short for limits, and why it has none."""


class ControlPhrases(Protocol):
    """What stands in and under control charts."""

    def beyond_words(self, period: Period, above: bool) -> str:
        """A point beyond a limit: "December 2015: above the upper limit"."""

    def control_note(self, indicator: Indicator, screened: int, gaps: int, floored: bool) -> str:
        """How mean and limits were computed, and which way is better."""

    def in_a_row_words(self, count: int, kind: PeriodKind, above: bool) -> str:
        """A run: "Seven months in a row below the mean"."""

    def near_words(self, count: int, kind: PeriodKind, above: bool) -> str:
        """Points in the outer third: "Two of three months close to the upper limit"."""

    def overlap_words(self) -> str:
        """Why rolling periods are drawn without limits."""

    def rising_words(self, count: int, kind: PeriodKind, rising: bool) -> str:
        """A trend: "Seven months in a row rising"."""

    def several_beyond_words(self, count: int, kind: PeriodKind, above: bool) -> str:
        """Points in a row beyond a limit: "Three months in a row above the upper limit"."""

    def too_few_words(self, count: int, fewest: int) -> str:
        """Why a short series is drawn without limits."""

    def variation_words(self, judgement: Judgement, course: Course) -> str:
        """What the latest value of a control chart is: "Special cause: better than usual"."""


class IntervalPhrases(Protocol):
    """What stands beside confidence intervals."""

    def interval_joint(self) -> str:
        """What stands between the two ends of an interval: " to "."""

    def interval_note(
        self, methods: tuple[IntervalMethod, ...], missing: tuple[Untested, ...], shaded: bool
    ) -> str:
        """How intervals were worked out, and why some values or all of them have none; `shaded` under a chart."""

    def interval_row(self) -> str:
        """What heads the row of intervals in a table of periods."""

    def latest_interval(self, lower: Level, upper: Level) -> str:
        """The interval of the latest value, for a listener: "Its latest 95% confidence interval: 23.1 to 27.9"."""

    def no_interval(self) -> str:
        """What stands in that row where a value has no interval."""


class AltTextPhrases(Protocol):
    """Charts for people who cannot see them."""

    def describe(self, spec: ChartSpec) -> str:
        """What a listener needs of `spec`: every label with its figure, or for long series the telling ones."""
