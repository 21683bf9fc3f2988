"""A language as a value: everything an edition says in words of its own."""

from __future__ import annotations

from dataclasses import dataclass

from plangen.document.charts import FigureMarks
from plangen.document.page_words import PageWords
from plangen.language.characters import Characters
from plangen.language.phrases.charts import AltTextPhrases, ChartPhrases, ControlPhrases, IntervalPhrases
from plangen.language.phrases.documents import EditionPhrases, PackPhrases, PlanPhrases
from plangen.language.phrases.results import (
    ChangePhrases,
    ComparisonPhrases,
    FigurePhrases,
    IndicatorPhrases,
    LevelPhrases,
    OutcomePhrases,
    PeriodPhrases,
    TargetPhrases,
    VerdictPhrases,
    WorkingPhrases,
)
from plangen.model.aspect import Aspect, View, can_show
from plangen.model.result import AnyResult, Change, Level, Outcome

__all__ = ["Language"]


@dataclass(frozen=True)
class Language:
    """The phrases of one language by subject; the folder of a language has a module for each.

    `locale` is the BCP 47 tag that a document in it carries, `marks` how the figures beside an axis are written,
    `characters` which quotation marks it has.
    Phrases are functions and no templates: plurals, word order and mutation are grammar, so each one gets what it
    speaks of and gives finished words.
    """

    locale: str
    marks: FigureMarks
    characters: Characters
    alt_text: AltTextPhrases
    changes: ChangePhrases
    charts: ChartPhrases
    comparisons: ComparisonPhrases
    control: ControlPhrases
    editions: EditionPhrases
    figures: FigurePhrases
    indicators: IndicatorPhrases
    intervals: IntervalPhrases
    levels: LevelPhrases
    outcomes: OutcomePhrases
    pack: PackPhrases
    page: PageWords
    periods: PeriodPhrases
    plan: PlanPhrases
    targets: TargetPhrases
    verdicts: VerdictPhrases
    workings: WorkingPhrases

    def show(self, result: AnyResult, view: View = View()) -> str:  # noqa: B008 - a frozen value
        """A result in words: `26,626`, `9%`, `fell`, `down 9%`, `12th of 15`, `on course at the half year`.

        Raises ValueError where the result has no such aspect (see `can_show`).
        """
        if not can_show(result, view.aspect):
            raise ValueError(f"{result.key} has no {view.aspect.value}")
        words = self._said(result, view.aspect)
        return words[:1].upper() + words[1:] if view.capital else words

    def _said(self, result: AnyResult, aspect: Aspect) -> str:
        match result:
            case Level():
                return self._level(result, aspect)
            case Change():
                return self._change(result, aspect)
            case Outcome() if aspect is Aspect.OUTCOME:
                return self.outcomes.outcome_words(result)
            case Outcome():
                return self.outcomes.result_words(result)

    def _level(self, level: Level, aspect: Aspect) -> str:
        match aspect:
            case Aspect.NUMBER:
                return self.levels.level_number(level)
            case Aspect.WORDS:
                return self.levels.level_in_words(level)
            case Aspect.PLACE:
                return self.levels.place_words(level)
            case _:
                return self.levels.level_words(level)

    def _change(self, change: Change, aspect: Aspect) -> str:
        match aspect:
            case Aspect.DIRECTION:
                return self.changes.direction_word(change)
            case Aspect.MOVEMENT:
                return self.changes.movement_words(change)
            case Aspect.ASSESSMENT:
                return self.changes.verdict_word(change.verdict)
            case Aspect.DIFFERENCE:
                return self.changes.difference_words(change)
            case _:
                return self.changes.size_words(change)
