"""The annual plan as officers write it (design section 4, `plans/ID/`)."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Annotated

from msgspec import Meta

from plangen.model.period_text import PeriodField
from plangen.model.record import (
    Day,
    ExpressionText,
    Id,
    Line,
    Markdown,
    OptionalWords,
    Record,
    Version,
    Whole,
    Words,
)

__all__ = [
    "Action",
    "Appendix",
    "AppendixGroup",
    "AppendixRow",
    "Chapter",
    "PlanPart",
    "PlanRecord",
    "Priorities",
    "Priority",
    "PromiseRow",
    "ResidentTheme",
    "ThemeFigure",
    "WeSaidWeDid",
    "YouSaidWeDid",
]


class Chapter(Record, frozen=True):
    """A chapter: its title and the Markdown file under narrative/ that holds it."""

    id: Id
    title: Line
    narrative: Line
    numbered: bool = True


class PlanPart(Record, frozen=True):
    """Chapters under one heading of the contents."""

    title: Line
    chapters: Annotated[tuple[Chapter, ...], Meta(min_length=1)]


class PlanRecord(Record, frozen=True, kw_only=True):
    """`plan.yaml`."""

    title: Line
    period: Annotated[PeriodField, Meta(description="the year planned for, and the cut-off of the data")]
    date: Day
    version: Version = "0.1"
    subject: str = ""
    parts: Annotated[tuple[PlanPart, ...], Meta(min_length=1)]


class PromiseRow(Record, frozen=True):
    """A row of "we said, we did". `said` may hold expressions; what we did and the outcome are computed."""

    target: Id
    said: Words
    note: OptionalWords = ""


class WeSaidWeDid(Record, frozen=True):
    """`we_said_we_did.yaml`: last year's promises. `at` is the period whose results are reported."""

    at: PeriodField
    source: Line
    promises: Annotated[tuple[PromiseRow, ...], Meta(min_length=1)]


class ThemeFigure(Record, frozen=True):
    """A large figure in a theme's callout: an expression and the words beside it."""

    figure: ExpressionText
    words: Words


class ResidentTheme(Record, frozen=True):
    """What residents said and what was done about it. `said` and `did` are Markdown."""

    title: Line
    said: Words
    did: Markdown
    callout: OptionalWords = ""
    figures: tuple[ThemeFigure, ...] = ()
    feedback: Annotated[
        OptionalWords, Meta(description="what people told us, in our own words: never a quotation")
    ] = ""


class YouSaidWeDid(Record, frozen=True):
    """`you_said_we_did.yaml`."""

    themes: Annotated[tuple[ResidentTheme, ...], Meta(min_length=1)]


class Action(Record, frozen=True, kw_only=True):
    """A headline action with its steps and the agencies that lead it."""

    action: Words
    steps: tuple[Words, ...] = ()
    leads: Annotated[tuple[Id, ...], Meta(min_length=1)]


class Priority(Record, frozen=True, kw_only=True):
    """A priority of the year. One without a number (efficiency) gets no colour of its own."""

    id: Id
    number: Annotated[Whole, Meta(ge=1, le=4)] | None = None
    title: Line
    short: str = ""
    target: Annotated[Id | None, Meta(description="the target whose figures stand at the head of its page")] = None
    targets: Annotated[
        tuple[Id, ...], Meta(description="the key targets of the priority, for the table of them")
    ] = ()
    outcomes: Annotated[tuple[Words, ...], Meta(min_length=1)]
    resources: Markdown
    actions: Annotated[tuple[Action, ...], Meta(min_length=1)]


class Priorities(Record, frozen=True):
    """`priorities.yaml`."""

    priorities: Annotated[tuple[Priority, ...], Meta(min_length=1)]


class AppendixRow(Record, frozen=True):
    """An indicator's row. Figures come from observations and targets; `note` is printed under the table."""

    indicator: Id
    note: OptionalWords = ""


class AppendixGroup(Record, frozen=True, kw_only=True):
    """Rows under a band: a priority's, or one with a title of its own."""

    title: str = ""
    priority: Id | None = None
    rows: Annotated[tuple[AppendixRow, ...], Meta(min_length=1)]

    @classmethod
    def contradictions(cls, given: Set[str]) -> Iterator[str]:
        """Not exactly one heading."""
        if ("title" in given) == ("priority" in given):
            yield "a group has exactly one of title and priority; give it the one it needs"


class Appendix(Record, frozen=True):
    """`appendix.yaml`: which results and targets the table shows, and its rows."""

    result: PeriodField
    targets: Annotated[tuple[PeriodField, ...], Meta(min_length=1, max_length=3)]
    groups: Annotated[tuple[AppendixGroup, ...], Meta(min_length=1)]
