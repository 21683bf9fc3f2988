"""The Markdown that officers write: CommonMark with tables, footnotes, directives, expressions and languages."""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from plangen.sources.directive_rule import use_directives
from plangen.sources.expressions import MAX_LENGTH

__all__ = ["EXPRESSION", "MAX_LEVEL", "NOTE_CALL", "UNCLOSED_EXPRESSION", "UNOPENED_EXPRESSION", "parser"]

EXPRESSION = "expression"
NOTE_CALL = "note_call"
UNCLOSED_EXPRESSION = "unclosed_expression"
UNOPENED_EXPRESSION = "unopened_expression"
_CALL = re.compile(r"\[\^([^\]\[\s]{1,60})\]")
MAX_LEVEL = 24
"""How deeply lists, quotations and directives may nest, in levels of the parser (a list takes two)."""

_BRACES = re.compile(rf"\{{\{{([^{{}}]{{0,{2 * MAX_LENGTH}}})\}}\}}")


@cache
def parser() -> MarkdownIt:
    """The parser. Text set in by four spaces is a paragraph: in a plan nobody writes program code."""
    from mdit_py_plugins.attrs import attrs_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    md = MarkdownIt("commonmark").enable("table").disable("code")
    md.use(footnote_plugin, inline=False, move_to_end=False).disable("footnote_ref")
    md.use(attrs_plugin, spans=True, after=(), allowed=("lang",))
    md.inline.ruler.before("link", NOTE_CALL, _note_call)
    md.options["maxNesting"] = 2 * MAX_LEVEL
    md.inline.ruler.before("escape", EXPRESSION, _expression)
    md.inline.ruler.after(EXPRESSION, UNOPENED_EXPRESSION, _unopened)
    use_directives(md)
    # Every address becomes a link token, so that a refused one is named instead of staying as it is typed.
    md.validateLink = lambda url: True  # type: ignore[method-assign]
    return md


def _note_call(state: StateInline, silent: bool) -> bool:
    """`[^label]`, whether or not there is such a note: that is checked, and said, afterwards."""
    found = _CALL.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push(NOTE_CALL, "", 0).meta = {"label": found[1]}
    state.pos = found.end()
    return True


def _expression(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("{{", state.pos):
        return False
    found = _BRACES.match(state.src, state.pos, state.posMax)
    if not silent:
        token = state.push(EXPRESSION if found else UNCLOSED_EXPRESSION, "", 0)
        token.content = found[1] if found else ""
        token.meta = {"position": state.pos}
    state.pos = found.end() if found else state.pos + 2
    return True


def _unopened(state: StateInline, silent: bool) -> bool:
    r"""`}}` that closes nothing; in `\}\}` the braces are escaped, and words."""
    if not state.src.startswith("}}", state.pos):
        return False
    if not silent:
        token = state.push(UNOPENED_EXPRESSION, "", 0)
        token.content = "}}"
        token.meta = {"position": state.pos}
    state.pos += 2
    return True
