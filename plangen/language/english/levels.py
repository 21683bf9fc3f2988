"""Levels in words: values, places in a group, bounds, and what stands where there is no value."""

from __future__ import annotations

from plangen.language.english.figures import exact, figure, in_words, ordinal
from plangen.language.english.targets import promise
from plangen.model.figures import Bound
from plangen.model.number import rounded
from plangen.model.observation import Marker, ValueStatus
from plangen.model.result import Level

__all__ = [
    "level_in_words",
    "level_number",
    "level_words",
    "marker_prose",
    "marker_words",
    "place_words",
    "revision_words",
    "short_figure",
    "table_figure",
]

NO_FIGURE = "No figure"

_BOUNDS = {Bound.MORE_THAN: "more than", Bound.ABOUT: "about", Bound.UNDER: "under"}
_MARKERS = {
    Marker.SUPPRESSED: "Suppressed",
    Marker.NOT_APPLICABLE: NO_FIGURE,
    Marker.TO_BE_ANNOUNCED: "TBA",
    Marker.TO_BE_SET: "To be set",
    Marker.NONE: NO_FIGURE,
    Marker.NOT_PUBLISHED: "Not published",
    Marker.NOT_COLLECTED: "Not collected",
}
_MARKERS_IN_PROSE = {
    Marker.SUPPRESSED: "too few to publish",
    Marker.NOT_APPLICABLE: "not applicable",
    Marker.TO_BE_ANNOUNCED: "to be announced",
    Marker.TO_BE_SET: "to be set",
    Marker.NONE: "no figure",
    Marker.NOT_PUBLISHED: "not published",
    Marker.NOT_COLLECTED: "not collected",
}


def marker_words(marker: Marker) -> str:
    """What a table cell says where the source holds a marker: words, never a dash or a blank."""
    return _MARKERS[marker]


def marker_prose(marker: Marker) -> str:
    """The same inside a sentence."""
    return _MARKERS_IN_PROSE[marker]


def level_number(level: Level) -> str:
    if level.number is None:
        return marker_prose(level.marker or Marker.NONE)
    return figure(level.number, level.unit, level.decimals)


def level_words(level: Level) -> str:
    if level.promised is not None:
        return promise(level.promised)
    return _bounded(level, level_number(level))


def level_in_words(level: Level) -> str:
    if level.number is None or not level.unit.is_count:
        return level_words(level)
    words = in_words(level.number)
    return level_words(level) if words == exact(level.number) else _bounded(level, words)


def place_words(level: Level) -> str:
    if level.number is None:
        return level_number(level)
    place = ordinal(int(rounded(level.number, 0)))
    return f"{place} of {level.group_size}" if level.group_size else place


def table_figure(level: Level | None) -> str:
    if level is None:
        return NO_FIGURE
    if level.marker:
        return marker_words(level.marker)
    return level_words(level) if level.promised else _bounded(level, short_figure(level))


def short_figure(level: Level) -> str:
    if level.number is None:
        return marker_prose(level.marker or Marker.NONE)
    return figure(level.number, level.unit, level.decimals, short=True)


def revision_words(level: Level) -> str:
    """`revised from 26,991` where the source revised the value, `provisional` where it may, else nothing."""
    if level.standing is ValueStatus.REVISED and level.was is not None:
        return f"revised from {figure(level.was, level.unit, level.decimals)}"
    return "provisional" if level.standing is ValueStatus.PROVISIONAL else ""


def _bounded(level: Level, words: str) -> str:
    return f"{_BOUNDS[level.bound]} {words}" if level.bound else words
