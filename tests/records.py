"""Records for tests, as they would be read from a file."""

from __future__ import annotations

from typing import Any, TypeVar

from plangen.model.record import Record
from plangen.sources.records import record
from plangen.sources.yaml_reader import YamlFile

R = TypeVar("R", bound=Record)


def record_of(shape: type[R], keys: dict[str, Any]) -> R:
    """The record with those keys, which have to be good."""
    made, faults = record(YamlFile("test.yaml", keys, {}, {}), shape)
    assert made is not None, faults
    return made
