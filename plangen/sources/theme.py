"""assets/theme.yaml: a workspace's own colours, by the names of the palette."""

from __future__ import annotations

from msgspec.structs import replace

from plangen.diagnostics import Diagnostic, Location, PlangenError, codes, finding, likely
from plangen.diagnostics.nearest import hint_for
from plangen.document.theme import Colour, Colours, Theme, colour_names
from plangen.sources.reading import Reading
from plangen.sources.yaml_reader import YamlFile, read_yaml

__all__ = ["FILE", "read_theme"]

FILE = "assets/theme.yaml"
_KEY = "colours"


def read_theme(reading: Reading) -> Theme:
    """The theme of a workspace: the palette with what the optional file changes. Faults are reported.

    The file holds one key, `colours`, with names of the palette and colours as "#12436D".
    """
    if not reading.exists(FILE):
        return Theme()
    text = reading.text(FILE)
    try:
        return _theme(reading, read_yaml(text, FILE)) if text is not None else Theme()
    except PlangenError as fault:
        reading.report(d if d.location else d.at(Location(FILE)) for d in fault.diagnostics)
        return Theme()


def _theme(reading: Reading, source: YamlFile) -> Theme:
    reading.report(source.faults)
    if source.value is None:
        return Theme()
    value = source.value if isinstance(source.value, dict) else {}
    unknown = [key for key in value if key != _KEY]
    for key in unknown:
        hint = f"the file holds one key: {_KEY}"
        reading.report(
            finding(
                codes.UNKNOWN_KEY, f'"{key}" is not a key that belongs here', source.key_location((key,)), hint
            )
        )
    colours = value.get(_KEY)
    if not isinstance(colours, dict):
        hint = 'write colours: and below it, set in: navy: "#12436D"'
        raise PlangenError(finding(codes.WRONG_FORM, "the file names no colours", source.location(()), hint))
    chosen = _colours(reading, source, colours)
    try:
        return Theme(chosen)
    except PlangenError as fault:
        raise PlangenError(_placed(finding, source, colours) for finding in fault.diagnostics) from None


def _placed(finding: Diagnostic, source: YamlFile, colours: dict[str, object]) -> Diagnostic:
    """A contrast that is too low, at the first of the file's colours that it names."""
    named = next((name for name in finding.message.split() if name in colours), None)
    return finding.at(source.location((_KEY, named) if named else (_KEY,)))


def _colours(reading: Reading, source: YamlFile, given: dict[str, object]) -> Colours:
    colours = Colours()
    for name, code in given.items():
        path = (_KEY, name)
        if name not in colour_names():
            hint = hint_for(name, colour_names())
            message = f'there is no colour "{name}" in the palette'
            reading.report(
                finding(
                    codes.UNKNOWN_KEY,
                    message,
                    source.key_location(path),
                    hint,
                    remedies=likely(name, colour_names()),
                )
            )
            continue
        try:
            colours = replace(colours, **{name: Colour(str(code if code is not None else ""))})
        except PlangenError as fault:
            hint = f'write it in quotes as "{getattr(colours, name).code}"'
            message = fault.diagnostics[0].message if code is not None else f"{name} has no colour"
            reading.report(finding(codes.NOT_A_COLOUR, message, source.location(path), hint))
    return colours
