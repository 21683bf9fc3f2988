"""English as it is written in Britain: each module is a subject, and its functions are the phrases of it."""

from __future__ import annotations

from plangen.document.charts import FigureMarks
from plangen.language.characters import Characters
from plangen.language.english import (
    alt_text,
    changes,
    charts,
    comparisons,
    control,
    editions,
    figures,
    indicators,
    intervals,
    levels,
    outcomes,
    pack,
    page,
    periods,
    plan,
    targets,
    verdicts,
    workings,
)
from plangen.language.language import Language

__all__ = ["ENGLISH"]

ENGLISH = Language(
    locale="en-GB",
    marks=FigureMarks(decimal=".", thousands=",", million="m", billion="bn", begins="The axis begins at {}"),
    characters=Characters(("‘", "’"), ("“", "”"), clipped=("tis", "twas", "em", "til")),
    alt_text=alt_text,
    changes=changes,
    charts=charts,
    comparisons=comparisons,
    control=control,
    editions=editions,
    figures=figures,
    indicators=indicators,
    intervals=intervals,
    levels=levels,
    outcomes=outcomes,
    pack=pack,
    page=page,
    periods=periods,
    plan=plan,
    targets=targets,
    verdicts=verdicts,
    workings=workings,
)
