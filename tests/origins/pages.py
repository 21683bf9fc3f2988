"""The words of a PDF as poppler reads them, and the words that plangen has of its own."""

from __future__ import annotations

import ast
import re
import subprocess
from dataclasses import dataclass
from html import unescape
from pathlib import Path

__all__ = ["PageWord", "own_words", "tokens", "words_of_pages"]

ROOT = Path(__file__).parents[2]
_PAGE = re.compile(r"<page ")
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True)
class PageWord:
    """A word of a page (from 1) and where it stands, in points from the top left corner."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle, as x and y."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


def words_of_pages(pdf: Path) -> list[PageWord]:
    """Every word, page by page."""
    command = ["pdftotext", "-bbox", str(pdf), "-"]
    found = subprocess.run(command, check=True, capture_output=True, timeout=120).stdout.decode("utf-8")
    pages = _PAGE.split(found)[1:]
    return [
        PageWord(number, unescape(text), *map(float, edges))
        for number, page in enumerate(pages, 1)
        for *edges, text in _WORD.findall(page)
    ]


def tokens(text: str) -> set[str]:
    """The words and numbers in a text, in small letters."""
    return {token.lower().replace("’", "'") for token in _TOKEN.findall(text)}


def own_words() -> set[str]:
    """Every word in a string of the package `language`: docstrings are none of them."""
    found: set[str] = set()
    for path in sorted((ROOT / "plangen" / "language").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
                found |= tokens(node.value)
    return found
