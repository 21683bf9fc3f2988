"""PG811: parts that do not add up to the total stated before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from plangen.checks.arithmetic import shown
from plangen.checks.finding import Finding
from plangen.checks.numbers import Exactness, NumberUnit, TypedNumber
from plangen.checks.text import Sentence
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["first_figure", "list_items", "sums"]

CODE = codes.PARTS_AND_TOTAL
_OPEN = re.compile(
    r"\b(?:includ(?:e|es|ed|ing)|for example|such as|among(?:st)?|e\.g|some of|main|key|most|at least|up to"
    r"|largest|top)\b",
    re.I,
)
_LEADS = re.compile(r"(?:[:;–—-]|\bas follows\W*|\bof (?:these|which|whom|those)\W*|\bwere\W*)$", re.I)
_OF_THESE = re.compile(r"\bof\s+(?:these|which|whom|those|the)\b[^.]*$", re.I)
_SHARED = re.compile(r"\b(?:spent|allocated|distributed|split|shared|divided|broken down|awarded|made up)\b", re.I)
_TOTAL = re.compile(
    r"\b(?:total(?:\s+(?:of|budget|funding|number)){0,2}(?:\s+(?:of|is|was))?|sum of|altogether|overall|all)\s*$",
    re.I,
)
_STATUS = re.compile(
    r"\b(?:green|amber|red|blue|grey|completed?|achieved|met|missed|on track|off track|delayed|overdue|not"
    r" started)\b",
    re.I,
)
_COUNTED = (NumberUnit.PLAIN, NumberUnit.POUNDS)


def sums(writing: Writing) -> Iterator[Finding]:
    """Lists and sentences whose parts give another sum than their stated total."""
    yield from _lists(writing.sentences)
    before: Sentence | None = None
    for sentence in writing.sentences:
        yield from _made_up(sentence)
        yield from _equation(sentence)
        if not _goes_on(before, sentence):
            yield from _percentages(sentence)
        before = sentence


_GOES_ON = re.compile(
    r"^(?:a further|another|a (?:second|third)|also|in addition|additionally|meanwhile|the other)\b", re.I
)


def _goes_on(before: Sentence | None, sentence: Sentence) -> bool:
    """Whether shares that a sentence divides began in the one before it."""
    if _GOES_ON.match(sentence.text):
        return True
    near = before is not None and before.paragraph == sentence.paragraph
    return near and before is not None and any(n.unit is NumberUnit.PERCENT for n in before.numbers)


def _lists(sentences: Sequence[Sentence]) -> Iterator[Finding]:
    """A sentence that ends by announcing a list, and items that each begin with a figure."""
    for position, lead in enumerate(sentences[:-1]):
        if not sentences[position + 1].bullet or not _LEADS.search(lead.text) or _OPEN.search(lead.text):
            continue
        items = list_items(sentences[position + 1 :])
        parts = [part for part in map(first_figure, items) if part is not None]
        if len(parts) < len(items):
            parts = [part for part in map(_only_amount, items) if part is not None]
        previous = sentences[position - 1] if position else None
        near = previous if previous and previous.paragraph == lead.paragraph else None
        total = _total_of(lead, parts) or _total_of(near, parts)
        if total is not None and len(parts) == len(items) >= 2:
            yield from _judged(lead, total, parts, items)


def list_items(after: Sequence[Sentence]) -> list[Sentence]:
    """The opening sentences of the list that follows at once."""
    found: list[Sentence] = []
    paragraph = None
    for sentence in after[:60]:
        if sentence.bullet:
            found.append(sentence)
        elif paragraph != sentence.paragraph:
            break
        if sentence.text.endswith(":"):
            break  # what follows is the list of another lead
        paragraph = sentence.paragraph
    return found


def first_figure(item: Sentence) -> TypedNumber | None:
    """The figure an item begins with: "21 were green", "£15K to …", "Green: 21"."""
    for number in item.numbers:
        if number.exempt is None and number.unit in _COUNTED:
            opening = item.text[: number.start]
            return number if re.match(r"^\W*(?:[a-z]{1,12}\s*[:–-]\s*)?$", opening, re.I) else None
    return None


def _only_amount(item: Sentence) -> TypedNumber | None:
    """The one amount of money an item names, wherever it stands."""
    amounts = [n for n in item.numbers if n.unit is NumberUnit.POUNDS]
    return amounts[0] if len(amounts) == 1 else None


def _total_of(lead: Sentence | None, parts: Sequence[TypedNumber]) -> TypedNumber | None:
    """The figure the parts make up: after "a total of", before "of these", or the only one that was shared out."""
    if lead is None or not parts or len({part.unit for part in parts}) != 1:
        return None
    same = [n for n in lead.numbers if n.exempt is None and n.unit is parts[0].unit]
    for number in same:
        before = lead.text[: number.start]
        if _TOTAL.search(before) or re.search(r"\bof (?:these|those|the)\s+$", before, re.I):
            return number
    ranked = [n for n in same if n.total is not None]
    if _OF_THESE.search(lead.text):
        return ranked[0] if ranked else same[-1] if len(same) == 1 else None
    shared = parts[0].unit is NumberUnit.POUNDS and _SHARED.search(lead.text)
    return same[0] if shared and len(same) == 1 else None


def _judged(
    lead: Sentence, total: TypedNumber, parts: Sequence[TypedNumber], items: Sequence[Sentence]
) -> Iterator[Finding]:
    found = sum((part.value for part in parts), Decimal(0))
    if _same(total, found, parts):
        return
    statuses = all(_STATUS.search(item.text) for item in items)
    sure = statuses or total.unit is NumberUnit.POUNDS
    near, far = (0.9, 0.6) if sure else (0.75, 0.45) if len(parts) > 2 else (0.6, 0.3)
    confidence = near if total.value / 2 <= found <= 2 * total.value else far
    yield _finding(confidence, " ".join((lead.text, *(item.text for item in items))), lead, total, parts, found)


def _finding(
    confidence: float,
    quote: str,
    where: Sentence,
    total: TypedNumber,
    parts: Sequence[TypedNumber],
    found: Decimal,
) -> Finding:
    pounds = "£" if total.unit is NumberUnit.POUNDS else ""
    percent = "%" if total.unit is NumberUnit.PERCENT else ""
    added = " + ".join(pounds + shown(part.value, 2) + percent for part in parts)
    recomputed = pounds + shown(found, 2) + percent
    why = f"{added} is {recomputed}, not {total.text.strip()}"
    return Finding(CODE, confidence, quote, where.place, total.text.strip(), recomputed, why)


def _same(total: TypedNumber, found: Decimal, parts: Sequence[TypedNumber]) -> bool:
    """Equal, or equal as far as the total is rounded more than its parts are."""
    if total.bound is not Exactness.EXACT or any(part.bound is not Exactness.EXACT for part in parts):
        return abs(found - total.value) <= total.value / 4
    finest = min(part.half for part in parts)
    return abs(found - total.value) <= (total.half if total.half > finest else Decimal(0))


_COMPRISING = re.compile(
    r",?\s*\b(?:compris(?:es|ed|ing)|consist(?:s|ed|ing) of|made up of|split between|broken down as|of which|of"
    r" whom)(?:\s+of)?\s*",
    re.I,
)


def _made_up(sentence: Sentence) -> Iterator[Finding]:
    """Forms like "42 people, comprising 20 men and 23 women": the parts follow a word that says they are all."""
    match = _COMPRISING.search(sentence.text)
    if match is None or _OPEN.search(sentence.text[match.start() :]):
        return
    figures = [n for n in sentence.numbers if n.exempt is None]
    before = [n for n in figures if n.end <= match.start()]
    after = [n for n in figures if n.start >= match.end()]
    if not before or len(after) < 2 or after[0].start > match.end() + 3:
        return
    total, found = before[-1], sum((n.value for n in after), Decimal(0))
    if total.unit not in _COUNTED or any(n.unit is not total.unit or n.value > total.value for n in after):
        return
    partial = match[0].strip(" ,").lower() in ("of which", "of whom")
    if not _same(total, found, after) and not (partial and found < total.value):
        near = abs(found - total.value) <= total.value / 5
        yield _finding(0.65 if near else 0.4, sentence.text, sentence, total, after, found)


_EQUATION = re.compile(
    r"(?<![\w.,+=£%*/^-])(£?\d[\d,]*(?:\.\d+)?(?:\s*\+\s*£?\d[\d,]*(?:\.\d+)?)+)\s*=\s*(£?\d[\d,]*(?:\.\d+)?)(?![\d.]*\d|\s*[+*/×x%-])"
)


def _equation(sentence: Sentence) -> Iterator[Finding]:
    """Forms like "15 + 25 = 41", as written."""
    for match in _EQUATION.finditer(sentence.text) if "=" in sentence.text else ():
        parts = [Decimal(re.sub(r"[£,\s]", "", part)) for part in match[1].split("+")]
        total, found = Decimal(re.sub(r"[£,]", "", match[2])), sum(parts, Decimal(0))
        if total != found:
            why = f"{match[1].strip()} is {shown(found, 2)}, not {match[2]}"
            yield Finding(CODE, 0.85, sentence.text, sentence.place, match[2], shown(found, 2), why)


_REMAINING = re.compile(r"\b(?:remaining|the rest|the remainder)\b", re.I)


def _percentages(sentence: Sentence) -> Iterator[Finding]:
    """Forms like "72% …, 20% … and the remaining 18% …": all that there is, so 100%."""
    remaining = _REMAINING.search(sentence.text)
    parts = [n for n in sentence.numbers if n.unit is NumberUnit.PERCENT]
    if (
        remaining is None
        or len(parts) < 2
        or not 0 < parts[-1].start - remaining.end() < 12
        or parts[0].start > 60
    ):
        return
    found = sum((part.value for part in parts), Decimal(0))
    exact = all(part.bound is Exactness.EXACT for part in parts) and len(parts) == len(
        [n for n in sentence.numbers if not n.exempt]
    )
    if exact and abs(found - 100) > sum((part.half for part in parts), Decimal(0)):
        added = " + ".join(part.text for part in parts)
        yield Finding(
            CODE,
            0.7,
            sentence.text,
            sentence.place,
            "100%",
            f"{shown(found, 2)}%",
            f"{added} is {shown(found, 2)}%, not 100%",
        )
