"""The annual plan as officers write it (design section 4, `plans/ID/`)."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Annotated

from msgspec import Meta, field

from plangen.model.period_text import PeriodField
from plangen.model.record import (
    Day,
    EditionId,
    ExpressionText,
    Id,
    Line,
    Markdown,
    OptionalMarkdown,
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

    id: Annotated[
        Id, Meta(description="a name for links to it, in small letters, digits and underscores: summary")
    ]
    title: Annotated[Line, Meta(description="the heading of the chapter")]
    narrative: Annotated[Line, Meta(description="its file in the folder narrative: summary.md")]
    numbered: bool = True


class PlanPart(Record, frozen=True):
    """Chapters under one heading of the contents."""

    title: Annotated[Line, Meta(description="a heading of the contents: Our plan")]
    chapters: Annotated[
        tuple[Chapter, ...],
        Meta(
            min_length=1, description="one line for each: - {id: summary, title: Summary, narrative: summary.md}"
        ),
    ]


class PlanRecord(Record, frozen=True, kw_only=True):
    """`plan.yaml`."""

    title: Annotated[Line, Meta(description="what stands on the cover: Community safety plan")]
    period: Annotated[PeriodField, Meta(description="the year planned for, and the cut-off of the data")]
    date: Day
    version: Version = "0.1"
    follows: Annotated[EditionId, Meta(description="the edition it was begun from: plangen new writes it")] = (
        field(default="", name="from")
    )
    subject: str = ""
    parts: Annotated[
        tuple[PlanPart, ...],
        Meta(min_length=1, description="the parts of the plan, each beginning with - title: Our plan"),
    ]


class PromiseRow(Record, frozen=True):
    """A row of "we said, we did". `said` may hold expressions; what we did and the outcome are computed."""

    target: Annotated[Id, Meta(description="the id of a target in targets.yaml")]
    said: Annotated[Words, Meta(description="the promise in words")]
    note: OptionalWords = ""


class WeSaidWeDid(Record, frozen=True):
    """`we_said_we_did.yaml`: last year's promises. `at` is the period whose results are reported."""

    at: Annotated[PeriodField, Meta(description="the period whose results are reported: 2010/11")]
    source: Annotated[Line, Meta(description="the document that made the promises")]
    promises: Annotated[
        tuple[PromiseRow, ...],
        Meta(min_length=1, description="one entry for each: - {target: ID, said: what was promised}"),
    ]


class ThemeFigure(Record, frozen=True):
    """A large figure in a theme's callout: an expression and the words beside it."""

    figure: Annotated[ExpressionText, Meta(description="an expression: facts.yellow_cards")]
    words: Annotated[Words, Meta(description="what the figure counts")]


class ResidentTheme(Record, frozen=True):
    """What residents said and what was done about it. `said` and `did` are Markdown."""

    title: Annotated[Line, Meta(description="what the theme is called")]
    said: Annotated[Words, Meta(description="what residents said")]
    did: Annotated[Markdown, Meta(description="what was done about it")]
    callout: OptionalWords = ""
    figures: tuple[ThemeFigure, ...] = ()
    feedback: Annotated[
        OptionalMarkdown, Meta(description="what people told us, in our own words: never a quotation")
    ] = ""


class YouSaidWeDid(Record, frozen=True):
    """`you_said_we_did.yaml`."""

    themes: Annotated[
        tuple[ResidentTheme, ...],
        Meta(min_length=1, description="each beginning with - title: and the name of the theme"),
    ]


class Action(Record, frozen=True, kw_only=True):
    """A headline action with its steps and the agencies that lead it."""

    action: Annotated[Words, Meta(description="what is done, in a sentence")]
    steps: tuple[Words, ...] = ()
    leads: Annotated[
        tuple[Id, ...], Meta(min_length=1, description="ids of agencies in partnership.yaml: [police]")
    ]


class Priority(Record, frozen=True, kw_only=True):
    """A priority of the year. One without a number (efficiency) gets no colour of its own."""

    id: Annotated[
        Id, Meta(description="a name for links to it, in small letters, digits and underscores: safer_homes")
    ]
    number: Annotated[Whole, Meta(ge=1, le=4)] | None = None
    title: Annotated[Line, Meta(description="what the priority is called")]
    short: str = ""
    target: Annotated[Id | None, Meta(description="the target whose figures stand at the head of its page")] = None
    targets: Annotated[
        tuple[Id, ...], Meta(description="the key targets of the priority, for the table of them")
    ] = ()
    outcomes: Annotated[
        tuple[Words, ...], Meta(min_length=1, description="what is to be achieved, each on its own line after -")
    ]
    resources: Annotated[Markdown, Meta(description="how it is paid for")]
    actions: Annotated[
        tuple[Action, ...],
        Meta(min_length=1, description="the headline actions, each beginning with - action: and a sentence"),
    ]


class Priorities(Record, frozen=True):
    """`priorities.yaml`."""

    priorities: Annotated[
        tuple[Priority, ...], Meta(min_length=1, description="each beginning with - id: and its id")
    ]


class AppendixRow(Record, frozen=True):
    """An indicator's row. Figures come from observations and targets; `note` is printed under the table."""

    indicator: Annotated[Id, Meta(description="the id of an indicator in indicators.yaml")]
    note: OptionalWords = ""


class AppendixGroup(Record, frozen=True, kw_only=True):
    """Rows under a band: a priority's, or one with a title of its own."""

    title: str = ""
    priority: Id | None = None
    rows: Annotated[tuple[AppendixRow, ...], Meta(min_length=1, description="one line for each: - indicator: ID")]

    @classmethod
    def contradictions(cls, given: Set[str]) -> Iterator[str]:
        """Not exactly one heading."""
        if ("title" in given) == ("priority" in given):
            yield "a group has exactly one of title and priority; write the one it needs"


class Appendix(Record, frozen=True):
    """`appendix.yaml`: which results and targets the table shows, and its rows."""

    result: Annotated[PeriodField, Meta(description="the period whose results are shown: 2010/11")]
    targets: Annotated[
        tuple[PeriodField, ...],
        Meta(
            min_length=1, max_length=3, description="one to three periods for which targets are shown: [2011/12]"
        ),
    ]
    groups: Annotated[
        tuple[AppendixGroup, ...], Meta(min_length=1, description="each beginning with - title: or - priority:")
    ]
