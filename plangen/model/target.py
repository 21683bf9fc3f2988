"""Targets: what was promised (design section 4, `targets.yaml`)."""

from __future__ import annotations

from collections.abc import Iterator, Set
from enum import Enum
from typing import Annotated

from msgspec import Meta

from plangen.model.amount import Amount, AmountField, AmountUnit
from plangen.model.period import Period
from plangen.model.period_text import PeriodField
from plangen.model.record import Id, Record

__all__ = ["Amount", "AmountUnit", "Base", "Promise", "Target"]


class Promise(Enum):
    """What kind of promise a target is; the value is its key in the file."""

    TO = "to"
    REDUCE = "reduce"
    INCREASE = "increase"
    BELOW = "below"
    AT_LEAST = "at_least"
    IMPROVE = "improve"


class Base(Record, frozen=True):
    """What a target counts from: an actual result, or an earlier target."""

    actual: PeriodField | None = None
    target: PeriodField | None = None

    @classmethod
    def contradictions(cls, given: Set[str]) -> Iterator[str]:
        """Not exactly one of actual and target."""
        if ("actual" in given) == ("target" in given):
            yield "a base is exactly one of actual: PERIOD or target: PERIOD; keep the one it counts from"

    @property
    def period(self) -> Period:
        """The period the base belongs to."""
        period = self.actual or self.target
        assert period is not None
        return period


class Target(Record, frozen=True, kw_only=True):
    """One promise. Exactly one of the six kinds is given."""

    id: Annotated[Id, Meta(description="a name for it, in small letters, digits and underscores: all_crime_2012")]
    indicator: Id | None = None
    indicators: tuple[Id, ...] = ()
    due: Annotated[PeriodField, Meta(description="the period in which it is due: 2011/12")]
    to: AmountField | None = None
    reduce: AmountField | None = None
    increase: AmountField | None = None
    below: AmountField | None = None
    at_least: AmountField | None = None
    improve: Annotated[AmountField | None, Meta(description="places gained in a group: 1 place, or any")] = None
    base: Base | None = None
    tolerance: Annotated[AmountField | None, Meta(description="how far off still counts as close (amber)")] = None
    source: str = ""
    note: str = ""

    @classmethod
    def contradictions(cls, given: Set[str]) -> Iterator[str]:
        """Not exactly one promise, or not exactly one way to name indicators."""
        promises = [p.value for p in Promise if p.value in given]
        if len(promises) != 1:
            said = " and ".join(promises) or "none"
            kinds = "to, reduce, increase, below, at_least, improve"
            what_next = f"keep one of {said}" if promises else "add the one that was promised, as reduce: 7%"
            yield f"a target has exactly one of {kinds} ({said} given); {what_next}"
        if ("indicator" in given) == ("indicators" in given):
            yield "a target names exactly one of indicator: ID or indicators: [ID, ...]; keep one of them"

    @property
    def promise(self) -> Promise:
        """Which of the six kinds of promise it is."""
        return next(p for p in Promise if getattr(self, p.value) is not None)

    @property
    def amount(self) -> Amount:
        """The promised amount."""
        amount = getattr(self, self.promise.value)
        assert isinstance(amount, Amount)
        return amount

    @property
    def all_indicators(self) -> tuple[str, ...]:
        """The indicators it speaks of, one or several."""
        return (self.indicator,) if self.indicator else self.indicators
