"""YAML values -> records: every field as its type says, every fault in plain words at its place."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.inspect import (
    DictType,
    IntType,
    Metadata,
    NoneType,
    StructType,
    Type,
    UnionType,
    VarTupleType,
    type_info,
)
from msgspec.structs import replace

from plangen.diagnostics import Diagnostic, Location, codes, finding
from plangen.model.record import Id, Record
from plangen.sources import record_faults
from plangen.sources.plain_values import read_plain
from plangen.sources.record_faults import Fault
from plangen.sources.yaml_reader import Path, YamlFile

__all__ = ["bare", "form_of", "keys_needed", "meaning_of", "record", "records_by_id", "records_in_order"]

R = TypeVar("R", bound=Record)


@cache
def form_of(shape: Any) -> Type:
    """What msgspec knows of a type: the fields of a record with their types, limits and meanings."""
    return type_info(shape)


def bare(form: Type) -> Type:
    """A type without what the model says about it, and without None."""
    match form:
        case Metadata():
            return bare(form.type)
        case UnionType():
            return bare(next(one for one in form.types if not isinstance(one, NoneType)))
        case _:
            return form


def meaning_of(form: Type) -> str:
    """What a field is for, in the words of the model."""
    return str((form.extra_json_schema or {}).get("description", "")) if isinstance(form, Metadata) else ""


def keys_needed(shape: type[Record]) -> str:
    """The keys that every record of a type has: "name:, unit:, polarity: and source:"."""
    form = form_of(shape)
    assert isinstance(form, StructType)
    *most, last = [f"{field.name}:" for field in form.fields if field.required]
    return f"{', '.join(most)} and {last}" if most else last


def record(source: YamlFile, shape: type[R], path: Path = ()) -> tuple[R | None, list[Diagnostic]]:
    """The record of that type at `path`, or None with everything that is wrong with it."""
    reader = _Reader(source, [])
    made = reader.read(form_of(shape), path, source.get(path))
    return made if isinstance(made, shape) else None, reader.found


def records_by_id(source: YamlFile, shape: type[R], terms: bool = False) -> tuple[dict[str, R], list[Diagnostic]]:
    """A file that is a mapping of ids to records: the good ones, and what is wrong with the others.

    An empty file holds no records. The ids of `terms` may be any words.
    """
    if source.value is None:
        return {}, []
    if not isinstance(source.value, dict):
        return {}, [
            _not(source, "ids, each with a record under it", 'write "id:" and the record below it, set in')
        ]
    reader = _Reader(source, [])
    good: dict[str, R] = {}
    for key, value in source.value.items():
        named = terms or reader.key(form_of(Id), (key,)) is not _FAULTY
        one = reader.read(form_of(shape), (key,), value)
        if named and isinstance(one, shape):
            good[key] = one
    return good, reader.found


def records_in_order(source: YamlFile, shape: type[R]) -> tuple[dict[int, R], list[Diagnostic]]:
    """A file that is a list of records: the good ones by their position, and what is wrong with the others."""
    if source.value is None:
        return {}, []
    if not isinstance(source.value, list):
        return {}, [_not(source, "a list", 'begin every record with "- "')]
    reader = _Reader(source, [])
    made = [reader.read(form_of(shape), (position,), value) for position, value in enumerate(source.value)]
    return {position: one for position, one in enumerate(made) if isinstance(one, shape)}, reader.found


def _not(source: YamlFile, what: str, hint: str) -> Diagnostic:
    return finding(codes.WRONG_FORM, f"the file should be {what}", source.location(()), hint)


_FAULTY = object()


class _Asked(Struct, frozen=True):
    """What the model says of a field: what belongs there, for want of a better hint, and whether it is needed."""

    meaning: str = ""
    needed: bool = False


_NOTHING_SAID = _Asked()


class _Reader(Struct):
    """Reads values of one file. Where one is faulty it says so in `found`, hands out `_FAULTY` and goes on."""

    source: YamlFile
    found: list[Diagnostic]

    def read(self, form: Type, path: Path, value: object, asked: _Asked = _NOTHING_SAID) -> object:
        """The value at `path`."""
        match form:
            case Metadata(type=inner, extra=extra):
                asked = replace(asked, meaning=meaning_of(form) or asked.meaning)
                if extra and "read" in extra:
                    return self._written(extra["read"], inner, path, value, asked)
                return self.read(inner, path, value, asked)
            case UnionType():
                inner = next(one for one in form.types if not isinstance(one, NoneType))
                return None if value is None else self.read(inner, path, value, asked)
            case StructType():
                return self._record(form, path, value)
            case VarTupleType():
                return self._list(form, path, value, asked)
            case DictType():
                return self._mapping(form, path, value, asked)
            case _:
                return self._plain(form, path, value, asked)

    def key(self, form: Type, path: Path) -> object:
        """The key that `path` ends with."""
        read = read_plain(bare(form), path[-1])
        return self._note(read, self.source.key_location(path)) if isinstance(read, Fault) else read

    def _plain(self, form: Type, path: Path, value: object, asked: _Asked, written: object = None) -> object:
        read = read_plain(form, value, written)
        return self._say(read, path, asked) if isinstance(read, Fault) else read

    def _written(
        self, read: Callable[[object], object], form: Type, path: Path, value: object, asked: _Asked
    ) -> object:
        """A value in a way of writing of its own; the limits of a whole number hold for what was read."""
        if value is None:
            return self._say(record_faults.empty(), path, asked)
        try:
            made = read(value)
        except ValueError as problem:
            return self._say(record_faults.own_words(str(problem)), path, asked)
        return self._plain(form, path, made, asked, value) if isinstance(form, IntType) else made

    def _record(self, form: StructType, path: Path, value: object) -> object:
        if not isinstance(value, dict):
            return self._say(record_faults.no_mapping(value), path)
        before = len(self.found)
        made: dict[str, object] = {}
        for field in form.fields:
            if field.encode_name in value:
                asked = _Asked(needed=field.required)
                made[field.name] = self.read(
                    field.type, (*path, field.encode_name), value[field.encode_name], asked
                )
            elif field.required:
                owner = path[-1] if path and isinstance(path[-1], str) else ""
                fault = record_faults.missing(field.encode_name, owner, meaning_of(field.type))
                self._note(fault, self.source.key_location(path))
        self._together(form, path, value, made)
        return form.cls(**made) if len(self.found) == before else _FAULTY

    def _together(self, form: StructType, path: Path, value: dict[str, object], made: dict[str, object]) -> None:
        """Keys the record does not have, which may be others misspelt; if there are none, what keys contradict."""
        known = {field.encode_name: field.default for field in form.fields}
        unknown = [key for key in value if key not in known]
        for key in unknown:
            self._note(record_faults.unknown_key(key, tuple(known)), self.source.key_location((*path, key)))
        if not unknown and issubclass(form.cls, Record):
            given = {
                key for key in known if key in value and value[key] is not None and made.get(key) != known[key]
            }
            for problem in form.cls.contradictions(given):
                self._say(record_faults.own_words(problem), path)

    def _list(self, form: VarTupleType, path: Path, value: object, asked: _Asked) -> object:
        if not isinstance(value, list):
            return self._say(record_faults.no_list(value), path)
        if len(value) < (form.min_length or 0):
            return self._say(record_faults.empty(), path, asked)
        made = [self.read(form.item_type, (*path, number), one) for number, one in enumerate(value)]
        if form.max_length is not None and len(value) > form.max_length:
            made.append(self._say(record_faults.too_long(len(value), form.max_length, "entries"), path))
        return _FAULTY if _FAULTY in made else tuple(made)

    def _mapping(self, form: DictType, path: Path, value: object, asked: _Asked) -> object:
        if not isinstance(value, dict):
            return self._say(record_faults.no_mapping(value), path)
        if len(value) < (form.min_length or 0):
            return self._say(record_faults.empty(), path, asked)
        made = {
            self.key(form.key_type, (*path, key)): self.read(form.value_type, (*path, key), one)
            for key, one in value.items()
        }
        return _FAULTY if _FAULTY in made or _FAULTY in made.values() else made

    def _say(self, fault: Fault, path: Path, asked: _Asked = _NOTHING_SAID) -> object:
        """Note a fault of the value at `path`, by the key that leads to it."""
        if fault.code is codes.EMPTY_VALUE:
            fault = record_faults.empty(asked.needed)
        value = self.source.get(path)
        whole = value is None or isinstance(value, dict | list)
        where = self.source.key_location(path) if whole else self.source.location(path)
        name = f"{path[-1]}: " if path and isinstance(path[-1], str) else ""
        return self._note(replace(fault, message=name + fault.message), where, asked.meaning)

    def _note(self, fault: Fault, where: Location, meaning: str = "") -> object:
        """Note a fault; the sign of it."""
        otherwise = (
            f"what belongs here: {meaning}" if meaning else "compare it with the examples in docs/content.md"
        )
        hint = fault.hint or otherwise
        self.found.append(finding(fault.code, fault.message, where, hint, remedies=fault.remedies))
        return _FAULTY
