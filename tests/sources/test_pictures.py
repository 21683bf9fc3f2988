from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from sources.example import SUMMARY, findings, good, told

from plangen.diagnostics import Location, PlangenError
from plangen.sources.pictures import read_picture
from plangen.sources.workspace import read_workspace

HERE = Location("assets/town.png")
ORIENTATION, GPS = 0x0112, 0x8825


def encoded(picture: Image.Image, form: str, **options: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


def code_of(data: bytes) -> str:
    with pytest.raises(PlangenError) as problem:
        read_picture(data, "town.png", HERE)
    (finding,) = problem.value.diagnostics
    assert finding.hint
    assert finding.location == HERE
    return finding.code


def huge_png() -> bytes:
    """A PNG whose header claims 100,000 x 100,000 pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 99))
        + chunk(b"IEND", b"")
    )


def test_orientation_is_applied_and_metadata_dropped() -> None:
    picture = Image.new("RGB", (40, 20), "red")
    picture.paste((0, 0, 255), (0, 0, 20, 20))
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif[GPS] = {1: "N", 2: (50.0, 54.0, 0.0)}
    exif[0x010F] = "SecretCamera"
    found = read_picture(encoded(picture, "JPEG", exif=exif, quality=95), "town.jpg", HERE)
    assert (found.width, found.height, found.media_type) == (20, 40, "image/jpeg")
    assert b"Secret" not in found.data
    assert b"Exif" not in found.data
    with Image.open(io.BytesIO(found.data)) as again:
        top = again.convert("RGB").getpixel((10, 5))
        assert isinstance(top, tuple)
        assert top[2] > 200  # what was left is on top after a quarter turn to the right
        assert not again.getexif()


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16"])
def test_every_mode_becomes_rgb_or_grey(mode: str) -> None:
    form = "JPEG" if mode == "CMYK" else "PNG"
    found = read_picture(encoded(Image.new(mode, (8, 6)), form), "town", HERE)
    with Image.open(io.BytesIO(found.data)) as again:
        assert again.mode in ("L", "RGB")
        assert again.size == (8, 6)
        assert set(again.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_transparency_is_white() -> None:
    found = read_picture(encoded(Image.new("RGBA", (2, 2), (255, 0, 0, 0)), "PNG"), "town", HERE)
    with Image.open(io.BytesIO(found.data)) as again:
        assert again.getpixel((0, 0)) == (255, 255, 255)


def test_text_in_a_png_is_dropped_and_bytes_repeat() -> None:
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_text("Author", "Somebody")
    data = encoded(Image.new("RGB", (4, 4), "green"), "PNG", pnginfo=info)
    first, second = read_picture(data, "a", HERE), read_picture(data, "a", HERE)
    assert b"Somebody" not in first.data
    assert first == second


def test_refused_pictures() -> None:
    small = Image.new("RGB", (8, 8))
    png = encoded(Image.effect_noise((60, 60), 50), "PNG")
    assert code_of(encoded(small, "GIF")) == "PG503"
    assert code_of(b"<svg xmlns='http://www.w3.org/2000/svg'/>") == "PG503"
    assert code_of(b"") == "PG503"
    moving = encoded(small, "PNG", save_all=True, append_images=[Image.new("RGB", (8, 8), "red")])
    assert code_of(moving) == "PG503"
    assert code_of(huge_png()) == "PG504"
    assert code_of(encoded(Image.new("1", (5001, 5000)), "PNG")) == "PG504"
    assert code_of(png[: len(png) // 2]) == "PG505"
    damaged = bytearray(png)
    damaged[len(png) // 2] ^= 0xFF
    assert code_of(bytes(damaged)) == "PG505"


def show(root: Path, name: str) -> None:
    (root / SUMMARY).write_text(f":::{{picture}} {name}\n:alt: The town from above\n:::\n", "utf-8")


def test_a_picture_in_a_chapter(tmp_path: Path) -> None:
    root = good(tmp_path)
    show(root, "views/town.png")
    (root / "assets/views").mkdir(parents=True)
    (root / "assets/views/town.png").write_bytes(encoded(Image.new("RGB", (8, 6)), "PNG"))
    workspace = read_workspace(root)
    assert workspace.pictures["views/town.png"].width == 8
    assert "assets/views/town.png" in workspace.digests


@pytest.mark.parametrize(
    "name",
    ["../content/facts.yaml", "/etc/passwd", "a/../../b.png", "C:\\town.png", "..\\town.png", "file:town.png"],
)
def test_paths_that_leave_assets(tmp_path: Path, name: str) -> None:
    root = good(tmp_path)
    show(root, name)
    assert findings(root) == [("PG502", f"{SUMMARY}:1:1")]


def test_links_that_leave_the_workspace_or_go_in_circles(tmp_path: Path) -> None:
    root = good(tmp_path)
    (root / "assets").mkdir()
    outside = tmp_path / "town.png"
    outside.write_bytes(encoded(Image.new("RGB", (8, 6)), "PNG"))
    (root / "assets/town.png").symlink_to(outside)
    show(root, "town.png")
    assert findings(root) == [("PG102", "assets/town.png")]
    (root / "assets/town.png").unlink()
    (root / "assets/town.png").symlink_to("other.png")
    (root / "assets/other.png").symlink_to("town.png")
    assert findings(root) == [("PG102", "assets/town.png")]


def test_the_nearest_name_is_the_hint(tmp_path: Path) -> None:
    root = good(tmp_path)
    (root / "assets").mkdir()
    (root / "assets/harbour.png").write_bytes(b"x")
    show(root, "habour.png")
    (finding,) = told(root)
    assert (finding.code, finding.hint) == ("PG501", 'did you mean "harbour.png"?')


def test_a_logo(tmp_path: Path) -> None:
    root = good(tmp_path)
    path = root / "content/partnership.yaml"
    text = path.read_text("utf-8") + "publication:\n  logos:\n    - {picture: logo.png, alt: Example Town}\n"
    path.write_text(text, "utf-8")
    assert findings(root) == [("PG501", "content/partnership.yaml:13:17")]
