"""Pages of two PDFs compared by their looks, with pdftoppm where it is installed."""

from __future__ import annotations

import io
import subprocess
import tempfile
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path

from msgspec import Struct

from plangen.limits.budget import Budget

__all__ = ["PageChange", "page_changes", "side_by_side"]

_DPI = 72
_FOOT = 57
"""Points at the lower edge of a page that are not compared: the foot names the version, which always differs."""
_GAP = 12


class PageChange(Struct, frozen=True):
    """A page that looks different: its number in either version (None: there is no such page), both as PNG."""

    old: int | None
    new: int | None
    old_image: bytes = b""
    new_image: bytes = b""


def page_changes(old: bytes, new: bytes) -> tuple[PageChange, ...] | None:
    """The pages that look different above their foot; a page that was put in does not make all that follow so.

    None where pages cannot be turned into pictures.
    """
    try:
        was, now = _pictures(old), _pictures(new)
    except (OSError, subprocess.SubprocessError):
        return None
    matcher = SequenceMatcher(
        a=[_above_foot(page) for page in was], b=[_above_foot(page) for page in now], autojunk=False
    )
    found = []
    for what, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if what != "equal":
            for one, other in zip_longest(range(old_from, old_to), range(new_from, new_to)):
                found.append(
                    PageChange(
                        None if one is None else one + 1,
                        None if other is None else other + 1,
                        b"" if one is None else was[one],
                        b"" if other is None else now[other],
                    )
                )
    return tuple(found)


def side_by_side(change: PageChange) -> bytes:
    """Both pages on one picture (PNG), the older one on the left; a missing page stays white."""
    from PIL import Image

    pages = [Image.open(io.BytesIO(data)) if data else None for data in (change.old_image, change.new_image)]
    width = max(page.width for page in pages if page)
    height = max(page.height for page in pages if page)
    sheet = Image.new("RGB", (2 * width + _GAP, height), "#3D3D3D")
    for place, page in enumerate(pages):
        left = place * (width + _GAP)
        sheet.paste("white", (left, 0, left + width, height))
        if page:
            sheet.paste(page, (left, 0))
    out = io.BytesIO()
    sheet.save(out, "PNG")
    return out.getvalue()


def _pictures(data: bytes) -> list[bytes]:
    """Every page as a picture (PPM), in order."""
    with tempfile.TemporaryDirectory(prefix="plangen-") as folder:
        file = Path(folder) / "edition.pdf"
        file.write_bytes(data)
        command = ["pdftoppm", "-r", str(_DPI), str(file), str(Path(folder) / "page")]
        subprocess.run(command, check=True, capture_output=True, timeout=Budget().seconds)
        return [page.read_bytes() for page in sorted(Path(folder).glob("page-*.ppm"))]


def _above_foot(picture: bytes) -> bytes:
    """Size and pixels of a picture without its lowest lines."""
    from PIL import Image

    with Image.open(io.BytesIO(picture)) as page:
        seen = page.crop((0, 0, page.width, page.height - _FOOT * _DPI // 72))
        return repr(seen.size).encode() + seen.tobytes()
