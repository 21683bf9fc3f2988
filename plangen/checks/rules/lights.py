"""PG811: numbers of green, amber and red that do not make up their total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from plangen.checks.arithmetic import shown
from plangen.checks.finding import Finding
from plangen.checks.rules.sums import first_figure, list_items
from plangen.checks.template import Template, template_of
from plangen.checks.text import Sentence
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["lights"]

CODE = codes.PARTS_AND_TOTAL
_COUNTED = re.compile(
    r"<N(?P<count>\d+)>\s+(?:\(<P\d+>\)\s*)?(?:(?:were|are|was|is|rated|as|at|assessed|being|actions?"
    r"|indicators?|measures?"
    r"|targets?|showing|on|have|been|a)\s+)*(?P<light>green|amber|red)\b"
    r"|\b(?P<light2>green|amber|red)\s*[:=–-]?\s*\(?<N(?P<count2>\d+)>",
    re.I,
)
_WHOLE = re.compile(
    r"(?:\b(?:of|all|the|these|those|total|are|were|have|had|has|with|monitors?|reports?|on)\s+"
    r"|^\W*)<N(?P<whole>\d+)>\s+(?:[a-z-]+\s+){0,3}?"
    r"(?:indicators?|actions?|measures?|targets?|milestones?|objectives?|KPIs?|PIs?|projects?|risks?|of)\b"
    r"|\bof\s+(?:these|the)\s+<N(?P<these>\d+)>",
    re.I,
)
_OF_THE = re.compile(r"<N\d+>\s+(?:out )?of\s+(?:the |our |all )*<N(?P<these>\d+)>(?P<whole>$)?")
_OF_ALL = re.compile(r"(<N\d+>)\s+(?:out )?of\s+(?:the |our |all )*<N\d+>")
"""In "three of the six measures are green" it is three that are."""
_REST = re.compile(
    r"\b(?:grey|blue|not (?:yet )?(?:rated|reported|available|measured|due)|no data|remaining|N/A|no target)\b",
    re.I,
)
_LABEL = re.compile(r"\b(?P<label>green|amber|red)\s*[:(]?\s*(?P<count>\d+)\b", re.I)


def lights(writing: Writing) -> Iterator[Finding]:
    """Sentences with all three colours and their total, and lists headed by a colour whose count was given."""
    for sentence in writing.sentences:
        if re.search(r"\bamber\b", sentence.text, re.I):
            yield from _sentence(sentence, template_of(sentence))
    yield from _headed(writing.sentences)


def _sentence(sentence: Sentence, template: Template) -> Iterator[Finding]:
    counts: dict[str, Decimal] = {}
    text = _OF_ALL.sub(r"\1", template.text)
    for match in _COUNTED.finditer(text):
        figure = template.figure(match, "count" if match["count"] else "count2")
        counts.setdefault((match["light"] or match["light2"]).lower(), figure.value)
    whole = _WHOLE.search(template.text) or _OF_THE.search(template.text)
    if whole is None or len(counts) < 3:
        return
    total = template.figure(whole, "whole" if whole.groupdict().get("whole") else "these").value
    found = sum(counts.values(), Decimal(0))
    if found != total and not (_REST.search(sentence.text) and found < total) and total not in counts.values():
        added = " + ".join(f"{value} {light}" for light, value in counts.items())
        yield Finding(
            CODE, 0.85, sentence.text, sentence.place, str(total), str(found), f"{added} is {found}, not {total}"
        )


def _headed(sentences: Sequence[Sentence]) -> Iterator[Finding]:
    """Forms like "Amber 7, Green 30", then a list headed "Amber:" whose items each begin with a count."""
    stated: dict[str, tuple[Decimal, Sentence]] = {}
    for position, sentence in enumerate(sentences):
        if len(sentence.text) < 80:
            for match in _LABEL.finditer(sentence.text):
                stated[match["label"].lower()] = (Decimal(match["count"]), sentence)
        label = sentence.text.strip(" :").lower()
        if label not in stated:
            continue
        total, where = stated.pop(label)
        items = list_items(sentences[position + 1 :])
        parts = [part for part in map(first_figure, items) if part is not None]
        found = sum((part.value for part in parts), Decimal(0))
        if len(parts) == len(items) >= 2 and found != total:
            added = " + ".join(shown(part.value) for part in parts)
            quote = " ".join((where.text, *(item.text for item in items)))
            why = f"{label}: {added} is {found}, not {total}"
            yield Finding(CODE, 0.75, quote, where.place, str(total), str(found), why)
