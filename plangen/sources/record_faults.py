"""What a record's validation found, in plain words: no type names, no library's English."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from plangen.diagnostics import Code, Diagnostic, Remedy, codes, finding, likely
from plangen.diagnostics.nearest import hint_for
from plangen.sources.shapes import field_at, keys_of, model_at
from plangen.sources.yaml_reader import Path, YamlFile

__all__ = ["explain"]

_NAME = "use small letters, digits and underscores, beginning with a letter: all_crime"
_PATTERNS = {
    r"^[a-z][a-z0-9_]*$": ("is not a name", _NAME),
    r"^PG[0-9]{3}$": ("is not the code of a finding", "write PG and three digits, as in PG203"),
    r"^[0-9]+(\.[0-9]+){0,2}$": ("is not a version", "write numbers and full stops, as in 1.0"),
    r"^[0-9]+\.[0-9]+[a-z]?$": ("is not a reference", "write it as 1.1 or 1.1a"),
}


def explain(detail: ErrorDetails, source: YamlFile, shape: Any, base: Path) -> list[Diagnostic]:
    """One finding of the validation of `shape` at `base` as diagnostics at their places."""
    inner = detail["loc"]
    is_key = inner[-1:] == ("[key]",)
    inner = inner[:-1] if is_key else inner
    path: Path = (*base, *inner)
    kind = detail["type"]
    if kind == "missing":
        return [_missing(source, shape, path, inner)]
    if kind == "extra_forbidden":
        return [_unknown(source, shape, path, inner)]
    if kind == "too_short" and source.get(path):
        return []  # the entries are there, and each was found faulty on its own
    if kind == "value_error" and (model := model_at(shape, inner)):
        unknown = _unknown_keys(source, path, model)
        if unknown:
            return [_unknown(source, shape, (*path, key), (*inner, key)) for key in unknown]
    here = source.key_location(path) if is_key or _is_whole(source, path) else source.location(path)
    value = path[-1] if is_key else source.get(path)
    code, message, hint, *remedies = _SAID.get(kind, _other)(detail, value)
    name = "" if is_key or not path or isinstance(path[-1], int) else f"{path[-1]}: "
    return [finding(code, name + message, here, hint or _hint(shape, inner), remedies=tuple(remedies))]


def _is_whole(source: YamlFile, path: Path) -> bool:
    return isinstance(source.get(path), dict | list) or source.get(path) is None


def _missing(source: YamlFile, shape: Any, path: Path, inner: Path) -> Diagnostic:
    field = field_at(shape, inner)
    what = f" ({field.description})" if field and field.description else ""
    record = source.key_location(path[:-1])
    where = f' of "{path[-2]}"' if len(path) > 1 and isinstance(path[-2], str) else ""
    return finding(
        codes.KEY_MISSING, f'the key "{path[-1]}"{where} is missing', record, f'add "{path[-1]}: …"{what}'
    )


def _unknown(source: YamlFile, shape: Any, path: Path, inner: Path) -> Diagnostic:
    model = model_at(shape, inner[:-1])
    known = keys_of(model) if model else ()
    message = f'"{path[-1]}" is not a key that belongs here'
    return finding(
        codes.UNKNOWN_KEY,
        message,
        source.key_location(path),
        hint_for(str(path[-1]), known),
        remedies=likely(str(path[-1]), known),
    )


def _unknown_keys(source: YamlFile, path: Path, model: type[BaseModel]) -> list[str]:
    value = source.get(path)
    return [key for key in value if key not in keys_of(model)] if isinstance(value, dict) else []


def _hint(shape: Any, inner: Path) -> str:
    field = field_at(shape, inner)
    if field and field.description:
        return f"what belongs here: {field.description}"
    return "compare it with the examples in docs/content.md"


Said = tuple[Code, str, str, *tuple[Remedy, ...]]
"""A code, what is wrong, what to do, and what could be done for the reader."""


def _own_words(detail: ErrorDetails, value: object) -> Said:
    """A rule of the model itself: "what is wrong; what to do"."""
    message = str(detail.get("ctx", {}).get("error", detail["msg"]))
    what, sign, hint = message.partition("; ")
    if not sign and "? " in message:
        what, _, hint = message.partition("? ")
        what += "?"
    return codes.NOT_ALLOWED, what, hint


def _choice(detail: ErrorDetails, value: object) -> Said:
    expected = str(detail.get("ctx", {}).get("expected", ""))
    known = expected.replace(" or ", ", ").replace("'", "").split(", ")
    message = f"{_shown(value)} is not one of {', '.join(known)}"
    hint = hint_for(str(value), known, f"write one of {', '.join(known)}")
    return codes.NOT_ALLOWED, message, hint, *likely(str(value), known)


def _pattern(detail: ErrorDetails, value: object) -> Said:
    what, hint = _PATTERNS.get(str(detail.get("ctx", {}).get("pattern")), ("is not written as it should be", ""))
    return codes.NOT_A_NAME, f"{_shown(value)} {what}", hint


def _length(detail: ErrorDetails, value: object) -> Said:
    if detail["type"] in ("string_too_short", "too_short"):
        return codes.EMPTY_VALUE, "is empty", "write something here, or take the key out if it is not needed"
    limit = detail.get("ctx", {}).get("max_length")
    return codes.NOT_ALLOWED, f"is too long (at most {limit})", "shorten it"


def _range(detail: ErrorDetails, value: object) -> Said:
    limits = {"ge": "at least", "gt": "more than", "le": "at most", "lt": "less than"}
    context = detail.get("ctx", {})
    limit = next((f"{words} {context[key]}" for key, words in limits.items() if key in context), "in range")
    return codes.NOT_ALLOWED, f"{_shown(value)} should be {limit}", f"write a number that is {limit}"


def _text(detail: ErrorDetails, value: object) -> Said:
    if value is None:
        return codes.EMPTY_VALUE, "is empty", "write something here, or take the key out if it is not needed"
    if isinstance(value, bool):
        written = "true" if value else "false"
        return codes.WRONG_FORM, f"{written} is not text", f'put it in quotes: "{written}"'
    return codes.WRONG_FORM, f"{_kind(value)} stands where text belongs", "write the text on one line, or after |"


def _list(detail: ErrorDetails, value: object) -> Said:
    return (
        codes.WRONG_FORM,
        f"{_kind(value)} stands where a list belongs",
        'write every entry on its own line after "- "',
    )


def _mapping(detail: ErrorDetails, value: object) -> Said:
    hint = 'write its keys below it, each as "key: value" and set in by two spaces'
    return codes.WRONG_FORM, f"{_kind(value)} stands where keys with values belong", hint


def _whole(detail: ErrorDetails, value: object) -> Said:
    return codes.NOT_ALLOWED, f"{_shown(value)} is not a whole number", "write digits only"


def _truth(detail: ErrorDetails, value: object) -> Said:
    return codes.WRONG_FORM, f"{_shown(value)} is neither true nor false", "write true or false"


def _other(detail: ErrorDetails, value: object) -> Said:
    return codes.NOT_ALLOWED, f"{_shown(value)} cannot be used here: {detail['msg']}", ""


_SAID: dict[str, Callable[[ErrorDetails, object], Said]] = {
    "value_error": _own_words,
    "enum": _choice,
    "literal_error": _choice,
    "string_pattern_mismatch": _pattern,
    **dict.fromkeys(("string_too_short", "string_too_long", "too_short", "too_long"), _length),
    **dict.fromkeys(
        ("greater_than", "greater_than_equal", "less_than", "less_than_equal", "decimal_max_digits"), _range
    ),
    "string_type": _text,
    **dict.fromkeys(("tuple_type", "list_type"), _list),
    **dict.fromkeys(("model_type", "dict_type", "model_attributes_type"), _mapping),
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float"), _whole),
    **dict.fromkeys(("bool_type", "bool_parsing"), _truth),
}


def _kind(value: object) -> str:
    match value:
        case None:
            return "nothing"
        case dict():
            return "a group of keys"
        case list():
            return "a list"
        case _:
            return _shown(value)


def _shown(value: object) -> str:
    text = str(value)
    return f'"{text[:60]}…"' if len(text) > 60 else f'"{text}"'
