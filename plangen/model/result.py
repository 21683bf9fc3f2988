"""Results: what plangen computed from observations, with its inputs and its formula (design section 5)."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from msgspec import Struct

from plangen.diagnostics import Location
from plangen.model.figures import Bound
from plangen.model.observation import Marker, Standing
from plangen.model.period import Period
from plangen.model.target import Target
from plangen.model.unit import Unit

__all__ = [
    "AnyResult",
    "Assessment",
    "Change",
    "ChangeUnit",
    "Clarity",
    "Direction",
    "Input",
    "Level",
    "Outcome",
    "OutcomeKind",
    "Quantity",
    "Rag",
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


class ChangeUnit(Enum):
    """What a change is counted in: percent for counts and rates, points for percentages, places for ranks."""

    PERCENT = "percent"
    POINTS = "points"
    PLACES = "places"


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
    formula: str
    inputs: tuple[Input, ...]


class Level(Quantity, frozen=True):
    """A value at a period: of an indicator, of a target (what it asks for), or of a fact.

    `number` is None where the source holds a `marker` or a promise that is not a number ("TBA"), kept in
    `words`. `group_size` is set for ranks; `bound` for facts and for targets given as a bound.
    """

    number: Decimal | None
    unit: Unit
    decimals: int
    period: Period | None = None
    indicator: str = ""
    marker: Marker | None = None
    words: str = ""
    group_size: int | None = None
    bound: Bound | None = None
    standing: Standing = Standing.FINAL
    was: Decimal | None = None
    data_to: str = ""


class Change(Quantity, frozen=True):
    """A movement from a named base to a period.

    `amount` is signed and counted in `unit`; for places, positive is towards 1st. It is None where there is no
    percentage ("from zero") or no movement to compute. `before` and `after` are None where the data gives
    only the change itself.
    """

    amount: Decimal | None
    unit: ChangeUnit
    decimals: int
    period: Period
    base: Period
    indicator: str
    direction: Direction
    assessment: Assessment
    clarity: Clarity = Clarity.NOT_TESTED
    before: Level | None = None
    after: Level | None = None
    from_zero: bool = False


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
