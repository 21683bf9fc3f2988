"""Targets: what was promised (design section 4, `targets.yaml`)."""

from __future__ import annotations

from enum import Enum
from typing import Any

from pydantic import Field, model_validator

from plangen.model.amount import Amount, AmountField, AmountUnit
from plangen.model.period import Period, PeriodField
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


class Base(Record):
    """What a target counts from: an actual result, or an earlier target."""

    actual: PeriodField | None = None
    target: PeriodField | None = None

    @model_validator(mode="after")
    def _one(self) -> Base:
        if (self.actual is None) == (self.target is None):
            raise ValueError("a base is exactly one of actual: PERIOD or target: PERIOD")
        return self

    @property
    def period(self) -> Period:
        """The period the base belongs to."""
        period = self.actual or self.target
        assert period is not None
        return period


class Target(Record):
    """One promise. Exactly one of the six kinds is given."""

    id: Id
    indicator: Id | None = None
    indicators: tuple[Id, ...] = ()
    due: PeriodField
    to: AmountField | None = None
    reduce: AmountField | None = None
    increase: AmountField | None = None
    below: AmountField | None = None
    at_least: AmountField | None = None
    improve: AmountField | None = Field(None, description="places gained in a group: 1 place, or any")
    base: Base | None = None
    tolerance: AmountField | None = Field(None, description="how far off still counts as close (amber)")
    source: str = ""
    note: str = ""

    @model_validator(mode="before")
    @classmethod
    def _exactly_one(cls, data: Any) -> Any:
        if isinstance(data, dict):
            given = [p.value for p in Promise if data.get(p.value) is not None]
            if len(given) != 1:
                said = " and ".join(given) or "none"
                raise ValueError(
                    f"a target has exactly one of to, reduce, increase, below, at_least, improve ({said} given)"
                )
            if bool(data.get("indicator")) == bool(data.get("indicators")):
                raise ValueError("a target names exactly one of indicator: ID or indicators: [ID, ...]")
        return data

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
