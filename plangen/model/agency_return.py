"""What is kept of the forms that an agency got and sent back: `content/returns/ID/AGENCY.yaml`."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from plangen.model.record import Day, Id, Line, Record

__all__ = ["AgencyReturn", "AskedQuestion", "Decision", "IssuedForm", "IssuedItem", "ReceivedForm"]

Sha = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]
Text = Annotated[str, Meta(max_length=2000)]


class IssuedItem(Record, frozen=True, kw_only=True):
    """A figure or a commentary that a form asks for, and what it showed of earlier ones.

    `key` is the name of its cell in the form: `v_001` for a figure, `c_1_2a` for a commentary.
    """

    key: Annotated[Line, Meta(description="the name of its cell in the form: v_001, or c_1_2a for a commentary")]
    ref: Annotated[Line, Meta(description="the reference of its measure or key action")]
    measure: Annotated[Text, Meta(description="what stood in the form's column Measure")] = ""
    indicator: Annotated[Text, Meta(description="the indicator's id; none for a commentary")] = ""
    area: Text = ""
    period: Text = ""
    series: Text = ""
    category: Text = ""
    year_before: Annotated[Text, Meta(description="the same period last year, as the form shows it")] = ""
    previous: Annotated[Text, Meta(description="the period before, as the form shows it")] = ""
    value: Annotated[Text, Meta(description="what we had for the period itself when the form was issued")] = ""


class IssuedForm(Record, frozen=True, kw_only=True):
    """A form as it was issued."""

    form: Annotated[Line, Meta(description="its id: the edition, the agency and the first digits of the digest")]
    digest: Annotated[Sha, Meta(description="SHA-256 of all that the form says")]
    on: Annotated[Day, Meta(description="when it was issued")]
    due: Annotated[Day | None, Meta(description="when it is due")] = None
    items: tuple[IssuedItem, ...]


class ReceivedForm(Record, frozen=True, kw_only=True):
    """A file that came back."""

    sha256: Annotated[Sha, Meta(description="SHA-256 of the file")]
    file: Annotated[Line, Meta(description="its name as it came")]
    on: Annotated[Day, Meta(description="when it was read")]
    tracked: Annotated[Text, Meta(description="what became of its tracked changes: accept or reject")] = ""


class AskedQuestion(Record, frozen=True, kw_only=True):
    """What the agency was asked about an item."""

    ref: Line
    question: Line
    on: Day


class Decision(Record, frozen=True, kw_only=True):
    """What was decided about an item of a file that came back."""

    ref: Line
    key: Annotated[Line, Meta(description="the item's name in the form")]
    took: Annotated[Line, Meta(description="theirs or ours")]
    value: Annotated[Text, Meta(description="the figure, the words for none, or SHA-256 of a commentary")] = ""
    reason: Text = ""
    on: Day
    file: Annotated[Line, Meta(description="the first twelve digits of the file's SHA-256")]


class AgencyReturn(Record, frozen=True, kw_only=True):
    """`content/returns/ID/AGENCY.yaml`; plangen writes it."""

    agency: Annotated[Id, Meta(description="the agency's id in partnership.yaml")]
    issued: tuple[IssuedForm, ...] = ()
    received: tuple[ReceivedForm, ...] = ()
    asked: tuple[AskedQuestion, ...] = ()
    decisions: tuple[Decision, ...] = ()
