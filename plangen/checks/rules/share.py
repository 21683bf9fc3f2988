"""PG810: "N out of M (P%)" where N of M is another percentage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from plangen.checks.arithmetic import agrees, range_of, share, shown, shown_percent
from plangen.checks.finding import Finding
from plangen.checks.numbers import Bound, Number, NumberUnit
from plangen.checks.text import Sentence
from plangen.checks.writing import Writing

__all__ = ["shares"]

CODE = "PG810"
_WORDS = r"(?:\s+[a-zA-Z'’-]+){0,%d}"
_LINK = (
    r"[\s,–—-]*(?:\(|or\b|i\.e\.|that is|which is|this is|equal to|equating to|equivalent to|representing|equals"
    r"|giving|making|=|–)\s*(?:a\s+)?(?:(?:[a-z]+\s+){0,2}rate\s+of\s+)?(?:just\s+)?"
    r"(?:about|around|approximately|over|under|nearly|almost|more than|less than)?\s*$"
)
_BETWEEN_OF = re.compile(
    r"^\s*(?:\(?%?\)?\s*)?(?:out\s+of|of|/|in)\s+(?:the\s+|all\s+|our\s+|these\s+|a total of\s+)*$", re.I
)
_TO_PERCENT = re.compile(rf"^{_WORDS % 7}{_LINK}", re.I)
_AFTER = re.compile(r"^\s*(?:\)|,|;|\.(?!\d)|$|who\b|of (?:the|all|those|them|these)\b|have|has|were|was|are\b)")
_LEAD = re.compile(r"\b(?:out of|of)\s+(?:the\s+|all\s+|these\s+|those\s+|a total of\s+)*$", re.I)
_OTHER_WHOLE = re.compile(
    r"^\s*\)?\s*(?:of|increase|decrease|reduction|rise|fall|more|fewer|less|higher|lower|up|down)\b", re.I
)


def shares(writing: Writing) -> Iterator[Finding]:
    """Counts out of a total whose stated percentage they do not give."""
    for position, sentence in enumerate(writing.sentences):
        found = tuple(_in_sentence(sentence))
        yield from found
        if not found and position:
            yield from _over_two(writing.sentences[position - 1], sentence)


def _in_sentence(sentence: Sentence) -> Iterator[Finding]:
    numbers = [n for n in sentence.numbers if n.exempt is None]
    for one, two, three in zip(numbers, numbers[1:], numbers[2:], strict=False):
        reading = _reading(sentence.text, one, two, three)
        if reading:
            yield from _judged(sentence, *reading)


def _reading(text: str, one: Number, two: Number, three: Number) -> tuple[Number, Number, Number, str] | None:
    """Part, whole and percent of three figures in a row, where the words between them say so."""
    first, second = text[one.end : two.start], text[two.end : three.start]
    before, after = text[: one.start], text[three.end :]
    percents = [n.unit is NumberUnit.PERCENT for n in (one, two, three)]
    if percents == [False, False, True] and _counts(one, two):
        if re.fullmatch(r"\s*(?:(?:out\s+)?of|/)\s+(?:(?:the|all|our|these|those)\s+)*|\s?/\s?", first, re.I):
            ok = _TO_PERCENT.match(second) and "." not in second and _closed(second, after)
            return (one, two, three, "of") if ok else None
        if re.fullmatch(r"\s*in\s+(?:every\s+)?", first) and re.fullmatch(r"\s*(?:[a-z]+\s+){0,3}\(\s*", second):
            return (one, two, three, "in") if after.startswith(")") else None
        if (
            _LEAD.search(before)
            and re.fullmatch(r"\s*\(\s*", second)
            and re.fullmatch(r"(?:\s+[a-z'’-]+){0,8},\s*(?:only\s+|just\s+)?", first)
        ):
            return (two, one, three, "of") if after.startswith(")") else None
    if percents == [False, True, False] and _counts(one, three) and re.fullmatch(r"\s*\(\s*", first):
        if re.fullmatch(
            rf"\s*\)(?:\s+[a-z'’-]+){{0,3}}\s+(?:out\s+)?of\s+(?:the\s+|all\s+|our\s+|these\s+|those\s+)*", second
        ):
            return (one, three, two, "of")
    if percents == [True, False, False] and _counts(two, three):
        if re.fullmatch(r"(?:\s+of(?:\s+[a-z'’-]+){1,4})?\s*\(\s*", first) and re.fullmatch(
            r"\s*(?:out\s+of|of|/)\s*(?:the\s+)?", second
        ):
            return (two, three, one, "of") if re.match(r"(?:\s+[a-z'’-]+){0,3}\s*\)", after) else None
    return None


def _counts(part: Number, whole: Number) -> bool:
    plain = all(
        n.unit is NumberUnit.PLAIN and n.value == n.value.to_integral() and not n.signed for n in (part, whole)
    )
    return plain and Decimal(0) <= part.value <= whole.value and whole.value > 1


def _closed(link: str, after: str) -> bool:
    """Whether the percentage stands alone: nothing after it gives it another whole or another meaning."""
    if "(" in link:
        return bool(re.match(r"\s*(?:\)|,\s|;|\s+approx)", after)) or bool(re.match(r"\s*\)", after))
    return not _OTHER_WHOLE.match(after)


def _judged(sentence: Sentence, part: Number, whole: Number, percent: Number, form: str) -> Iterator[Finding]:
    found = share(range_of(part, exact=True), range_of(whole, exact=True))
    if agrees(percent, found):
        return
    gap = abs(found[0] - percent.value)
    loose = part.bound is not Bound.EXACT or whole.bound is not Bound.EXACT or form == "in"
    if loose and gap <= 5:
        return
    confidence = 0.55 if gap < 1 and percent.half == Decimal("0.5") else 0.7 if loose else 0.95
    recomputed = shown_percent(found[0])
    yield Finding(
        CODE,
        confidence,
        sentence.text,
        sentence.place,
        percent.text.strip(),
        recomputed,
        f"{shown(part.value)} of {shown(whole.value)} is {recomputed}, not {percent.text.strip()}",
    )


_RATE = re.compile(
    r"\b(?:giving|gives|making|which is|this is|equating to|a|an)\s+(?:overall\s+)?(?:[a-z]+\s+)?(?:rate|proportion|percentage)\s+of\s+$"
)
_TOTAL = re.compile(r"\ba total of\s+$|\bin total,?\s+$|\ball\s+$", re.I)


def _over_two(before: Sentence, sentence: Sentence) -> Iterator[Finding]:
    """A total in one sentence, its part and "giving a rate of P%" in the next."""
    numbers = [n for n in sentence.numbers if n.exempt is None]
    wholes = [n for n in before.numbers if n.exempt is None and _TOTAL.search(before.text[: n.start])]
    if len(numbers) != 2 or len(wholes) != 1 or numbers[1].unit is not NumberUnit.PERCENT:
        return
    part, percent = numbers
    if not _counts(part, wholes[0]) or not _RATE.search(sentence.text[: percent.start]):
        return
    found = share(range_of(part, exact=True), range_of(wholes[0], exact=True))
    if agrees(percent, (100 - found[0], 100 - found[1])):
        return
    for finding in _judged(sentence, part, wholes[0], percent, "of"):
        yield Finding(
            CODE,
            min(finding.confidence, 0.8),
            f"{before.text} {sentence.text}",
            before.place,
            finding.stated,
            finding.recomputed,
            finding.why,
        )
