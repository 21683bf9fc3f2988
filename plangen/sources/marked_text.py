"""The fields of a record that hold more than plain words, and where in the file they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from plangen.model.record import Markup
from plangen.sources.yaml_reader import Path

__all__ = ["marked_text"]


def marked_text(record: BaseModel, path: Path = ()) -> Iterator[tuple[Path, Markup]]:
    """The path of every filled field of `record`, at any depth, that is marked with a `Markup`."""
    for name, field in type(record).model_fields.items():
        markups = [m for m in field.metadata if isinstance(m, Markup)]
        shape = Annotated[field.annotation, *markups] if markups else field.annotation
        yield from _within(getattr(record, name), shape, (*path, name))


def _within(value: object, shape: Any, path: Path) -> Iterator[tuple[Path, Markup]]:
    match value:
        case BaseModel():
            yield from marked_text(value, path)
        case tuple():
            inner = next(iter(get_args(shape)), None)
            for position, item in enumerate(value):
                yield from _within(item, inner, (*path, position))
        case dict():
            for key, item in value.items():
                yield from _within(item, None, (*path, str(key)))
        case str() if value:
            markup = _markup(shape)
            if markup:
                yield path, markup


def _markup(shape: Any) -> Markup | None:
    if get_origin(shape) is not Annotated:
        return None
    return next((m for m in get_args(shape)[1:] if isinstance(m, Markup)), None)
