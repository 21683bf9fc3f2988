"""The schema of every kind of field, as editors need it."""

from __future__ import annotations

from typing import Any

import pytest

from plangen.sources.schema import schemas

TEXT = {"maxLength": 2000, "minLength": 1, "type": "string"}
NAME = {"maxLength": 64, "pattern": "^[a-z][a-z0-9_]*$", "type": "string"}
NOTHING = {"type": "null"}


def at(file: str, *path: str) -> Any:
    found = schemas()[file]
    for step in path:
        found = found[step]
    return found


@pytest.mark.parametrize(
    ("file", "record", "key", "schema"),
    [
        (
            "facts.yaml",
            "Fact",
            "source",
            {**TEXT, "description": "where the figure comes from", "title": "Source"},
        ),
        ("facts.yaml", "Fact", "formula", {"default": "", "title": "Formula", "type": "string"}),
        (
            "facts.yaml",
            "Fact",
            "value",
            {"anyOf": [{"type": ["number", "string"]}, NOTHING], "default": None, "title": "Value"},
        ),
        (
            "facts.yaml",
            "Fact",
            "decimals",
            {"default": 0, "maximum": 4, "minimum": 0, "title": "Decimals", "type": "integer"},
        ),
        ("facts.yaml", "Fact", "bound", {"anyOf": [{"$ref": "#/$defs/Bound"}, NOTHING], "default": None}),
        (
            "targets.yaml",
            "Target",
            "due",
            {"description": "the period in which it is due: 2011/12", "type": "string"},
        ),
        (
            "targets.yaml",
            "Target",
            "indicators",
            {"default": [], "items": NAME, "title": "Indicators", "type": "array"},
        ),
        (
            "targets.yaml",
            "Target",
            "improve",
            {
                "anyOf": [{"type": "number"}, {"type": "string"}, NOTHING],
                "default": None,
                "description": "places gained in a group: 1 place, or any",
                "title": "Improve",
            },
        ),
        ("plan.yaml", "Chapter", "numbered", {"default": True, "title": "Numbered", "type": "boolean"}),
        (
            "priorities.yaml",
            "Priority",
            "number",
            {
                "anyOf": [{"maximum": 4, "minimum": 1, "type": "integer"}, NOTHING],
                "default": None,
                "title": "Number",
            },
        ),
        (
            "partnership.yaml",
            "Population",
            "years",
            {
                "additionalProperties": {"$ref": "#/$defs/YearCount"},
                "description": "one line for each year: 2010: {count: 236900, source: …}",
                "minProperties": 1,
                "title": "Years",
                "type": "object",
            },
        ),
    ],
)
def test_fields(file: str, record: str, key: str, schema: dict[str, Any]) -> None:
    assert at(file, "$defs", record, "properties", key) == schema


def test_a_choice_stands_among_the_definitions() -> None:
    assert at("facts.yaml", "$defs", "Bound") == {
        "description": "How exact a fact is.",
        "enum": ["more than", "about", "under"],
        "title": "Bound",
        "type": "string",
    }


def test_a_day() -> None:
    day = {"description": "a day: 2011-03-31", "format": "date", "type": "string"}
    assert at("plan.yaml", "properties", "date") == {**day, "title": "Date"}
    embargo = at("partnership.yaml", "$defs", "Publication", "properties", "embargo")
    assert embargo == {"anyOf": [day, NOTHING], "default": None, "title": "Embargo"}


def test_files_of_ids_of_terms_and_of_entries() -> None:
    assert at("indicators.yaml", "patternProperties") == {NAME["pattern"]: {"$ref": "#/$defs/Indicator"}}
    assert at("indicators.yaml", "propertyNames") == {"maxLength": 64}
    assert at("glossary.yaml", "additionalProperties") == {"$ref": "#/$defs/Term"}
    assert at("targets.yaml", "items") == {"$ref": "#/$defs/Target"}


def test_a_default_that_is_a_record_is_shown_whole() -> None:
    publication = at("partnership.yaml", "properties", "publication")
    assert publication["$ref"] == "#/$defs/Publication"
    assert publication["default"]["marking"] == ""
    assert publication["default"].keys() == at("partnership.yaml", "$defs", "Publication", "properties").keys()


def test_severities_are_chosen_among_words() -> None:
    (choice,) = at("partnership.yaml", "properties", "severities", "patternProperties").values()
    assert choice == {"enum": ["error", "warning", "info"], "type": "string"}
    assert "Severity" not in at("partnership.yaml", "$defs")
