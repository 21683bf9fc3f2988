"""What stands on every page around its content: tab, header, footer and the marks of a draft. All artifacts."""

from __future__ import annotations

from msgspec import Struct

from plangen.document.blocks import Document
from plangen.document.theme import Colour, Page, Role
from plangen.document.typeface import Face
from plangen.layout.canvas import Artifact
from plangen.layout.headings import priority_colours
from plangen.layout.inks import DrawnWords, Panel, Press, Rule, Style
from plangen.layout.pieces import Running
from plangen.layout.setting import Setting

__all__ = ["Furniture"]

_TAB = (29.0, 18.0)
_MARKING_BASELINE, _HEADER_BASELINE, _HEADER_RULE = 30.0, 48.0, 57.0
_FOOTER_RULE, _FOOTER_BASELINE = 55.89, 37.89  # up from the lower edge: 786 and 804 on an upright page
_DRAFT_FROM_RIGHT = 39.28
_HEADER, _FOOTER = Artifact.PAGINATION_HEADER, Artifact.PAGINATION_FOOTER


class Furniture(Struct, frozen=True):
    """The furniture of one document. Its methods paint on the press's current page."""

    setting: Setting
    document: Document

    def check(self) -> None:
        """Look for characters that cannot be set."""
        document = self.document
        for text in (document.header, document.footer):
            self.setting.check(text, Face.REGULAR)
        self.setting.check(document.header, Face.SEMIBOLD)
        self.setting.check(document.marking + document.page_words.draft(), Face.BOLD)
        self.setting.check(document.page_words.page(0, 0), Face.SEMIBOLD)

    def head(self, press: Press, page: Page, running: Running) -> None:
        """Tab, header line and rule."""
        self.tab(press, page, running.priority)
        small = self.setting.style(Role.SMALL)
        strong = self.setting.style(Role.SMALL, face=Face.SEMIBOLD)
        right = self._fit(running.words, small, page.measure * 0.5)
        left = self._fit(self.document.header, strong, page.measure - self._width(right, small) - 24.0)
        self._words(press, page.left, _HEADER_BASELINE, left, strong, _HEADER)
        self._words_right(press, page, _HEADER_BASELINE, right, small, _HEADER)
        self.marking(press, page, self.setting.theme.colours.ink)
        self._rule(press, page, _HEADER_RULE, _HEADER)

    def tab(self, press: Press, page: Page, priority: int | None = None) -> None:
        """The tab at the upper edge, in the priority's colour and with its number where there is one."""
        theme = self.setting.theme
        colours = priority_colours(priority or 1)
        Panel(*_TAB, fill=theme.colour(colours.block), kind=_HEADER).paint(press, page.left, 0.0)
        if priority is not None:
            style = Style(Face.BOLD, 12.0, theme.colour(colours.number))
            x = page.left + (_TAB[0] - self._width(str(priority), style)) / 2
            self._words(press, x, 13.4, str(priority), style, _HEADER)

    def marking(self, press: Press, page: Page, colour: Colour) -> None:
        """The protective marking in the middle of the head, where there is one."""
        text = self.document.marking
        style = Style(Face.BOLD, self.setting.style(Role.SMALL).size, colour)
        self._words(press, (page.width - self._width(text, style)) / 2, _MARKING_BASELINE, text, style, _HEADER)

    def foot(self, press: Press, page: Page, number: str) -> None:
        """Rule, draft box, version line and page number."""
        rule, baseline = page.height - _FOOTER_RULE, page.height - _FOOTER_BASELINE
        self._rule(press, page, rule, _FOOTER)
        small = self.setting.style(Role.SMALL)
        strong = self.setting.style(Role.SMALL, face=Face.SEMIBOLD)
        x = page.left + (self._draft_box(press, page, baseline) if self.document.draft else 0.0)
        room = page.width - page.left - x - self._width(number, strong) - 12.0
        self._words(press, x, baseline, self._fit(self.document.footer, small, room), small, _FOOTER)
        self._words_right(press, page, baseline, number, strong, _FOOTER)

    def draft_mark(self, press: Press, page: Page, top: float) -> None:
        """DRAFT down the right side, never behind text."""
        if not self.document.draft:
            return
        style = Style(Face.BOLD, 32.0, self.setting.theme.colours.draft)
        mark = DrawnWords(self.document.page_words.draft(), style, Artifact.PAGINATION, tracking=6.0, angle=-90.0)
        mark.paint(press, page.width - _DRAFT_FROM_RIGHT, top)

    def _draft_box(self, press: Press, page: Page, baseline: float) -> float:
        style = Style(Face.BOLD, 10.0, self.setting.theme.colours.ink)
        width = self._width(self.document.page_words.draft(), style) + 13.0
        box = Panel(width, 17.0, stroke=style.colour, kind=_FOOTER)
        box.paint(press, page.left, baseline - 12.0)
        self._words(press, page.left + 6.5, baseline, self.document.page_words.draft(), style, _FOOTER)
        return width + 11.0

    def _rule(self, press: Press, page: Page, y: float, kind: Artifact) -> None:
        Rule(page.measure, self.setting.theme.colours.hair, 0.5, kind).paint(press, page.left, y)

    def _words(self, press: Press, x: float, y: float, text: str, style: Style, kind: Artifact) -> None:
        if text:
            DrawnWords(text, style, kind).paint(press, x, y)

    def _words_right(self, press: Press, page: Page, y: float, text: str, style: Style, kind: Artifact) -> None:
        self._words(press, page.width - page.left - self._width(text, style), y, text, style, kind)

    def _fit(self, text: str, style: Style, room: float) -> str:
        """The words that fit, with an ellipsis where some are left out."""
        if self._width(text, style) <= room:
            return text
        words = text.split(" ")
        while len(words) > 1 and self._width(" ".join(words) + " …", style) > room:
            words.pop()
        kept = " ".join(words)
        while kept and self._width(kept + " …", style) > room:
            kept = kept[:-1]
        return f"{kept} …" if kept else "…"

    def _width(self, text: str, style: Style) -> float:
        return self.setting.width(text, style)
