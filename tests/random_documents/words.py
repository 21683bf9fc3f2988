"""Words to fill documents with, in four languages, short and long; and sentences and titles of them.

The lists in `vocabulary/` are our own. Sentences mean nothing: they have the shapes that sentences have.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

__all__ = ["ENDLESS", "LANGUAGES", "Passage", "Writer", "joined"]

_FOLDER = Path(__file__).parent / "vocabulary"
ENGLISH, LONG, WELSH, POLISH, GREEK = (
    (_FOLDER / f"{name}.txt").read_text("utf-8").split()
    for name in ("english", "long", "welsh", "polish", "greek")
)
ENDLESS = (
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
    "prevention" * 6,
    "Straßenverkehrsordnungswidrigkeitenverfahrensgesetz",
    "https://www.example.org/a/very/long/path/to/a/document-that-has-many-parts/and-a-name.html",
    "ασφαλειακοινότηταςγειτονιάςπρόληψης",
)
"""Words that are too long for a cell, a box or even a line: these alone may be broken."""

LANGUAGES = {"cy": WELSH, "pl": POLISH, "el": GREEK}


class Passage(NamedTuple):
    """Markdown, and the texts that it has to leave in the document, in this order."""

    source: str
    texts: tuple[str, ...]


def joined(passages: Sequence[Passage], between: str = "\n\n") -> Passage:
    """All of `passages`, one after the other."""
    texts = tuple(text for passage in passages for text in passage.texts)
    return Passage(between.join(passage.source for passage in passages), texts)


class Writer:
    """Draws words, sentences and titles; the same seed gives the same ones."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)

    def chance(self, share: float) -> bool:
        """True that often."""
        return self.rng.random() < share

    def number(self, least: int, most: int) -> int:
        """A whole number, small ones more often than large ones."""
        return least + int((most - least + 1) * self.rng.random() ** 1.7)

    def word(self, longest: int = 99) -> str:
        """A word; one in nine is long, one in fourteen is from another language."""
        drawn = self.rng.random()
        words = LONG if drawn < 0.11 else self.rng.choice(tuple(LANGUAGES.values())) if drawn < 0.18 else ENGLISH
        fitting = [word for word in words if len(word) <= longest]
        return self.rng.choice(fitting or [word for word in ENGLISH if len(word) <= longest])

    def words(self, count: int, longest: int = 99) -> str:
        """So many words."""
        return " ".join(self.word(longest) for _ in range(count))

    def title(self, most: int = 8, longest: int = 99) -> str:
        """A title of up to `most` words."""
        said = self.words(self.number(1, most), longest)
        return said[0].upper() + said[1:]

    def heading(self, most: int = 12) -> str:
        """A title for a cover, a chapter or a priority; one in fourteen is as long as a sentence."""
        return self.title(25 if self.chance(0.07) else most)

    def figure(self) -> str:
        """A number as it is typed into a sentence or a cell."""
        n = int(10 ** (self.rng.random() * 9))
        return self.rng.choice(
            [
                f"{n:,}",
                f"£{n:,}",
                f"{n % 1000 / 10}%",
                f"{n}",
                f"-{n % 10000 / 100}",
                f"{2000 + n % 20}/{1 + n % 20:02d}",
                f"{1 + n % 28} {self.rng.choice(['March', 'November'])} {2000 + n % 20}",
                f"{n % 60} minutes",
                f"{n % 50}.{n % 7} points",
                f"1{n % 9} to 2{n % 9}",
            ]
        )

    def sentence(self, most: int = 24) -> str:
        """Plain words with a capital and a full stop, figures and punctuation among them."""
        words = [self.word() for _ in range(self.number(3, most))]
        for at in range(1, len(words)):
            drawn = self.rng.random()
            if drawn < 0.05:
                words[at] = self.figure()
            elif drawn < 0.11:
                words[at] += ","
            elif drawn < 0.13:
                words[at] = f"({words[at]})"
            elif drawn < 0.15:
                words[at] = f'"{words[at]}"'
            elif drawn < 0.17:
                words[at] += " –"
            elif drawn < 0.19:
                words[at] += "'s"
            elif drawn < 0.20:
                words[at] += "-" + self.word()
        said = " ".join(words).rstrip(" –,")
        return said[0].upper() + said[1:] + self.rng.choice("...?")

    def paragraph(self, most: int = 5) -> str:
        """Some sentences."""
        return " ".join(self.sentence() for _ in range(self.number(1, most)))
