"""`indicator-table` and `glossary`: the appendix of indicators, a table of latest values, the terms used."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from plangen.compose.context import Context
from plangen.compose.numbers import change_cell, level_at, level_cell, target_change
from plangen.compose.tracing import about, named, written
from plangen.compose.words import first_paragraph, note_label
from plangen.document.blocks import Block
from plangen.document.inlines import Inline, Note, Text
from plangen.document.tables import (
    Band,
    Cell,
    CellLine,
    Column,
    ColumnHeader,
    ColumnRole,
    Density,
    Row,
    RowGroup,
    Table,
    Tone,
)
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
        period = found.period.text if found and found.period else context.language.levels.table_figure(None)
        name = Cell((CellLine((named(context, indicator.name, f"indicators.yaml#{key}.name"),)),))
        row = Row((name, Cell.of(period), level_cell(context, found, Tone.STRONG)))
        rows.append(about(context, row, f"indicators.yaml#{key}"))
    return Table(
        summary=context.language.plan.latest_summary(tuple(i.label for i in indicators)),
        columns=(Column(ColumnRole.NAME), Column(ColumnRole.PERIOD), Column(ColumnRole.FIGURE)),
        header=tuple(map(ColumnHeader, context.language.plan.latest_heads())),
        groups=(RowGroup(tuple(rows)),),
        density=Density.DATA,
    )


def _appendix(context: Context, record: Appendix) -> Table:
    notes: list[Note] = []
    groups = tuple(_group(context, record, group, index, notes) for index, group in enumerate(record.groups))
    return Table(
        summary=context.language.plan.appendix_summary(record.result),
        columns=(
            Column(ColumnRole.NAME),
            Column(ColumnRole.FIGURE, noted=True),
            *(Column(ColumnRole.TARGET, noted=True) for _ in record.targets),
            Column(ColumnRole.CHANGE, noted=True),
        ),
        header=tuple(map(ColumnHeader, context.language.plan.appendix_heads(record.result, record.targets))),
        groups=groups,
        density=Density.DATA,
        notes=tuple(notes),
    )


def _group(context: Context, record: Appendix, group: AppendixGroup, index: int, notes: list[Note]) -> RowGroup:
    key = f"appendix.yaml#groups.{index}"
    rows = tuple(_row(context, record, row, f"{key}.rows.{i}", notes) for i, row in enumerate(group.rows))
    return about(context, RowGroup(rows, _band(context, group, key)), key)


def _band(context: Context, group: AppendixGroup, key: str) -> Band | None:
    if group.title:
        return written(context, Band(group.title), f"{key}.title", "title")
    for at, priority in enumerate(context.priorities):
        if priority.id == group.priority:
            band = Band(priority.title, priority.number)
            return written(context, band, f"priorities.yaml#priorities.{at}.title", "title")
    return None


def _row(context: Context, record: Appendix, row: AppendixRow, key: str, notes: list[Note]) -> Row:
    indicator = context.records.indicators[row.indicator]
    targets = [due(context.evidence, row.indicator, period) for period in record.targets]
    label = ""
    if row.note:
        words = first_paragraph(context, context.prose(f"{key}.note"))
        label = note_label(notes, f"{context.scope}_{row.indicator}", words)
    name = [CellLine((named(context, indicator.name, f"indicators.yaml#{row.indicator}.name"),))]
    if indicator.detail:
        detail = context.prose(f"indicators.yaml#{row.indicator}.detail")
        name.append(CellLine(first_paragraph(context, detail), second=True))
    made = Row(
        (
            Cell(tuple(name)),
            level_cell(context, level_at(context, row.indicator, record.result)),
            *(_target_cell(context, t, p, record) for t, p in zip(targets, record.targets, strict=True)),
            _with_note(_change_cell(context, targets[-1]), label),
        )
    )
    return about(context, made, key)


def _target_cell(context: Context, target: Target | None, period: Period, record: Appendix) -> Cell:
    tone = Tone.STRONG if period == record.targets[-1] else Tone.PLAIN
    if target is None:
        return Cell.of(context.language.levels.table_figure(None), Tone.MUTED)
    found = asked(context.evidence, target)
    level = found if found is not None and found.number is not None else promised(context.evidence, target)
    return level_cell(context, level, tone)


def _change_cell(context: Context, target: Target | None) -> Cell:
    change = target_change(context, target) if target else None
    absent = context.language.levels.table_figure(promised(context.evidence, target) if target else None)
    cell = change_cell(context, change, absent)
    result = target.base.actual if target and target.base else None
    if change is None or result is None:
        return cell
    since = CellLine((Text(context.language.targets.counted_since(result)),), second=True)
    return replace(cell, blocks=(*cell.blocks, since))


def _with_note(cell: Cell, label: str) -> Cell:
    return Cell(cell.blocks, cell.span, label) if label else cell


def glossary(context: Context, directive: Directive) -> tuple[Block, ...]:
    """The terms that have a meaning, in alphabetical order; an expansion alone is for screen readers."""
    explained = ((term, entry) for term, entry in context.records.glossary.items() if entry.meaning)
    terms = sorted(explained, key=lambda item: item[0].lower())
    rows = tuple(
        Row(
            (
                Cell((CellLine((named(context, term, f"glossary.yaml#{term}"),), Tone.STRONG),)),
                Cell((CellLine(_meaning(context, term, entry)),)),
            )
        )
        for term, entry in terms
    )
    if not rows:
        return ()
    table = Table(
        summary=context.language.plan.glossary_summary(),
        columns=(Column(ColumnRole.NAME), Column(ColumnRole.WORDS)),
        header=tuple(map(ColumnHeader, context.language.plan.glossary_heads())),
        groups=(RowGroup(rows),),
    )
    return (table,)


def _meaning(context: Context, term: str, entry: Term) -> tuple[Inline, ...]:
    """What a term stands for, as a sentence, then what it means."""
    expansion = context.language.plan.glossary_sentence(entry.expansion)
    meaning = first_paragraph(context, context.prose(f"glossary.yaml#{term}.meaning"))
    said = about(context, Text(f"{expansion} "), f"glossary.yaml#{term}.expansion")
    return (*((said,) if expansion else ()), *meaning)
