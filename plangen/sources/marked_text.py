"""The fields of a record that hold more than plain words, and where in the file they stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec.inspect import DictType, Metadata, StructType, Type, UnionType, VarTupleType

from plangen.model.record import Markup, Record
from plangen.sources.records import bare, form_of
from plangen.sources.yaml_reader import Path

__all__ = ["marked_text"]


def marked_text(record: Record, path: Path = ()) -> Iterator[tuple[Path, Markup]]:
    """The path of every filled field of `record`, at any depth, that is marked with a `Markup`."""
    return _within(form_of(type(record)), record, path)


def _within(form: Type, value: object, path: Path) -> Iterator[tuple[Path, Markup]]:
    match form:
        case Metadata(extra={"markup": Markup() as markup}):
            if value:
                yield path, markup
        case Metadata(type=inner):
            yield from _within(inner, value, path)
        case _ if isinstance(value, Record | tuple | dict):
            for step, part, inner in _parts(form, value):
                yield from _within(inner, part, (*path, step))


def _parts(form: Type, value: object) -> Iterator[tuple[str | int, object, Type]]:
    match bare(form), value:
        case StructType(), Record():
            yield from ((name, getattr(value, name), inner) for name, inner in _marked_fields(type(value)))
        case VarTupleType(item_type=inner), tuple():
            yield from ((position, item, inner) for position, item in enumerate(value))
        case DictType(value_type=inner), dict():
            yield from ((str(key), item, inner) for key, item in value.items())


@cache
def _marked_fields(shape: type[Record]) -> tuple[tuple[str, Type], ...]:
    """The fields of a kind of record that may hold a marked one at any depth, so that no other is looked into."""
    form = bare(form_of(shape))
    assert isinstance(form, StructType)
    return tuple((field.name, field.type) for field in form.fields if _may_hold(field.type))


def _may_hold(form: Type) -> bool:
    match form:
        case Metadata(extra={"markup": Markup()}):
            return True
        case Metadata(type=inner) | VarTupleType(item_type=inner) | DictType(value_type=inner):
            return _may_hold(inner)
        case UnionType(types=types):
            return any(map(_may_hold, types))
        case StructType(cls=shape):
            return issubclass(shape, Record) and bool(_marked_fields(shape))
        case _:
            return False
