"""What a document begins with: the cover of a plan, the band at the head of a pack."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from plangen.document.blocks import Cover, Figure, Masthead, PriorityItem
from plangen.document.inlines import Text, plain
from plangen.document.theme import Page, Role
from plangen.document.typeface import Face
from plangen.layout.canvas import Artifact
from plangen.layout.figures import figure_ink
from plangen.layout.fragments import set_inlines
from plangen.layout.headings import number_block
from plangen.layout.inks import Ink, InkGroup, Panel, Rule, Style
from plangen.layout.line_breaking import RightEdge
from plangen.layout.setting import Place, Setting
from plangen.layout.skyline import Skyline
from plangen.layout.structure import Element, ListNumbering, Tag
from plangen.layout.typeset import SetLine, break_lines, set_lines

__all__ = ["MASTHEAD_CONTENT_TOP", "cover_ink", "masthead_ink"]

MASTHEAD_CONTENT_TOP = 180.0
_NAVY_TO = 574.0
_TITLE, _TITLE_ROOM = 166.0, 326.0
_TITLE_SIZES = (54.0, 48.0, 42.0, 36.0, 30.0, 26.0)
_PRIORITIES_HEADING, _PRIORITIES_TOP = 620.0, 638.0
_PRIORITY_SIZES = (14.0, 12.0, 11.0, 10.0)
_PRIORITIES_END = 776.0  # above the rule of the foot
_TAB = (29.0, 36.0)
_LOGO_HEIGHT = 36.0

Parts = list[tuple[float, float, Ink]]


def cover_ink(setting: Setting, cover: Cover, root: Element) -> Ink:
    """The whole cover, from the left margin and the top of the page."""
    page, colours = setting.theme.page, setting.theme.colours
    element = root.add(Tag.SECT).of(cover)
    ground = Panel(page.width, _NAVY_TO, fill=colours.navy, kind=Artifact.BACKGROUND)
    parts: Parts = [(-page.left, 0.0, ground), (0.0, 0.0, Skyline(setting.theme))]
    parts += (
        _logos(setting, cover.logos, element) if cover.logos else [(0.0, 0.0, Panel(*_TAB, fill=colours.white))]
    )
    partnership = _lines(
        setting,
        cover.partnership,
        element.add(Tag.P),
        _shrunk(setting, cover.partnership, setting.style(Role.COVER_PARTNERSHIP), 10.0),
        page.measure,
    )
    parts += _down(partnership, 0.0, 92.0 if cover.logos else 70.0, 18.0)
    parts += _title(setting, cover, element)
    if cover.priorities:
        parts += _priorities(setting, cover, element)
    return InkGroup(tuple(parts))


def _title(setting: Setting, cover: Cover, element: Element) -> Parts:
    """Title and period: the largest size at which no word is broken and nothing reaches the skyline."""
    width = setting.theme.page.measure
    style = setting.style(Role.COVER_TITLE)
    size = next((size for size in _TITLE_SIZES if _fits(setting, cover.title, replace(style, size=size))), 26.0)
    leading = size * 56.0 / 54.0
    lines = _lines(setting, cover.title, element.add(Tag.H1), replace(style, size=size), width)
    small = _shrunk(setting, cover.period, setting.style(Role.COVER_PERIOD), 12.0)
    period = _lines(setting, cover.period, element.add(Tag.P), small, width)
    last = _TITLE + leading * (len(lines) - 1)
    return _down(lines, 0.0, _TITLE, leading) + _down(period, 0.0, last + 46.0, 34.0)


def _fits(setting: Setting, title: str, style: Style) -> bool:
    width = setting.theme.page.measure
    if any(setting.width(word, style) > width for word in title.split()):
        return False
    fragments = set_inlines(setting, (Text(title),), Element(Tag.SPAN), style)
    lines = len(break_lines(setting, fragments, width))
    return _TITLE + style.size * 56.0 / 54.0 * (lines - 1) + 46.0 <= _TITLE_ROOM


def _logos(setting: Setting, logos: tuple[Figure, ...], element: Element) -> Parts:
    """Logos on white, in place of the tab."""
    width = (setting.theme.page.measure - 12.0 * (len(logos) + 1)) / len(logos)
    place = Place(element, 0.0, width, width)
    parts: Parts = []
    x = 12.0
    for logo in logos:
        art = figure_ink(setting, logo, place, min(width, 150.0), _LOGO_HEIGHT)
        parts.append((x, 12.0 + (_LOGO_HEIGHT - art.height) / 2, art))
        x += art.width + 12.0
    ground = Panel(x, _LOGO_HEIGHT + 24.0, fill=setting.theme.colours.white)
    return [(0.0, 0.0, ground), *parts]


class _Grid(Struct, frozen=True):
    """How the priorities stand on a cover: in how many columns, and in type of which size."""

    columns: int
    size: float

    @property
    def span(self) -> int:
        """How many columns of the page one of them has."""
        return 12 // self.columns

    @property
    def room(self) -> float:
        """The width of the words beside a number's block."""
        return Page.span(self.span) - _words_x(self.size)


def _priorities(setting: Setting, cover: Cover, element: Element) -> Parts:
    """Three columns to a row; smaller type, and then fewer columns, where there is no room for rows or words."""
    colours = setting.theme.colours
    heading = _lines(
        setting, cover.priorities_heading, element.add(Tag.H2), Style(Face.SEMIBOLD, 14.0, colours.navy), 480.0
    )
    grid = _grid(setting, cover)
    listing = element.add(Tag.L, numbering=ListNumbering.DECIMAL)
    return _down(heading, 0.0, _PRIORITIES_HEADING, 18.0) + _priority_rows(setting, cover, listing, grid)[0]


def _grid(setting: Setting, cover: Cover) -> _Grid:
    """The first grid that holds all priorities above the foot, and if one does that, each of their words too."""
    sizes = _PRIORITY_SIZES if len(cover.priorities) <= 3 else _PRIORITY_SIZES[2:]
    grids = [_Grid(3, size) for size in sizes] + [_Grid(columns, _PRIORITY_SIZES[-1]) for columns in (2, 1)]
    trial = Element(Tag.L)
    fitting = [grid for grid in grids if _priority_rows(setting, cover, trial, grid)[1] <= _PRIORITIES_END]
    return next((grid for grid in fitting if _holds_words(setting, cover, grid)), (fitting or grids[-2:])[0])


def _holds_words(setting: Setting, cover: Cover, grid: _Grid) -> bool:
    """Whether every word of the priorities has room in its column."""
    style = Style(Face.SEMIBOLD, grid.size, setting.theme.colours.ink)
    words = (word for item in cover.priorities for word in plain(item.title).split())
    return all(setting.width(word, style) <= grid.room for word in words)


def _block_side(size: float) -> float:
    return 29.0 if size > 12.0 else 20.0


def _words_x(size: float) -> float:
    """Where the words beside a number's block start."""
    return _block_side(size) + 12.0


def _priority_rows(setting: Setting, cover: Cover, listing: Element, grid: _Grid) -> tuple[Parts, float]:
    """The priorities in `grid`, and how far down they reach."""
    parts: Parts = []
    y = end = _PRIORITIES_TOP
    for at in range(0, len(cover.priorities), grid.columns):
        for column, item in enumerate(cover.priorities[at : at + grid.columns]):
            some, height = _priority(setting, item, listing, grid)
            parts += [(Page.column(1 + column * grid.span) + dx, y + dy, ink) for dx, dy, ink in some]
            end = max(end, y + height)
        y = end + 10.0
    return parts, end


def _priority(setting: Setting, item: PriorityItem, listing: Element, grid: _Grid) -> tuple[Parts, float]:
    size, side, text = grid.size, _block_side(grid.size), _words_x(grid.size)
    li = listing.add(Tag.LI).of(item)
    block = number_block(setting, item.number, side, size + 2.0, li.add(Tag.LBL).content())
    style = Style(Face.SEMIBOLD, size, setting.theme.colours.ink)
    fragments = set_inlines(setting, item.title, li.add(Tag.LBODY), style)
    leading = size + 4.0
    lines = break_lines(setting, fragments, grid.room, RightEdge.BALANCED)
    rule = Rule(Page.span(grid.span), setting.theme.colours.navy, 1.5)
    parts: Parts = [(0.0, 0.0, rule), (0.0, 12.0, block)]
    parts += _down(lines, text, 12.0 + size + 0.9, leading)
    return parts, max(12.0 + side, 12.0 + size + leading * (len(lines) - 1) + 4.0)


def masthead_ink(setting: Setting, masthead: Masthead, root: Element) -> Ink:
    """The band at the head of a pack, from the left margin and the top of the page."""
    page, colours = setting.theme.page, setting.theme.colours
    element = root.add(Tag.DIV).of(masthead)
    title = _shrunk(setting, masthead.title, Style(Face.BOLD, 38.0, colours.white), 20.0)
    rows = (
        (masthead.partnership, Tag.P, Style(Face.SEMIBOLD, 12.0, colours.white), 48.0),
        (masthead.title, Tag.H1, title, 98.0),
        (masthead.period, Tag.P, Style(Face.REGULAR, 16.0, colours.white), 128.0),
    )
    band = Panel(page.width, 156.0, fill=colours.navy, kind=Artifact.BACKGROUND)
    parts: Parts = [(-page.left, 0.0, band), (0.0, 0.0, Panel(29.0, 18.0, fill=colours.white))]
    for text, tag, style, y in rows:
        lines = _lines(setting, text, element.add(tag), _shrunk(setting, text, style, 10.0), page.measure)
        parts += _down(lines, 0.0, y - 22.0 * (len(lines) - 1), 22.0)
    return InkGroup(tuple(parts))


def _shrunk(setting: Setting, text: str, style: Style, least: float) -> Style:
    """The style, smaller where one line of the text block would not hold `text`."""
    width = setting.width(text, style)
    room = setting.theme.page.measure
    return style if width <= room else replace(style, size=max(least, style.size * room / width))


def _lines(setting: Setting, text: str, element: Element, style: Style, width: float) -> list[SetLine]:
    return set_lines(setting, (Text(text),), element, style, width, RightEdge.BALANCED)


def _down(lines: list[SetLine], x: float, y: float, leading: float) -> Parts:
    return [(x, y + leading * at, line) for at, line in enumerate(lines)]
