"""What a PDF was made with: every program, library and font that has a say in its bytes."""

from __future__ import annotations

import hashlib
import platform
import zlib
from functools import cache
from pathlib import Path

from plangen.document.shaping import harfbuzz_version
from plangen.document.typeface import Face, font_file

__all__ = ["font_digests", "installed_versions"]

_LIBRARIES = (
    "plangen",
    "reportlab",
    "uharfbuzz",
    "pikepdf",
    "pillow",
    "matplotlib",
    "numpy",
    "contourpy",
    "markdown-it-py",
    "mdit-py-plugins",
    "openpyxl",
    "msgspec",
    "pandas",
    "PyYAML",
    "font-source-sans-pro",
)
"""What stands between the content files and the bytes of a PDF."""


def installed_versions() -> dict[str, str]:
    """Versions by name. zlib and qpdf, which compress, and HarfBuzz are named too: others carry them within."""
    from importlib.metadata import PackageNotFoundError, version

    import pikepdf

    found = {"python": platform.python_version(), "zlib": zlib.ZLIB_RUNTIME_VERSION}
    found["qpdf"] = pikepdf.__libqpdf_version__
    found["harfbuzz"] = harfbuzz_version()
    for library in _LIBRARIES:
        try:
            found[library] = version(library)
        except PackageNotFoundError:
            continue
    return {**found, "plangen source": _source_digest()}


def font_digests() -> dict[str, str]:
    """SHA-256 of every font file by its name."""
    files = [font_file(face) for face in Face]
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


@cache
def _source_digest() -> str:
    """SHA-256 over plangen's own code: two states of it may carry the same version."""
    package = Path(__file__).parents[2]
    total = hashlib.sha256()
    for file in sorted(package.rglob("*.py")):
        data = file.read_bytes().replace(b"\r\n", b"\n")
        total.update(f"{hashlib.sha256(data).hexdigest()}  {file.relative_to(package).as_posix()}\n".encode())
    return total.hexdigest()
