"""Abbreviations that readers are not told the meaning of (PG884)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from plangen.checks.editions.passages import Passage
from plangen.checks.editions.remarks import Remark, about_words
from plangen.checks.editions.sentences import Said
from plangen.diagnostics import codes
from plangen.model.figures import Term

__all__ = ["abbreviations"]

_SHORT = re.compile(r"(?<![\w.])[A-Z]{2,}[0-9]*(?![\w]|\.[A-Z])")
_ROMAN = re.compile(r"[IVX]+")
_WORD = re.compile(r"\w+")


def abbreviations(passages: Sequence[Passage], glossary: Mapping[str, Term]) -> Iterator[Remark]:
    """Each abbreviation once: the glossary lacks it, or the edition nowhere says what it stands for."""
    explained = {word for term in glossary for word in _WORD.findall(term)}
    everything = "\n".join(passage.text for passage in passages).casefold()
    seen: set[str] = set()
    for passage in passages:
        for match in _SHORT.finditer("" if passage.text.isupper() else passage.text):
            short = match[0]
            if short in seen or _ROMAN.fullmatch(short) or not passage.literal(match.start(), match.end()):
                continue
            seen.add(short)
            if short not in explained:
                message = f'"{short}" is not in the glossary'
                hint = "add it to content/glossary.yaml with what it stands for (expansion)"
            elif (entry := glossary.get(short)) and entry.expansion.casefold() not in everything:
                message = f'nothing says what "{short}" stands for'
                hint = f"write it out where it is first used: {entry.expansion} ({short})"
            else:
                continue
            said = Said(passage, passage.text, 0)
            yield about_words(codes.UNEXPLAINED_ABBREVIATION, said, match.start(), match.end(), message, hint)
