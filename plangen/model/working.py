"""How a result was made, as data: a language puts it into words (`26,991 − 7%`, `mean of 15 areas`)."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from msgspec import Struct

__all__ = [
    "BetweenBounds",
    "ConfidenceLimit",
    "ControlLimit",
    "FromZero",
    "Given",
    "IntervalMethod",
    "MeanOf",
    "Negative",
    "Number",
    "Operation",
    "Operator",
    "Percent",
    "ShareOf",
    "Side",
    "Term",
    "Things",
    "Working",
    "difference",
    "total",
]


class Given(Enum):
    """A figure that nothing was done to, by who gave it."""

    OBSERVED = "observed"
    REPORTED = "reported"
    PROMISED = "promised"
    STATED = "stated"
    PUBLISHED = "published"


class Operator(Enum):
    """What is done with two terms."""

    ADD = "+"
    SUBTRACT = "-"
    MULTIPLY = "*"
    DIVIDE = "/"


class Number(Struct, frozen=True):
    """A number, shown with all its own decimals."""

    value: Decimal


class Percent(Struct, frozen=True):
    """A percentage of the term before it: the 7% of "26,991 − 7%"."""

    value: Decimal


class Negative(Struct, frozen=True):
    """A term with its sign turned."""

    term: Term


class Operation(Struct, frozen=True):
    """Two terms and what is done with them."""

    operator: Operator
    left: Term
    right: Term


Term = Number | Percent | Negative | Operation


class ShareOf(Struct, frozen=True):
    """An observation whose row gives its numerator and denominator."""

    part: Decimal
    whole: Decimal


class FromZero(Struct, frozen=True):
    """A change from nothing, of which there is no percentage."""

    after: Decimal


class Things(Enum):
    """What a mean is taken over."""

    VALUES = "values"
    AREAS = "areas"


class MeanOf(Struct, frozen=True):
    """The unweighted mean of a number of things."""

    count: int
    things: Things


class Side(Enum):
    """Which of two lines it is."""

    LOWER = "lower"
    UPPER = "upper"


class ControlLimit(Struct, frozen=True):
    """Mean plus or minus 2.66 times the average moving range; `held` where what is possible ends before it."""

    side: Side
    moving_range: Decimal
    decimals: int
    held: bool


class BetweenBounds(Struct, frozen=True):
    """The mean of a group plus or minus `k` sample standard deviations."""

    side: Side
    k: Decimal


class IntervalMethod(Enum):
    """How a confidence interval was worked out."""

    COUNT = "count"
    RATE = "rate"
    PROPORTION = "proportion"
    PUBLISHED = "published"


class ConfidenceLimit(Struct, frozen=True):
    """An end of the 95% interval of a number of events: among people, or of all cases for a proportion."""

    side: Side
    method: IntervalMethod
    events: int
    among: int


Working = Given | Term | ShareOf | FromZero | MeanOf | ControlLimit | BetweenBounds | ConfidenceLimit


def difference(minuend: Decimal, subtrahend: Decimal) -> Operation:
    """The working `minuend − subtrahend`."""
    return Operation(Operator.SUBTRACT, Number(minuend), Number(subtrahend))


def total(numbers: tuple[Decimal, ...]) -> Term:
    """The working of a sum: `50 + 60`; raises ValueError without a number."""
    if not numbers:
        raise ValueError("a sum has at least one number")
    found: Term = Number(numbers[0])
    for number in numbers[1:]:
        found = Operation(Operator.ADD, found, Number(number))
    return found
