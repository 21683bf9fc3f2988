"""Slips of the key: a figure or word of movement in prose, a stated figure, or one of two records of one thing.

A slip changes one digit to another, a number word to another number word, or a word of movement to its opposite.
A figure that an expression makes becomes a typed figure that is wrong, as when somebody retypes a paragraph.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plangen.diagnostics import Location, PlangenError
from plangen.language.english import ENGLISH
from plangen.measures.evaluate import evaluate
from plangen.measures.evidence import Evidence
from plangen.model.workspace import Workspace
from plangen.sources.expressions import parse

EXPRESSION = re.compile(r"\{\{(.*?)\}\}")
NUMBER_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
NUMBER_WORD = re.compile(rf"\b({'|'.join(('one', *NUMBER_WORDS))})\b", re.IGNORECASE)

OPPOSITES = {
    "fell": "rose",
    "rose": "fell",
    "fallen": "risen",
    "risen": "fallen",
    "falling": "rising",
    "rising": "falling",
    "improved": "worsened",
    "worsened": "improved",
    "doubled": "halved",
    "upward": "downward",
    "downward": "upward",
    "went up": "went down",
    "lower than in": "higher than in",
    "a rise of": "a fall of",
    "a fall of": "a rise of",
}
MOVEMENT = re.compile(rf"\b(?<!is rising or )({'|'.join(OPPOSITES)})\b(?! and down\b| or falling\b)")
SHOWN_OPPOSITES = {"up": "down", "down": "up", "unchanged": "up", "stayed the same": "fell"} | OPPOSITES
SHOWN_MOVEMENT = re.compile(rf"\b({'|'.join(SHOWN_OPPOSITES)})\b")


@dataclass(frozen=True)
class Mutation:
    """A slip: in `file`, the characters from `start` to `end` become `new`; a finding may name one of `names`."""

    kind: str
    file: str
    start: int
    end: int
    old: str
    new: str
    names: tuple[str, ...] = ()

    def line(self, text: str) -> int:
        return text.count("\n", 0, self.start) + 1


def other_digit(figure: str, dice: random.Random) -> str:
    """The figure with one of its digits changed; the first digit does not become 0."""
    digits = [i for i, c in enumerate(figure) if c.isdigit()]
    at = dice.choice(digits)
    allowed = [d for d in "0123456789" if d != figure[at] and not (d == "0" and at == digits[0])]
    return figure[:at] + dice.choice(allowed) + figure[at + 1 :]


def other_figure(words: str, dice: random.Random) -> str | None:
    """`words` with their figure changed; None where they hold none."""
    if any(c.isdigit() for c in words):
        return other_digit(words, dice)
    found = NUMBER_WORD.search(words)
    if not found:
        return None
    new = dice.choice([w for w in NUMBER_WORDS if w != found[0].lower()])
    return words[: found.start()] + (new.capitalize() if found[0][0].isupper() else new) + words[found.end() :]


def prose_files(root: Path) -> list[Path]:
    return sorted([*root.glob("content/plans/*/narrative/*.md"), *root.glob("content/packs/*/commentary/*.md")])


def in_prose(root: Path, workspace: Workspace, dice: random.Random) -> Iterator[Mutation]:
    """One slip for every figure and every word of movement of the narrative and the commentaries."""
    for path in prose_files(root):
        name = path.relative_to(root).as_posix()
        edition = (workspace.plans if "/plans/" in name else workspace.packs)[path.parts[-3]]
        evidence = Evidence.gather(workspace.records, edition.record.period)
        text = path.read_text("utf-8")
        expressions = [m for m in EXPRESSION.finditer(text) if not is_argument(text, m.start())]
        for found in expressions:
            words = said(evidence, found[1])
            if words is not None:
                if moved := SHOWN_MOVEMENT.search(words):
                    other = words[: moved.start()] + SHOWN_OPPOSITES[moved[0]] + words[moved.end() :]
                    yield Mutation("word", name, found.start(), found.end(), words, other)
                if (changed := other_figure(words, dice)) is not None:
                    yield Mutation("figure", name, found.start(), found.end(), words, changed)
        for found in MOVEMENT.finditer(text):
            if not any(m.start() <= found.start() < m.end() for m in EXPRESSION.finditer(text)):
                yield Mutation("word", name, found.start(), found.end(), found[0], OPPOSITES[found[0]])


def is_argument(text: str, start: int) -> bool:
    return text[text.rfind("\n", 0, start) + 1 : start].startswith(":::")


def said(evidence: Evidence, expression: str) -> str | None:
    try:
        result, view = evaluate(evidence, parse(expression, Location("test")))
    except PlangenError:
        return None
    return ENGLISH.show(result, view)


STATED = re.compile(r"^  said: (?P<said>.*)$", re.MULTILINE)
STATED_WORDS = {
    "increased": "decreased",
    "down": "up",
    "up": "down",
    "improved": "worsened",
    "met": "not met",
    "lower": "higher",
}


def in_stated(root: Path, dice: random.Random) -> Iterator[Mutation]:
    """One slip in every stated figure; where words alone were printed, in their word of movement."""
    file = "content/stated.yaml"
    text = (root / file).read_text("utf-8")
    for found in STATED.finditer(text):
        words = found["said"]
        word = next((w for w in STATED_WORDS if re.search(rf"\b{w}\b", words)), None)
        if any(c.isdigit() for c in words) and "2017" not in words:
            yield Mutation("stated", file, found.start("said"), found.end("said"), words, other_digit(words, dice))
        elif word:
            changed = re.sub(rf"\b{word}\b", STATED_WORDS[word], words, count=1)
            yield Mutation("stated", file, found.start("said"), found.end("said"), words, changed)


TWINS = Path(__file__).parent / "data" / "edition_twins.tsv"


def in_twins(root: Path, dice: random.Random) -> Iterator[Mutation]:
    """One slip in every record that another record of the workspace repeats or follows from."""
    for file, pattern, names in (line.split("\t") for line in TWINS.read_text("utf-8").splitlines()[1:]):
        text = (root / file).read_text("utf-8")
        found = re.search(pattern, text, re.MULTILINE)
        assert found, pattern
        value = found["v"].rstrip(",.")
        start = found.start("v")
        yield Mutation(
            "twin", file, start, start + len(value), value, other_digit(value, dice), tuple(names.split(", "))
        )


def mutations(root: Path, workspace: Workspace, seed: int, count: int) -> list[Mutation]:
    """`count` slips, a kind at random and then one of its places at random."""
    dice = random.Random(seed)
    chosen = []
    while len(chosen) < count:
        prose = list(in_prose(root, workspace, dice))
        pools = {
            "figure": [m for m in prose if m.kind == "figure"],
            "word": [m for m in prose if m.kind == "word"],
            "stated": list(in_stated(root, dice)),
            "twin": list(in_twins(root, dice)),
        }
        for _ in range(min(40, count - len(chosen))):
            chosen.append(dice.choice(pools[dice.choice(list(pools))]))
    return chosen
