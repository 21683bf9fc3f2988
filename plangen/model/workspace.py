"""A workspace: everything that was read from `content/`, validated and tied together."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from plangen.diagnostics import Diagnostic, Location
from plangen.document.blocks import Picture
from plangen.document.origins import Stretch
from plangen.document.theme import Theme
from plangen.model.figures import Accepted, Fact, Stated, Term
from plangen.model.indicator import Indicator
from plangen.model.observation import Observation
from plangen.model.pack import PackRecord, SignOff
from plangen.model.partnership import Partnership
from plangen.model.plan import Appendix, PlanRecord, Priorities, WeSaidWeDid, YouSaidWeDid
from plangen.model.prose import Prose
from plangen.model.target import Target

__all__ = ["Pack", "Plan", "Records", "Workspace"]


class Records(Struct, frozen=True):
    """What every edition shares.

    `places` tells where a record stands: `("indicators", "all_crime")`, `("stated", "0")`. `prose` holds its
    fields that may have expressions or Markdown: `indicators.yaml#all_crime.detail`, `stated.yaml#0.ours`.
    `stretches` has the lines of every value of their files, by the same kind of key.
    """

    partnership: Partnership
    indicators: Mapping[str, Indicator]
    targets: Mapping[str, Target]
    facts: Mapping[str, Fact]
    stated: tuple[Stated, ...]
    accepted: tuple[Accepted, ...]
    glossary: Mapping[str, Term]
    observations: tuple[Observation, ...]
    places: Mapping[tuple[str, str], Location]
    prose: Mapping[str, Prose] = field(default_factory=dict)
    stretches: Mapping[str, Stretch] = field(default_factory=dict)


class Plan(Struct, frozen=True):
    """An annual plan's own files.

    `prose` holds every piece of Markdown by where it came from: a chapter's narrative under its chapter id, a
    field of a record under `file#path`, as `priorities.yaml#priorities.0.resources` (an empty field has none).
    `places` tells where a value stands: `priorities.yaml#priorities.0`, and a chapter's file by its chapter id;
    `stretches` which lines it takes.
    """

    id: str
    record: PlanRecord
    prose: Mapping[str, Prose]
    places: Mapping[str, Location]
    we_said: WeSaidWeDid | None = None
    you_said: YouSaidWeDid | None = None
    priorities: Priorities | None = None
    appendix: Appendix | None = None
    stretches: Mapping[str, Stretch] = field(default_factory=dict)


class Pack(Struct, frozen=True):
    """A performance pack's own files.

    `prose` holds a commentary by the ref of its key action or measure (`1.2`, `3.4a`: the name of its file), and
    fields of records as in `Plan`; `signed` says who signed a commentary off, and when.
    """

    id: str
    record: PackRecord
    prose: Mapping[str, Prose]
    places: Mapping[str, Location]
    signed: Mapping[str, SignOff] = field(default_factory=dict)
    stretches: Mapping[str, Stretch] = field(default_factory=dict)


class Workspace(Struct, frozen=True):
    """A workspace as read: shared records, the editions in it, pictures by name, and its theme.

    `digests` maps every file that was read (relative to the workspace) to the SHA-256 of its bytes. `warnings`
    are the findings that did not stop the reading.
    """

    records: Records
    plans: Mapping[str, Plan]
    packs: Mapping[str, Pack]
    pictures: Mapping[str, Picture]
    theme: Theme
    digests: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[Diagnostic, ...] = ()
