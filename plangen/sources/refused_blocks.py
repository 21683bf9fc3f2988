"""Blocks of Markdown that a document has no place for, and what to write instead."""

from __future__ import annotations

from markdown_it.token import Token

from plangen.diagnostics import Diagnostic, Location, codes, finding
from plangen.diagnostics.nearest import nearest
from plangen.sources.directive_forms import FORMS
from plangen.sources.directive_rule import UNCLOSED, UNOPENED

__all__ = ["refusal"]


def refusal(token: Token, here: Location) -> Diagnostic:
    """What is wrong with a block that cannot stand here."""
    match token.type:
        case "html_block":
            hint = "delete it: Markdown and directives do what is needed; write < as \\<"
            shown = token.content.strip().partition("\n")[0][:40]
            return finding(codes.HTML, f'"{shown}" is HTML, which is not allowed', here, hint)
        case kind if kind == UNCLOSED:
            hint = "write a line of as many colons as its first line has where it ends"
            return finding(
                codes.UNMATCHED_COLONS, f"the directive {{{token.content}}} is never closed", here, hint
            )
        case kind if kind == UNOPENED:
            return _unopened(token.content.strip(), here)
        case "hr":
            return finding(
                codes.NO_PLACE_IN_A_DOCUMENT,
                "a line of dashes or stars stands alone",
                here,
                "delete it: headings divide a text",
            )
        case "fence" | "code_block":
            return finding(
                codes.NO_PLACE_IN_A_DOCUMENT,
                "a block of program code has no place here",
                here,
                "delete the lines of ``` or ~~~",
            )
        case _:
            return finding(
                codes.NO_PLACE_IN_A_DOCUMENT,
                f"{token.type} has no place here",
                here,
                "write it as a paragraph or list",
            )


def _unopened(line: str, here: Location) -> Diagnostic:
    name = line.lstrip(": ").split(" ")[0].strip("{}")
    if not name:
        hint = "delete it, or check how many colons the directive above begins with: both lines need as many"
        return finding(codes.UNMATCHED_COLONS, "a line of colons closes nothing", here, hint)
    meant = nearest(name, FORMS) or "callout"
    return finding(
        codes.UNKNOWN_DIRECTIVE,
        "a line of colons names no directive",
        here,
        f"write the name in braces: :::{{{meant}}}",
    )
