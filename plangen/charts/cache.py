"""Drawings kept on disk, so that a build that changes only prose draws nothing and imports no matplotlib."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from enum import Enum
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from plangen import document
from plangen.charts import draw
from plangen.document.charts import ChartSpec
from plangen.document.drawing import Drawing
from plangen.document.drawing_json import drawing_from_json, drawing_to_json
from plangen.document.shaping import harfbuzz_version
from plangen.document.theme import Theme
from plangen.document.typeface import Face, font_file

__all__ = ["DrawingCache", "drawing_key"]

_FORMAT = "plangen drawing 1"

LIMIT = 50_000_000
"""Bytes that drawings may take up: some five thousand charts."""


class DrawingCache:
    """Draws charts, and keeps what was drawn in `folder`; without a folder everything is drawn anew.

    An entry that is damaged, foreign or unreadable is drawn again, and a folder that cannot be written is done
    without: the cache never decides whether there is a drawing, or what it looks like. Before something is added,
    the entries that were not used for longest are removed until the others take up `limit` bytes at most.
    """

    def __init__(self, folder: Path | None, limit: int = LIMIT) -> None:
        self._folder = folder
        self._limit = limit
        self._has_room = False
        self._theme: Theme | None = None
        self._theme_text = ""
        self._code = _code_digest() if folder is not None else ""

    def draw(self, spec: ChartSpec, theme: Theme) -> Drawing:
        """The drawing of `spec`, from the cache if it holds one."""
        if self._folder is None:
            return draw(spec, theme)
        if theme is not self._theme:  # one for the whole document, and longer than most charts
            self._theme, self._theme_text = theme, _text(theme)
        entry = self._folder / f"{_key(spec, self._theme_text, self._code)}.json"
        kept = _read(entry)
        if kept is not None:
            with suppress(OSError):
                os.utime(entry)
            return kept
        drawing = draw(spec, theme)
        with suppress(OSError):
            self._make_room(self._folder)
            _write(entry, drawing)
        return drawing

    def _make_room(self, folder: Path) -> None:
        """Once a build: what one build adds is little beside the limit."""
        if not self._has_room and folder.is_dir():
            _remove_oldest(folder, self._limit)
        self._has_room = True


def _remove_oldest(folder: Path, limit: int) -> None:
    """Remove what goes beyond `limit` bytes, oldest first; another build may be doing the same."""
    found = []
    for file in (*folder.glob("*.json"), *folder.glob(".drawing-*.tmp")):
        with suppress(OSError):
            about = file.stat()
            found.append((about.st_mtime_ns, about.st_size, file))
    kept = 0
    for _, size, file in sorted(found, reverse=True):
        kept += size
        if kept > limit:
            with suppress(OSError):
                file.unlink()


def drawing_key(spec: ChartSpec, theme: Theme, code: str) -> str:
    """SHA-256 over everything a drawing depends on: what it shows, the theme, and the code that draws."""
    return _key(spec, _text(theme), code)


def _key(spec: ChartSpec, theme: str, code: str) -> str:
    return hashlib.sha256(f"[{_text(spec)},{theme},{json.dumps(code)}]".encode("ascii")).hexdigest()


def _text(value: object) -> str:
    return json.dumps(_canonical(value), ensure_ascii=True, sort_keys=True, separators=(",", ":"))


def _canonical(value: Any) -> Any:
    """Plain data that differs whenever `value` does: structures and enums with the names of their types."""
    if isinstance(value, Struct):
        content = {name: _canonical(item) for name, item in asdict(value).items()}
        return {"type": type(value).__name__, **content}
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    if isinstance(value, tuple):
        return [_canonical(item) for item in value]
    if isinstance(value, dict):
        return sorted([_canonical(key), _canonical(item)] for key, item in value.items())
    return value


def _code_digest() -> str:
    """A digest of what draws: this package, the document's contracts, matplotlib, HarfBuzz and the fonts.

    matplotlib is told by the file that says its version: asking for the metadata of packages takes 10 ms.
    """
    digest = hashlib.sha256()
    for folder in (Path(__file__).parent, Path(str(document.__file__)).parent):
        for source in sorted(folder.glob("*.py")):
            digest.update(source.name.encode())
            digest.update(source.read_bytes())
    digest.update(harfbuzz_version().encode())
    for file in (_version_of_matplotlib(), *map(font_file, Face)):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _version_of_matplotlib() -> Path:
    """The file of matplotlib that names its version, or its first one where it has none."""
    found = find_spec("matplotlib")
    assert found is not None
    assert found.origin is not None
    named = Path(found.origin).with_name("_version.py")
    return named if named.is_file() else Path(found.origin)


def _read(entry: Path) -> Drawing | None:
    """The drawing in `entry` if it is there, whole, and ours."""
    try:
        head, _, text = entry.read_text(encoding="ascii").partition("\n")
        if head != _seal(text):
            return None
        return drawing_from_json(text)
    except (OSError, ValueError):
        return None


def _write(entry: Path, drawing: Drawing) -> None:
    """Put the whole entry in place at once: other builds may be reading and writing the same folder."""
    text = drawing_to_json(drawing)
    entry.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=entry.parent, prefix=".drawing-", suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="ascii", newline="\n") as file:
            file.write(f"{_seal(text)}\n{text}")
        Path(name).replace(entry)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _seal(text: str) -> str:
    return f"{_FORMAT} {hashlib.sha256(text.encode('ascii')).hexdigest()}"
