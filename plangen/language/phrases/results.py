"""Phrases about results: what a language says of figures, changes and targets."""

from __future__ import annotations

from decimal import Decimal
from typing import Protocol

from msgspec import Struct

from plangen.model.amount import Amount
from plangen.model.comparison import BenchmarkDifference, Gap, MeasureVerdict, Missing, Range
from plangen.model.indicator import Basis, Indicator
from plangen.model.period import Period
from plangen.model.result import AnyResult, Change, Level, Outcome, Rag, Untested, Verdict
from plangen.model.target import Base, Target
from plangen.model.unit import Polarity, Unit

__all__ = [
    "ChangePhrases",
    "ComparisonPhrases",
    "FigurePhrases",
    "IndicatorPhrases",
    "LevelPhrases",
    "OutcomePhrases",
    "PeriodPhrases",
    "TargetPhrases",
    "UnitWords",
    "VerdictPhrases",
    "WorkingPhrases",
]


class UnitWords(Struct, frozen=True):
    """What a unit is called: as the head of a column, the subject of a sentence, and the corner of a table.

    `before` and `after` stand around a figure in a sentence, `after_one` where the figure is 1, and `short` after
    one in a table or a chart.
    """

    head: str
    subject: str
    corner: str
    before: str = ""
    after: str = ""
    after_one: str = ""
    short: str = ""


class FigurePhrases(Protocol):
    """Numbers."""

    def ordinal(self, place: int) -> str:
        """A place: `1st`, `2nd`, `3rd`, `4th`, `11th`, `12th`, `13th`, `21st`."""

    def figure(self, value: Decimal, unit: Unit, decimals: int, short: bool = False) -> str:
        """A value in its unit: `26,626`, `50%`, `0.95`, `12th`, `£106,500`, `9.5 minutes`; `short`, `9.5 min`."""


class PeriodPhrases(Protocol):
    """Periods."""

    def short_period(self, period: Period) -> str:
        """Without the months: `2009/10`, `quarter 2, 2010/11`, `the first half of 2010/11`, `December 2010`."""

    def line_period(self, period: Period) -> str:
        """The same as it begins a line: `The first half of 2010/11`."""

    def in_period(self, period: Period) -> str:
        """When a figure was measured: `in 2009/10`, `in quarter 2, 2010/11`, `on 31 March 2010`."""

    def named_point(self, period: Period) -> str:
        """A point of a chart as it is read aloud: `2010/11 Q2`, `Dec 2010`, `Oct 2013 to Sep 2014`."""

    def tick(self, period: Period) -> tuple[str, str]:
        """The two lines under a tick of an axis: (`Q2`, `2010/11`), (`Dec`, `2010`), (`2009/10`, ``)."""


class LevelPhrases(Protocol):
    """Levels: values, places in a group, bounds, and what stands where there is no value."""

    def level_in_words(self, level: Level) -> str:
        """As `level_words`, with whole counts from one to nine written out: `four`."""

    def level_number(self, level: Level) -> str:
        """The figure without its bound: `80%`; what the marker says where there is no number."""

    def short_figure(self, level: Level) -> str:
        """The figure as a chart has it, without its bound and with a short unit: `80%`, `9.5 min`."""

    def level_words(self, level: Level) -> str:
        """As a sentence has it: `26,626`, `more than 80%`, `about 2,000`, `under 9%`, `to be announced`."""

    def place_words(self, level: Level) -> str:
        """A rank with the size of its group: `12th of 15`."""

    def table_figure(self, level: Level | None) -> str:
        """The figure as a table cell has it: `26,626`, `15th`, `under 9%`, `To be set`, `No figure`."""


class ChangePhrases(Protocol):
    """Changes: how far, which way, and what that means."""

    def change_caption(self, change: Change) -> str:
        """What a change is and from where: "fall in the first half of 2010/11, from the same part of 2009/10"."""

    def difference_words(self, change: Change) -> str:
        """How many more or fewer, in the indicator's own unit and without a sign: `38`, `£5,000`, `0.2`."""

    def direction_word(self, change: Change) -> str:
        """`fell`, `rose`, `stayed the same`; for places in a group `improved` or `worsened`."""

    def fall_or_rise(self, change: Change) -> str:
        """For the label of a bar: `9% fall`, `17% rise`, `no change`."""

    def movement_words(self, change: Change) -> str:
        """Direction and size: `down 9%`, `up 27 percentage points`, `unchanged`, `up from zero`."""

    def places_moved(self, change: Change) -> str:
        """From one place to another: `14th to 12th`; the movement where the places are not known."""

    def signed_change(self, change: Change | None) -> str:
        """A change as a table of figures has it: `−6.1%`, `+30 points`, `1 place better`, `No figure`."""

    def size_words(self, change: Change) -> str:
        """How far, without a sign: `9%`, `6.1%`, `27 percentage points`, `2 places`."""

    def travel_amount(self, change: Change) -> str:
        """How far, as a cell of the summary has it: `Up 6.6%`, `Down 4.0 points`, `Same`."""

    def up_from(self, before: Level, after: Level) -> str:
        """The words "up from", "down from" or "unchanged from"; for a rank, better is up."""

    def verdict_head(self, verdict: Verdict) -> str:
        """The same as a line or a head of its own: `Improved`."""

    def verdict_word(self, verdict: Verdict) -> str:
        """`improved`, `worsened`, `no change`, `no clear change` where chance may explain it, `not assessed`."""


class ComparisonPhrases(Protocol):
    """Why something is missing, how old a value is, and how it stands beside its benchmark."""

    def age_words(self, level: Level, indicator: Indicator, period: Period) -> str:
        """What is said of a value that is not of all of `period`: "2015/16, every 2 years", "Data to August 2016".

        Nothing is said of one that is.
        """

    def beside_benchmark(self, difference: BenchmarkDifference) -> str:
        """Where a value stands: "23.6% above", "2.0 percentage points below", "level with"."""

    def gap_words(self, gap: Gap, period: Period | None = None) -> str:
        """Why values cannot be added up: "Quarter 1, 2016/17 is missing"."""

    def why_words(self, missing: Missing, indicator: Indicator, then: Level | None = None) -> str:
        """Why there is no change, for a table cell: "No figure", "Measured every 2 years".

        `then` is what the data holds for the period: "Not published" or "Suppressed" where it says so.
        """


class TargetPhrases(Protocol):
    """What is promised."""

    def against_base(self, change: Change, base: Base) -> tuple[str, str]:
        """How far a target lies from its base: ("5%", "below the 2010/11 target")."""

    def counted_since(self, base: Period) -> str:
        """Under a change that counts from a result, and not from the target before it: "since 2009/10"."""

    def pledge(self, target: Target, indicator: Indicator) -> str:
        """What stands before the amount in "we said": "Reduce violent crime by "."""

    def promise_sentence(self, target: Target, indicator: Indicator) -> tuple[str, str]:
        """What stands before and after the amount: ("Violent crime: reduce by ", "")."""

    def result_caption(self, period: Period) -> str:
        """Under a measured figure: "2009/10 result"."""

    def rolling_year(self) -> str:
        """What the sum over twelve months is called."""

    def standing_words(self, outcome: str, tolerance: Amount | None) -> str:
        """What stands after it: ". Close to target (within 5%)."; the tolerance is always said with the status."""

    def strip_heading(self, due: Period) -> str:
        """The heading of a target strip."""

    def sum_missing(self, why: str) -> str:
        """Stands where a sum cannot be given: "not given. Quarter 1, 2016/17 is missing. "."""

    def target_caption(self, period: Period) -> str:
        """Under a promised figure: "2011/12 target"."""

    def target_words(self, target: Target) -> str:
        """What stands before the amount on a measure's page: "Target for 2016/17: reduce by "."""

    def tile_base(self, period: Period) -> tuple[str, str]:
        """What stands on a tile before and after the value that a target counts from: (" (", " in 2008)")."""

    def tile_target(self) -> str:
        """What stands before the amount on a tile."""

    def to_be_set(self) -> str:
        """Stands where a target has no level yet."""

    def year_to_date(self) -> str:
        """What the sum from April is called."""


class OutcomePhrases(Protocol):
    """What became of targets."""

    def badge_word(self, outcome: Outcome) -> str:
        """The word beside an outcome's symbol: `Met`, `3 of 4 off course`, `Close to target` if tolerated."""

    def key_word(self, rag: Rag) -> str:
        """What a symbol means, in the key of a plan: `Met, or on course`."""

    def outcome_words(self, outcome: Outcome) -> str:
        """An outcome in a sentence: `met`, `on course at the half year`, `1 of 4 met`, `not yet measured`."""

    def result_words(self, outcome: Outcome) -> str:
        """What was measured, for a table cell: `Down 9%`, `50%`, `Better in 1 of 4`, `No result given`."""


class IndicatorPhrases(Protocol):
    """What is measured, which way is better, and how a value stands beside others."""

    def beside_words(self, current: Level | None, other: Level | None, others: str) -> str:
        """Where a value stands: "above similar areas"; nothing where one of the two is missing."""

    def difference_figure(self, own: Level, other: Level, decimals: int) -> str:
        """How far apart two values are, as shown: "+3.3".

        It is the difference of the values as they are printed, so that a reader who subtracts gets the same.
        """

    def difference_head(self) -> str:
        """What heads the row of differences between an area and its benchmark."""

    def headline(self, name: str, moved: str, beside: str) -> str:
        """What a trend shows: "Total crime: higher than a year ago and above similar areas"."""

    def indicator_words(self, indicator: Indicator) -> str:
        """What is counted, as a line of its own: "Recorded crimes per 1,000 residents"."""

    def no_benchmark(self) -> str:
        """Stands where there is no comparator's value for the period."""

    def others_name(self, indicator: Indicator) -> str:
        """Whom a benchmark stands for: "Similar areas", or what the indicator's record calls it."""

    def others_words(self, indicator: Indicator) -> str:
        """The same inside a sentence: "similar areas", "the benchmark"."""

    def period_head(self, period: Period, in_two_lines: bool) -> str:
        """A period over a column; in two lines where it has two parts: the year over the quarter."""

    def periods_summary(self, measure: str) -> str:
        """The line over a table of periods: "Total crime, by period"."""

    def polarity_words(self, polarity: Polarity, unit: Unit) -> str:
        """Which way is better, in words; for a place in a group the best is always 1st."""

    def row_header(self, unit: Unit) -> str:
        """The corner of a table of periods: "Per 1,000", "Percent", "Number"."""

    def still_words(self, change: Change | None) -> str:
        """Before a place: "still " where it has not changed."""

    def subject(self, unit: Unit) -> str:
        """What a sentence about an indicator speaks of: "The rate"."""

    def subtitle(self, indicator: Indicator, area: str, with_benchmark: bool) -> str:
        """The measure and the place: "Recorded crimes Southampton and the average for …"."""


class VerdictPhrases(Protocol):
    """Verdicts on measures: what they rest on, and why there is none."""

    def basis_head(self, basis: Basis) -> str:
        """What a verdict rests on, as the head of a row: "On the same period last year"."""

    def beside_verdict(self, change: Change) -> str:
        """After a change that the verdict does not rest on: " (no clear change)"."""

    def counts_note(
        self,
        unmoved: int,
        untested: tuple[tuple[Untested, int], ...],
        neutral: int,
        absent: int,
        widened: int,
        alone: int,
    ) -> str:
        """How verdicts were counted, why some were not tested, and what stands outside the counts.

        `unmoved` of those counted with no clear change have the same figure as before; `neutral` changed clearly
        and neither way is better; `absent` are reported in words. The tests of `widened` allow for how much their
        series varies, those of `alone` assume chance alone.
        """

    def cases(self, before: int, after: int) -> str:
        """The counts behind both values of a rate: " (1 to 2 cases)"."""

    def from_to(self, after_size: bool) -> tuple[str, str]:
        """Before the value a change began from, which follows its size or stands for it, and before the other."""

    def from_unrounded(self) -> str:
        """After changes that the figures as printed do not give: " Worked out from unrounded figures."."""

    def is_now(self) -> str:
        """Between the subject and a value that has nothing to be compared with."""

    def place_head(self) -> str:
        """The word beside the sign of a place, in the key."""

    def place_meaning(self) -> str:
        """What the sign of a place means, for the key."""

    def place_sentences(self, found: Range, deviations: Decimal | None) -> str:
        """How the value behind a place stands against the usual range of its group.

        `deviations` is how many sample standard deviations around the mean that is; None for published bounds.
        """

    def range_head(self, found: Range) -> str:
        """Where a value stands against the usual range of its group: "Worse than the usual range"."""

    def reason(self, found: MeasureVerdict, period: Period) -> str:
        """Why a measure was not tested, as a sentence: "Sample size not published. "; nothing where it was."""

    def stayed(self, change: Change) -> str:
        """A change of nothing between two values: "stayed the same at two decimals as in last quarter: 0.12"."""

    def stayed_as(self, change: Change) -> str:
        """A change of nothing: "stayed the same as in last quarter"."""

    def title_words(self, found: MeasureVerdict, beside: Change | None) -> str:
        """What a chart's title says, in accord with the verdict: "no clear change on a year ago"."""

    def untested_kind(self, why: Untested) -> str:
        """Why chance was not tested, in a few words."""


class WorkingPhrases(Protocol):
    """How a result was made."""

    def working_of(self, result: AnyResult) -> str:
        """As `26,991 − 7%`, `as observed: 3 of 15`, `−9% against reduce 7%`, `1 of 4 indicators`."""
