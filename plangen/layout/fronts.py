"""What a document begins with: the cover of a plan, the band at the head of a pack."""

from __future__ import annotations

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
    element = root.add(Tag.SECT)
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


def _priorities(setting: Setting, cover: Cover, element: Element) -> Parts:
    """Three columns to a row; smaller type where there is no room for more rows, or for a word in its column."""
    colours = setting.theme.colours
    heading = _lines(
        setting, cover.priorities_heading, element.add(Tag.H2), Style(Face.SEMIBOLD, 14.0, colours.navy), 480.0
    )
    parts = _down(heading, 0.0, _PRIORITIES_HEADING, 18.0)
    sizes = _PRIORITY_SIZES if len(cover.priorities) <= 3 else _PRIORITY_SIZES[2:]
    tried = (_priority_rows(setting, cover, Element(Tag.L), size)[1] for size in sizes)
    fitting = [size for size, end in zip(sizes, tried, strict=True) if end <= _PRIORITIES_END] or [sizes[-1]]
    size = next((size for size in fitting if _holds_words(setting, cover, size)), fitting[0])
    listing = element.add(Tag.L, numbering=ListNumbering.DECIMAL)
    return parts + _priority_rows(setting, cover, listing, size)[0]


def _holds_words(setting: Setting, cover: Cover, size: float) -> bool:
    """Whether every word of the priorities has room in its column."""
    style, room = Style(Face.SEMIBOLD, size, setting.theme.colours.ink), Page.span(4) - _words_x(size)
    words = (word for item in cover.priorities for word in plain(item.title).split())
    return all(setting.width(word, style) <= room for word in words)


def _block_side(size: float) -> float:
    return 29.0 if size > 12.0 else 20.0


def _words_x(size: float) -> float:
    """Where the words beside a number's block start."""
    return _block_side(size) + 12.0


def _priority_rows(setting: Setting, cover: Cover, listing: Element, size: float) -> tuple[Parts, float]:
    """The priorities set in `size`, and how far down they reach."""
    parts: Parts = []
    y = end = _PRIORITIES_TOP
    for at in range(0, len(cover.priorities), 3):
        for column, item in enumerate(cover.priorities[at : at + 3]):
            some, height = _priority(setting, item, listing, size)
            parts += [(column * Page.column(5) + dx, y + dy, ink) for dx, dy, ink in some]
            end = max(end, y + height)
        y = end + 10.0
    return parts, end


def _priority(setting: Setting, item: PriorityItem, listing: Element, size: float) -> tuple[Parts, float]:
    side, text = _block_side(size), _words_x(size)
    li = listing.add(Tag.LI)
    block = number_block(setting, item.number, side, size + 2.0, li.add(Tag.LBL).content())
    style = Style(Face.SEMIBOLD, size, setting.theme.colours.ink)
    fragments = set_inlines(setting, item.title, li.add(Tag.LBODY), style)
    leading = size + 4.0
    lines = break_lines(setting, fragments, Page.span(4) - text, RightEdge.BALANCED)
    parts: Parts = [(0.0, 0.0, Rule(Page.span(4), setting.theme.colours.navy, 1.5)), (0.0, 12.0, block)]
    parts += _down(lines, text, 12.0 + size + 0.9, leading)
    return parts, max(12.0 + side, 12.0 + size + leading * (len(lines) - 1) + 4.0)


def masthead_ink(setting: Setting, masthead: Masthead, root: Element) -> Ink:
    """The band at the head of a pack, from the left margin and the top of the page."""
    page, colours = setting.theme.page, setting.theme.colours
    element = root.add(Tag.DIV)
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
