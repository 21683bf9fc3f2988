"""Phrases of documents: what a language says of itself, around and between what officers write."""

from __future__ import annotations

from typing import Protocol

from plangen.model.edition import Approval, ArchiveAnchor, Correction, Notice
from plangen.model.period import Period
from plangen.model.result import Change, Verdict

__all__ = ["EditionPhrases", "PackPhrases", "PlanPhrases"]


class EditionPhrases(Protocol):
    """What an edition says of itself."""

    def about_heading(self) -> str:
        """The heading of the last section."""

    def accessibility_words(self, address: str) -> tuple[str, str]:
        """The words that link to the accessibility statement, and those after them, with the address to type."""

    def anchor_words(self, anchor: ArchiveAnchor) -> str:
        """The archive's newest version before this one, and the digest by which it is known again."""

    def approval_words(self, approval: Approval) -> str:
        """The approval as the last page has it, in full even where the foot of a page is too narrow for it."""

    def contents_heading(self) -> str:
        """The heading of the contents."""

    def correction_approval(self, correction: Correction) -> str:
        """The line under a correction: "It replaces version 1.0 and was approved by the Board."."""

    def correction_heading(self, correction: Correction) -> str:
        """What a correction is called: "Version 1.1, 5 May 2011"."""

    def corrections_heading(self) -> str:
        """The heading of the corrections page."""

    def digest_words(self, digest: str) -> str:
        """The content digest, and what it is."""

    def email_start(self) -> str:
        """Before the address that readers can write to."""

    def figure_to_come(self) -> str:
        """What stands in a draft where a figure is not in the data yet."""

    def targets_to_come(self) -> str:
        """What stands in a draft where the year has no targets yet."""

    def still_to_do(self) -> str:
        """The heading of a box in a draft that says what is still to be written."""

    def footer(self, version: str, final: bool, approval: Approval | None) -> str:
        """The left of a page's foot: version, and its date and approver or that it is not approved."""

    def notice_heading(self, notice: Notice) -> str:
        """The heading of a notice of the last section."""

    def observations_description(self) -> str:
        """What the attached observations.csv is."""

    def origin_words(self) -> str:
        """How a reader can trace a figure."""

    def pack_period(self, period: Period) -> str:
        """The period as a pack's first page has it: "Quarter 2, 2016/17 (July to September 2016)"."""

    def pack_subject(self, partnership: str) -> str:
        """What a pack is."""

    def pack_title(self, title: str, period: Period) -> str:
        """A pack's title with its period: "Performance pack: quarter 2, 2016/17"."""

    def part_running(self, part: str, chapter: str) -> str:
        """The running head of a chapter's own parts: "Looking forward: headline actions"."""

    def phone_words(self, number: str) -> str:
        """The number that readers can call."""

    def plan_subject(self, partnership: str) -> str:
        """What a plan is, where its record does not say."""

    def plan_title(self, title: str, period: Period) -> str:
        """A plan's title with its years: "Safe City Partnership Plan 2011 to 2012"."""

    def plan_years(self, period: Period) -> str:
        """The years of a plan as its cover says them: "2011 to 2012"."""

    def results_description(self) -> str:
        """What the attached results.csv is."""


class PlanPhrases(Protocol):
    """What no officer writes of an annual plan."""

    def action_heads(self) -> tuple[str, str]:
        """The heads of a table of actions."""

    def actions_heading(self) -> str:
        """The heading of a priority's actions."""

    def actions_summary(self, priority: str) -> str:
        """What a table of actions holds, for those who hear it."""

    def agency_heads(self) -> tuple[str, str]:
        """The heads of the table of agencies."""

    def agency_summary(self) -> str:
        """What the table of agencies holds, for those who hear it."""

    def appendix_heads(self, result: Period, targets: tuple[Period, ...]) -> tuple[str, ...]:
        """The heads of the appendix: the indicator, a result, a target for each of `targets`, and the change."""

    def appendix_summary(self, result: Period) -> str:
        """What the appendix holds, for those who hear it."""

    def feedback_heading(self) -> str:
        """The heading over what residents told the partnership, in its own words."""

    def glossary_heads(self) -> tuple[str, str]:
        """The heads of the list of terms."""

    def glossary_sentence(self, words: str) -> str:
        """An expansion as a sentence, with a capital letter and one full stop; nothing stays nothing."""

    def glossary_summary(self) -> str:
        """What the list of terms holds, for those who hear it."""

    def key_heading(self) -> str:
        """The heading of the key at the foot of the contents."""

    def latest_heads(self) -> tuple[str, str, str]:
        """The heads of a table of latest values."""

    def latest_summary(self, indicators: tuple[str, ...]) -> str:
        """What a table of latest values holds, for those who hear it."""

    def led_actions(self, led: tuple[tuple[str, tuple[int, ...]], ...]) -> str:
        """The actions that an agency leads, priority by priority: "Violent crime 1 and 4; efficiency 3"."""

    def outcomes_heading(self) -> str:
        """The heading of a priority's outcomes."""

    def priorities_heading(self) -> str:
        """The heading of the priorities on the cover."""

    def promise_heads(self) -> tuple[str, str, str]:
        """The heads of last year's promises."""

    def promise_summary(self) -> str:
        """What the table of promises holds, for those who hear it."""

    def prose_table_summary(self, heads: tuple[str, ...]) -> str:
        """What a table in a chapter holds, for those who hear it."""

    def resources_heading(self) -> str:
        """The heading of a priority's resources."""

    def results_source(self, period: Period, source: str) -> str:
        """The line under last year's promises."""

    def section_reference(self, number: str) -> str:
        """How a numbered chapter is referred to: "section 3"."""

    def target_heads(self) -> tuple[str, str]:
        """The heads of the year's key targets."""

    def target_summary(self) -> str:
        """What the table of key targets holds, for those who hear it."""

    def we_did(self) -> str:
        """The label of what was done about it."""

    def you_said(self) -> str:
        """The label of what residents said."""


class PackPhrases(Protocol):
    """What no officer writes of a performance pack."""

    def band_counts(self, improved: int, worsened: int, unchanged: int, untested: int) -> str:
        """The right end of a band, without empty counts: "1 improved, 4 no clear change, 2 not tested"."""

    def beside_end(self, others: str) -> str:
        """After it: " similar areas."."""

    def beside_start(self) -> str:
        """Before how far a value is from its benchmark."""

    def best_movers(self) -> str:
        """The heading of the measures that moved most for the better."""

    def commentary_heading(self, ref: str) -> str:
        """The heading of what is said of a key action after its measures: "What is being done on 1.2"."""

    def commentary_line(self, lead: str, by: tuple[str, ...], sources: tuple[str, ...]) -> str:
        """Who leads, who wrote it and where the figures are from, each of which may be empty.

        "Lead and commentary: Hampshire Constabulary. Source: iQuanta."
        """

    def from_to(self, change: Change) -> str:
        """Before and after, ready for the amount: "35% to 31%. "."""

    def glance_running(self) -> str:
        """The running head of the first page."""

    def glance_sentence(self, improved: int, worsened: int, unchanged: int, untested: int) -> str:
        """In short: "Eight of our 20 measures got worse, four improved and eight could not be tested".

        The largest group of those tested comes first; groups without a measure are left out.
        """

    def in_words_only(self) -> str:
        """Stands where an action is not measured."""

    def key_heading(self) -> str:
        """The heading of the key to the symbols."""

    def key_heads(self) -> tuple[str, str]:
        """The heads of the key."""

    def key_summary(self) -> str:
        """What the key holds, for those who hear it."""

    def move_end(self, change: Change) -> str:
        """After the size of a change: " on the same quarter last year"."""

    def move_joint(self) -> str:
        """Between the two changes of a sentence."""

    def no_best_mover(self) -> str:
        """Stands where nothing improved."""

    def no_worst_mover(self) -> str:
        """Stands where nothing worsened."""

    def place_start(self, area: str, still: str) -> str:
        """Before a place in a sentence: "Southampton is still "."""

    def priority_heads(self) -> tuple[str, ...]:
        """The head of the column of priorities on the first page; the verdicts head the others."""

    def priority_summary(self) -> str:
        """What the table of priorities holds, for those who hear it."""

    def running_head(self, number: int, title: str) -> str:
        """The right end of a page's header: "Priority 1: Reduce crime and anti-social behaviour"."""

    def summary_heading(self) -> str:
        """The heading of the table of all measures."""

    def summary_heads(self) -> tuple[str, str, str, str, str, str, str]:
        """The heads of the table of all measures, reference to benchmark."""

    def summary_note(self, period: Period) -> str:
        """What the columns of the summary are."""

    def summary_summary(self) -> str:
        """What the table of all measures holds, for those who hear it."""

    def verdict_meaning(self, verdict: Verdict) -> str:
        """What a verdict and its symbol mean, for the key."""

    def worst_movers(self) -> str:
        """The heading of the measures that moved most for the worse."""

    def yearly(self) -> str:
        """Stands in the column of the year before, where the period before is the year before."""
