"""A whole document: laid out first, then drawn, when every page number is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from plangen.diagnostics import Diagnostic, PlangenError, codes, finding
from plangen.document.blocks import Cover, Document, Masthead
from plangen.document.theme import Page, Theme
from plangen.document.typeface import Face
from plangen.kept import NOTHING_KEPT, KeptResults
from plangen.layout.canvas import Canvas
from plangen.layout.contents import contents_pieces
from plangen.layout.fonts import Fonts
from plangen.layout.fronts import MASTHEAD_CONTENT_TOP, cover_ink, masthead_ink
from plangen.layout.furniture import Furniture
from plangen.layout.inks import Ink, Press
from plangen.layout.kept_parts import kept_part
from plangen.layout.paginate import Placement, Sheet, paginate
from plangen.layout.pieces import Piece, Running
from plangen.layout.sections import section_pieces
from plangen.layout.setting import Place, Setting
from plangen.layout.structure import Element, Tag

__all__ = ["Book", "draw", "draw_page", "lay_out"]

_ABOVE_ANCHOR = 30.0


class Book(Struct, frozen=True):
    """A document on its pages: its structure, the ink of its front, and the sheets."""

    document: Document
    setting: Setting
    root: Element
    front: Ink
    sheets: tuple[Sheet, ...]

    @property
    def has_cover(self) -> bool:
        """Whether the first page is a cover, which holds nothing else."""
        return isinstance(self.document.front, Cover)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.sheets) + self.has_cover

    def sheet(self, number: int) -> Sheet | None:
        """The sheet of page `number`, from 1; None for the cover."""
        return self.sheets[number - 1 - self.has_cover] if number > self.has_cover else None

    def page_count(self, number: int) -> str:
        """What page `number` says of its place: "Page 3 of 26"; nothing on the cover."""
        return self.document.page_words.page(number, self.count) if self.sheet(number) else ""

    def page_key(self, number: int) -> Hashable:
        """What tells page `number` from every other that was drawn with the same furniture.

        Inks are named by their identity: who keeps the key keeps the sheet.
        """
        sheet = self.sheet(number)
        if sheet is None:
            return self._around(number), ()
        placed = tuple((id(p.piece.ink), p.x, p.y, p.piece.anchors) for p in sheet.placements)
        return self._around(number), placed

    def sheet_key(self, number: int) -> Hashable:
        """The same, by the very placements: quicker, and another where pieces were placed anew as they stood."""
        sheet = self.sheet(number)
        return self._around(number), id(self.front if sheet is None else sheet.placements)

    def _around(self, number: int) -> Hashable:
        """What stands on page `number` beside what is placed there."""
        sheet = self.sheet(number)
        front = id(self.front) if number == 1 else None
        return number, self.page_count(number), front, sheet and sheet.running, sheet and sheet.page.width

    def destinations(self) -> dict[str, int]:
        """The page that each destination has come to stand on."""
        pages: dict[str, int] = {}
        for number, sheet in enumerate(self.sheets, 1 + self.has_cover):
            for placement in sheet.placements:
                for anchor in placement.piece.anchors:
                    pages.setdefault(anchor.name, number)
        return pages


def lay_out(document: Document, theme: Theme, fonts: Fonts, kept: KeptResults = NOTHING_KEPT) -> Book:
    """Lay `document` out on its pages. `kept` may have parts of it as they were laid out before.

    Raises `PlangenError` with every character no face has (PG520), every link that leads nowhere (PG521) and
    every name that is given twice (PG522).
    """
    ground = kept.ground("layout", (theme, document.page_words, document.expansions))
    setting = Setting(fonts, theme, document.page_words, document.expansions, kept=kept, ground=ground)
    root = Element(Tag.DOCUMENT)
    front = document.front
    ink = _front(setting, front, root)
    pieces = list(_pieces(setting, document, root))
    Furniture(setting, document).check()
    first_top = None if isinstance(front, Cover) else MASTHEAD_CONTENT_TOP
    sheets = paginate(pieces, theme.page, first_top, kept)
    for sheet in sheets:
        setting.check(sheet.running.words, Face.REGULAR)
    if not sheets and not isinstance(front, Cover):
        sheets = [Sheet(theme.page, Running())]
    problems = setting.found.problems() + list(_name_problems(setting, pieces))
    if problems:
        raise PlangenError(problems)
    return Book(document, setting, root, ink, tuple(sheets))


def _front(setting: Setting, front: Cover | Masthead, root: Element) -> Ink:
    def lay_out(setting: Setting, place: Place) -> Ink:
        if isinstance(front, Cover):
            return cover_ink(setting, front, place.parent)
        return masthead_ink(setting, front, place.parent)

    return kept_part(setting, _whole(setting, root), "front", front, lay_out)


def _whole(setting: Setting, root: Element) -> Place:
    return Place(root, 0.0, setting.theme.page.measure, Page.span(9), depth=2)


def _pieces(setting: Setting, document: Document, root: Element) -> Iterator[Piece]:
    place = _whole(setting, root)
    led = not isinstance(document.front, Cover)
    for number, section in enumerate(document.sections):
        if document.contents is not None and number == led:
            yield from contents_pieces(setting, document.contents, document.sections, place)
        sentence = led and number == 0
        pieces = section_pieces(setting, section, place, Running(), sentence)
        if number == 0 and pieces:
            pieces[0] = replace(pieces[0], new_page=not led and document.contents is not None)
        yield from pieces


def _name_problems(setting: Setting, pieces: list[Piece]) -> Iterator[Diagnostic]:
    """Links that lead nowhere, and names that could mean two places."""
    parts = chain(pieces, *(piece.notes for piece in pieces if piece.notes))
    names = Counter(anchor.name for part in parts if part.anchors for anchor in part.anchors)
    for name in (name for name, times in names.items() for _ in range(times - 1)):
        yield finding(codes.PLACE_TWICE, f'two places are called "{name}"', hint="give one of them another id")
    for target, words in setting.found.links.items():
        if target not in names:
            hint = "link to the id of a section, a figure or a note of this document"
            yield finding(
                codes.LINK_TO_NOWHERE,
                f'the link "{words}" leads to "{target}", which is not in the document',
                hint=hint,
            )


def draw(book: Book, canvas: Canvas) -> None:
    """Draw every page with its furniture, now that "Page n of m" and the contents can be filled in."""
    press = Press(canvas, book.destinations())
    for number in range(1, book.count + 1):
        draw_page(book, press, number)


def draw_page(book: Book, press: Press, number: int) -> None:
    """Draw page `number`, from 1. No other page has a part in it but by the numbers that the press knows."""
    furniture = Furniture(book.setting, book.document)
    sheet = book.sheet(number)
    if sheet is None:
        _draw_cover(book, press, furniture)
    else:
        _draw_sheet(book, press, furniture, sheet, number)


def _draw_cover(book: Book, press: Press, furniture: Furniture) -> None:
    page = book.setting.theme.page
    press.canvas.begin_page(page.width, page.height)
    book.front.paint(press, page.left, 0.0)
    furniture.marking(press, page, book.setting.theme.colours.white)
    furniture.draft_mark(press, page, page.top)
    furniture.foot(press, page, "")
    press.canvas.end_page()


def _draw_sheet(book: Book, press: Press, furniture: Furniture, sheet: Sheet, number: int) -> None:
    page = sheet.page
    press.canvas.begin_page(page.width, page.height)
    if number == 1:
        book.front.paint(press, page.left, 0.0)
        furniture.marking(press, page, book.setting.theme.colours.white)
        furniture.draft_mark(press, page, MASTHEAD_CONTENT_TOP)
    else:
        furniture.head(press, page, sheet.running)
        furniture.draft_mark(press, page, page.top)
    for placement in sheet.placements:
        _draw_piece(press, page, placement)
    furniture.foot(press, page, book.page_count(number))
    press.canvas.end_page()


def _draw_piece(press: Press, page: Page, placement: Placement) -> None:
    for anchor in placement.piece.anchors:
        press.canvas.destination(anchor.name, max(0.0, placement.y - _ABOVE_ANCHOR))
        if anchor.title:
            press.canvas.bookmark(anchor.title, anchor.name, anchor.level)
    placement.piece.ink.paint(press, page.left + placement.x, placement.y)
