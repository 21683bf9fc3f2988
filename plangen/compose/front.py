"""The cover and the contents of a plan."""

from __future__ import annotations

from plangen.compose.context import Context
from plangen.compose.marks import changes_key, targets_key
from plangen.compose.tracing import about, named, written
from plangen.document.blocks import Contents, Cover, Figure, PriorityItem
from plangen.language.language import Language
from plangen.model.plan import PlanRecord

__all__ = ["contents", "cover", "priority_items"]


def cover(context: Context, record: PlanRecord) -> Cover:
    """The cover: partnership, title, years and the priorities that have a number."""
    partnership = context.records.partnership
    pictures = context.workspace.pictures
    made = Cover(
        partnership=partnership.name,
        title=record.title,
        period=context.language.editions.plan_years(record.period),
        priorities_heading=context.language.plan.priorities_heading(),
        priorities=priority_items(context),
        logos=tuple(
            about(
                context,
                Figure(f"logo_{number}", pictures[logo.picture], logo.alt),
                f"partnership.yaml#publication.logos.{number - 1}",
            )
            for number, logo in enumerate(partnership.publication.logos, 1)
            if logo.picture in pictures
        ),
    )
    about(context, made, "plan.yaml#period")
    written(context, made, "partnership.yaml#name", "partnership")
    return written(context, made, "plan.yaml#title", "title")


def contents(language: Language) -> Contents:
    """The contents, with the key to the symbols a plan uses."""
    key = (*targets_key(language), *changes_key(language))
    return Contents(language.editions.contents_heading(), language.plan.key_heading(), key)


def priority_items(context: Context) -> tuple[PriorityItem, ...]:
    """The year's priorities that have a number."""
    return tuple(
        PriorityItem(priority.number, (named(context, priority.title, f"priorities.yaml#priorities.{at}.title"),))
        for at, priority in enumerate(context.priorities)
        if priority.number is not None
    )
