"""Which function makes what a directive asks for."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from plangen.compose.context import Maker
from plangen.compose.directives.actions import headline_actions, lead_agencies, priorities
from plangen.compose.directives.charts import chart
from plangen.compose.directives.parts import callout, lead, picture, quote, table, todo, warning, when
from plangen.compose.directives.promises import key_targets, we_said_we_did
from plangen.compose.directives.tables import glossary, indicator_table
from plangen.compose.directives.themes import you_said_we_did
from plangen.compose.directives.tiles import figures

__all__ = ["MAKERS"]

MAKERS: Mapping[str, Maker] = MappingProxyType(
    {
        "callout": callout,
        "chart": chart,
        "figures": figures,
        "glossary": glossary,
        "headline-actions": headline_actions,
        "indicator-table": indicator_table,
        "key-targets": key_targets,
        "lead": lead,
        "lead-agencies": lead_agencies,
        "picture": picture,
        "priorities": priorities,
        "quote": quote,
        "table": table,
        "todo": todo,
        "warning": warning,
        "we-said-we-did": we_said_we_did,
        "when": when,
        "you-said-we-did": you_said_we_did,
    }
)
"""By the name in the braces. Sources refuse every other name."""
