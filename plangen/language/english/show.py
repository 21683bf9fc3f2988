"""A result as a sentence shows it."""

from __future__ import annotations

from plangen.language.english.changes import (
    assessment_word,
    difference_words,
    direction_word,
    has_levels,
    movement_words,
    size_words,
)
from plangen.language.english.levels import level_in_words, level_number, level_words, place_words
from plangen.language.english.outcomes import outcome_words, result_words
from plangen.model.aspect import Aspect, View
from plangen.model.result import AnyResult, Change, Level, Outcome

__all__ = ["can_show", "show"]

_LEVELS = {
    Aspect.VALUE: level_words,
    Aspect.NUMBER: level_number,
    Aspect.WORDS: level_in_words,
    Aspect.PLACE: place_words,
}
_CHANGES = {
    Aspect.VALUE: size_words,
    Aspect.DIRECTION: direction_word,
    Aspect.MOVEMENT: movement_words,
    Aspect.ASSESSMENT: assessment_word,
    Aspect.DIFFERENCE: difference_words,
}
_OUTCOMES = {Aspect.VALUE: result_words, Aspect.OUTCOME: outcome_words}


def can_show(result: AnyResult, aspect: Aspect) -> bool:
    """Whether `aspect` says anything of `result`: a level has no direction, a change has no place."""
    match result:
        case Level():
            return aspect in _LEVELS
        case Change():
            return aspect in _CHANGES and (aspect is not Aspect.DIFFERENCE or has_levels(result))
        case Outcome():
            return aspect in _OUTCOMES


def show(result: AnyResult, view: View = View()) -> str:  # noqa: B008 - a frozen value
    """A result in words: `26,626`, `9%`, `fell`, `down 9%`, `12th of 15`, `on course at the half year`.

    Raises ValueError where the result has no such aspect (see `can_show`).
    """
    if not can_show(result, view.aspect):
        raise ValueError(f"{result.key} has no {view.aspect.value}")
    match result:
        case Level():
            words = _LEVELS[view.aspect](result)
        case Change():
            words = _CHANGES[view.aspect](result)
        case Outcome():
            words = _OUTCOMES[view.aspect](result)
    return words[:1].upper() + words[1:] if view.capital else words
