"""PG810: "N out of M (P%)" where N of M is another percentage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import replace

from plangen.checks.arithmetic import agrees, range_of, share, shown, shown_percent
from plangen.checks.finding import Finding
from plangen.checks.numbers import Exactness, TypedNumber
from plangen.checks.template import count, percent, template_of
from plangen.checks.text import Sentence
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["shares"]

CODE = codes.SHARE_OF_COUNTS
_PART, _WHOLE, _PERCENT = count("part"), count("whole"), percent("percent")
_THE = r"(?:(?:the|all|our|these|those|its|a total of)\s+)*"
_OF = rf"\s*(?:\s(?:out\s+)?of\s+{_THE}|/\s*)"
_ABOUT = r"(?:(?:about|around|approximately|approx\.?|over|under|nearly|almost|just|only|more than|less than)\s+)*"
_IS = (
    r"(?:or|i\.e\.,?|that is|which (?:is|was|equates to|represents)|this is|equal to|equating to|equivalent to"
    r"|equals"
    r"|representing|giving|making|=|a(?:n overall)?(?:\s+[a-z]+){0,2}\s+rate\s+of)"
)
_ALONE = (
    r"(?!\s*(?:of (?!the total|them\b|all\b)|increase|decrease|reduction|rise|fall|more|fewer|less|higher"
    r"|lower|up|down)\b)"
)


def _words(most: int) -> str:
    return rf"(?:\s+(?:[A-Za-z'’-]+|<X\d+>)){{0,{most}}}"


_FORMS = tuple(
    (form, re.compile(pattern, re.I))
    for form, pattern in (
        ("of", rf"{_PART}{_OF}{_WHOLE}{_words(7)}\s*\((?:{_IS}\s+)?{_ABOUT}{_PERCENT}(?=\s*[);,]|\s+approx)"),
        ("of", rf"{_PART}{_OF}{_WHOLE}{_words(7)}\s*[,–—-]?\s*{_IS}\s+(?:a\s+)?{_ABOUT}{_PERCENT}{_ALONE}"),
        ("of", rf"{_PART}{_OF}{_WHOLE}{_words(3)}\s*[–—]\s*{_PERCENT}\s*[–—,]"),
        (
            "of",
            rf"\bof\s+{_THE}{_WHOLE}{_words(8)},\s*(?:only\s+|just\s+"
            rf"|some\s+)?{_PART}{_words(3)}\s*\({_ABOUT}{_PERCENT}\)",
        ),
        ("of", rf"\bof\s+{_THE}{_WHOLE}{_words(8)},\s*{_ABOUT}{_PERCENT}{_words(2)}\s*\({_PART}\)"),
        (
            "of",
            rf"{_PART}{_words(2)}\s*\({_PERCENT}\){_words(3)}\s+(?:out\s+)?of\s+{_THE}{_WHOLE}(?!\s*(?:months"
            rf"|years|days|weeks))",
        ),
        ("of", rf"{_PERCENT}(?:\s+of)?{_words(5)}\s*\({_PART}{_OF}{_WHOLE}{_words(3)}\s*\)"),
        (
            "of",
            rf"\b(?:out\s+)?of\s+{_THE}{_WHOLE}{_words(8)},\s*{_PART}{_words(6)},\s*"
            rf"(?:which (?:is|was)|that is|or|{_IS})\s+{_ABOUT}{_PERCENT}",
        ),
        (
            "of",
            rf"{_WHOLE}[^.<;]{{0,80}}(?:<X\d+>[^.<;]{{0,40}})?[;,]?\s+{_PART}\s+of\s+(?:them|these|whom)\s*\({_PERCENT}\)",
        ),
        (
            "rate",
            rf"{_WHOLE}{_words(8)}[,;]?\s+(?:and|of which"
            rf"|with){_words(1)}\s+{_PART}{_words(6)},\s*(?:giving\s+)?a(?:n"
            rf" overall)?(?:\s+[a-z]+){{0,2}}\s+rate\s+of\s+{_PERCENT}",
        ),
        (
            "rate",
            rf"\ba total of\s+{_WHOLE}[^.]{{0,90}}\.\s+[^.<]{{0,40}}{_PART}[^.<]{{0,60}},\s*giving\s+a(?:n"
            rf" overall)?(?:\s+[a-z]+){{0,2}}\s+rate\s+of\s+{_PERCENT}",
        ),
        ("slash", rf"{_PART}\s?/\s?\d+{_words(4)}\s*\({_ABOUT}{_PERCENT}\)"),
        ("in", rf"{_PART}\s+in\s+(?:every\s+)?{_WHOLE}{_words(3)}\s*\({_ABOUT}{_PERCENT}\)"),
    )
)


def shares(writing: Writing) -> Iterator[Finding]:
    """Counts out of a total whose stated percentage they do not give."""
    told: set[tuple[str, str]] = set()
    before: Sentence | None = None
    for sentence in writing.sentences:
        for each in (sentence, _with(before, sentence)):
            for finding in _in_sentence(each) if each else ():
                if (finding.why, finding.stated) not in told:
                    yield finding
                told.add((finding.why, finding.stated))
        before = sentence
        told = told if len(told) < 1000 else set()


def _with(before: Sentence | None, sentence: Sentence) -> Sentence | None:
    """Two sentences as one, where the first gives a total and the second a rate."""
    if before is None or "a total of" not in before.text.lower() or "rate of" not in sentence.text:
        return None
    return Sentence(f"{before.text} {sentence.text}", before.place)


def _in_sentence(sentence: Sentence) -> Iterator[Finding]:
    if "%" not in sentence.text and "cent" not in sentence.text:
        return
    template = template_of(sentence)
    for form, pattern in _FORMS:
        for match in pattern.finditer(template.text):
            part, stated = template.figure(match, "part"), template.figure(match, "percent")
            whole = _below(part) if form == "slash" else template.figure(match, "whole")
            if whole and _counts(part, whole):
                yield from _judged(sentence, part, whole, stated, form)
            elif whole and _impossible(sentence, part, whole):
                yield _more_than_all(sentence, part, whole)


def _below(part: TypedNumber) -> TypedNumber | None:
    """The figure below the stroke of "25/40"."""
    return replace(part, value=part.total, total=None) if part.total is not None else None


def _counts(part: TypedNumber, whole: TypedNumber) -> bool:
    plain = all(n.value == n.value.to_integral() and not n.signed for n in (part, whole))
    return plain and Decimal(0) <= part.value <= whole.value and whole.value > 1


def _impossible(sentence: Sentence, part: TypedNumber, whole: TypedNumber) -> bool:
    """Whether a part is more than its whole, both counts."""
    plain = all(n.value == n.value.to_integral() and not n.signed and not n.spelled for n in (part, whole))
    return plain and part.value > whole.value > 1 and part.end <= whole.start


def _more_than_all(sentence: Sentence, part: TypedNumber, whole: TypedNumber) -> Finding:
    said = f"{part.text.strip()} of {whole.text.strip()}"
    why = f"{part.text.strip()} is more than the {whole.text.strip()} it is a part of"
    return Finding(CODE, 0.8, sentence.text, sentence.place, said, f"at most {whole.text.strip()}", why)


def _judged(
    sentence: Sentence, part: TypedNumber, whole: TypedNumber, stated: TypedNumber, form: str
) -> Iterator[Finding]:
    found = share(range_of(part, exact=True), range_of(whole, exact=True))
    if agrees(stated, found) or (form == "rate" and agrees(stated, (100 - found[0], 100 - found[1]))):
        return
    gap = abs(found[0] - stated.value)
    loose = part.bound is not Exactness.EXACT or whole.bound is not Exactness.EXACT or form == "in"
    if loose and gap <= 5:
        return
    near = 0.55 if gap < 1 and stated.half == Decimal("0.5") else 0.95
    confidence = min(near, 0.7 if loose else 0.8 if form == "rate" else 0.95)
    recomputed, said = shown_percent(found[0]), stated.text.strip()
    yield Finding(
        CODE,
        confidence,
        sentence.text,
        sentence.place,
        said,
        recomputed,
        f"{shown(part.value)} of {shown(whole.value)} is {recomputed}, not {said}",
    )
