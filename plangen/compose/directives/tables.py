"""`indicator-table` and `glossary`: the appendix of indicators, a table of latest values, the terms used."""

from __future__ import annotations

from collections.abc import Sequence

from plangen.compose.context import Context
from plangen.compose.numbers import change_cell, level_at, level_cell, target_change
from plangen.compose.words import first_paragraph
from plangen.document.blocks import Block
from plangen.document.inlines import Inline, Note, Text
from plangen.document.lengths import total
from plangen.document.tables import (
    Align,
    Band,
    Cell,
    CellLine,
    Column,
    ColumnHeader,
    Density,
    Row,
    RowGroup,
    Table,
    Tone,
)
from plangen.language.english.glossary import sentence
from plangen.language.english.levels import table_figure
from plangen.measures.targets import asked, due, promised
from plangen.model.figures import Term
from plangen.model.indicator import Indicator
from plangen.model.period import Period
from plangen.model.plan import Appendix, AppendixGroup, AppendixRow
from plangen.model.prose import Directive
from plangen.model.target import Target

__all__ = ["glossary", "indicator_table"]


def indicator_table(context: Context, directive: Directive) -> tuple[Block, ...]:
    """The appendix, or, with ids, the latest values of those indicators."""
    if directive.asked:
        ids = [expression.root for expression in directive.asked]
        return (_latest_table(context, [context.records.indicators[i] for i in ids]),)
    return (_appendix(context, context.appendix),) if context.appendix else ()


def _latest_table(context: Context, indicators: Sequence[Indicator]) -> Table:
    rows = []
    for indicator, key in ((i, k) for k, i in context.records.indicators.items() if i in indicators):
        found = level_at(context, key)
        period = found.period.text if found and found.period else "No figure"
        rows.append(Row((Cell.of(indicator.name), Cell.of(period), level_cell(context, found, Tone.STRONG))))
    return Table(
        summary="Latest values of " + ", ".join(i.label for i in indicators),
        columns=(Column(275), Column(111), Column(94, Align.RIGHT)),
        header=(ColumnHeader("Indicator"), ColumnHeader("Period"), ColumnHeader("Latest")),
        groups=(RowGroup(tuple(rows)),),
        density=Density.DATA,
    )


def _appendix(context: Context, record: Appendix) -> Table:
    notes: list[Note] = []
    groups = tuple(_group(context, record, group, index, notes) for index, group in enumerate(record.groups))
    first, *others = record.targets
    widths = {1: (68.0,), 2: (68.0, 70.0), 3: (60.0, 60.0, 62.0)}[len(record.targets)]
    indicator_width = 480 - 62 - total(widths) - 88
    return Table(
        summary=f"Every indicator with its {record.result.text} result, its targets, and how its target changes",
        columns=(
            Column(indicator_width),
            Column(62, Align.RIGHT, mark_space=True),
            *(Column(width, Align.RIGHT, mark_space=True) for width in widths),
            Column(88, Align.RIGHT, mark_space=True),
        ),
        header=(
            ColumnHeader("Indicator"),
            ColumnHeader(f"Result {record.result.text}"),
            *(ColumnHeader(f"Target {period.text}") for period in (first, *others)),
            ColumnHeader("Change in target"),
        ),
        groups=groups,
        density=Density.DATA,
        notes=tuple(notes),
    )


def _group(context: Context, record: Appendix, group: AppendixGroup, index: int, notes: list[Note]) -> RowGroup:
    rows = tuple(
        _row(context, record, row, f"appendix.yaml#groups.{index}.rows.{i}.note", notes)
        for i, row in enumerate(group.rows)
    )
    listed = context.priorities
    priority = next((p for p in listed if p.id == group.priority), None)
    title = group.title or (priority.title if priority else "")
    return RowGroup(rows, Band(title, priority.number if priority else None) if title else None)


def _row(context: Context, record: Appendix, row: AppendixRow, key: str, notes: list[Note]) -> Row:
    indicator = context.records.indicators[row.indicator]
    targets = [due(context.evidence, row.indicator, period) for period in record.targets]
    label = ""
    if row.note:
        label = str(len(notes) + 1)
        words = first_paragraph(context, context.prose(key))
        notes.append(Note(f"{context.scope}_{row.indicator}", label, words))
    name = [CellLine((Text(indicator.name),))]
    if indicator.detail:
        detail = context.prose(f"indicators.yaml#{row.indicator}.detail")
        name.append(CellLine(first_paragraph(context, detail), second=True))
    return Row(
        (
            Cell(tuple(name)),
            level_cell(context, level_at(context, row.indicator, record.result)),
            *(_target_cell(context, t, p, record) for t, p in zip(targets, record.targets, strict=True)),
            _with_note(_change_cell(context, targets[-1]), label),
        )
    )


def _target_cell(context: Context, target: Target | None, period: Period, record: Appendix) -> Cell:
    tone = Tone.STRONG if period == record.targets[-1] else Tone.PLAIN
    if target is None:
        return Cell.of(table_figure(None), Tone.MUTED)
    found = asked(context.evidence, target)
    level = found if found is not None and found.number is not None else promised(context.evidence, target)
    return level_cell(context, level, tone)


def _change_cell(context: Context, target: Target | None) -> Cell:
    change = target_change(context, target) if target else None
    return change_cell(context, change, table_figure(promised(context.evidence, target) if target else None))


def _with_note(cell: Cell, label: str) -> Cell:
    return Cell(cell.blocks, cell.span, label) if label else cell


def glossary(context: Context, directive: Directive) -> tuple[Block, ...]:
    """The terms that have a meaning, in alphabetical order; an expansion alone is for screen readers."""
    explained = ((term, entry) for term, entry in context.records.glossary.items() if entry.meaning)
    terms = sorted(explained, key=lambda item: item[0].lower())
    rows = tuple(
        Row((Cell.of(term, Tone.STRONG), Cell((CellLine(_meaning(context, term, entry)),))))
        for term, entry in terms
    )
    if not rows:
        return ()
    table = Table(
        summary="Terms and abbreviations with their meaning",
        columns=(Column(152), Column(328)),
        header=(ColumnHeader("Term"), ColumnHeader("Meaning")),
        groups=(RowGroup(rows),),
    )
    return (table,)


def _meaning(context: Context, term: str, entry: Term) -> tuple[Inline, ...]:
    """What a term stands for, as a sentence, then what it means."""
    expansion = sentence(entry.expansion)
    meaning = first_paragraph(context, context.prose(f"glossary.yaml#{term}.meaning"))
    return (*((Text(f"{expansion} "),) if expansion else ()), *meaning)
