"""What every part of the layout shares while one document is laid out, and nothing longer than that."""

from __future__ import annotations

from msgspec import Struct, field
from msgspec.structs import replace

from plangen.document.expansions import Expansions
from plangen.document.inlines import Note
from plangen.document.page_words import PageWords
from plangen.document.theme import Role, Theme
from plangen.document.typeface import Face
from plangen.kept import NOTHING_KEPT, KeptResults
from plangen.layout.findings import Findings
from plangen.layout.fonts import Fonts
from plangen.layout.inks import Style
from plangen.layout.structure import Element

__all__ = ["Place", "Setting", "note_name"]


class Setting(Struct, frozen=True):
    """How the document is set: fonts, theme, fixed words, expansions. `found` collects what is met on the way.

    `kept` has parts as they were laid out before; `ground` is the same object as long as theme, words and
    expansions are.
    """

    fonts: Fonts
    theme: Theme
    page_words: PageWords
    expansions: Expansions = Expansions()
    found: Findings = field(default_factory=Findings)
    kept: KeptResults = NOTHING_KEPT
    ground: object = None

    def finding(self, found: Findings) -> Setting:
        """The same, with what is met going to `found`."""
        return replace(self, found=found)

    def style(self, role: Role, colour: str = "", face: Face | None = None) -> Style:
        """How `role` is set, or in another colour of the palette or another face."""
        style = self.theme.style(role)
        return Style(face or style.face, style.size, self.theme.colour(colour or style.colour))

    def leading(self, role: Role) -> float:
        """The distance of lines of `role`, in points."""
        return self.theme.style(role).leading

    def width(self, text: str, style: Style) -> float:
        """The width of `text` in points."""
        return self.fonts.width(text, style.face, style.size)

    def check(self, text: str, face: Face) -> None:
        """Remember every character of `text` that `face` has no glyph for."""
        self.found.check(text, face, self.fonts)


def note_name(note: str) -> str:
    """The destination and structure id of a note, apart from those of sections and figures."""
    return f"note-{note}"


class Place(Struct, frozen=True):
    """Where blocks go: their parent in the structure tree, their left edge and width, and how deep they are.

    `x` is measured from the left margin; `text_width` is the measure of running text, `width` that of tables
    and figures; `depth` is the level of the next heading's tag, `look` the level of its look; `brief` says
    that the chapter holds little running text, `close` that its lines are longer and closer.
    """

    parent: Element
    x: float
    width: float
    text_width: float
    depth: int = 1
    look: int = 1
    role: Role = Role.BODY
    list_depth: int = 0
    notes: tuple[Note, ...] = ()
    brief: bool = True
    close: bool = False

    def within(self, parent: Element) -> Place:
        """The same place, for the children of `parent`."""
        return replace(self, parent=parent)
