"""A language made from English: every phrase is accented and bracketed, so that words of our own stand out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from functools import wraps

from plangen.document.charts import FigureMarks
from plangen.language.english import ENGLISH
from plangen.language.language import Language

__all__ = ["PSEUDO", "accented"]

_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ACCENTED = "áβćďéφǵĥíĵķĺḿńóρθŕśťúνẃχýźÁΒĆĎÉΦǴĤÍĴĶĹḾŃÓΡΘŔŚŤÚΛẂΧÝŹ"
_TABLE = str.maketrans(_PLAIN, _ACCENTED)


def accented(words: str) -> str:
    """The words with an accent on every letter, in brackets; white space around them stays outside."""
    bare = words.strip()
    if not bare:
        return words
    start = words.index(bare)
    return f"{words[:start]}[{bare.translate(_TABLE)}]{words[start + len(bare) :]}"


class _Subject:
    """The phrases of an English subject, accented."""

    def __init__(self, english: object) -> None:
        self._english = english

    def __getattr__(self, name: str) -> Callable[..., object]:
        phrase = getattr(self._english, name)

        @wraps(phrase)
        def said(*arguments: object) -> object:
            return _changed(phrase(*arguments))

        return said


def _changed(said: object) -> object:
    if isinstance(said, str):
        return accented(said)
    return tuple(map(_changed, said)) if isinstance(said, tuple) else said


PSEUDO: Language = replace(
    ENGLISH,
    locale="en-XA",
    marks=FigureMarks(
        decimal="·", thousands="'", million="µ", billion="ß", begins=accented("The axis begins at") + " {}"
    ),
    **{
        f.name: _Subject(getattr(ENGLISH, f.name))
        for f in fields(Language)
        if f.name not in ("locale", "marks", "characters")
    },
)
