"""What every part of compose needs to know: the edition, the evidence, and where it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from plangen.compose.ledger import Ledger
from plangen.compose.trace import Trace
from plangen.document.blocks import Block
from plangen.kept import NOTHING_KEPT, KeptResults
from plangen.language.language import Language
from plangen.measures.evidence import Evidence
from plangen.model.plan import Appendix, Priority, ResidentTheme, WeSaidWeDid
from plangen.model.prose import Directive, NoteReference, Prose
from plangen.model.workspace import Pack, Plan, Records, Workspace
from plangen.sources.prose_walk import phrases_in

__all__ = ["Context", "Maker"]


class Context(Struct, frozen=True):
    """A place in an edition that is being composed.

    `scope` is the id of the section being written and prefixes the ids made in it. `note_scope` is the same of
    the section at whose end the notes stand, and `marks` gives their printed labels. `chapters` gives the numbers
    of numbered chapters, `running` the running head of pages that a chapter's parts begin. `awaits` says that
    figures may still come. `makers` say which function makes what a directive asks for, so that prose, which holds
    directives, does not import them. `trace` notes where everything comes from, if somebody asked for that.
    `kept` has what was composed before; `ground` is the same object as long as records, pictures, language and
    `awaits` are, and all of the edition but its prose, places and signatures.
    """

    workspace: Workspace
    edition: Plan | Pack
    evidence: Evidence
    ledger: Ledger
    language: Language
    makers: Mapping[str, Maker]
    chapters: Mapping[str, str]
    scope: str = ""
    note_scope: str = ""
    marks: Mapping[str, str] = field(default_factory=dict)
    running: str = ""
    awaits: bool = False
    trace: Trace | None = None
    kept: KeptResults = NOTHING_KEPT
    ground: object = None

    @property
    def records(self) -> Records:
        """The records that every edition shares."""
        return self.workspace.records

    @property
    def we_said(self) -> WeSaidWeDid | None:
        """Last year's promises, where the edition is a plan that has them."""
        return self.edition.we_said if isinstance(self.edition, Plan) else None

    @property
    def themes(self) -> tuple[ResidentTheme, ...]:
        """What residents said and what was done, where the edition is a plan that has it."""
        plan = self.edition
        return plan.you_said.themes if isinstance(plan, Plan) and plan.you_said else ()

    @property
    def priorities(self) -> tuple[Priority, ...]:
        """The year's priorities, where the edition is a plan that has them."""
        plan = self.edition
        return plan.priorities.priorities if isinstance(plan, Plan) and plan.priorities else ()

    @property
    def appendix(self) -> Appendix | None:
        """The table of indicators and targets, where the edition is a plan that has one."""
        return self.edition.appendix if isinstance(self.edition, Plan) else None

    def inside(self, scope: str, prose: Prose | None = None) -> Context:
        """The same context inside a section, with the footnotes of `prose` numbered in order of their calls."""
        marks = {label: str(number) for number, label in enumerate(_called(prose), 1)} if prose else {}
        return replace(self, scope=scope, note_scope=scope, marks=marks)

    def deeper(self, name: str) -> Context:
        """The same context in a subsection."""
        return replace(self, scope=f"{self.scope}_{name}")

    def prose(self, key: str) -> Prose:
        """A piece of Markdown by where it was written; empty where the field was left out."""
        return self.edition.prose.get(key) or self.records.prose.get(key) or Prose(())


Maker = Callable[[Context, Directive], tuple[Block, ...]]
"""Makes the blocks that a directive asks for."""


def _called(prose: Prose) -> tuple[str, ...]:
    """The labels of the notes of `prose`, by first call; notes that nothing calls come last."""
    called = (phrase.label for phrase in phrases_in(prose) if isinstance(phrase, NoteReference))
    return tuple(dict.fromkeys((*called, *(note.label for note in prose.notes))))
