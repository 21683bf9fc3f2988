"""Directives: `:::{name}` in a chapter asks for a part of the page. Each family has its own module."""

from __future__ import annotations

from plangen.compose.context import Context
from plangen.document.blocks import Block
from plangen.model.prose import Directive

__all__ = ["directive_blocks"]


def directive_blocks(context: Context, directive: Directive) -> tuple[Block, ...]:
    """What `directive` asks for. Sources refuse names that are not among these."""
    from plangen.compose.directives import actions, charts, parts, promises, tables, themes, tiles

    makers = {
        "callout": parts.callout,
        "chart": charts.chart,
        "figures": tiles.figures,
        "glossary": tables.glossary,
        "headline-actions": actions.headline_actions,
        "indicator-table": tables.indicator_table,
        "key-targets": promises.key_targets,
        "lead": parts.lead,
        "picture": parts.picture,
        "priorities": actions.priorities,
        "quote": parts.quote,
        "warning": parts.warning,
        "we-said-we-did": promises.we_said_we_did,
        "when": parts.when,
        "you-said-we-did": themes.you_said_we_did,
    }
    return makers[directive.name](context, directive)
