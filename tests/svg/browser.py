"""Pages as a browser shows them: a screenshot of each SVG page, by Chromium without a window."""

from __future__ import annotations

import os
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

__all__ = ["DPI", "poppler_page", "require_chromium", "shown_page"]

DPI = 96
"""What a browser takes an inch to be, so that a point is 4/3 of a pixel."""


def require_chromium() -> str:
    """The browser; skips where there is none, unless PLANGEN_REQUIRE_CHROMIUM says that there has to be one."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None and os.environ.get("PLANGEN_REQUIRE_CHROMIUM"):
        pytest.fail("Chromium is required, and not installed")
    if found is None:
        pytest.skip("Chromium is not installed")
    return found


def shown_page(browser: str, page: Path, width: int, height: int, folder: Path) -> np.ndarray:
    """The page as grey values, 0 black to 255 white."""
    target = folder / f"{page.stem}.png"
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
    command += [f"--user-data-dir={folder / 'profile'}", f"--window-size={width},{height}"]
    command += [f"--screenshot={target}", page.resolve().as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return _grey(target.read_bytes())


def poppler_page(pdf: Path, number: int) -> np.ndarray:
    """The same page of the PDF by poppler."""
    command = ["pdftoppm", "-r", str(DPI), "-f", str(number), "-l", str(number), "-singlefile", "-png", str(pdf)]
    return _grey(subprocess.run(command, check=True, capture_output=True).stdout)


def _grey(data: bytes) -> np.ndarray:
    with Image.open(BytesIO(data)) as image:
        return np.asarray(image.convert("L"))
