"""The languages an edition can be written in, by the tag that `partnership.yaml` gives."""

from __future__ import annotations

from plangen.language.english import ENGLISH
from plangen.language.language import Language

__all__ = ["LANGUAGES", "Language", "language_of"]

LANGUAGES = {ENGLISH.locale: ENGLISH}
"""Every language there is, by its locale."""


def language_of(locale: str) -> Language:
    """The language with that tag; raises KeyError for one that there is not (sources refuse it before)."""
    return LANGUAGES[locale]
