"""The cover and the contents of a plan."""

from __future__ import annotations

from plangen.compose.context import Context
from plangen.compose.marks import changes_key, targets_key
from plangen.document.blocks import Contents, Cover, Figure, PriorityItem
from plangen.document.inlines import Text
from plangen.language.language import Language
from plangen.model.plan import PlanRecord

__all__ = ["contents", "cover", "priority_items"]


def cover(context: Context, record: PlanRecord) -> Cover:
    """The cover: partnership, title, years and the priorities that have a number."""
    partnership = context.records.partnership
    pictures = context.workspace.pictures
    return Cover(
        partnership=partnership.name,
        title=record.title,
        period=context.language.editions.plan_years(record.period),
        priorities_heading=context.language.plan.priorities_heading(),
        priorities=priority_items(context),
        logos=tuple(
            Figure(f"logo_{number}", pictures[logo.picture], logo.alt)
            for number, logo in enumerate(partnership.publication.logos, 1)
            if logo.picture in pictures
        ),
    )


def contents(language: Language) -> Contents:
    """The contents, with the key to the symbols a plan uses."""
    key = (*targets_key(language), *changes_key(language))
    return Contents(language.editions.contents_heading(), language.plan.key_heading(), key)


def priority_items(context: Context) -> tuple[PriorityItem, ...]:
    """The year's priorities that have a number."""
    listed = context.priorities
    return tuple(PriorityItem(p.number, (Text(p.title),)) for p in listed if p.number is not None)
