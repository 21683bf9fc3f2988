"""Every rule over one text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plangen.checks.finding import DocumentPlace, Finding, ranked
from plangen.checks.rules.arrows import arrows
from plangen.checks.rules.backward_spans import backward_spans
from plangen.checks.rules.changes_column import changes_column
from plangen.checks.rules.changes_over_two import changes_over_two
from plangen.checks.rules.chart_totals import chart_totals
from plangen.checks.rules.column_formulas import column_formulas
from plangen.checks.rules.compared import compared
from plangen.checks.rules.denied import denied
from plangen.checks.rules.differences import differences
from plangen.checks.rules.factors import factors
from plangen.checks.rules.fractions import fractions
from plangen.checks.rules.implied_wholes import implied_wholes
from plangen.checks.rules.later_periods import later_periods
from plangen.checks.rules.lights import lights
from plangen.checks.rules.listed_order import listed_order
from plangen.checks.rules.loose_targets import loose_targets
from plangen.checks.rules.more_than_before import more_than_before
from plangen.checks.rules.moves import moves
from plangen.checks.rules.named_rows import named_rows
from plangen.checks.rules.notes import notes
from plangen.checks.rules.order import order
from plangen.checks.rules.periods import periods
from plangen.checks.rules.points import points
from plangen.checks.rules.polarity import polarities
from plangen.checks.rules.retyped import retyped
from plangen.checks.rules.row_totals import row_totals
from plangen.checks.rules.said_and_shown import said_and_shown
from plangen.checks.rules.said_changes import said_changes
from plangen.checks.rules.share import shares
from plangen.checks.rules.shares_of_all import shares_of_all
from plangen.checks.rules.statuses import statuses
from plangen.checks.rules.summing_rows import summing_rows
from plangen.checks.rules.sums import sums
from plangen.checks.rules.superlatives import superlatives
from plangen.checks.rules.totals import totals
from plangen.checks.rules.totals_in_words import totals_in_words
from plangen.checks.rules.two_bases import two_bases
from plangen.checks.rules.units import units
from plangen.checks.rules.values import values
from plangen.checks.writing import Writing
from plangen.diagnostics import Code, codes

__all__ = ["DEFAULT_CONFIDENCE", "RULES", "audited"]

RULES = (
    shares,
    sums,
    lights,
    totals,
    row_totals,
    moves,
    denied,
    points,
    factors,
    arrows,
    changes_column,
    loose_targets,
    more_than_before,
    totals_in_words,
    shares_of_all,
    implied_wholes,
    differences,
    compared,
    fractions,
    listed_order,
    said_changes,
    statuses,
    two_bases,
    backward_spans,
    later_periods,
    changes_over_two,
    column_formulas,
    summing_rows,
    superlatives,
    retyped,
    named_rows,
    chart_totals,
    units,
    values,
    said_and_shown,
    polarities,
    periods,
    order,
    notes,
)

DEFAULT_CONFIDENCE = 0.6
"""Below it, more than one finding in ten pages of sound text was mistaken in our trials (docs/checks.md)."""


def audited(writing: Writing, min_confidence: float = DEFAULT_CONFIDENCE) -> tuple[Finding, ...]:
    """What does not agree with itself in `writing`, the surest first."""
    found = (finding for rule in RULES for finding in rule(writing))
    return tuple(finding for finding in _told_once(ranked(found)) if finding.confidence >= min_confidence)


def _told_once(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The surest of the findings that two rules make of one figure in one place."""
    told: set[tuple[Code, DocumentPlace, str]] = set()
    pairs: set[frozenset[str]] = set()
    for finding in findings:
        key = (finding.kind, finding.place, finding.stated.lstrip("£ "))
        pair = frozenset((finding.stated, finding.recomputed))
        if key not in told and not (finding.kind is codes.TWO_VALUES and pair in pairs):
            yield finding
        told.add(key)
        pairs.add(pair)
