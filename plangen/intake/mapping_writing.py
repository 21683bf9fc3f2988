"""What a mapping remembers of tables, as changes to its file: answers that were given, and how the tables look."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from plangen.intake.understanding import TableFound
from plangen.model.import_mapping import Answer, ImportMapping, TableAnswers

__all__ = ["known_of", "mapping_fields", "table_fields"]

Fields = dict[str, Any]


def mapping_fields(
    mapping: ImportMapping, file: str, into: str, tables: Sequence[tuple[TableAnswers, TableFound]]
) -> Fields:
    """A whole mapping file as values: what was answered and chosen, and the tables as they were found."""
    return {
        "about": mapping.about or f"Workbook {file}",
        **({"agency": mapping.agency} if mapping.agency else {}),
        "file": mapping.file or re.sub("[0-9]+", "*", file),
        "into": into,
        **({"area": mapping.area} if mapping.area else {}),
        **({"year": {key: one.value for key, one in mapping.year.items()}} if mapping.year else {}),
        "tables": [table_fields(answers, found) for answers, found in tables],
    }


def table_fields(answers: TableAnswers, found: TableFound) -> Fields:
    """A table's answers, and how it looks now."""
    fields: Fields = {"sheet": found.sheet, "layout": found.layout.value, "header": list(found.header)}
    fields["names"] = found.names
    if answers.indicator:
        fields["indicator"] = answers.indicator
    for name, given in (("columns", answers.columns), ("rows", answers.rows)):
        if given:
            fields[name] = {key: _said(one) for key, one in given.items()}
    for name, texts in (("areas", answers.areas), ("values", answers.values)):
        if texts:
            fields[name] = dict(texts)
    if answers.months:
        fields["months"] = answers.months.value
    if answers.percent:
        fields["percent"] = answers.percent.value
    if answers.hidden:
        fields["hidden"] = "yes"
    fields["known"] = known_of(found)
    return fields


def known_of(found: TableFound) -> Fields:
    """What is remembered of a table, to tell next time whether it is as it was."""
    known: Fields = {
        "headings": [text for text, _ in found.headings],
        "first": found.first,
        "names": list(found.texts),
    }
    return {**known, **({"percent": list(found.percent)} if found.percent else {})}


def _said(one: Answer) -> str | Fields:
    fields: Fields = {}
    if one.to:
        fields["indicator"] = one.to
    if one.series:
        fields["series"] = one.series
    if one.category:
        fields["category"] = one.category
    if one.percent:
        fields["percent"] = one.percent.value
    return one.to if set(fields) == {"indicator"} else fields
