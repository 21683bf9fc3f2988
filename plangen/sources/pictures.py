"""Pictures: checked before they are decoded, turned upright, freed of everything but their pixels."""

from __future__ import annotations

import io
import warnings
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from plangen.diagnostics import About, Location, PlangenError, codes, finding, likely
from plangen.diagnostics.nearest import hint_for
from plangen.document.blocks import Picture
from plangen.sources.reading import MEGABYTE, Reading

if TYPE_CHECKING:
    from PIL import Image

__all__ = ["MAX_PIXELS", "find_picture", "read_picture"]

MAX_PIXELS = 25_000_000
_LIMIT = 30 * MEGABYTE
_QUALITY = 90
_AGAIN = "open it in a picture program and save it again as PNG or JPEG"


def find_picture(reading: Reading, name: str, asked_at: Location) -> Picture | None:
    """The picture `name` under assets/, or None with the reason reported (PG501 to PG505).

    The path may not leave assets/: not by `..`, not by an absolute path, not by a symbolic link.
    """
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in name:
        hint = "copy the picture into assets/ and write its name only: harbour.jpg"
        reading.report(finding(codes.PICTURE_OUTSIDE_ASSETS, f'"{name}" leads out of assets/', asked_at, hint))
        return None
    file = f"assets/{path}"
    if not reading.exists(file):
        known = reading.names(str(PurePosixPath("assets") / path.parent).rstrip("/."))
        hint = hint_for(path.name, known, f"copy the picture into assets/ as {path}")
        reading.report(
            finding(
                codes.NO_PICTURE,
                f"there is no picture {file}",
                asked_at,
                hint,
                About(file=file),
                likely(path.name, known),
            )
        )
        return None
    data = reading.data(file, _LIMIT)
    if data is None:
        return None
    try:
        return read_picture(data, name, Location(file))
    except PlangenError as fault:
        reading.report(fault.diagnostics)
        return None


def read_picture(data: bytes, name: str, location: Location) -> Picture:
    """Clean a PNG or JPEG: RGB or grey, turned as its EXIF orientation says, without metadata (place, camera).

    The same bytes always give the same result. Raises `PlangenError`: PG503 for other formats and moving
    pictures, PG504 above 25 million pixels (by its header, before decoding), PG505 where it is damaged.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            # Pillow warns of sizes it finds suspicious; ours is the stricter limit.
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as opened:
                _check(opened, location)
                opened.load()
                upright = ImageOps.exif_transpose(opened)
                return _cleaned(upright, str(opened.format), name)
    except UnidentifiedImageError:
        message = "this is not a PNG or JPEG picture"
        raise PlangenError(finding(codes.NOT_A_PICTURE, message, location, _AGAIN)) from None
    except Image.DecompressionBombError:
        raise PlangenError(
            finding(codes.PICTURE_TOO_LARGE, "the picture is far too large", location, _AGAIN)
        ) from None
    except (OSError, SyntaxError, ValueError, EOFError, ArithmeticError, IndexError) as fault:
        message = f"the picture is damaged ({fault})"
        raise PlangenError(finding(codes.PICTURE_DAMAGED, message, location, _AGAIN)) from None


def _check(picture: Image.Image, location: Location) -> None:
    width, height = picture.size
    if width * height > MAX_PIXELS:
        message = f"the picture has {width} x {height} pixels; at most {MAX_PIXELS // 1_000_000} million are read"
        hint = "make it smaller: 2,000 pixels across fill a page"
        raise PlangenError(finding(codes.PICTURE_TOO_LARGE, message, location, hint))
    if getattr(picture, "n_frames", 1) > 1:
        raise PlangenError(
            finding(codes.NOT_A_PICTURE, "the picture moves", location, "save one of its frames as PNG")
        )


def _cleaned(picture: Image.Image, form: str, name: str) -> Picture:
    """The pixels alone, encoded with fixed settings. JPEG stays JPEG, so that photographs stay small."""
    jpeg = form == "JPEG"
    mode = "L" if picture.mode in ("1", "L") else "RGB"
    plain = _flattened(picture) if not jpeg else picture
    if plain.mode != mode:
        plain = plain.convert(mode)
    plain = plain.copy()
    plain.info = {}
    out = io.BytesIO()
    if jpeg:
        plain.save(out, "JPEG", quality=_QUALITY, optimize=False, progressive=False)
    else:
        plain.save(out, "PNG", optimize=False, compress_level=6)
    return Picture(out.getvalue(), *plain.size, "image/jpeg" if jpeg else "image/png", name)


def _flattened(picture: Image.Image) -> Image.Image:
    """Transparent parts on white: PDF/A allows transparency, but a page prints it as white anyway."""
    from PIL import Image

    if picture.mode.startswith("I;16") or picture.mode == "I":
        return picture.point(lambda value: value / 256).convert("L")
    if picture.mode not in ("RGBA", "LA", "PA") and "transparency" not in picture.info:
        return picture
    coloured = picture.convert("RGBA")
    ground = Image.new("RGBA", coloured.size, (255, 255, 255, 255))
    return Image.alpha_composite(ground, coloured).convert("RGB")
