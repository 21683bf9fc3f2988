"""What can be wrong with a value of a record, in plain words: no type names, no library's English."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from plangen.diagnostics import Code, Remedy, codes, likely
from plangen.diagnostics.nearest import hint_for

__all__ = ["Fault", "bad_pattern", "beyond", "empty", "missing", "no_choice", "no_list", "no_mapping", "no_text"]
__all__ += ["no_truth", "no_whole", "own_words", "too_long", "unknown_key"]


class Fault(Struct, frozen=True):
    """One thing that is wrong with a value. Without a hint, what its key means is the best that can be said."""

    code: Code
    message: str
    hint: str = ""
    remedies: tuple[Remedy, ...] = ()


_ID = r"^[a-z][a-z0-9_]*$"
_NAME = "small letters, digits and underscores, beginning with a letter"
_PATTERNS = {
    _ID: ("is not a name", f"use {_NAME}: all_crime"),
    r"^PG[0-9]{3}$": ("is not the code of a finding", "write PG and three digits, as in PG203"),
    r"^[0-9]+(\.[0-9]+){0,2}$": ("is not a version", "write numbers and full stops, as in 1.0"),
    r"^[0-9]+\.[0-9]+[a-z]?$": ("is not a reference", "write it as 1.1 or 1.1a"),
}


def missing(key: str, owner: str, meaning: str) -> Fault:
    """A key that has to be there; `owner` is the key its record stands under."""
    where = f' of "{owner}"' if owner else ""
    what = f" ({meaning})" if meaning else ""
    return Fault(codes.KEY_MISSING, f'the key "{key}"{where} is missing', f'add "{key}: …"{what}')


def unknown_key(key: str, known: Sequence[str]) -> Fault:
    """A key that the record does not have."""
    message = f'"{key}" is not a key that belongs here'
    return Fault(codes.UNKNOWN_KEY, message, hint_for(key, known), likely(key, known))


def own_words(problem: str) -> Fault:
    """A rule of the model itself: "what is wrong; what to do"."""
    what, _, hint = problem.partition("; ")
    return Fault(codes.NOT_ALLOWED, what, hint)


def no_choice(value: object, known: Sequence[str]) -> Fault:
    """None of the words that may stand there."""
    choice = ", ".join(known)
    hint = hint_for(str(value), known, f"write one of {choice}")
    return Fault(codes.NOT_ALLOWED, f"{_shown(value)} is not one of {choice}", hint, likely(str(value), known))


def bad_pattern(value: object, pattern: str) -> Fault:
    """Text of another form than the pattern's."""
    what, hint = _PATTERNS[pattern]
    name = re.sub(r"[^a-z0-9]+", "_", str(value).lower()).strip("_")
    if pattern == _ID and re.fullmatch(_ID, name):
        hint = f"write {name} ({_NAME})"
    return Fault(codes.NOT_A_NAME, f"{_shown(value)} {what}", hint)


def empty(needed: bool = False) -> Fault:
    """Nothing, where something belongs; what is `needed` cannot be left out."""
    return Fault(codes.EMPTY_VALUE, "is empty", "" if needed else "write something here, or delete the line")


def too_long(length: int, limit: int, what: str) -> Fault:
    """More letters or entries than there may be; `what` they are."""
    hint = f"shorten it by {length - limit}: it has {length} {what}"
    return Fault(codes.NOT_ALLOWED, f"is too long (at most {limit})", hint)


def beyond(value: object, limit: str) -> Fault:
    """A number that is not `limit`: "at least 1"."""
    return Fault(codes.NOT_ALLOWED, f"{_shown(value)} should be {limit}", f"write a number that is {limit}")


def no_text(value: object) -> Fault:
    """Something that is not text, where text belongs."""
    if value is None:
        return empty()
    if isinstance(value, bool):
        written = "true" if value else "false"
        return Fault(codes.WRONG_FORM, f"{written} is not text", f'put it in quotes: "{written}"')
    return Fault(
        codes.WRONG_FORM, f"{_kind(value)} stands where text belongs", "write the text on one line, or after |"
    )


def no_list(value: object) -> Fault:
    """Something else where a list belongs."""
    hint = 'write every entry on its own line after "- "'
    return Fault(codes.WRONG_FORM, f"{_kind(value)} stands where a list belongs", hint)


def no_mapping(value: object) -> Fault:
    """Something else where a record or a mapping belongs."""
    hint = 'write its keys below it, each as "key: value" and set in by two spaces'
    return Fault(codes.WRONG_FORM, f"{_kind(value)} stands where keys with values belong", hint)


def no_whole(value: object) -> Fault:
    """Something else where a whole number belongs."""
    return Fault(codes.NOT_ALLOWED, f"{_shown(value)} is not a whole number", "write digits only")


def no_truth(value: object) -> Fault:
    """Something else where true or false belongs."""
    return Fault(codes.WRONG_FORM, f"{_shown(value)} is neither true nor false", "write true or false")


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
