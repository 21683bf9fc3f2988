"""Readability and style, as remarks that are off unless asked for: PG880 to PG882."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plangen.checks.editions.passages import Passage
from plangen.checks.editions.remarks import Remark, about_words
from plangen.checks.editions.sentences import Said, sentences_of_passage
from plangen.diagnostics import codes

__all__ = ["STYLE_CODES", "style_remarks"]

STYLE_CODES = tuple(kind.number for kind in (codes.LONG_SENTENCE, codes.HARD_PARAGRAPH, codes.PLAINER_WORD))
LONGEST = 25
"""Words of a sentence: GOV.UK content design guidance asks to check sentences of more than 25 words."""
GRADE = 12.0
"""The Flesch-Kincaid grade above which a paragraph is remarked on; UK reading age is about the grade plus 5."""
FEWEST = 40
"""Words a paragraph needs for its grade to mean anything."""

_VOWELS = re.compile(r"[aeiouy]+")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_PHRASES = {
    "in order to": "to",
    "utilise": "use",
    "prior to": "before",
    "with regard to": "about",
    "in the event of": "if",
    "a number of": "some, or how many",
    "going forward": "from now on",
    "stakeholders": "who they are",
    "leverage": "use",
    "facilitate": "help",
    "commence": "start",
    "approximately": "about",
}
_STYLE = re.compile(rf"\b(?:{'|'.join(map(re.escape, _PHRASES))})\b", re.IGNORECASE)


def style_remarks(passages: Iterable[Passage]) -> Iterator[Remark]:
    """Long sentences (PG880), paragraphs that are hard to read (PG881), words with plainer ones (PG882)."""
    for passage in passages:
        all_said = tuple(sentences_of_passage(passage))
        for said in all_said:
            words = len(said.text.split())
            if words > LONGEST:
                message = f"the sentence has {words} words"
                yield about_words(codes.LONG_SENTENCE, said, 0, _first(said), message, "make two of it")
            for match in _STYLE.finditer(said.text):
                plainer = _PHRASES[match[0].lower()]
                message = f'"{match[0]}" has a plainer word: {plainer}'
                yield about_words(codes.PLAINER_WORD, said, match.start(), match.end(), message)
        if all_said and (grade := reading_grade(passage.text, len(all_said))) > GRADE:
            message = f"the paragraph has a reading age of about {grade + 5:.0f}"
            hint = "use shorter sentences and shorter words"
            yield about_words(codes.HARD_PARAGRAPH, all_said[0], 0, _first(all_said[0]), message, hint)


def reading_grade(text: str, sentences: int) -> float:
    """The Flesch-Kincaid grade level, 0 for short texts.

    Kincaid et al. 1975: 0.39 words per sentence + 11.8 syllables per word - 15.59; syllables are counted as
    groups of vowels.
    """
    words = _WORD.findall(text)
    if len(words) < FEWEST or not sentences:
        return 0.0
    syllables = sum(_syllables(word.lower()) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    groups = len(_VOWELS.findall(word))
    return max(1, groups - 1 if word.endswith("e") else groups)


def _first(said: Said) -> int:
    return len(said.text.split(" ")[0])
