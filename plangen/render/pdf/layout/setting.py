"""What every part of the layout shares while one document is laid out, and nothing longer than that."""

from __future__ import annotations

from msgspec import Struct, field
from msgspec.structs import replace

from plangen.diagnostics import Diagnostic
from plangen.document.inlines import Note
from plangen.document.phrases import Phrases
from plangen.document.theme import Role, Theme
from plangen.document.typeface import Face
from plangen.render.pdf.fonts import Fonts, missing_glyphs
from plangen.render.pdf.layout.inks import Style
from plangen.render.pdf.structure import Element

__all__ = ["Place", "Setting", "note_name"]


class Setting(Struct):
    """Fonts, theme and fixed words of the document, where its links lead and in which words, and the faults."""

    fonts: Fonts
    theme: Theme
    phrases: Phrases = field(default_factory=Phrases)
    faults: dict[tuple[str, Face], list[Diagnostic]] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    remarks: list[Diagnostic] = field(default_factory=list)
    _seen: dict[Face, set[str]] = field(default_factory=lambda: {face: set() for face in Face})

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
        """Remember every character of `text` that `face` has no glyph for, once each."""
        seen = self._seen[face]
        if seen.issuperset(text):
            return
        missing = "".join(c for c in self.fonts.missing(text, face) if c not in seen)
        if missing:
            self.faults[missing, face] = missing_glyphs(text, missing)
        seen.update(text)

    def problems(self) -> list[Diagnostic]:
        """The faults found: a diagnostic for each character, even if several faces lack it."""
        found = {problem.message.split(", in ")[0]: problem for some in self.faults.values() for problem in some}
        return list(found.values())


def note_name(note: str) -> str:
    """The destination and structure id of a note, apart from those of sections and figures."""
    return f"note-{note}"


class Place(Struct, frozen=True):
    """Where blocks go: their parent in the structure tree, their left edge and width, and how deep they are.

    `x` is measured from the left margin; `text_width` is the measure of running text, `width` that of tables
    and figures; `depth` is the level of the next heading's tag, `look` the level of its look; `brief` says
    that the chapter holds little running text.
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

    def within(self, parent: Element) -> Place:
        """The same place, for the children of `parent`."""
        return replace(self, parent=parent)
