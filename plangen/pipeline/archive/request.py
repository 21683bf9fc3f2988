"""What is asked for when an approved edition goes into the archive, checked before anything is built."""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct

from plangen.diagnostics import Diagnostic, Location, PlangenError, codes, finding
from plangen.model.edition import Approval, EditionKind, EditionName
from plangen.pipeline.history.record import VERSION_FORM

__all__ = ["AddRequest", "approval_of", "edition_named"]

_EDITION = re.compile(r"(?=.{1,48}$)[0-9a-z]+(-[0-9a-z]+)*")
_VERSION = re.compile(VERSION_FORM)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MARKUP = re.compile(r"[<>{}]")
_APPROVER, _REASON, _NOTE = 120, 600, 2000
"""The most characters: an approver stands at the foot of every page, a reason on one page, a note in a list."""


class AddRequest(Struct, frozen=True):
    """An edition to archive, as an officer asked for it. `approved_on` is a day written 2011-04-01.

    `content` is the content digest that was approved, where it was noted down; `correction` is the reason for a
    version that takes the place of an earlier one; `unchanged` says that it may have the same content.
    """

    name: EditionName
    version: str
    approved_by: str
    approved_on: str
    content: str = ""
    note: str = ""
    correction: str = ""
    unchanged: bool = False


def edition_named(kind: EditionKind, edition_id: str) -> EditionName:
    """The edition of that name; raises PG740 for one that cannot be an edition's (`..`, slashes, capitals)."""
    if not _EDITION.fullmatch(edition_id):
        message = f'"{_short(edition_id)}" cannot be the name of an edition'
        hint = "write the name of its folder: small letters, digits and hyphens, as 2011-12"
        raise PlangenError(finding(codes.NOT_AN_EDITION_ID, message, Location("ID"), hint))
    return EditionName.of(kind, edition_id)


def approval_of(request: AddRequest) -> Approval:
    """Version, approver and day of a request; raises with everything that is wrong with it (PG740 to PG746)."""
    problems = [
        *_version_problems(request.version),
        *_words_problems("--approved-by", request.approved_by, _APPROVER, required=True),
        *_markup_problems(request.approved_by),
        *_day_problems(request.approved_on),
        *_words_problems("--note", request.note, _NOTE),
        *_words_problems("--correction", request.correction, _REASON),
    ]
    try:
        edition_named(request.name.kind, request.name.id)
    except PlangenError as problem:
        problems.extend(problem.diagnostics)
    if problems:
        raise PlangenError(problems)
    return Approval(request.version, request.approved_by.strip(), date.fromisoformat(request.approved_on))


def _version_problems(version: str) -> list[Diagnostic]:
    if _VERSION.fullmatch(version):
        return []
    message = f'"{_short(version)}" is not a version'
    return [
        finding(
            codes.NOT_A_VERSION,
            message,
            Location("--version"),
            "write numbers with points between them, as 1.0 or 1.1",
        )
    ]


def _words_problems(option: str, words: str, most: int, required: bool = False) -> list[Diagnostic]:
    here = Location(option)
    if required and not words.strip():
        return [
            finding(
                codes.WORDS_NOT_KEPT,
                "nobody is named",
                here,
                f'say who approved it: {option} "Safe City Partnership"',
            )
        ]
    if len(words) > most:
        message = f"the text has {len(words):,} characters; at most {most:,} are kept"
        return [
            finding(codes.WORDS_NOT_KEPT, message, here, "say it shorter, and keep the long form in the minutes")
        ]
    if odd := next((character for character in words if not character.isprintable()), None):
        what = "a line break" if odd in "\r\n" else f"the character U+{ord(odd):04X}, which cannot be printed"
        return [
            finding(codes.WORDS_NOT_KEPT, f"the text holds {what}", here, "write it on one line, in plain words")
        ]
    return []


def _markup_problems(approver: str) -> list[Diagnostic]:
    if found := _MARKUP.search(approver):
        hint = "write the name of the board or person as it should be printed"
        return [
            finding(
                codes.WORDS_NOT_KEPT,
                f'the text holds "{found[0]}", as markup does',
                Location("--approved-by"),
                hint,
            )
        ]
    return []


def _day_problems(day: str) -> list[Diagnostic]:
    try:
        if _DAY.fullmatch(day) and 1900 <= date.fromisoformat(day).year < 2200:
            return []
    except ValueError:
        pass
    hint = "write year-month-day, as 2011-04-01"
    return [finding(codes.NOT_A_DAY, f'"{_short(day)}" is not a day', Location("--approved-on"), hint)]


def _short(text: str) -> str:
    """Text from outside, fit to be shown on one line."""
    shown = "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text)
    return shown if len(shown) <= 60 else f"{shown[:59]}…"
