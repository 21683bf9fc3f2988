"""JSON Schemas of the content files, from the model that validates them, for editors that complete and check."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from plangen.document.theme import Colours, colour_names
from plangen.model.figures import Accepted, Fact, Stated, Term
from plangen.model.indicator import Indicator
from plangen.model.pack import PackRecord
from plangen.model.partnership import Partnership
from plangen.model.plan import Appendix, PlanRecord, Priorities, WeSaidWeDid, YouSaidWeDid
from plangen.model.record import Id
from plangen.model.target import Target

__all__ = ["schemas"]


def schemas() -> dict[str, dict[str, Any]]:
    """The schema of every YAML file, by its name."""
    shapes: dict[str, Any] = {
        "partnership.yaml": Partnership,
        "indicators.yaml": dict[Id, Indicator],
        "targets.yaml": tuple[Target, ...],
        "facts.yaml": dict[Id, Fact],
        "stated.yaml": tuple[Stated, ...],
        "accepted.yaml": tuple[Accepted, ...],
        "glossary.yaml": dict[str, Term],
        "plan.yaml": PlanRecord,
        "we_said_we_did.yaml": WeSaidWeDid,
        "you_said_we_did.yaml": YouSaidWeDid,
        "priorities.yaml": Priorities,
        "appendix.yaml": Appendix,
        "pack.yaml": PackRecord,
    }
    found = {name: TypeAdapter(shape).json_schema() for name, shape in shapes.items()}
    return {**found, "theme.yaml": _theme()}


def _theme() -> dict[str, Any]:
    palette = Colours()
    colour = {"type": "string", "pattern": "^#[0-9A-Fa-f]{6}$"}
    named = {name: {**colour, "default": getattr(palette, name).code} for name in colour_names()}
    colours = {"type": "object", "properties": named, "additionalProperties": False}
    return {"type": "object", "properties": {"colours": colours}, "additionalProperties": False, "title": "Theme"}
