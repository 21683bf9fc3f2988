"""What the YAML parser found wrong, in words for people who do not know YAML."""

from __future__ import annotations

import re

import yaml

from plangen.diagnostics import Diagnostic, Location, codes, finding

__all__ = ["explain"]

_QUOTE = "put the whole value in quotes"
_BRACES = re.compile(r"""(?:^|:|-)\s+\{\{|^\{\{""")
_TIGHT = re.compile(r"\s*(?:- )?[A-Za-z0-9_]+:[^\s/]")


def explain(fault: yaml.YAMLError, text: str, file: str) -> Diagnostic:
    """The fault as a diagnostic (PG106 to PG111) at its line and column."""
    mark = getattr(fault, "problem_mark", None)
    problem = str(getattr(fault, "problem", "") or "it cannot be read")
    if mark is None:
        return finding(codes.NOT_YAML, f"the file is not valid YAML: {problem}", Location(file), _QUOTE)
    lines = text.split("\n")
    line = lines[mark.line] if mark.line < len(lines) else ""
    here = Location(file, mark.line + 1, mark.column + 1)
    if "\t" in line[: len(line) - len(line.lstrip())] or "tab character" in problem:
        return finding(codes.TAB, "the line is set in with a tab", here, "use spaces: two for each level")
    if _BRACES.search(line):
        return _braces(line, here)
    if "mapping values" in problem:
        return _colon(lines, mark, here)
    if "expected key" in problem or "'-' indicator" in problem or "<block end>" in problem:
        return _out_of_step(line, mark.column, here)
    return _other(problem, fault, here, file)


def _braces(line: str, here: Location) -> Diagnostic:
    place = Location(here.file, here.line, line.index("{{") + 1)
    hint = f"{_QUOTE}: '{{{{ all_crime }}}} crimes'"
    return finding(codes.UNQUOTED_BRACES, "a value that begins with {{ is not text to YAML", place, hint)


def _colon(lines: list[str], mark: yaml.Mark, here: Location) -> Diagnostic:
    before = lines[mark.line][: mark.column]
    if re.search(r"\S:\s", before):
        hint = f'{_QUOTE}: key: "first: second"'
        return finding(codes.SECOND_COLON, "a second colon with a space after it stands in the value", here, hint)
    above = next((li for li in reversed(lines[: mark.line]) if li.strip()), "")
    if _TIGHT.match(above) and ": " not in above:
        hint = f'write a space after the colon: "{above.strip().split(":")[0]}: …"'
        return finding(codes.WRONG_INDENTATION, "the line above has no space after its colon", here, hint)
    return _indentation(here)


def _out_of_step(line: str, column: int, here: Location) -> Diagnostic:
    if not line[:column].strip(" -"):
        return _indentation(here)
    message = f'"{line[column:][:30].strip()}" stands after the end of the value'
    hint = "put the whole value in double quotes; write a quote inside it as ’ or “ ”"
    return finding(codes.NOT_YAML, message, here, hint)


def _indentation(here: Location) -> Diagnostic:
    hint = "begin it exactly below the first letter of its neighbours: two spaces for each level"
    return finding(codes.WRONG_INDENTATION, "the line is set in too far or not far enough", here, hint)


def _other(problem: str, fault: yaml.YAMLError, here: Location, file: str) -> Diagnostic:
    context = str(getattr(fault, "context", "") or "")
    mark = getattr(fault, "context_mark", None)
    began = Location(file, mark.line + 1, mark.column + 1) if mark else here
    if "quoted scalar" in context:
        return finding(
            codes.NOT_YAML, "the quotation mark is never closed", began, "add the closing quotation mark"
        )
    if "flow" in context:
        hint = "close it, with commas between the entries"
        return finding(codes.NOT_YAML, "the bracket is never closed, or a comma is missing", began, hint)
    if "alias" in context or "anchor" in context:
        return finding(codes.REFERENCE_OR_TAG, "a value may not begin with * or &", began, f'{_QUOTE}: "*"')
    if "cannot start any token" in problem:
        return finding(codes.NOT_YAML, "a value may not begin with @, ` or %", here, f'{_QUOTE}: "@name"')
    if "block sequence entries" in problem:
        return finding(
            codes.WRONG_INDENTATION,
            "a list begins on the line of its key",
            here,
            "begin the list on the next line",
        )
    message = f"the file is not valid YAML: {' '.join((context, problem)).strip()}"
    return finding(codes.NOT_YAML, message, here, "compare the line with its neighbours: spaces, quotes, brackets")
