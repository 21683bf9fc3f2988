"""The annual plan as officers write it (design section 4, `plans/ID/`)."""

from __future__ import annotations

from pydantic import Field, model_validator

from plangen.model.period import PeriodField
from plangen.model.record import (
    Day,
    ExpressionText,
    Id,
    Line,
    Markdown,
    OptionalWords,
    Record,
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


class Chapter(Record):
    """A chapter: its title and the Markdown file under narrative/ that holds it."""

    id: Id
    title: Line
    narrative: Line
    numbered: bool = Field(True, strict=True)


class PlanPart(Record):
    """Chapters under one heading of the contents."""

    title: Line
    chapters: tuple[Chapter, ...] = Field(min_length=1)


class PlanRecord(Record):
    """`plan.yaml`."""

    title: Line
    period: PeriodField = Field(description="the year planned for, and the cut-off of the data")
    date: Day
    version: str = Field("0.1", pattern=r"^[0-9]+(\.[0-9]+){0,2}$")
    subject: str = ""
    parts: tuple[PlanPart, ...] = Field(min_length=1)


class PromiseRow(Record):
    """A row of "we said, we did". `said` may hold expressions; what we did and the outcome are computed."""

    target: Id
    said: Words
    note: OptionalWords = ""


class WeSaidWeDid(Record):
    """`we_said_we_did.yaml`: last year's promises. `at` is the period whose results are reported."""

    at: PeriodField
    source: Line
    promises: tuple[PromiseRow, ...] = Field(min_length=1)


class ThemeFigure(Record):
    """A large figure in a theme's callout: an expression and the words beside it."""

    figure: ExpressionText
    words: Words


class ResidentTheme(Record):
    """What residents said and what was done about it. `said` and `did` are Markdown."""

    title: Line
    said: Words
    did: Markdown
    callout: OptionalWords = ""
    figures: tuple[ThemeFigure, ...] = ()
    feedback: OptionalWords = Field("", description="what people told us, in our own words: never a quotation")


class YouSaidWeDid(Record):
    """`you_said_we_did.yaml`."""

    themes: tuple[ResidentTheme, ...] = Field(min_length=1)


class Action(Record):
    """A headline action with its steps and the agencies that lead it."""

    action: Words
    steps: tuple[Words, ...] = ()
    leads: tuple[Id, ...] = Field(min_length=1)


class Priority(Record):
    """A priority of the year. One without a number (efficiency) gets no colour of its own."""

    id: Id
    number: Whole | None = Field(None, ge=1, le=4)
    title: Line
    short: str = ""
    target: Id | None = Field(None, description="the target whose figures stand at the head of its page")
    targets: tuple[Id, ...] = Field((), description="the key targets of the priority, for the table of them")
    outcomes: tuple[Words, ...] = Field(min_length=1)
    resources: Markdown
    actions: tuple[Action, ...] = Field(min_length=1)


class Priorities(Record):
    """`priorities.yaml`."""

    priorities: tuple[Priority, ...] = Field(min_length=1)


class AppendixRow(Record):
    """An indicator's row. Figures come from observations and targets; `note` is printed under the table."""

    indicator: Id
    note: OptionalWords = ""


class AppendixGroup(Record):
    """Rows under a band: a priority's, or one with a title of its own."""

    title: str = ""
    priority: Id | None = None
    rows: tuple[AppendixRow, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _named(self) -> AppendixGroup:
        if bool(self.title) == (self.priority is not None):
            raise ValueError("a group has exactly one of title and priority; give it the one it needs")
        return self


class Appendix(Record):
    """`appendix.yaml`: which results and targets the table shows, and its rows."""

    result: PeriodField
    targets: tuple[PeriodField, ...] = Field(min_length=1, max_length=3)
    groups: tuple[AppendixGroup, ...] = Field(min_length=1)
