"""What a record's type says about a place inside it: which keys it knows and what they mean."""

from __future__ import annotations

from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from plangen.sources.yaml_reader import Path

__all__ = ["field_at", "keys_of", "model_at", "step_into"]


def step_into(shape: Any, step: str | int) -> Any:
    """The type of an entry: of a record's field, a mapping's value or a list's item; None if unknown."""
    shape = _bare(shape)
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        field = shape.model_fields.get(str(step))
        return field.annotation if field else None
    arguments = get_args(shape)
    if get_origin(shape) is dict:
        return arguments[1]
    return arguments[0] if arguments else None


def model_at(shape: Any, path: Path) -> type[BaseModel] | None:
    """The record type at `path` inside `shape`, if there is a record."""
    for step in path:
        shape = step_into(shape, step)
    shape = _bare(shape)
    return shape if isinstance(shape, type) and issubclass(shape, BaseModel) else None


def field_at(shape: Any, path: Path) -> FieldInfo | None:
    """The field that `path` leads to, if its last step is a field of a record."""
    model = model_at(shape, path[:-1]) if path else None
    return model.model_fields.get(str(path[-1])) if model else None


def keys_of(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys that a record may have."""
    return tuple(model.model_fields)


def _bare(shape: Any) -> Any:
    """The type without its annotations and without None."""
    while True:
        if get_origin(shape) is Annotated:
            shape = get_args(shape)[0]
        elif get_origin(shape) in (Union, UnionType):
            shape = next(a for a in get_args(shape) if a is not type(None))
        else:
            return shape
