"""`figures`: headline tiles, each a target with its result."""

from __future__ import annotations

from msgspec.structs import replace

from plangen.compose.context import Context
from plangen.compose.marks import outcome_badge
from plangen.compose.numbers import base_level, level_value, outcome_of
from plangen.compose.tracing import asked_at, label_key, named, written
from plangen.compose.unfinished import box_to_come
from plangen.compose.words import quantity
from plangen.diagnostics import Location, codes, finding
from plangen.document.blocks import Block, Tile, Tiles
from plangen.document.inlines import Inline, Text
from plangen.document.status import Sign
from plangen.measures.selectors import missing_figure
from plangen.measures.targets import promised
from plangen.model.prose import Directive
from plangen.model.result import Change, Direction, Level
from plangen.model.target import Target

__all__ = ["figures"]

_ARROWS = {Direction.UP: Sign.UP, Direction.DOWN: Sign.DOWN, Direction.SAME: Sign.SAME}


def figures(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Up to three tiles side by side, one for each target named."""
    tiles = []
    for asked in directive.asked:
        target = context.records.targets[asked.root]
        tile = _tile(context, target, directive.location)
        if tile is not None:
            id = target.all_indicators[0]
            written(context, tile, label_key(id, context.records.indicators[id]), "label")
            tiles.append(asked_at(context, tile, asked.location, f"targets.yaml#{target.id}"))
    return (Tiles(tuple(tiles)),) if tiles else box_to_come(context)


def _tile(context: Context, target: Target, location: Location) -> Tile | None:
    found = outcome_of(context, target, context.we_said.at if context.we_said else None)
    indicator = context.records.indicators[target.all_indicators[0]]
    words = (
        Text(context.language.targets.tile_target()),
        level_value(context, promised(context.evidence, target)),
    )
    match found.result:
        case Change() as change:
            figure = quantity(context, change, context.language.changes.size_words(change))
            caption: tuple[Inline, ...] = (Text(context.language.changes.change_caption(change)),)
            return Tile(
                indicator.label,
                figure,
                caption,
                _ARROWS[change.direction],
                words,
                outcome_badge(context.language, found),
            )
        case Level(number=number) as result if number is not None:
            figure = quantity(context, result, context.language.levels.table_figure(result))
            phrase = named(context, indicator.phrase, f"indicators.yaml#{target.all_indicators[0]}.phrase")
            caption = (phrase, *_before(context, target))
            return Tile(indicator.label, figure, caption, None, words, outcome_badge(context.language, found))
        case _:
            hint = "name a target that has been measured"
            message = f'"{target.id}" has no result to show in a tile'
            lacking = missing_figure(context.evidence, target.all_indicators[0], target.due)
            about = replace(lacking, target=target.id)
            context.ledger.report([finding(codes.TILE_WITHOUT_RESULT, message, location, hint, about)])
            return None


def _before(context: Context, target: Target) -> tuple[Inline, ...]:
    """The words " (23% in 2008)", where the base is a measured value."""
    before = base_level(context, target)
    if before is None or before.period is None:
        return ()
    start, end = context.language.targets.tile_base(before.period)
    return Text(start), level_value(context, before), Text(end)
