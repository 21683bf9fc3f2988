"""YAML values -> records: validated by the model, every fault in plain words at its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from plangen.diagnostics import Diagnostic, codes, finding
from plangen.model.record import Id
from plangen.sources.record_faults import explain
from plangen.sources.yaml_reader import Path, YamlFile

__all__ = ["record", "records_by_id", "records_in_order"]

T = TypeVar("T")

_NAMED = dict[Id, Any]


def record(source: YamlFile, shape: type[T], path: Path = ()) -> tuple[T | None, list[Diagnostic]]:
    """The record of that type at `path`, or None with everything that is wrong with it."""
    return _validated(source, TypeAdapter(shape).validate_python, shape, path)


def records_by_id(source: YamlFile, shape: type[T], terms: bool = False) -> tuple[dict[str, T], list[Diagnostic]]:
    """A file that is a mapping of ids to records: the good ones, and what is wrong with the others.

    An empty file holds no records. The ids of `terms` may be any words.
    """
    if source.value is None:
        return {}, []
    if not isinstance(source.value, dict):
        return {}, [
            _not(source, "ids, each with a record under it", 'write "id:" and the record below it, set in')
        ]
    found: list[Diagnostic] = []
    good: dict[str, T] = {}
    names = TypeAdapter(_NAMED)
    validate = TypeAdapter(shape).validate_python
    for key in source.value:
        bad_name = [] if terms else _name_faults(source, key, names)
        one, problems = _validated(source, validate, shape, (key,))
        found += [*bad_name, *problems]
        if one is not None and not bad_name:
            good[key] = one
    return good, found


def records_in_order(source: YamlFile, shape: type[T]) -> tuple[dict[int, T], list[Diagnostic]]:
    """A file that is a list of records: the good ones by their position, and what is wrong with the others."""
    if source.value is None:
        return {}, []
    if not isinstance(source.value, list):
        return {}, [_not(source, "a list", 'begin every record with "- "')]
    found: list[Diagnostic] = []
    good: dict[int, T] = {}
    validate = TypeAdapter(shape).validate_python
    for position in range(len(source.value)):
        one, problems = _validated(source, validate, shape, (position,))
        found += problems
        if one is not None:
            good[position] = one
    return good, found


def _validated(
    source: YamlFile, validate: Callable[[object], T], shape: type[T], path: Path
) -> tuple[T | None, list[Diagnostic]]:
    try:
        return validate(source.get(path)), []
    except ValidationError as faults:
        details = faults.errors(include_url=False, include_context=True)
        return None, [d for detail in details for d in explain(detail, source, shape, path)]


def _name_faults(source: YamlFile, key: str, names: TypeAdapter[dict[str, Any]]) -> list[Diagnostic]:
    try:
        names.validate_python({key: None})
    except ValidationError as faults:
        return [d for detail in faults.errors() for d in explain(detail, source, _NAMED, ())]
    return []


def _not(source: YamlFile, what: str, hint: str) -> Diagnostic:
    return finding(codes.WRONG_FORM, f"the file should be {what}", source.location(()), hint)
