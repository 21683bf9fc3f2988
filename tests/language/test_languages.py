"""Every language has every phrase, with the arguments that the others have."""

from __future__ import annotations

import inspect
from dataclasses import fields
from typing import get_type_hints

import pytest
from language.pseudo import PSEUDO

from plangen.language import LANGUAGES
from plangen.language.english import ENGLISH
from plangen.language.language import Language

NO_PHRASES = {"locale", "marks", "characters"}
SUBJECTS = {name: kind for name, kind in get_type_hints(Language).items() if name not in NO_PHRASES}
EVERY = {**LANGUAGES, PSEUDO.locale: PSEUDO}


def phrases(kind: type) -> dict[str, list[str]]:
    """The phrases that a subject must have, each with the names of its arguments."""
    methods = {name: method for name, method in vars(kind).items() if inspect.isfunction(method)}
    return {
        name: list(inspect.signature(method).parameters)[1:]
        for name, method in methods.items()
        if not name.startswith("_")
    }


def test_english_is_a_language():
    assert ENGLISH in LANGUAGES.values()
    assert {f.name for f in fields(Language)} == {*NO_PHRASES, *SUBJECTS}


@pytest.mark.parametrize("locale", EVERY)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_language_has_every_phrase_of_every_subject(locale, subject):
    own = getattr(EVERY[locale], subject)
    wanted = phrases(SUBJECTS[subject])
    assert wanted
    assert {name: list(inspect.signature(getattr(own, name)).parameters) for name in wanted} == wanted


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_languages_are_folders_of_the_same_modules(locale, subject):
    module = getattr(LANGUAGES[locale], subject)
    assert module.__name__.rpartition(".")[2] == subject
    assert set(module.__all__) >= set(phrases(SUBJECTS[subject]))
