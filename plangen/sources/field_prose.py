"""The text fields of records, parsed into prose."""

from __future__ import annotations

from plangen.diagnostics import Diagnostic, PlangenError
from plangen.model.prose import Prose, ProseParagraph
from plangen.model.record import Markup, Record
from plangen.sources.expressions import parse
from plangen.sources.markdown import parse_line, parse_markdown
from plangen.sources.marked_text import marked_text
from plangen.sources.places import Origin
from plangen.sources.yaml_reader import Path, YamlFile

__all__ = ["field_prose", "prose_key"]


def field_prose(record: Record, source: YamlFile, path: Path, found: list[Diagnostic]) -> dict[str, Prose]:
    """Every filled text field of the record at `path`, by its key; faults go to `found`."""
    prose = {}
    for place, markup in marked_text(record, path):
        read, faults = _read(str(source.get(place)), source.origin(place), markup)
        prose[prose_key(source, place)] = read
        found += faults
    return prose


def prose_key(source: YamlFile, path: Path) -> str:
    """The key of a field's prose: `priorities.yaml#priorities.0.resources`."""
    return f"{source.file.rpartition('/')[2]}#{'.'.join(map(str, path))}"


def _read(text: str, origin: Origin, markup: Markup) -> tuple[Prose, tuple[Diagnostic, ...]]:
    match markup:
        case Markup.BLOCKS:
            return parse_markdown(text, origin, chapter=False)
        case Markup.LINE:
            return parse_line(text, origin)
        case Markup.EXPRESSION:
            return _expression(text, origin)


def _expression(text: str, origin: Origin) -> tuple[Prose, tuple[Diagnostic, ...]]:
    bare = text.strip()
    inner = bare.removeprefix("{{").removesuffix("}}") if bare.startswith("{{") and bare.endswith("}}") else text
    try:
        asked = parse(inner, origin.at(0, text.find(inner)))
    except PlangenError as fault:
        return Prose((), (), origin.file), fault.diagnostics
    return Prose((ProseParagraph((asked,), origin.at(), origin.line_of(0)),), (), origin.file), ()
