"""A whole document: laid out first, then drawn, when every page number is known."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from plangen.diagnostics import Diagnostic, PlangenError, codes, finding
from plangen.document.blocks import Cover, Document
from plangen.document.theme import Page, Theme
from plangen.document.typeface import Face
from plangen.layout.canvas import Canvas
from plangen.layout.contents import contents_pieces
from plangen.layout.fonts import Fonts
from plangen.layout.fronts import MASTHEAD_CONTENT_TOP, cover_ink, masthead_ink
from plangen.layout.furniture import Furniture
from plangen.layout.inks import Ink, Press
from plangen.layout.paginate import Placement, Sheet, paginate
from plangen.layout.pieces import Piece, Running
from plangen.layout.sections import section_pieces
from plangen.layout.setting import Place, Setting
from plangen.layout.structure import Element, Tag, distinguish_titles

__all__ = ["Book", "draw", "lay_out"]

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


def lay_out(document: Document, theme: Theme, fonts: Fonts) -> Book:
    """Lay `document` out on its pages.

    Raises `PlangenError` with every character no face has (PG520), every link that leads nowhere (PG521) and
    every name that is given twice (PG522).
    """
    setting = Setting(fonts, theme, document.page_words, document.expansions)
    root = Element(Tag.DOCUMENT)
    front = document.front
    ink = cover_ink(setting, front, root) if isinstance(front, Cover) else masthead_ink(setting, front, root)
    pieces = list(_pieces(setting, document, root))
    Furniture(setting, document).check()
    first_top = None if isinstance(front, Cover) else MASTHEAD_CONTENT_TOP
    sheets = paginate(pieces, theme.page, first_top)
    for sheet in sheets:
        setting.check(sheet.running.words, Face.REGULAR)
    if not sheets and not isinstance(front, Cover):
        sheets = [Sheet(theme.page, Running())]
    problems = setting.found.problems() + list(_name_problems(setting, pieces))
    if problems:
        raise PlangenError(problems)
    distinguish_titles(root)
    return Book(document, setting, root, ink, tuple(sheets))


def _pieces(setting: Setting, document: Document, root: Element) -> Iterator[Piece]:
    measure = setting.theme.page.measure
    place = Place(root, 0.0, measure, Page.span(9), depth=2)
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
    names: set[str] = set()
    for anchor in (anchor for piece in pieces for part in (piece, *piece.notes) for anchor in part.anchors):
        if anchor.name in names:
            yield finding(
                codes.PLACE_TWICE, f'two places are called "{anchor.name}"', hint="give one of them another id"
            )
        names.add(anchor.name)
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
    shift = 2 if book.has_cover else 1
    pages: dict[str, int] = {}
    for number, sheet in enumerate(book.sheets, shift):
        for placement in sheet.placements:
            for anchor in placement.piece.anchors:
                pages.setdefault(anchor.name, number)
    press = Press(canvas, pages)
    furniture = Furniture(book.setting, book.document)
    if book.has_cover:
        _draw_cover(book, press, furniture)
    total = len(book.sheets) + shift - 1
    for number, sheet in enumerate(book.sheets, shift):
        _draw_sheet(book, press, furniture, sheet, number, book.document.page_words.page(number, total))


def _draw_cover(book: Book, press: Press, furniture: Furniture) -> None:
    page = book.setting.theme.page
    press.canvas.begin_page(page.width, page.height)
    book.front.paint(press, page.left, 0.0)
    furniture.marking(press, page, book.setting.theme.colours.white)
    furniture.draft_mark(press, page, page.top)
    furniture.foot(press, page, "")
    press.canvas.end_page()


def _draw_sheet(book: Book, press: Press, furniture: Furniture, sheet: Sheet, number: int, count: str) -> None:
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
    furniture.foot(press, page, count)
    press.canvas.end_page()


def _draw_piece(press: Press, page: Page, placement: Placement) -> None:
    for anchor in placement.piece.anchors:
        press.canvas.destination(anchor.name, max(0.0, placement.y - _ABOVE_ANCHOR))
        if anchor.title:
            press.canvas.bookmark(anchor.title, anchor.name, anchor.level)
    placement.piece.ink.paint(press, page.left + placement.x, placement.y)
