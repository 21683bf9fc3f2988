"""Directives checked: argument, options and body as their form asks, every fault at its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from msgspec import Struct, field

from plangen.diagnostics import Diagnostic, Location, PlangenError, Remedy, codes, finding, likely
from plangen.diagnostics.nearest import hint_for
from plangen.model.period_text import read_period
from plangen.model.prose import Directive, Expression, Phrase, ProseBlock, ProseTable
from plangen.sources.directive_forms import CHART_KINDS, CONDITIONS, FORMS, Argument, Body, Form, Option
from plangen.sources.directive_rule import Opening, OptionLine
from plangen.sources.expressions import parse
from plangen.sources.places import Origin

__all__ = ["directive"]

LineReader = Callable[[str, Origin], tuple[tuple[Phrase, ...], list[Diagnostic]]]
"""Reads a line of words: its phrases and its faults."""

_NUMBER = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,3})?")
_PIECE = re.compile(r"""(?:[^\s"“”]|"[^"]*"|“[^”]*”)+""")


def directive(
    opening: Opening, body: tuple[ProseBlock, ...], origin: Origin, read_line: LineReader
) -> tuple[Directive | None, list[Diagnostic]]:
    """The directive, or None where its name is unknown, and everything wrong with it."""
    form = FORMS.get(opening.name)
    here = origin.at(opening.line, opening.name_column)
    if form is None:
        message = f'there is no directive "{opening.name}"'
        return None, [
            finding(
                codes.UNKNOWN_DIRECTIVE,
                message,
                here,
                hint_for(opening.name, FORMS),
                remedies=likely(opening.name, FORMS),
            )
        ]
    reader = _Reader(opening, form, origin, here, read_line)
    reader.check_options()
    reader.check_argument()
    reader.check_body(body)
    made = Directive(
        opening.name,
        opening.argument,
        tuple((option.name, option.value) for option in opening.options),
        body,
        origin.at(opening.line),
        tuple(reader.asked),
        reader.words,
        tuple(reader.as_words),
        reader.negated,
    )
    return made, reader.faults


class _Reader(Struct):
    opening: Opening
    form: Form
    origin: Origin
    here: Location
    read_line: LineReader
    faults: list[Diagnostic] = field(default_factory=list)
    asked: list[Expression] = field(default_factory=list)
    words: tuple[Phrase, ...] = ()
    as_words: list[tuple[str, tuple[Phrase, ...]]] = field(default_factory=list)
    negated: bool = False

    def check_options(self) -> None:
        names = [option.name for option in self.opening.options]
        for number, option in enumerate(self.opening.options):
            here = self.origin.at(option.line)
            kind = self.form.options.get(option.name)
            if kind is None:
                message = f'"{option.name}" is not an option of {self.opening.name}'
                none = f"{self.opening.name} has no options: delete the line"
                hint = hint_for(option.name, self.form.options) if self.form.options else none
                self.faults.append(
                    finding(
                        codes.UNKNOWN_OPTION, message, here, hint, remedies=likely(option.name, self.form.options)
                    )
                )
            elif option.name in names[:number]:
                message = f'the option "{option.name}" stands twice'
                self.faults.append(finding(codes.UNKNOWN_OPTION, message, here, "delete one of the two lines"))
            else:
                self.option(option, kind)
        for name in self.form.required:
            if name not in names:
                self.missing(name)
        if self.opening.name == "picture" and not {"alt", "decorative"} & set(names):
            self.missing("alt")

    def missing(self, name: str) -> None:
        hint = f'write a line ":{name}: …" below the first line of the directive'
        if self.opening.name == "picture":
            hint = 'say what the picture shows in a line ":alt: …", or write ":decorative: yes"'
        self.faults.append(
            finding(codes.OPTION_MISSING, f'{self.opening.name} has no option "{name}"', self.here, hint)
        )

    def option(self, option: OptionLine, kind: Option) -> None:
        here = self.origin.at(option.line, option.column)
        fault = _value_fault(option.value, kind)
        if fault:
            self.faults.append(
                finding(codes.OPTION_VALUE, f"{option.name}: {fault[0]}", here, fault[1], remedies=fault[2:])
            )
        elif kind is Option.WORDS:
            words, faults = self.read_line(option.value, self.at(option.line, option.column))
            self.as_words.append((option.name, words))
            self.faults += faults
        elif kind is Option.NAME and (named := self.expression(option.value, here)):
            self.as_words.append((option.name, (named,)))

    def check_argument(self) -> None:
        opening, kind = self.opening, self.form.argument
        if kind is Argument.NONE and opening.argument:
            hint = "delete it, or put it on the next line"
            self.wrong(f"{opening.name} takes no words behind its name", hint)
        elif kind in _NEEDED and not opening.argument:
            self.wrong(
                f"{opening.name} needs {kind.value} behind its name",
                f"write :::{{{opening.name}}} and behind it {kind.value}",
            )
        elif kind in (Argument.WORDS, Argument.SOME_WORDS):
            self.words, faults = self.read_line(opening.argument, self.at(opening.line, opening.column))
            self.faults += faults
        elif kind is Argument.CONDITION:
            self.condition()
        elif kind in (Argument.TARGETS, Argument.FIGURES, Argument.INDICATORS):
            for piece in _PIECE.finditer(opening.argument):
                self.ask(piece[0], opening.column + piece.start())
            if kind is Argument.TARGETS and len(opening.argument.split()) > 3:
                self.wrong("figures shows at most three targets", "take the others out, or use figures twice")

    def condition(self) -> None:
        text, start = self.opening.argument, 0
        if text.startswith("not "):
            self.negated, start = True, 4
        self.ask(text[start:], self.opening.column + start)
        last = self.asked[-1].parts[-1:] if self.asked else ()
        if self.asked and not (last and last[0].name in CONDITIONS):
            hint = f"end it in .{', .'.join(CONDITIONS)}: when all_crime.improved"
            self.wrong("the condition says nothing that is true or false", hint)

    def check_body(self, body: tuple[ProseBlock, ...]) -> None:
        if self.form.body in (Body.REQUIRED, Body.TABLE) and not body:
            hint = "write the text between its first line and its ::: line"
            self.faults.append(finding(codes.DIRECTIVE_BODY, f"{self.opening.name} is empty", self.here, hint))
        elif self.form.body is Body.TABLE and [type(block) for block in body] != [ProseTable]:
            hint = "leave one table of lines with | in it, and put everything else above it or below its ::: line"
            self.faults.append(
                finding(codes.DIRECTIVE_BODY, f"{self.opening.name} holds more than a table", self.here, hint)
            )
        elif self.form.body is Body.NONE and body:
            hint = "put the text below its ::: line; a line that begins with : is an option only at the top"
            self.faults.append(finding(codes.DIRECTIVE_BODY, f"{self.opening.name} holds text", self.here, hint))

    def ask(self, text: str, column: int) -> None:
        if asked := self.expression(text, self.origin.at(self.opening.line, column)):
            self.asked.append(asked)

    def expression(self, text: str, here: Location) -> Expression | None:
        try:
            return parse(text, here)
        except PlangenError as fault:
            self.faults += fault.diagnostics
            return None

    def at(self, line: int, column: int) -> Origin:
        place = self.origin.at(line, column)
        return Origin(place.file, place.line, place.column, exact=self.origin.exact)

    def wrong(self, message: str, hint: str) -> None:
        self.faults.append(finding(codes.DIRECTIVE_ARGUMENTS, message, self.here, hint))


_NEEDED = (Argument.TARGETS, Argument.FIGURES, Argument.WORDS, Argument.CONDITION, Argument.FILE)


def _value_fault(value: str, kind: Option) -> tuple[str, str, *tuple[Remedy, ...]] | None:
    """What is wrong with an option's value, what to do, and what could be done for the reader."""
    if not value:
        return "nothing stands behind the colon", "write a value, or delete the line"
    if kind is Option.KIND and value not in CHART_KINDS:
        return f'"{value}" is not a kind of chart', hint_for(value, CHART_KINDS), *likely(value, CHART_KINDS)
    if kind is Option.YES and value != "yes":
        return f'"{value}" is not "yes"', "write yes, or delete the line"
    if kind is Option.NUMBER and (not _NUMBER.fullmatch(value) or not Decimal(value)):
        return f'"{value}" is not a number above 0', "write it in figures, such as 1 or 1.96"
    if kind is Option.PERIOD:
        try:
            read_period(value)
        except ValueError as fault:
            what, _, hint = str(fault).partition("; ")
            return what, hint or "write a period as in the data: 2009/10"
    return None
