"""What came back in a form, by the names of its items and never by its cells' places."""

from __future__ import annotations

import re

from msgspec import Struct, field

from plangen.intake.returns.entries import TypedCell
from plangen.model.pack import SignOff

__all__ = ["FormIdentity", "Returned", "ReturnedCommentary", "ReturnedFigure", "identity_in"]

_ID = re.compile(
    r"\b(?:Form )?(pack-(?P<pack>[0-9a-z][0-9a-z-]*)/(?P<agency>[a-z][a-z0-9_]*)/(?P<short>[0-9a-f]{12}))\b"
)


class FormIdentity(Struct, frozen=True):
    """Which form a file says that it is; `partnership` is "" where only the visible line was left."""

    form: str
    pack: str
    agency: str
    short: str
    partnership: str = ""


class ReturnedFigure(Struct, frozen=True, kw_only=True):
    """A row of the figures: the cell filled in, what stands beside it, and the locked cells as they are now.

    `by` says how the row was found: `key`, `name`, or `words` (reference and measure).
    """

    value: TypedCell = TypedCell()
    provisional: str = ""
    unavailable: str = ""
    remark: str = ""
    ref: str = ""
    measure: str = ""
    year_before: TypedCell = TypedCell()
    previous: TypedCell = TypedCell()
    row: int = 0
    by: str = "key"


class ReturnedCommentary(Struct, frozen=True, kw_only=True):
    """A commentary: Markdown from Word, or the text of a cell; who signed it, and the text of that if unclear."""

    markdown: str = ""
    signed_off: SignOff | None = None
    signed_text: str = ""
    lost: tuple[str, ...] = ()


class Returned(Struct):
    """All of a form that came back, by the keys of its items.

    `twice` has keys that stand in two rows which say different things, `added` rows that are none of ours.
    """

    identity: FormIdentity
    figures: dict[str, ReturnedFigure] = field(default_factory=dict)
    commentaries: dict[str, ReturnedCommentary] = field(default_factory=dict)
    twice: set[str] = field(default_factory=set)
    added: list[int] = field(default_factory=list)
    holds_figures: bool = True
    changes: int = 0


def identity_in(text: str, partnership: str = "") -> FormIdentity | None:
    """The identity that stands in a text, as in "Form pack-2016-17-q2/police/0123456789ab"."""
    found = _ID.search(text)
    return FormIdentity(found[1], found["pack"], found["agency"], found["short"], partnership) if found else None
