"""How a measure stands against its targets, and what it adds up to over the year."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.compose.context import Context
from plangen.compose.numbers import outcome_of
from plangen.compose.pack.reading import Observed
from plangen.compose.tracing import about
from plangen.compose.words import quantity
from plangen.document.blocks import Block, Paragraph
from plangen.document.inlines import Inline, Text
from plangen.measures.accumulations import rolling_year, year_to_date
from plangen.measures.targets import promised
from plangen.model.comparison import Accumulation, Gap

__all__ = ["sums", "target_lines"]


def target_lines(context: Context, observed: Observed) -> Iterator[Block]:
    """A line for every target that is due in or after the period of the latest value."""
    period = context.edition.record.period
    for target in context.records.targets.values():
        if target.indicator != observed.id or not target.due.contains(period):
            continue
        found = outcome_of(context, target, period)
        asked = promised(context.evidence, target)
        words: tuple[Inline, ...] = (
            Text(context.language.targets.target_words(target)),
            quantity(context, asked, context.language.levels.level_words(asked)),
            Text(
                context.language.targets.standing_words(
                    context.language.outcomes.badge_word(found), target.tolerance
                )
            ),
        )
        yield about(context, Paragraph(words), f"targets.yaml#{target.id}")


def sums(context: Context, observed: Observed) -> tuple[Inline, ...]:
    """Year to date and the last twelve months of a count, for the line under its table; nothing otherwise."""
    at = observed.current.period if observed.current else None
    parts: list[Inline] = []
    for label, added in (
        (
            context.language.targets.year_to_date(),
            year_to_date(context.evidence, observed.id, at, observed.category),
        ),
        (
            context.language.targets.rolling_year(),
            rolling_year(context.evidence, observed.id, at, observed.category),
        ),
    ):
        parts += _sum(context, label, added)
    return tuple(parts)


def _sum(context: Context, label: str, added: Accumulation) -> Iterator[Inline]:
    if added.why is Gap.NOT_ADDED:
        return
    if added.total is not None:
        yield Text(label)
        yield quantity(context, added.total, context.language.levels.table_figure(added.total))
        yield Text(". ")
    elif added.why is not None:
        why = context.language.comparisons.gap_words(added.why, added.gap_at)
        yield Text(label + context.language.targets.sum_missing(why))
