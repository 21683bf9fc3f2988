"""Results: what plangen computed from observations, with its inputs and its working (design section 5)."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from msgspec import Struct

from plangen.diagnostics import Location
from plangen.model.amount import Amount
from plangen.model.figures import Bound
from plangen.model.observation import Marker, ValueStatus
from plangen.model.period import Period
from plangen.model.target import Promise, Target
from plangen.model.unit import ChangeUnit, Unit
from plangen.model.working import Working

__all__ = [
    "AnyResult",
    "Assessment",
    "ChanceTest",
    "Change",
    "Clarity",
    "Direction",
    "Input",
    "Level",
    "Outcome",
    "OutcomeKind",
    "Promised",
    "Quantity",
    "Rag",
    "Untested",
    "Verdict",
]


class Direction(Enum):
    """Which way a value moved, on unrounded values. For ranks, up is towards 1st."""

    UP = "up"
    DOWN = "down"
    SAME = "same"


class Assessment(Enum):
    """What a movement means, by polarity."""

    IMPROVING = "improving"
    WORSENING = "worsening"
    NO_CHANGE = "no change"
    NOT_ASSESSED = "not assessed"


class Clarity(Enum):
    """Whether chance could explain a change."""

    CLEAR = "clear change"
    NOT_CLEAR = "no clear change"
    NOT_TESTED = "not tested"


class Untested(Enum):
    """Why chance was not tested."""

    NO_TEST = "a unit without a test"
    OVERLAPPING = "the periods overlap"
    ONLY_CHANGE = "the source gives only the change"
    SAMPLE_UNKNOWN = "sample size not published"
    POPULATION_UNKNOWN = "population of that year unknown"
    COUNTS_UNKNOWN = "no whole counts"
    PART_OF_PERIOD = "data for part of a period"
    SMALL_COUNTS = "counts too small for the test"
    TOO_FEW_PERIODS = "too few periods for control limits"
    NO_FIGURE = "no figure to compare with"


class ChanceTest(Struct, frozen=True):
    """What a test of chance found: `p` is its two-sided chance, None where `why` says that there was no test.

    `dispersion` is how many times the variance of chance alone was taken, None where the series does not say.
    """

    clarity: Clarity
    why: Untested | None = None
    p: float | None = None
    dispersion: float | None = None

    @classmethod
    def none(cls, why: Untested) -> ChanceTest:
        """No test, and why."""
        return cls(Clarity.NOT_TESTED, why)


class Verdict(Enum):
    """What is said of a change: improved or worsened only where a test says that it is more than chance.

    `NO_CHANGE` is for two values that are the same, `NOT_ASSESSED` for a clear change with no better way.
    """

    IMPROVED = "improved"
    WORSENED = "worsened"
    NO_CLEAR_CHANGE = "no clear change"
    NO_CHANGE = "no change"
    NOT_TESTED = "not tested"
    NOT_ASSESSED = "not assessed"


class OutcomeKind(Enum):
    """What became of a target."""

    MET = "met"
    NOT_MET = "not met"
    ON_COURSE = "on course"
    OFF_COURSE = "off course"
    PARTLY_MET = "partly met"
    NOT_YET_MEASURED = "not yet measured"
    NO_TARGET_SET = "no target set"


class Rag(Enum):
    """Status against a target, with the tolerance that is part of the target."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class Input(Struct, frozen=True):
    """Something a result was computed from: what it is, its value as text, and where it stands."""

    what: str
    value: str
    location: Location


class Quantity(Struct, frozen=True):
    """What every result has. `key` is the expression that asks for it, in full: `all_crime.at("2009/10")`."""

    key: str
    inputs: tuple[Input, ...]


class Promised(Struct, frozen=True):
    """What a target promises, as it was written, in the unit of its indicator: `7%`, `under 7.5%`, `13th`."""

    promise: Promise
    amount: Amount
    unit: Unit


class Level(Quantity, frozen=True):
    """A value at a period: of an indicator, of a target (what it asks for), or of a fact.

    `number` is None where the source holds a `marker` or a promise that is not a number ("TBA"). `promised` is
    set where the level is a target as it was written; `group_size` for ranks; `bound` for facts and for targets
    given as a bound.
    """

    working: Working
    number: Decimal | None
    unit: Unit
    decimals: int
    period: Period | None = None
    indicator: str = ""
    marker: Marker | None = None
    promised: Promised | None = None
    group_size: int | None = None
    bound: Bound | None = None
    standing: ValueStatus = ValueStatus.FINAL
    was: Decimal | None = None
    data_to: str = ""


class Change(Quantity, frozen=True):
    """A movement from a named base to a period.

    `amount` is signed and counted in `unit`; for places, positive is towards 1st. It is None where there is no
    percentage ("from zero") or no movement to compute. `before` and `after` are None where the data gives
    only the change itself. `test` is None where chance has no part in it, as from a base to a target. `small_base`
    is set where a count of few stands behind `before`, or nobody can tell: then no percentage is printed, and
    `cases` are the counts behind both values of a rate, where they are known.
    """

    working: Working
    amount: Decimal | None
    unit: ChangeUnit
    decimals: int
    period: Period
    base: Period
    indicator: str
    direction: Direction
    assessment: Assessment
    test: ChanceTest | None = None
    before: Level | None = None
    after: Level | None = None
    from_zero: bool = False
    small_base: bool = False
    cases: tuple[int, int] | None = None

    @property
    def verdict(self) -> Verdict:
        """What its direction means by polarity, where a test says that it is more than chance."""
        if self.direction is Direction.SAME:
            return Verdict.NO_CHANGE
        match self.test:
            case ChanceTest(clarity=Clarity.CLEAR):
                return _VERDICTS[self.assessment]
            case ChanceTest(clarity=Clarity.NOT_CLEAR):
                return Verdict.NO_CLEAR_CHANGE
            case _:
                return Verdict.NOT_TESTED

    @property
    def has_levels(self) -> bool:
        """Whether both values between which the change lies are known."""
        return all(level is not None and level.number is not None for level in (self.before, self.after))


_VERDICTS = {
    Assessment.IMPROVING: Verdict.IMPROVED,
    Assessment.WORSENING: Verdict.WORSENED,
    Assessment.NO_CHANGE: Verdict.NO_CHANGE,
    Assessment.NOT_ASSESSED: Verdict.NOT_ASSESSED,
}


class Outcome(Quantity, frozen=True):
    """What became of a target: `met` and `of` count the indicators of a promise over several."""

    kind: OutcomeKind
    rag: Rag | None
    target: Target
    asked: Level | None = None
    result: Level | Change | None = None
    period: Period | None = None
    parts: tuple[Outcome, ...] = ()

    @property
    def met(self) -> int:
        """How many of several indicators are met or on course."""
        return sum(part.kind in (OutcomeKind.MET, OutcomeKind.ON_COURSE) for part in self.parts)


AnyResult = Level | Change | Outcome
