"""Levels in words: values, places in a group, bounds, and what stands where there is no value."""

from __future__ import annotations

from plangen.language.english.figures import exact, figure, in_words, ordinal, rounded
from plangen.model.observation import Marker, Standing
from plangen.model.result import Level
from plangen.model.unit import UnitKind

__all__ = [
    "level_in_words",
    "level_number",
    "level_with_base",
    "level_words",
    "marker_prose",
    "marker_words",
    "place_words",
    "revision_words",
    "table_figure",
]

NO_FIGURE = "No figure"

_MARKERS = {
    Marker.SUPPRESSED: "Suppressed",
    Marker.NOT_APPLICABLE: NO_FIGURE,
    Marker.TO_BE_ANNOUNCED: "TBA",
    Marker.TO_BE_SET: "To be set",
    Marker.NONE: NO_FIGURE,
}
_MARKERS_IN_PROSE = {
    Marker.SUPPRESSED: "too few to publish",
    Marker.NOT_APPLICABLE: "not applicable",
    Marker.TO_BE_ANNOUNCED: "to be announced",
    Marker.TO_BE_SET: "to be set",
    Marker.NONE: "no figure",
}


def marker_words(marker: Marker) -> str:
    """What a table cell says where the source holds a marker: words, never a dash or a blank."""
    return _MARKERS[marker]


def marker_prose(marker: Marker) -> str:
    """The same inside a sentence."""
    return _MARKERS_IN_PROSE[marker]


def level_number(level: Level) -> str:
    """The figure without its bound: `80%`; what the marker says where there is no number."""
    if level.number is None:
        return marker_prose(level.marker or Marker.NONE)
    return figure(level.number, level.unit, level.decimals)


def level_words(level: Level) -> str:
    """The figure as a sentence has it: `26,626`, `more than 80%`, `about 2,000`, `under 9%`, `to be announced`."""
    if level.words:
        return level.words
    return f"{level.bound.value} {level_number(level)}" if level.bound else level_number(level)


def level_in_words(level: Level) -> str:
    """As `level_words`, with whole counts from one to nine written out: `four`."""
    if level.number is None or level.unit.kind is not UnitKind.COUNT:
        return level_words(level)
    words = in_words(level.number)
    if words == exact(level.number):
        return level_words(level)
    return f"{level.bound.value} {words}" if level.bound else words


def place_words(level: Level) -> str:
    """A rank with the size of its group: `12th of 15`."""
    if level.number is None:
        return level_number(level)
    place = ordinal(int(rounded(level.number, 0)))
    return f"{place} of {level.group_size}" if level.group_size else place


def table_figure(level: Level | None) -> str:
    """The figure as a table cell has it: `26,626`, `15th`, `under 9%`, `To be set`, `No figure`."""
    if level is None:
        return NO_FIGURE
    return marker_words(level.marker) if level.marker else level_words(level)


def level_with_base(level: Level, base: Level | None) -> str:
    """A level and where it came from: `50%, up from 23%`; without a base, the level alone."""
    shown = level_words(level)
    if level.number is None or base is None or base.number is None:
        return shown
    if level.number == base.number:
        return f"{shown}, unchanged"
    if level.unit.kind is UnitKind.RANK:
        return f"{shown}, from {level_words(base)}"
    return f"{shown}, {'up' if level.number > base.number else 'down'} from {level_words(base)}"


def revision_words(level: Level) -> str:
    """`revised from 26,991` where the source revised the value, `provisional` where it may, else nothing."""
    if level.standing is Standing.REVISED and level.was is not None:
        return f"revised from {figure(level.was, level.unit, level.decimals)}"
    return "provisional" if level.standing is Standing.PROVISIONAL else ""
