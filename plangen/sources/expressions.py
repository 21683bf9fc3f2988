"""Expressions: names, dots and string literals, `all_crime.at("2009/10")`, and nothing else.

    expression = name { "." name [ "(" [ literal { "," literal } ] ")" ] }

There is nothing to compute, nothing to loop over and nothing to escape from. Quotation marks may be single,
double or curly, because text passes through Word.
"""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from plangen.diagnostics import Location, PlangenError, codes, finding
from plangen.model.prose import Expression, Part

__all__ = ["MAX_LENGTH", "parse"]

MAX_LENGTH = 300
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_LITERAL = re.compile(r"""\s*(?:"([^"“”]*)"|'([^'‘’]*)'|[“”]([^"“”]*)[“”"]|[‘’]([^'‘’]*)[‘’'])\s*""")
_EXAMPLE = 'write a name and its parts: all_crime.change or all_crime.at("2009/10")'


def parse(text: str, location: Location) -> Expression:
    """Read an expression, written without its braces; `location` is that of its first character.

    `Expression.text` is its one way of writing: double quotes, no spaces but after commas. Raises `PlangenError`
    (PG401) at the very character that is wrong.
    """
    return _Scanner(text, location).expression()


class _Scanner(Struct):
    """A text and how far it has been read."""

    text: str
    location: Location
    position: int = 0

    def expression(self) -> Expression:
        if len(self.text) > MAX_LENGTH:
            raise self.fault(f"the expression is longer than {MAX_LENGTH} characters")
        self.skip()
        start = self.position
        root = self.name("an expression begins with the name of an indicator, facts or targets")
        parts: list[Part] = []
        while self.ahead(".") and not self.done():
            self.position += 1
            parts.append(self.part())
        if not self.done():
            raise self.fault(self.unexpected())
        here = (
            replace(self.location, column=self.location.column + start) if self.location.column else self.location
        )
        return Expression(root, tuple(parts), _written(root, parts), here)

    def part(self) -> Part:
        name = self.name("a dot is followed by the name of a part")
        if not self.ahead("("):
            return Part(name)
        self.position += 1
        arguments: list[str] = []
        self.skip()
        while not self.ahead(")"):
            arguments.append(self.literal())
            if self.ahead(","):
                self.position += 1
            elif not self.ahead(")"):
                raise self.fault("a comma or a closing bracket is missing")
        self.position += 1
        return Part(name, tuple(arguments))

    def name(self, otherwise: str) -> str:
        found = _NAME.match(self.text, self.position)
        if not found:
            raise self.fault(otherwise if self.done() else self.unexpected())
        self.position = found.end()
        return found[0]

    def literal(self) -> str:
        found = _LITERAL.match(self.text, self.position)
        if not found:
            raise self.fault('what stands in brackets is text in quotes: ("2009/10")')
        self.position = found.end()
        return next(group for group in found.groups() if group is not None).strip()

    def ahead(self, character: str) -> bool:
        return self.text.startswith(character, self.position)

    def done(self) -> bool:
        return not self.text[self.position :].strip()

    def skip(self) -> None:
        while self.position < len(self.text) and self.text[self.position].isspace():
            self.position += 1

    def unexpected(self) -> str:
        rest = self.text[self.position :]
        character = rest.lstrip()[:1] or rest[:1]
        self.position += len(rest) - len(rest.lstrip())
        return f'"{character}" has no meaning here'

    def fault(self, message: str) -> PlangenError:
        column = self.location.column + self.position if self.location.column else 0
        return PlangenError(
            finding(codes.NOT_AN_EXPRESSION, message, replace(self.location, column=column), _EXAMPLE)
        )


def _written(root: str, parts: list[Part]) -> str:
    text = root
    for part in parts:
        text += f".{part.name}"
        if part.arguments:
            text += "(" + ", ".join(f'"{argument}"' for argument in part.arguments) + ")"
    return text
