"""Figures that are not indicators, and figures that earlier documents printed (design section 4)."""

from __future__ import annotations

from collections.abc import Iterator, Set
from enum import Enum
from typing import Annotated

from msgspec import Meta

from plangen.model.indicator import UnitField
from plangen.model.record import ExpressionText, Line, Number, OptionalWords, Record, Whole
from plangen.model.unit import Unit, UnitKind

__all__ = ["Accepted", "Bound", "Fact", "Stated", "Term"]


class Bound(Enum):
    """How exact a fact is."""

    MORE_THAN = "more than"
    ABOUT = "about"
    UNDER = "under"


class Fact(Record, frozen=True, kw_only=True):
    """One record of `facts.yaml`; its key in the file is the fact's id.

    Either `value`, or a `formula` over other facts with + - * / and brackets.
    """

    value: Number | None = None
    formula: str = ""
    unit: UnitField = Unit(UnitKind.COUNT)
    decimals: Annotated[Whole, Meta(ge=0, le=4)] = 0
    label: Annotated[str, Meta(description="what the figure counts, for charts and tables")] = ""
    as_at: Annotated[str, Meta(description="when it was true: a period or a date")] = ""
    source: Annotated[Line, Meta(description="where the figure comes from")]
    bound: Bound | None = None
    disclosed: Annotated[str, Meta(description="why it may be shown where it is a small count")] = ""

    @classmethod
    def contradictions(cls, given: Set[str]) -> Iterator[str]:
        """Not exactly one origin."""
        if ("value" in given) == ("formula" in given):
            yield "a fact has exactly one of value or formula; give the one and leave out the other"


class Stated(Record, frozen=True):
    """A figure as an earlier document printed it, kept to be compared with ours and never printed."""

    at: Annotated[Line, Meta(description="where it was printed: Appendix 1, All Crime, 1 yr target % change")]
    said: Annotated[Line, Meta(description="what was printed: 5%")]
    ours: Annotated[ExpressionText, Meta(description="the expression that gives ours: targets.ac11.change")]
    source: Annotated[Line, Meta(description="the document")]
    note: str = ""


class Accepted(Record, frozen=True):
    """A finding that somebody decided to live with."""

    code: Annotated[Line, Meta(description="the code of the finding: PG850")]
    where: Annotated[Line, Meta(description="the file, and words of the finding in quotation marks")]
    reason: Annotated[Line, Meta(description="why it may stay as it is")]
    by: Annotated[Line, Meta(description="who decided so")]


class Term(Record, frozen=True):
    """An abbreviation with its expansion, or a term with its meaning."""

    expansion: str = ""
    meaning: OptionalWords = ""

    @classmethod
    def contradictions(cls, given: Set[str]) -> Iterator[str]:
        """Nothing said."""
        if not given & {"expansion", "meaning"}:
            yield "a glossary entry says nothing; give it an expansion or a meaning"
