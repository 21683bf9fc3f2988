"""Figures that are not indicators, and figures that earlier documents printed (design section 4)."""

from __future__ import annotations

from enum import Enum

from pydantic import Field, model_validator

from plangen.model.indicator import UnitField
from plangen.model.record import ExpressionText, Line, Number, OptionalWords, Record, Whole

__all__ = ["Accepted", "Bound", "Fact", "Stated", "Term"]


class Bound(Enum):
    """How exact a fact is."""

    MORE_THAN = "more than"
    ABOUT = "about"
    UNDER = "under"


class Fact(Record):
    """One record of `facts.yaml`; its key in the file is the fact's id.

    Either `value`, or a `formula` over other facts with + - * / and brackets.
    """

    value: Number | None = None
    formula: str = ""
    unit: UnitField = Field("count", validate_default=True)
    decimals: Whole = Field(0, ge=0, le=4)
    label: str = Field("", description="what the figure counts, for charts and tables")
    as_at: str = Field("", description="when it was true: a period or a date")
    source: Line
    bound: Bound | None = None

    @model_validator(mode="after")
    def _one_origin(self) -> Fact:
        if (self.value is None) == (not self.formula):
            raise ValueError("a fact has exactly one of value or formula; give the one and leave out the other")
        return self


class Stated(Record):
    """A figure as an earlier document printed it, kept to be compared with ours and never printed."""

    at: Line = Field(description="where it was printed: Appendix 1, All Crime, 1 yr target % change")
    said: Line = Field(description="what was printed: 5%")
    ours: ExpressionText = Field(description="the expression that gives ours: targets.ac11.change")
    source: Line = Field(description="the document")
    note: str = ""


class Accepted(Record):
    """A finding that somebody decided to live with."""

    code: Line
    where: Line
    reason: Line
    by: Line


class Term(Record):
    """An abbreviation with its expansion, or a term with its meaning."""

    expansion: str = ""
    meaning: OptionalWords = ""

    @model_validator(mode="after")
    def _something(self) -> Term:
        if not self.expansion and not self.meaning:
            raise ValueError("a glossary entry says nothing; give it an expansion or a meaning")
        return self
