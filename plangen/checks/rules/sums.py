"""PG811: parts that do not add up to the total stated before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from plangen.checks.arithmetic import shown
from plangen.checks.finding import Finding
from plangen.checks.numbers import Bound, Number, NumberUnit
from plangen.checks.text import Sentence
from plangen.checks.writing import Writing

__all__ = ["sums"]

CODE = "PG811"
_OPEN = re.compile(
    r"\b(?:includ(?:e|es|ed|ing)|for example|such as|among(?:st)?|e\.g|some of|main|key|most|at least|up to|largest|top)\b",
    re.I,
)
_LEADS = re.compile(r"(?:[:;–—-]|\bas follows\W*|\bof (?:these|which|whom|those)\W*|\bwere\W*)$", re.I)
_OF_THESE = re.compile(r"\bof\s+(?:these|which|whom|those|the)\b[^.]*$", re.I)
_TOTAL = re.compile(
    r"\b(?:total(?:\s+(?:of|budget|funding|number)){0,2}(?:\s+(?:of|is|was))?|sum of|altogether|overall|all)\s*$",
    re.I,
)
_STATUS = r"green|amber|red|blue|grey|complete|completed|achieved|met|missed|on track|off track|on target|delayed|overdue|not started|partially met|not met|not achieved|partly achieved"
_COUNTED = re.compile(rf"\b(?:{_STATUS})\b", re.I)
_LIGHTS = re.compile(r"\b(?:green|amber|red)\b", re.I)


def sums(writing: Writing) -> Iterator[Finding]:
    """Lists and sentences whose parts give another sum than their stated total."""
    yield from _lists(writing.sentences)
    for sentence in writing.sentences:
        yield from _lights(sentence)
        yield from _made_up(sentence)
        yield from _equation(sentence)
    yield from _labelled(writing.sentences)


def _lists(sentences: Sequence[Sentence]) -> Iterator[Finding]:
    """A sentence that ends by announcing a list, and items that each begin with a figure."""
    for position, lead in enumerate(sentences[:-1]):
        if not _LEADS.search(lead.text) or _OPEN.search(lead.text):
            continue
        items = _items(sentences[position + 1 :])
        firsts = [_first(item) for item in items]
        parts = [part for part in firsts if part is not None]
        previous = sentences[position - 1] if position else None
        total = _total_of(lead, parts) or (
            _total_of(previous, parts) if previous and previous.paragraph == lead.paragraph else None
        )
        if total is None or len(parts) != len(items) or len(parts) < 2:
            continue
        yield from _judged(lead, total, parts, items)


def _items(after: Sequence[Sentence]) -> list[Sentence]:
    """The opening sentences of the list that follows at once."""
    found: list[Sentence] = []
    paragraph = None
    for sentence in after[:60]:
        if sentence.bullet:
            found.append(sentence)
        elif paragraph != sentence.paragraph:
            break
        paragraph = sentence.paragraph
    return found


_ITEM = re.compile(r"^\W*(?:[a-z]{1,12}\s*[:–-]\s*)?$", re.I)


def _first(item: Sentence) -> Number | None:
    """The figure an item begins with: "21 were green", "£15K to …", "Green: 21"."""
    for number in item.numbers:
        if number.exempt is None and number.unit in (NumberUnit.PLAIN, NumberUnit.POUNDS):
            opening = item.text[: number.start]
            return number if _ITEM.match(opening) or not re.search(r"\w", opening) else None
    return None


def _total_of(lead: Sentence | None, parts: Sequence[Number]) -> Number | None:
    """The figure the parts make up: after "a total of", or before "of these"."""
    if lead is None or not parts:
        return None
    same = [
        n
        for n in lead.numbers
        if n.exempt is None and n.unit is parts[0].unit and n.unit in (NumberUnit.PLAIN, NumberUnit.POUNDS)
    ]
    if not same or any(part.unit is not parts[0].unit for part in parts):
        return None
    for number in same:
        if _TOTAL.search(lead.text[: number.start]) or re.search(
            r"\bof (?:these|those|the)\s+$", lead.text[: number.start], re.I
        ):
            return number
    ranked = [n for n in same if n.total is not None]
    if _OF_THESE.search(lead.text):
        return ranked[0] if ranked else same[-1] if len(same) == 1 else None
    return None


def _judged(
    lead: Sentence, total: Number, parts: Sequence[Number], items: Sequence[Sentence]
) -> Iterator[Finding]:
    found = sum((part.value for part in parts), Decimal(0))
    if _same(total, found, parts):
        return
    lights = sum(bool(_COUNTED.search(item.text)) for item in items) == len(items)
    confidence = 0.9 if lights or total.unit is NumberUnit.POUNDS else 0.75 if len(parts) > 2 else 0.6
    if found < total.value / 2 or found > 2 * total.value:
        confidence -= 0.3
    quote = " ".join((lead.text, *(item.text for item in items)))
    yield _finding(confidence, quote, lead, total, parts, found)


def _finding(
    confidence: float, quote: str, where: Sentence, total: Number, parts: Sequence[Number], found: Decimal
) -> Finding:
    pounds = "£" if total.unit is NumberUnit.POUNDS else ""
    added = " + ".join(pounds + shown(part.value, 2) for part in parts)
    recomputed = pounds + shown(found, 2)
    return Finding(
        CODE, confidence, quote, where.place, total.text, recomputed, f"{added} is {recomputed}, not {total.text}"
    )


def _same(total: Number, found: Decimal, parts: Sequence[Number]) -> bool:
    """Equal, or equal as far as the total is rounded more than its parts are."""
    if total.bound is not Bound.EXACT or any(part.bound is not Bound.EXACT for part in parts):
        return abs(found - total.value) <= total.value / 4
    finest = min(part.half for part in parts)
    slack = total.half if total.half > finest else Decimal(0)
    if total.value != int(total.value) or any(part.value != int(part.value) for part in parts):
        slack = max(slack, finest * (len(parts) + 1)) if total.half >= finest else slack
    return abs(found - total.value) <= slack


_PAIR = re.compile(
    rf"(?P<count>\d+|[a-z]+(?:-[a-z]+)?)\s+(?:(?:were|are|was|is|rated|as|at|assessed|being|actions?|indicators?|measures?|targets?)\s+)*(?P<light>green|amber|red)\b"
    r"|\b(?P<light2>green|amber|red)\s*[:=–-]?\s*(?P<count2>\d+)\b",
    re.I,
)
_WHOLE = re.compile(
    r"\b(?:of\s+(?:the\s+|these\s+|those\s+|our\s+|all\s+)?|total\s+of\s+|all\s+|the\s+|^\W*)(?P<whole>\d+)\s+(?!per|%)(?:[a-z]+\s+){0,3}?"
    r"(?:indicators?|actions?|measures?|targets?|milestones?|objectives?|KPIs?|PIs?|projects?|risks?|of)\b|\bof\s+these\s+(?P<these>\d+)\b",
    re.I,
)


def _lights(sentence: Sentence) -> Iterator[Finding]:
    """ "Of the 29 indicators, 21 were green, 4 amber and 3 red": green, amber and red must all be there."""
    counts: dict[str, Decimal] = {}
    for match in _PAIR.finditer(sentence.text):
        word = match["count"] or match["count2"]
        value = Decimal(word) if word.isdigit() else _spelled(sentence, match.start())
        if value is not None:
            counts.setdefault((match["light"] or match["light2"]).lower(), value)
    whole = _WHOLE.search(sentence.text)
    if whole is None or len(counts) < 3:
        return
    total, found = Decimal(whole["whole"] or whole["these"]), sum(counts.values(), Decimal(0))
    rest = re.search(
        r"\b(?:grey|blue|not (?:yet )?(?:rated|reported|available|measured)|no data|remaining|N/A)\b",
        sentence.text,
        re.I,
    )
    if found != total and not (rest and found < total) and total not in counts.values():
        added = " + ".join(f"{value} {light}" for light, value in counts.items())
        yield Finding(
            CODE, 0.85, sentence.text, sentence.place, str(total), str(found), f"{added} is {found}, not {total}"
        )


def _spelled(sentence: Sentence, start: int) -> Decimal | None:
    return next((n.value for n in sentence.numbers if n.spelled and n.start == start), None)


_COMPRISING = re.compile(
    r"(?:,?\s*(?:comprising|consisting of|made up of|split between|broken down as|of which|of whom)|:)(?:\s+of)?\s*",
    re.I,
)


def _made_up(sentence: Sentence) -> Iterator[Finding]:
    """ "42 people, comprising 20 men and 23 women": every part is named after a word that says they are all."""
    match = _COMPRISING.search(sentence.text)
    if match is None or match[0].strip() == ":" or _OPEN.search(sentence.text[match.start() :]):
        return
    numbers = [n for n in sentence.numbers if n.exempt is None and n.unit in (NumberUnit.PLAIN, NumberUnit.POUNDS)]
    before = [n for n in numbers if n.end <= match.start()]
    after = [n for n in numbers if n.start >= match.end()]
    if (
        not before
        or len(after) < 2
        or after[0].start > match.end() + 3
        or len(numbers) != len(sentence_figures(sentence))
    ):
        return
    total, found = before[-1], sum((n.value for n in after), Decimal(0))
    if any(n.unit is not total.unit or n.value > total.value for n in after) or _same(total, found, after):
        return
    partial = match[0].strip(" ,").lower() in ("of which", "of whom")
    if partial and found < total.value:
        return
    yield _finding(
        0.65 if abs(found - total.value) <= total.value / 5 else 0.4, sentence.text, sentence, total, after, found
    )


def sentence_figures(sentence: Sentence) -> list[Number]:
    """The figures of a sentence that are measurements."""
    return [n for n in sentence.numbers if n.exempt is None]


_EQUATION = re.compile(
    r"(?<![\d.,+=£%-])(£?\d[\d,]*(?:\.\d+)?(?:\s*\+\s*£?\d[\d,]*(?:\.\d+)?)+)\s*=\s*(£?\d[\d,]*(?:\.\d+)?)(?![\d.]*\d|\s*[+*/×x%-])"
)


def _equation(sentence: Sentence) -> Iterator[Finding]:
    """ "15 + 25 = 41", as written."""
    for match in _EQUATION.finditer(sentence.text):
        parts = [Decimal(re.sub(r"[£,\s]", "", part)) for part in match[1].split("+")]
        total, found = Decimal(re.sub(r"[£,]", "", match[2])), sum(parts, Decimal(0))
        if total != found:
            yield Finding(
                CODE,
                0.85,
                sentence.text,
                sentence.place,
                match[2],
                shown(found, 2),
                f"{match[1].strip()} is {shown(found, 2)}, not {match[2]}",
            )


_LABEL = re.compile(r"\b(?P<label>green|amber|red)\s*[:(]?\s*(?P<count>\d+)\b", re.I)


def _labelled(sentences: Sequence[Sentence]) -> Iterator[Finding]:
    """ "Amber 7, Green 30", then a list headed "Amber:" whose items each begin with a count."""
    stated: dict[str, tuple[Decimal, Sentence]] = {}
    for position, sentence in enumerate(sentences):
        if len(sentence.text) < 80:
            for match in _LABEL.finditer(sentence.text):
                stated[match["label"].lower()] = (Decimal(match["count"]), sentence)
        label = sentence.text.strip(" :").lower()
        if label not in stated:
            continue
        items = _items(sentences[position + 1 :])
        parts = [part for part in map(_first, items) if part is not None]
        total, where = stated.pop(label)
        found = sum((part.value for part in parts), Decimal(0))
        if len(parts) == len(items) >= 2 and found != total:
            added = " + ".join(shown(part.value) for part in parts)
            quote = " ".join((where.text, *(item.text for item in items)))
            yield Finding(
                CODE, 0.75, quote, where.place, str(total), str(found), f"{label}: {added} is {found}, not {total}"
            )
