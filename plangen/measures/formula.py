"""Formulas over facts: names, numbers, + - * / and brackets, and nothing else.

sum     = product { ("+" | "-") product }
product = sign { ("*" | "/") sign }
sign    = "-" sign | number | name | "(" sum ")"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from plangen.language.english.figures import MINUS, exact

__all__ = ["Formula", "Name", "Negative", "Number", "Operation", "names", "parse_formula", "words"]

_LONGEST = 500
_DEEPEST = 20
_TOKEN = re.compile(
    r"\s*(?:(?P<number>[0-9]{1,15}(?:\.[0-9]{1,9})?)|(?P<name>[a-z][a-z0-9_.]*)|(?P<sign>[-+*/()]))"
)
_SIGNS = {"-": MINUS, "*": "×", "+": "+", "/": "/"}


class Number(Struct, frozen=True):
    """A number written in the formula."""

    value: Decimal


class Name(Struct, frozen=True):
    """Another fact, by its id."""

    id: str


class Negative(Struct, frozen=True):
    """A part with its sign turned."""

    part: Formula


class Operation(Struct, frozen=True):
    """Two parts and the sign between them."""

    sign: str
    left: Formula
    right: Formula


Formula = Number | Name | Negative | Operation


def parse_formula(text: str) -> Formula:
    """Read a formula; raises ValueError that says what is wrong."""
    if len(text) > _LONGEST:
        raise ValueError(f"the formula is longer than {_LONGEST} characters")
    tokens = _Tokens(tuple(_split(text)))
    formula = _sum(tokens, 0)
    if tokens.next is not None:
        raise ValueError(f'"{tokens.next}" does not belong here')
    return formula


def names(formula: Formula) -> tuple[str, ...]:
    """The facts a formula speaks of, in the order it names them."""
    match formula:
        case Number():
            return ()
        case Name(id):
            return (id,)
        case Negative(part):
            return names(part)
        case Operation(_, left, right):
            return names(left) + names(right)


def words(formula: Formula, values: dict[str, Decimal]) -> str:
    """The formula with the numbers in it: `281 / (1,200 − 40) × 100`."""
    match formula:
        case Number(value):
            return exact(value)
        case Name(id):
            return exact(values[id])
        case Negative(part):
            return f"{MINUS}{_bracketed(part, values, '*')}"
        case Operation(sign, left, right):
            return f"{_bracketed(left, values, sign)} {_SIGNS[sign]} {_bracketed(right, values, sign, right=True)}"


def _bracketed(part: Formula, values: dict[str, Decimal], sign: str, right: bool = False) -> str:
    text = words(part, values)
    weaker = isinstance(part, Operation) and part.sign in "+-" and sign in "*/"
    grouped = right and isinstance(part, Operation) and (sign in "-/" or part.sign == "/")
    return f"({text})" if weaker or grouped or (right and isinstance(part, Negative)) else text


class _Tokens:
    def __init__(self, tokens: tuple[str, ...]) -> None:
        self._tokens = tokens
        self._at = 0

    @property
    def next(self) -> str | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def take(self) -> str:
        token = self.next
        if token is None:
            raise ValueError("the formula ends too early")
        self._at += 1
        return token


def _split(text: str) -> Iterator[str]:
    end = 0
    text = text.rstrip()
    while end < len(text):
        found = _TOKEN.match(text, end)
        if not found:
            raise ValueError(
                f'"{text[end:].strip()[:20]}" is not a number, the id of a fact, or one of + - * / ( )'
            )
        end = found.end()
        yield found[found.lastgroup or 0]


def _sum(tokens: _Tokens, depth: int) -> Formula:
    left = _product(tokens, depth)
    while tokens.next in ("+", "-"):
        left = Operation(tokens.take(), left, _product(tokens, depth))
    return left


def _product(tokens: _Tokens, depth: int) -> Formula:
    left = _sign(tokens, depth)
    while tokens.next in ("*", "/"):
        left = Operation(tokens.take(), left, _sign(tokens, depth))
    return left


def _sign(tokens: _Tokens, depth: int) -> Formula:
    if depth > _DEEPEST:
        raise ValueError(f"the formula has more than {_DEEPEST} brackets inside each other")
    token = tokens.take()
    if token == "-":
        return Negative(_sign(tokens, depth + 1))
    if token == "(":
        inner = _sum(tokens, depth + 1)
        if tokens.take() != ")":
            raise ValueError("a bracket is not closed")
        return inner
    if token[0].isdigit():
        return Number(Decimal(token))
    if token[0].isalpha():
        return Name(token.removeprefix("facts."))
    raise ValueError(f'"{token}" does not belong here')
