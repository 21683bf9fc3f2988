"""Every rule over one text."""

from __future__ import annotations

from plangen.checks.finding import Finding, ranked
from plangen.checks.rules.arrows import arrows
from plangen.checks.rules.changes_column import changes_column
from plangen.checks.rules.denied import denied
from plangen.checks.rules.factors import factors
from plangen.checks.rules.lights import lights
from plangen.checks.rules.loose_targets import loose_targets
from plangen.checks.rules.more_than_before import more_than_before
from plangen.checks.rules.moves import moves
from plangen.checks.rules.notes import notes
from plangen.checks.rules.order import order
from plangen.checks.rules.periods import periods
from plangen.checks.rules.points import points
from plangen.checks.rules.polarity import polarities
from plangen.checks.rules.row_totals import row_totals
from plangen.checks.rules.said_and_tabled import said_and_tabled
from plangen.checks.rules.share import shares
from plangen.checks.rules.sums import sums
from plangen.checks.rules.totals import totals
from plangen.checks.rules.units import units
from plangen.checks.rules.values import values
from plangen.checks.writing import Writing

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
    units,
    values,
    said_and_tabled,
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
    return tuple(finding for finding in ranked(found) if finding.confidence >= min_confidence)
