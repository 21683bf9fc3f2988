"""JSON Schemas of the content files, from the records that hold them, for editors that complete and check."""

from __future__ import annotations

from enum import Enum
from inspect import cleandoc
from typing import Any

from msgspec import NODEFAULT, json
from msgspec.inspect import (
    BoolType,
    DataclassType,
    DateType,
    DecimalType,
    DictType,
    EnumType,
    Field,
    IntType,
    Metadata,
    NoneType,
    StrType,
    StructType,
    Type,
    UnionType,
    VarTupleType,
)

from plangen.document.theme import Colours, colour_names
from plangen.model.agency_return import AgencyReturn
from plangen.model.figures import Accepted, Fact, Stated, Term
from plangen.model.import_mapping import ImportMapping
from plangen.model.indicator import Indicator
from plangen.model.pack import PackRecord
from plangen.model.partnership import Partnership
from plangen.model.plan import Appendix, PlanRecord, Priorities, WeSaidWeDid, YouSaidWeDid
from plangen.model.record import Id, Record
from plangen.model.target import Target
from plangen.sources.records import bare, form_of

__all__ = ["schemas"]

Schema = dict[str, Any]


def schemas() -> dict[str, Schema]:
    """The schema of every YAML file, by its name."""
    shapes: dict[str, Any] = {
        "partnership.yaml": Partnership,
        "indicators.yaml": dict[Id, Indicator],
        "targets.yaml": tuple[Target, ...],
        "facts.yaml": dict[Id, Fact],
        "stated.yaml": tuple[Stated, ...],
        "accepted.yaml": tuple[Accepted, ...],
        "glossary.yaml": dict[str, Term],
        "plan.yaml": PlanRecord,
        "we_said_we_did.yaml": WeSaidWeDid,
        "you_said_we_did.yaml": YouSaidWeDid,
        "priorities.yaml": Priorities,
        "appendix.yaml": Appendix,
        "pack.yaml": PackRecord,
        "AGENCY.yaml": AgencyReturn,
        "import.yaml": ImportMapping,
    }
    return {**{name: _file(form_of(shape)) for name, shape in shapes.items()}, "theme.yaml": _theme()}


def _file(form: Type) -> Schema:
    """The schema of a whole file: what it holds, and the records inside that by their names."""
    named: dict[str, Schema] = {}
    whole = _record(form, named) if isinstance(form, StructType) else _schema(form, named)
    return {**({"$defs": _sorted(named)} if named else {}), **whole}


def _schema(form: Type, named: dict[str, Schema]) -> Schema:
    """The schema of a value; those of records and choices go to `named`."""
    match form:
        case Metadata():
            told = form.extra_json_schema or {}
            is_whole = bool(told.keys() - {"description"})
            return _sorted({**({} if is_whole else _schema(form.type, named)), **told})
        case UnionType():
            return {"anyOf": [one for inner in form.types for one in _choices(_schema(inner, named))]}
        case StructType() | EnumType() if _has_name(form):
            named[form.cls.__name__] = _enum(form.cls) if isinstance(form, EnumType) else _record(form, named)
            return {"$ref": f"#/$defs/{form.cls.__name__}"}
        case VarTupleType():
            limits = _limits(minItems=form.min_length, maxItems=form.max_length)
            return _sorted({"items": _schema(form.item_type, named), "type": "array", **limits})
        case DictType():
            return _mapping(form, named)
        case _:
            return _plain(form)


def _plain(form: Type) -> Schema:
    match form:
        case StrType():
            limits = _limits(minLength=form.min_length, maxLength=form.max_length, pattern=form.pattern)
            return _sorted({"type": "string", **limits})
        case IntType():
            limits = _limits(minimum=form.ge, exclusiveMinimum=form.gt, maximum=form.le)
            return _sorted({"type": "integer", **limits})
        case BoolType():
            return {"type": "boolean"}
        case DecimalType():
            return {"type": ["number", "string"]}
        case DateType():
            return {"format": "date", "type": "string"}
        case NoneType():
            return {"type": "null"}
        case _:
            raise TypeError(f"no record holds a {form}")


def _record(form: StructType, named: dict[str, Schema]) -> Schema:
    required = [field.encode_name for field in form.fields if field.required]
    return {
        "additionalProperties": False,
        "description": cleandoc(form.cls.__doc__ or ""),
        "properties": {field.encode_name: _property(field, named) for field in form.fields},
        **({"required": required} if required else {}),
        "title": form.cls.__name__,
        "type": "object",
    }


def _property(field: Field, named: dict[str, Schema]) -> Schema:
    found = _schema(field.type, named)
    inner = bare(field.type)
    # What is defined under a name of its own, and a period, whose text says what it is, go without a title.
    if not (_has_name(inner) or isinstance(inner, DataclassType)):
        found["title"] = field.encode_name.replace("_", " ").title()
    if field.default is not NODEFAULT:
        found["default"] = _default(inner, field.default)
    return _sorted(found)


def _default(form: Type, value: object) -> object:
    """A default as JSON; a unit or an amount as it would be written."""
    if value is not None and isinstance(form, StructType) and not _has_name(form):
        return str(value)
    return json.decode(json.encode(value))


def _has_name(form: Type) -> bool:
    """Whether it stands among the definitions, under its own name."""
    return isinstance(form, EnumType) or (isinstance(form, StructType) and issubclass(form.cls, Record))


def _enum(choice: type[Enum]) -> Schema:
    return {
        "description": cleandoc(choice.__doc__ or ""),
        "enum": [one.value for one in choice],
        "title": choice.__name__,
        "type": "string",
    }


def _mapping(form: DictType, named: dict[str, Schema]) -> Schema:
    values = _schema(form.value_type, named)
    key = bare(form.key_type)
    limits = _limits(minProperties=form.min_length)
    if not isinstance(key, StrType) or key.pattern is None:
        return {"additionalProperties": values, **limits, "type": "object"}
    names = {"propertyNames": {"maxLength": key.max_length}} if key.max_length else {}
    return {**limits, "patternProperties": {key.pattern: values}, **names, "type": "object"}


def _choices(schema: Schema) -> list[Schema]:
    """Choices within a choice are choices of it."""
    return schema["anyOf"] if schema.keys() == {"anyOf"} else [schema]


def _limits(**limits: object) -> Schema:
    return {name: limit for name, limit in limits.items() if limit is not None}


def _sorted(schema: Schema) -> Schema:
    return dict(sorted(schema.items()))


def _theme() -> Schema:
    palette = Colours()
    colour = {"type": "string", "pattern": "^#[0-9A-Fa-f]{6}$"}
    named = {name: {**colour, "default": getattr(palette, name).code} for name in colour_names()}
    colours = {"type": "object", "properties": named, "additionalProperties": False}
    return {"type": "object", "properties": {"colours": colours}, "additionalProperties": False, "title": "Theme"}
