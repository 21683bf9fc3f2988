"""The check of an edition: every rule, placed in its file, weighed, and settled where somebody accepted it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from plangen.checks.editions.abbreviations import abbreviations
from plangen.checks.editions.accepted import settled
from plangen.checks.editions.begun import period_before_as_coming, stale_words
from plangen.checks.editions.due import date_of_edition, figures_of_pack, targets_of_plan
from plangen.checks.editions.headings import judging_headings
from plangen.checks.editions.names import Names
from plangen.checks.editions.passages import Passage
from plangen.checks.editions.placing import place_of, place_of_field
from plangen.checks.editions.promises import promises_of_plan, promises_set_before
from plangen.checks.editions.prose import Coverage, coverage_of, prose_remarks
from plangen.checks.editions.remarks import Remark, worst_of_figures
from plangen.checks.editions.scope import edition_passages, indicators_shown
from plangen.checks.editions.small_counts import small_in_attachments, small_in_results, small_in_words
from plangen.checks.editions.stated import StatedDifference, differences, unexplained
from plangen.checks.editions.style import STYLE_CODES, style_remarks
from plangen.checks.editions.targets import check_targets_of
from plangen.checks.editions.twins import check_twins
from plangen.diagnostics import Diagnostic, Severity
from plangen.document.blocks import Document
from plangen.measures.evidence import Evidence
from plangen.measures.results import ResultRow
from plangen.model.figures import Accepted
from plangen.model.plan import Priorities
from plangen.model.workspace import Pack, Plan, Records

__all__ = ["EditionCheck", "EditionReport", "check_edition", "hinders", "weighed"]

_OF_THE_CHECK = "PG8"
"""How codes begin whose errors may be accepted or made less: they are about figures, not about a broken page."""


class EditionCheck(Struct, frozen=True):
    """A composed edition as it is checked.

    `source` gives the text of a content file, or nothing; `earlier` are the priorities of last year's plan, where
    the workspace has it; `before` is the edition that this one was begun from, or the nearest earlier one of its
    kind; `style` asks for remarks on readability.
    """

    edition: Plan | Pack
    records: Records
    document: Document
    results: tuple[ResultRow, ...]
    source: Callable[[str], str]
    earlier: Priorities | None = None
    before: Plan | Pack | None = None
    style: bool = False


class EditionReport(Struct, frozen=True):
    """What a check found: findings, those accepted with the decision, coverage, printed figures that differ.

    `used` numbers the records of accepted.yaml that settled something.
    """

    findings: tuple[Diagnostic, ...]
    accepted: tuple[tuple[Diagnostic, Accepted], ...]
    coverage: Coverage
    differences: tuple[StatedDifference, ...]
    used: frozenset[int]


def check_edition(check: EditionCheck, others: Iterable[Diagnostic] = ()) -> EditionReport:
    """Check an edition; `others` are findings of reading and composing, which may be accepted unless errors."""
    evidence = Evidence.gather(check.records, check.edition.record.period)
    shown = indicators_shown(check.records, check.results)
    passages = tuple(edition_passages(evidence, check.edition, shown))
    found = [(finding, finding.message) for finding in others]
    stated = tuple(differences(evidence))
    remarks = worst_of_figures(_remarks(check, evidence, passages, shown, stated))
    found += [(_diagnostic(remark, check.source), remark.quote) for remark in remarks]
    severities = check.records.partnership.severities
    ready = [(weighed(f, severities), quote) for f, quote in found if _wanted(f.code, severities, check.style)]
    can = [(f, q) for f, q in ready if not hinders(f)]
    cannot = [f for f, _ in ready if hinders(f)]
    done, left, used = settled(check.records.accepted, can)
    return EditionReport(
        findings=tuple(dict.fromkeys((*cannot, *left))),
        accepted=tuple(done),
        coverage=coverage_of(passages),
        differences=stated,
        used=frozenset(used),
    )


def hinders(finding: Diagnostic) -> bool:
    """Whether a finding is an error of another part: a figure is wrong or missing, or a page cannot be made."""
    return finding.severity is Severity.ERROR and not finding.code.startswith(_OF_THE_CHECK)


def weighed(finding: Diagnostic, severities: Mapping[str, Severity]) -> Diagnostic:
    """A finding with the severity that the partnership gives it; errors of other parts stay errors."""
    wanted = severities.get(finding.code)
    if wanted is None or hinders(finding):
        return finding
    return replace(finding, severity=wanted)


def _remarks(
    check: EditionCheck,
    evidence: Evidence,
    passages: tuple[Passage, ...],
    shown: tuple[str, ...],
    stated: tuple[StatedDifference, ...],
) -> Iterator[Remark]:
    keys = [row.key for row in check.results]
    yield from prose_remarks(evidence, passages, Names.of(check.records.indicators, shown))
    yield from judging_headings(passages)
    yield from abbreviations(passages, check.records.glossary)
    if isinstance(check.edition, Plan):
        yield from check_targets_of(evidence)
        yield from promises_of_plan(evidence, check.edition, keys)
        yield from promises_set_before(evidence, check.edition, check.earlier)
        yield from targets_of_plan(evidence, check.edition, check.before)
    else:
        yield from figures_of_pack(evidence, check.edition)
    yield from date_of_edition(check.edition, check.before)
    yield from stale_words(check.edition, check.before)
    yield from period_before_as_coming(check.edition, check.before, passages)
    yield from unexplained(stated)
    yield from check_twins(evidence)
    yield from small_in_words(evidence, passages)
    yield from small_in_results(evidence, keys)
    yield from small_in_attachments(evidence, check.document.attachments)
    if check.style or set(STYLE_CODES) & set(check.records.partnership.severities):
        yield from style_remarks(passages)


def _wanted(code: str, severities: Mapping[str, Severity], style: bool) -> bool:
    return style or code not in STYLE_CODES or code in severities


def _diagnostic(remark: Remark, source: Callable[[str], str]) -> Diagnostic:
    place, message = remark.finding.location, remark.finding.message
    assert place is not None
    if remark.field:
        place = place_of_field(place, remark.field, source(place.file))
    if remark.said is not None:
        said = remark.said
        place = place_of(said.passage, said.offset + remark.start, said.offset + remark.end, source(place.file))
        message = f"{message} ({_excerpt(said.text, remark.start, remark.end)})"
    return replace(remark.finding, message=message, location=place)


_AROUND = 40


def _excerpt(text: str, start: int, end: int) -> str:
    """The words around a place of a sentence, cut at spaces."""
    first = 0 if start <= _AROUND else text.find(" ", start - _AROUND) + 1
    last = len(text) if len(text) - end <= _AROUND else text.rfind(" ", 0, end + _AROUND)
    before = "\N{HORIZONTAL ELLIPSIS} " if first else ""
    after = " \N{HORIZONTAL ELLIPSIS}" if last < len(text) else ""
    return f"{before}{text[first : max(last, end)]}{after}"
