"""From a position in a paragraph's text back to line and column of the file."""

from __future__ import annotations

from msgspec import Struct, field

from plangen.diagnostics import Location
from plangen.sources.origin import Origin

__all__ = ["Places"]


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
