"""Formulas over facts: names, numbers, + - * / and brackets, and nothing else.

sum     = product { ("+" | "-") product }
product = sign { ("*" | "/") sign }
sign    = "-" sign | number | name | "(" sum ")"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from plangen.model.working import Negative, Number, Operation, Operator, Percent, Term

__all__ = ["Formula", "parse_formula", "value_of"]

_LONGEST = 500
_DEEPEST = 20
_TOKEN = re.compile(
    r"\s*(?:(?P<number>[0-9]{1,15}(?:\.[0-9]{1,9})?)|(?P<name>[a-z][a-z0-9_.]*)|(?P<sign>[-+*/()]))"
)


class Formula(Struct, frozen=True):
    """A formula that can be read; its names are those of facts."""

    tokens: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The facts it speaks of, in the order it names them."""
        return tuple(_name(token) for token in self.tokens if token[0].isalpha())

    def filled(self, values: Mapping[str, Decimal]) -> Term:
        """The formula with the numbers in it; raises KeyError for a name without one."""
        return _sum(_Tokens(self.tokens, values), 0)


def parse_formula(text: str) -> Formula:
    """Read a formula; raises ValueError that says what is wrong."""
    if len(text) > _LONGEST:
        raise ValueError(f"the formula is longer than {_LONGEST} characters")
    formula = Formula(tuple(_split(text)))
    tokens = _Tokens(formula.tokens, dict.fromkeys(formula.names, Decimal(0)))
    _sum(tokens, 0)
    if tokens.next is not None:
        raise ValueError(f'"{tokens.next}" does not belong here')
    return formula


def value_of(term: Term) -> Decimal:
    """What a term comes to; raises a DecimalException where it divides by zero or leaves the range of numbers."""
    match term:
        case Number(value):
            return value
        case Percent(value):
            return value / 100
        case Negative(inner):
            return -value_of(inner)
        case Operation(operator, left, right):
            return _applied(operator, value_of(left), value_of(right))


def _applied(operator: Operator, left: Decimal, right: Decimal) -> Decimal:
    match operator:
        case Operator.ADD:
            return left + right
        case Operator.SUBTRACT:
            return left - right
        case Operator.MULTIPLY:
            return left * right
        case Operator.DIVIDE:
            return left / right


def _name(token: str) -> str:
    return token.removeprefix("facts.")


class _Tokens:
    def __init__(self, tokens: tuple[str, ...], values: Mapping[str, Decimal]) -> None:
        self.values = values
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


def _sum(tokens: _Tokens, depth: int) -> Term:
    left = _product(tokens, depth)
    while tokens.next in ("+", "-"):
        left = Operation(Operator(tokens.take()), left, _product(tokens, depth))
    return left


def _product(tokens: _Tokens, depth: int) -> Term:
    left = _sign(tokens, depth)
    while tokens.next in ("*", "/"):
        left = Operation(Operator(tokens.take()), left, _sign(tokens, depth))
    return left


def _sign(tokens: _Tokens, depth: int) -> Term:
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
        return Number(tokens.values[_name(token)])
    raise ValueError(f'"{token}" does not belong here')
