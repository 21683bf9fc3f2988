"""SVG as text: numbers, escaped words, and the head that every page has."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from plangen.document.drawing import Shape
from plangen.document.lengths import written
from plangen.render.svg.fonts import FAMILY, font_faces

__all__ = ["amount", "page_head", "path_data", "words_of"]


def amount(number: float) -> str:
    """A length, or another number, to a thousandth and no longer than it has to be: `595.28`, `12`, `-0.5`."""
    return f"{written(number):.3f}".rstrip("0").rstrip(".")


def words_of(text: str) -> str:
    """Words that came from content, as text between tags; they are never markup, and never stand inside a tag."""
    return escape(text, quote=False)


def page_head(width: float, height: float, language: str, title: str) -> Iterable[str]:
    """How every page begins. Lengths are points; kerning and ligatures are on, as they are in the layout."""
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{amount(width)}pt" height="{amount(height)}pt" '
        f'viewBox="0 0 {amount(width)} {amount(height)}" xml:lang="{escape(language)}" xml:space="preserve">'
    )
    yield f"<title>{words_of(title)}</title>"
    plain = "white-space:pre;font-kerning:normal;font-variant-ligatures:common-ligatures"
    yield f"<style>{font_faces()}text{{font-family:'{FAMILY}',sans-serif;{plain}}}</style>"
    yield f'<rect width="{amount(width)}" height="{amount(height)}" fill="#FFFFFF"/>'


def path_data(shape: Shape, x: float, y: float, scale: float) -> str:
    """The steps of a shape whose origin is at `x`, `y`."""
    steps = []
    for kind, *numbers in shape.steps:
        points = zip(numbers[::2], numbers[1::2], strict=True)
        placed = (amount(n) for px, py in points for n in (x + scale * px, y + scale * py))
        steps.append(kind + " ".join(placed))
    return "".join(steps)
