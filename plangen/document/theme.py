"""Design tokens: the colours, the type scale and the page, as the visual contract gives them.

All lengths are in points (1/72 inch). Contrast is checked when a theme is made, by the relative luminance of
WCAG 2.2 (success criteria 1.4.3 for text and 1.4.11 for graphics): a theme that cannot be read cannot exist.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from functools import lru_cache
from math import pow  # noqa: TID251 - rounded below
from types import MappingProxyType

from msgspec import Struct, field

from plangen.diagnostics import Diagnostic, PlangenError, codes, finding
from plangen.document.typeface import Face

__all__ = ["OUTLINED", "SHAPES", "Colour", "Colours", "Page", "Role", "TextStyle", "Theme", "contrast"]


class Colour(Struct, frozen=True):
    """An sRGB colour written as `#RRGGBB`."""

    code: str

    def __post_init__(self) -> None:
        if not re.fullmatch(r"#[0-9A-Fa-f]{6}", self.code):
            raise PlangenError(
                finding(codes.NOT_A_COLOUR, f'"{self.code}" is not a colour', hint="write it as #RRGGBB")
            )

    @property
    def rgb(self) -> tuple[float, float, float]:
        """Red, green and blue, each from 0 to 1."""
        return _rgb(self.code)


@lru_cache(1 << 8)
def _rgb(code: str) -> tuple[float, float, float]:
    red, green, blue = (int(code[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def contrast(first: Colour, second: Colour) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2, definition of contrast ratio).

    To six decimals: how the machine raises to a power shows in the fifteenth, and never in a verdict.
    """
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return round((light + 0.05) / (dark + 0.05), 6)


def _luminance(colour: Colour) -> float:
    """Relative luminance (WCAG 2.2): 0 for black, 1 for white."""
    linear = [c / 12.92 if c <= 0.04045 else pow((c + 0.055) / 1.055, 2.4) for c in colour.rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


class Colours(Struct, frozen=True):
    """The palette by the names of the visual contract."""

    white: Colour = Colour("#FFFFFF")
    ink: Colour = Colour("#1A1A1A")
    grey: Colour = Colour("#3D3D3D")
    navy: Colour = Colour("#12436D")
    steel: Colour = Colour("#6B88A1")
    hair: Colour = Colour("#B8C7D3")
    mist: Colour = Colour("#F1F4F6")
    haze: Colour = Colour("#E3E8ED")
    teal: Colour = Colour("#28A197")
    plum: Colour = Colour("#801650")
    orange: Colour = Colour("#F46A25")
    purple: Colour = Colour("#A285D1")
    teal_tint: Colour = Colour("#E5F4F3")
    plum_tint: Colour = Colour("#F0E3EA")
    orange_tint: Colour = Colour("#FEEDE5")
    grey_tint: Colour = Colour("#EFEFEF")
    purple_tint: Colour = Colour("#F1EDF8")
    window: Colour = Colour("#2A5880")
    draft: Colour = Colour("#C4D0DB")


TEXT = 4.5
GRAPHICS = 3.0

SHAPES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "ink": ("white", "mist", "haze"),
        "navy": ("white", "mist", "haze"),
        "grey": ("white", "mist", "haze", "grey_tint"),
        "steel": ("white", "haze"),
        "teal": ("white", "mist", "teal_tint"),
        "plum": ("white", "mist", "plum_tint"),
        "orange": ("white", "mist", "orange_tint"),
        "purple": ("white", "purple_tint"),
    }
)
"""Each colour that shapes are drawn in, and the grounds that they stand on."""

OUTLINED = frozenset({"teal", "plum", "orange", "purple"})
"""Colours of symbols and number blocks, which get an outline wherever their ground asks for one."""

# (what is drawn, on what, at least): every pairing the renderer uses to carry meaning. What is outlined on a
# tint stands out by its outline, which is as dark as the words there.
_PAIRS: tuple[tuple[str, str, float], ...] = (
    *((text, ground, TEXT) for text in ("ink", "grey", "navy") for ground in ("white", "mist")),
    *(("ink", tint, TEXT) for tint in ("teal_tint", "plum_tint", "orange_tint", "grey_tint", "purple_tint")),
    *(("ink", ground, TEXT) for ground in ("haze", "steel", "teal", "orange", "purple")),
    *(("white", ground, TEXT) for ground in ("navy", "plum", "grey")),
    *(
        (shape, ground, GRAPHICS)
        for shape, grounds in SHAPES.items()
        for ground in grounds
        if ground == "white" or shape not in OUTLINED
    ),
)


class Role(Enum):
    """What a piece of text is for. Each role has one style, so that the page cannot wander from the scale."""

    COVER_TITLE = "cover_title"
    COVER_PERIOD = "cover_period"
    COVER_PARTNERSHIP = "cover_partnership"
    H1 = "h1"
    H1_NUMBER = "h1_number"
    H1_SENTENCE = "h1_sentence"
    H2 = "h2"
    H3 = "h3"
    FIGURE_HEADLINE = "figure_headline"
    LEAD = "lead"
    BODY = "body"
    LIST = "list"
    DATA = "data"
    TABLE_HEADER = "table_header"
    SUBTITLE = "subtitle"
    CHART_LABEL = "chart_label"
    SMALL = "small"
    TILE_LABEL = "tile_label"
    TILE_FIGURE = "tile_figure"
    STRIP_FIGURE = "strip_figure"
    CALLOUT_HEADING = "callout_heading"
    CALLOUT_FIGURE = "callout_figure"
    BAND = "band"
    CHIP = "chip"
    QUOTE = "quote"
    CONTENTS_TITLE = "contents_title"


class TextStyle(Struct, frozen=True):
    """How a role is set: face, size and leading in points, and the name of its colour in `Colours`."""

    face: Face
    size: float
    leading: float
    colour: str = "ink"


def _scale() -> dict[Role, TextStyle]:
    regular, semibold, bold = Face.REGULAR, Face.SEMIBOLD, Face.BOLD
    return {
        Role.COVER_TITLE: TextStyle(bold, 54, 56, "white"),
        Role.COVER_PERIOD: TextStyle(regular, 28, 34, "white"),
        Role.COVER_PARTNERSHIP: TextStyle(semibold, 14, 18, "white"),
        Role.H1: TextStyle(bold, 30, 34, "navy"),
        Role.H1_NUMBER: TextStyle(Face.LIGHT, 30, 34, "navy"),
        Role.H1_SENTENCE: TextStyle(bold, 22, 27, "navy"),
        Role.H2: TextStyle(bold, 18, 24, "navy"),
        Role.H3: TextStyle(semibold, 14, 18, "ink"),
        Role.FIGURE_HEADLINE: TextStyle(bold, 14, 18, "navy"),
        Role.LEAD: TextStyle(regular, 15, 21, "ink"),
        Role.BODY: TextStyle(regular, 12, 18, "ink"),
        Role.LIST: TextStyle(regular, 12, 16, "ink"),
        Role.DATA: TextStyle(regular, 10.5, 13.5, "ink"),
        Role.TABLE_HEADER: TextStyle(semibold, 10, 12.5, "navy"),
        Role.SUBTITLE: TextStyle(regular, 10.5, 14, "grey"),
        Role.CHART_LABEL: TextStyle(regular, 10.5, 13.5, "ink"),
        Role.SMALL: TextStyle(regular, 10, 13.5, "grey"),
        Role.TILE_LABEL: TextStyle(semibold, 12, 15, "ink"),
        Role.TILE_FIGURE: TextStyle(bold, 36, 40, "navy"),
        Role.STRIP_FIGURE: TextStyle(regular, 24, 28, "ink"),
        Role.CALLOUT_HEADING: TextStyle(semibold, 14, 18, "ink"),
        Role.CALLOUT_FIGURE: TextStyle(bold, 30, 34, "navy"),
        Role.BAND: TextStyle(bold, 12, 15, "ink"),
        Role.CHIP: TextStyle(semibold, 10.5, 13.5, "ink"),
        Role.QUOTE: TextStyle(regular, 18, 25, "navy"),
        Role.CONTENTS_TITLE: TextStyle(semibold, 14, 18, "ink"),
    }


class Page(Struct, frozen=True):
    """A4 upright, its margins, and the grid of 12 columns of 29 with gutters of 12."""

    width: float = 595.28
    height: float = 841.89
    left: float = 57.64
    top: float = 84.0
    bottom: float = 770.0

    @property
    def measure(self) -> float:
        """The width of the text block: 480 on an upright A4 page."""
        return self.width - 2 * self.left

    @staticmethod
    def span(columns: int) -> float:
        """The width of `columns` columns of the grid."""
        return 41.0 * columns - 12.0

    @staticmethod
    def column(number: int) -> float:
        """Where column `number` (from 1) starts, measured from the left margin."""
        return 41.0 * (number - 1)

    def landscape(self) -> Page:
        """The same page turned: margins stay, the foot moves up with the shorter side."""
        foot = self.height - self.bottom
        return Page(self.height, self.width, self.left, self.top, self.width - foot)


class Theme(Struct, frozen=True):
    """Everything a renderer and a chart need to know of the look."""

    colours: Colours = Colours()
    page: Page = Page()
    scale: dict[Role, TextStyle] = field(default_factory=_scale)

    def __post_init__(self) -> None:
        problems = list(_contrast_problems(self.colours))
        if problems:
            raise PlangenError(problems)

    def colour(self, name: str) -> Colour:
        """The colour of that name in the palette."""
        colour = getattr(self.colours, name)
        assert isinstance(colour, Colour)
        return colour

    def style(self, role: Role) -> TextStyle:
        """How text of that role is set."""
        return self.scale[role]

    def outline(self, shape: Colour, ground: Colour) -> Colour | None:
        """The colour of the line around a shape on that ground: ink where its own has less than 3:1, else none."""
        return self.colours.ink if contrast(shape, ground) < GRAPHICS else None


def colour_names() -> tuple[str, ...]:
    """The names a workspace's theme may set."""
    return Colours.__struct_fields__


def _contrast_problems(colours: Colours) -> list[Diagnostic]:
    found = []
    for front, ground, least in _PAIRS:
        ratio = contrast(getattr(colours, front), getattr(colours, ground))
        if ratio < least:
            message = f"{front} on {ground} has a contrast of {ratio:.2f}; it needs {least:.1f}"
            hint = f"choose {_farther(colours, front, ground)} in assets/theme.yaml"
            found.append(finding(codes.TOO_LITTLE_CONTRAST, message, hint=hint))
    return found


def _farther(colours: Colours, front: str, ground: str) -> str:
    """Which way to go from here with the colours that are a workspace's own: "a darker navy"."""
    front_is_darker = _luminance(getattr(colours, front)) <= _luminance(getattr(colours, ground))
    ways = ((front, front_is_darker), (ground, not front_is_darker))
    own = [(name, darker) for name, darker in ways if getattr(colours, name) != getattr(Colours(), name)]
    return " or ".join(f"a {'darker' if darker else 'lighter'} {name}" for name, darker in own or ways)
