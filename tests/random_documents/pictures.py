"""A picture under assets/, tall or wide, and the directive that shows it."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from random_documents.words import Passage, Writer

__all__ = ["PICTURE", "picture", "write_picture"]

PICTURE = "picture.png"


def write_picture(path: Path, writer: Writer) -> None:
    """A plain picture of up to 900 x 900 pixels."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (writer.number(40, 900), writer.number(40, 900)), (200, 210, 220)).save(path)


def picture(writer: Writer) -> Passage:
    """The picture with its caption, or as an ornament that says nothing."""
    if writer.chance(0.3):
        return Passage(f":::{{picture}} {PICTURE}\n:decorative: yes\n:::", ())
    caption = writer.sentence(12)
    said = f":alt: {writer.title(14)}\n:caption: {caption}"
    return Passage(f":::{{picture}} {PICTURE}\n{said}\n:::", (caption,))
