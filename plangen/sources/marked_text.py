"""The fields of a record that hold more than plain words, and where in the file they stand."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.inspect import DictType, Metadata, StructType, Type, VarTupleType

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
        case StructType(fields=fields), Record():
            yield from ((field.name, getattr(value, field.name), field.type) for field in fields)
        case VarTupleType(item_type=inner), tuple():
            yield from ((position, item, inner) for position, item in enumerate(value))
        case DictType(value_type=inner), dict():
            yield from ((str(key), item, inner) for key, item in value.items())
