"""Where a piece of text stands in its file, so that a fault inside it gets its own line and column."""

from __future__ import annotations

from msgspec import Struct, field

from plangen.diagnostics import Location

__all__ = ["Origin", "Places"]


class Origin(Struct, frozen=True):
    """`line` and `column` (from 1) of the text's first character.

    `indent` is how far the following lines are set in. Where `exact` is false the text was folded or escaped in
    the file: its lines are not the file's, and every fault is placed in its first line. `last` is the file's line
    that the text ends in, where that is known.
    """

    file: str
    line: int = 1
    column: int = 1
    indent: int = 0
    exact: bool = True
    last: int = 0

    def at(self, line: int = 0, column: int = 0) -> Location:
        """The place `column` characters into line `line` of the text, both counted from 0."""
        if not self.exact:
            return Location(self.file, self.line)
        start = self.indent if line else self.column - 1
        return Location(self.file, self.line + line, start + column + 1)

    def line_of(self, line: int) -> int:
        """The file's line that line `line` of the text ends in, counted from 0; the last where it was folded."""
        return self.line + line if self.exact else max(self.line, self.last)


class Places(Struct):
    """The lines of a text, asked for where a piece of it stands.

    `content` is a paragraph or cell as the parser gives it: markers and spaces at the beginning of its lines are
    gone, so each line is looked for in the text's own line.
    """

    lines: list[str]
    origin: Origin
    cursor: dict[int, int] = field(default_factory=dict)

    def of_line(self, line: int) -> Location:
        """The first character of line `line` (from 0) that is not a space."""
        text = self.lines[line] if line < len(self.lines) else ""
        return self.origin.at(line, len(text) - len(text.lstrip()))

    def of_content(self, content: str, line: int) -> list[tuple[int, int, int]]:
        """For each line of `content`: where it begins in `content`, its line in the text, and its column there."""
        found = []
        start = 0
        for offset, piece in enumerate(content.split("\n")):
            number = line + offset
            text = self.lines[number] if number < len(self.lines) else ""
            column = text.find(piece.lstrip(), self.cursor.get(number, 0))
            column = max(column - (len(piece) - len(piece.lstrip())), 0)
            self.cursor[number] = column + len(piece)
            found.append((start, number, column))
            start += len(piece) + 1
        return found
