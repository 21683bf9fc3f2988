"""The skyline of the cover: a fixed pattern of windows in step with the columns. Decoration, never data."""

from __future__ import annotations

from msgspec import Struct

from plangen.document.theme import Colour, Theme
from plangen.layout.canvas import Artifact
from plangen.layout.inks import Press

__all__ = ["Skyline"]

_PATTERN = """\
.......................wwwww...............
.......................Pwwww...............
.......................wwTww...............
...........wwww........wwwww...............
...........Twww........wwwww......wwwwww...
..wwww.....wwww........wWwww......wPwwww...
..Owww.....wwww........wwwwwwwww..wwwwwT...
..wwww.....wwWwwww.....wwwwwwWww..wwwwww...
wwwwww.....wwwwwPw.....wwwwOwwww..wwwOwwwww
wwwwPw.....wPwwwww.wwwwwwwwwwwwT..wwwwwwwPw
PwwwwwwwwTwwwwOwww.wTwwwwPwwwwww..wwWwwwwww
wwwwwwwWwwwwwwwwww.wwwwwwwwwwwwwwOwwwwwwwww
wwwwwwwwwwwwwwwwww.wwwwwwwwwwwwwwwwwwwwwwww
"""
_ACROSS, _DOWN = 41.0 / 3, 17.0
_WINDOW = (9.5, 11.0)
_BEFORE_MARGIN = 4  # windows left of the text block
_TOP = 352.0


class Skyline(Struct, frozen=True):
    """The windows; about one in twelve is lit."""

    theme: Theme

    def paint(self, press: Press, x: float, y: float) -> None:
        """Paint it on the page; `x` is the left margin, `y` the top of the page."""
        left = x - _BEFORE_MARGIN * _ACROSS
        with press.open(Artifact.BACKGROUND):
            for row, windows in enumerate(_PATTERN.splitlines()):
                for column, window in enumerate(windows):
                    if window != ".":
                        at = left + column * _ACROSS, y + _TOP + row * _DOWN
                        press.canvas.rectangle(*at, *_WINDOW, fill=self._colour(window))

    def _colour(self, window: str) -> Colour:
        colours = self.theme.colours
        lit = {
            "w": colours.window,
            "O": colours.orange,
            "P": colours.purple,
            "T": colours.teal,
            "W": colours.white,
        }
        return lit[window]
