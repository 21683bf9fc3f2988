"""Where a piece of text stands in its file, so that a fault inside it gets its own line and column."""

from __future__ import annotations

from msgspec import Struct

from plangen.diagnostics import Location

__all__ = ["Origin"]


class Origin(Struct, frozen=True):
    """`line` and `column` (from 1) of the text's first character.

    `indent` is how far the following lines are set in. Where `exact` is false the text was folded or escaped in
    the file: its lines are not the file's, and every fault is placed in its first line.
    """

    file: str
    line: int = 1
    column: int = 1
    indent: int = 0
    exact: bool = True

    def at(self, line: int = 0, column: int = 0) -> Location:
        """The place `column` characters into line `line` of the text, both counted from 0."""
        if not self.exact:
            return Location(self.file, self.line)
        start = self.indent if line else self.column - 1
        return Location(self.file, self.line + line, start + column + 1)
