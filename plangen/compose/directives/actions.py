"""`priorities` and `headline-actions`: what the partnership will do, priority by priority."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.compose.context import Context
from plangen.compose.directives.strips import target_strip
from plangen.compose.front import priority_items
from plangen.compose.prose import blocks, notes
from plangen.compose.tracing import about, named
from plangen.compose.words import first_paragraph
from plangen.document.blocks import Block, ListBlock, ListItem, Paragraph, PriorityList, Section
from plangen.document.inlines import Inline, Text
from plangen.document.tables import (
    Cell,
    CellBlock,
    CellLine,
    CellList,
    Column,
    ColumnHeader,
    ColumnRole,
    Density,
    Row,
    RowGroup,
    Table,
    Tone,
)
from plangen.model.plan import Action, Priority
from plangen.model.prose import Directive

__all__ = ["headline_actions", "lead_agencies", "priorities"]


def priorities(context: Context, directive: Directive) -> tuple[Block, ...]:
    """The year's priorities with their number blocks."""
    return (PriorityList(priority_items(context)),)


def headline_actions(context: Context, directive: Directive) -> tuple[Block, ...]:
    """A section for every priority: target, outcomes, resources, and its actions with who leads them."""
    listed = context.priorities
    return tuple(
        about(context, _section(context, priority, index), f"priorities.yaml#priorities.{index}")
        for index, priority in enumerate(listed)
    )


def lead_agencies(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Who leads what: for every agency, in the order of the partnership's list, its actions by priority."""
    listed = context.priorities
    leading = {lead for priority in listed for action in priority.actions for lead in action.leads}
    rows = tuple(
        about(
            context,
            Row(
                (
                    Cell((CellLine((_agency(context, lead),), Tone.STRONG),)),
                    Cell.of(context.language.plan.led_actions(_led(listed, lead))),
                )
            ),
            "priorities.yaml",
        )
        for lead in context.records.partnership.agencies
        if lead in leading
    )
    if not rows:
        return ()
    table = Table(
        summary=context.language.plan.agency_summary(),
        columns=(Column(ColumnRole.NAME), Column(ColumnRole.WORDS)),
        header=tuple(map(ColumnHeader, context.language.plan.agency_heads())),
        groups=(RowGroup(rows),),
        density=Density.DATA,
    )
    return (table,)


def _led(listed: tuple[Priority, ...], lead: str) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """The priorities of which the agency leads an action, each with the numbers of those actions."""
    found = (
        (priority.short or priority.title, tuple(n for n, a in enumerate(priority.actions, 1) if lead in a.leads))
        for priority in listed
    )
    return tuple((title, numbers) for title, numbers in found if numbers)


def _section(context: Context, priority: Priority, index: int) -> Section:
    inner = context.inside(priority.id)
    return Section(
        id=inner.scope,
        heading=(named(context, priority.title, f"priorities.yaml#priorities.{index}.title"),),
        blocks=tuple(_priority_blocks(inner, priority, f"priorities.yaml#priorities.{index}")),
        priority=priority.number,
        running=context.running,
        chapter=True,
        in_contents=True,
    )


def _priority_blocks(context: Context, priority: Priority, key: str) -> Iterator[Block]:
    if priority.target:
        yield target_strip(context, context.records.targets[priority.target])
    outcomes = [
        ListItem((Paragraph(_line(context, f"{key}.outcomes.{i}")),)) for i in range(len(priority.outcomes))
    ]
    achieved = Section(
        f"{context.scope}_outcomes",
        (Text(context.language.plan.outcomes_heading()),),
        (ListBlock(tuple(outcomes), columns=2),),
    )
    yield about(context, achieved, f"{key}.outcomes")
    resources = context.prose(f"{key}.resources")
    inner = context.inside(f"{context.scope}_resources", resources)
    paid = Section(
        inner.scope,
        (Text(context.language.plan.resources_heading()),),
        blocks(inner, resources.blocks),
        notes=notes(inner, resources),
    )
    yield about(context, paid, f"{key}.resources")
    actions = _actions_table(context, priority, key)
    done = Section(f"{context.scope}_actions", (Text(context.language.plan.actions_heading()),), (actions,))
    yield about(context, done, f"{key}.actions")


def _actions_table(context: Context, priority: Priority, key: str) -> Table:
    rows = tuple(
        _action_row(context, action, number, f"{key}.actions.{number - 1}")
        for number, action in enumerate(priority.actions, 1)
    )
    action, lead = context.language.plan.action_heads()
    return Table(
        summary=context.language.plan.actions_summary(priority.title),
        columns=(Column(ColumnRole.REFERENCE), Column(ColumnRole.WORDS), Column(ColumnRole.NAME)),
        header=(ColumnHeader(action, 2), ColumnHeader(lead)),
        groups=(RowGroup(rows),),
    )


def _action_row(context: Context, action: Action, number: int, key: str) -> Row:
    steps = tuple(_line(context, f"{key}.steps.{i}") for i in range(len(action.steps)))
    words: tuple[CellBlock, ...] = (CellLine(_line(context, f"{key}.action")),)
    leads = tuple(CellLine((_agency(context, lead),)) for lead in action.leads)
    cells = (
        Cell.of(str(number), Tone.STRONG),
        Cell((*words, CellList(steps)) if steps else words),
        Cell(leads),
    )
    return about(context, Row(cells, header=1), key)


def _agency(context: Context, lead: str) -> Text:
    return named(
        context, context.records.partnership.agencies.get(lead, lead), f"partnership.yaml#agencies.{lead}"
    )


def _line(context: Context, key: str) -> tuple[Inline, ...]:
    return first_paragraph(context, context.prose(key))
