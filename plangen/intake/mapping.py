"""Which answer of a mapping is meant: for a text, whatever its capitals and dashes, and for a sheet by pattern."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase

from plangen.intake.wording import plain
from plangen.model.import_mapping import Answer, ImportMapping, TableAnswers

__all__ = ["answer_for", "tables_for"]


def answer_for(answers: Mapping[str, Answer], *texts: str) -> Answer | None:
    """The answer given for the first of these texts that has one; capitals, spaces and dashes do not matter."""
    by_words = {plain(key): answer for key, answer in answers.items()}
    return next((found for text in texts if text and (found := by_words.get(plain(text)))), None)


def tables_for(mapping: ImportMapping, sheet: str) -> Iterator[TableAnswers]:
    """The answers that are for a sheet of that name."""
    for one in mapping.tables:
        if fnmatchcase(sheet.lower(), one.sheet.lower()):
            yield one
