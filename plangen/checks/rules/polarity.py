"""PG821: which way is good, printed upside down or differently in two places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from plangen.checks.finding import Finding, Place
from plangen.checks.indicators_named import is_boilerplate, key_of, name_above
from plangen.checks.preferred_direction import more_is_wanted
from plangen.checks.text import is_row
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["polarities"]


class Good(Enum):
    """Which way is good."""

    HIGH = "high"
    LOW = "low"


_SAYS = (
    (
        Good.HIGH,
        r"\ba? ?(?:high|higher|bigger|large|larger)(?: (?:number|percentage|rate|figure|value|score|%))?\s+is"
        r" (?:good|better|positive)"
        r"|\ba? ?(?:low|lower|smaller)(?: (?:number|percentage|rate|figure|value|score|%))?\s+is (?:poor|bad"
        r"|worse)"
        r"|\bpolarity:?\s*(?:high|higher|up)\b|\b(?:good|better) to be (?:high|higher)\b",
    ),
    (
        Good.LOW,
        r"\ba? ?(?:low|lower|smaller)(?: (?:number|percentage|rate|figure|value|score|%))?\s+is (?:good|better"
        r"|positive)"
        r"|\ba? ?(?:high|higher|bigger|large|larger)(?: (?:number|percentage|rate|figure|value|score|%))?\s+is"
        r" (?:poor|bad|worse)"
        r"|\bpolarity:?\s*(?:low|lower|down)\b|\b(?:good|better) to be (?:low|lower)\b",
    ),
)
_PATTERNS = tuple((good, re.compile(pattern, re.I)) for good, pattern in _SAYS)


def polarities(writing: Writing) -> Iterator[Finding]:
    """Words on polarity against each other, and against a name that can only mean something wanted."""
    first: dict[str, tuple[Good, Place]] = {}
    told: set[str] = set()
    for good, name, place, quote in _mentions(writing):
        key = key_of(name)
        if not key or key in told:
            continue
        before = first.setdefault(key, (good, place))
        if before[0] is not good:
            told.add(key)
            yield Finding(
                codes.POLARITY_PRINTED_WRONG,
                0.85,
                f"{name}: {quote}",
                place,
                f"{good.value} is good",
                f"{before[0].value} is good",
                f"{name}: {good.value} is good here, {before[0].value} is good on {before[1]}",
            )
        elif good is Good.LOW and more_is_wanted(name):
            told.add(key)
            yield Finding(
                codes.POLARITY_PRINTED_WRONG,
                0.7,
                f"{name}: {quote}",
                place,
                quote,
                "high is good",
                f"{name}: more of it is wanted, but the text says “{quote}”",
            )


_LABELLED = re.compile(
    r"^(?:lead|owner|source|agency|contact|data|note|chart|table|figure|responsible)\b[^:]{0,20}:", re.I
)


def _mentions(writing: Writing) -> Iterator[tuple[Good, str, Place, str]]:
    """Polarity, measure, place and words; a phrase parted over two lines is read as one."""
    lines = writing.lines
    for index, line in enumerate(lines):
        if "is" not in line.text.lower() and "olarity" not in line.text:
            continue
        text = line.text
        whole = re.sub(r"\s+", " ", text.replace("*", "")).strip()
        if index and re.match(r"\s*is\b", text):
            whole = re.sub(r"\s+", " ", f"{lines[index - 1].text} {text}".replace("*", "")).strip()
        if len(whole) > 120 or is_row(text):
            continue
        for good, pattern in _PATTERNS:
            match = pattern.search(whole)
            if match:
                own = whole[: match.start()].strip(" -–:(.")
                name = own if len(own) > 8 else _name(writing, index)
                if name and not _LABELLED.match(name):
                    yield good, name, line.place, match[0]
                break


def _name(writing: Writing, index: int) -> str:
    """The measure the words belong to: just above them, or just below where a reference stands above."""
    lines = writing.lines
    for line in reversed(lines[max(0, index - 14) : index]):
        bare = line.text.strip().strip("*# ")
        if re.fullmatch(r"\d+(?:\.\d+)+[a-z]?", bare):
            break
        if bare and not is_boilerplate(line.text) and not is_row(line.text):
            return name_above(writing, index, 14) if len(bare) < 160 else ""
        if is_row(line.text):
            return ""
    for line in lines[index + 1 : index + 14]:
        if line.text.strip() and not is_boilerplate(line.text) and not is_row(line.text):
            return re.sub(r"^#+\s*|\*\*", "", line.text.strip())
    return ""
