"""What an edition took over from the one before: words of its year (PG876), its period as if to come (PG877)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plangen.checks.editions.passages import Passage
from plangen.checks.editions.remarks import Remark, about_record, about_words
from plangen.checks.editions.sentences import Said, sentences_of_passage
from plangen.diagnostics import Location, codes
from plangen.model.period import Period, PeriodKind
from plangen.model.prose import (
    Directive,
    Expression,
    Phrase,
    Prose,
    ProseHeading,
    ProseParagraph,
    ProseTable,
    Words,
)
from plangen.model.workspace import Pack, Plan
from plangen.sources.prose_walk import blocks_in, inner_phrases

__all__ = ["period_before_as_coming", "stale_words"]

_DATED = re.compile(
    r"\d|\b(?:last|this|next|previous) (?:year|quarter|month)\b|\btargets? (?:is|are|of|for|to)\b", re.I
)
"""Words that are true of one year alone: any figure or date, "last year", a target."""

_INTENT = re.compile(
    r"\b(?:will|shall|aims?|targets?|plans? (?:to|for)|priorit(?:y|ies)|intends?|going to)\b", re.I
)
_LOOKS_BACK = re.compile(
    r"\b(?:was|were|had|did|been|has|have|fell|rose|met|missed|said|made|went|grew|set out|since|than|compared|"
    r"from|last|before|ago|back|review|results?|outturn|published|printed|achieved|improved|worsened|changed|happened|"
    r"ended|reported|recorded)\b",
    re.I,
)
_TO_DO = "TODO"
_QUOTED = 70


def stale_words(edition: Plan | Pack, before: Plan | Pack | None) -> Iterator[Remark]:
    """Paragraphs, headings, cells and fields of one year that the edition before has word for word (PG876)."""
    if before is None:
        return
    known = {text for prose in before.prose.values() for text, _, _ in _pieces(prose)}
    for prose in edition.prose.values():
        for text, dated, place in _pieces(prose):
            if dated and text in known and not text.startswith(_TO_DO):
                quote = text if len(text) <= _QUOTED else f"{text[:_QUOTED].rpartition(' ')[0]} …"
                message = f"the same words stand in {before.id}: {quote}"
                hint = "say what is true now, or accept the finding if the words still are"
                yield about_record(codes.STALE_WORDS, message, hint, text, place)


def _pieces(prose: Prose) -> Iterator[tuple[str, bool, Location]]:
    """Each paragraph, heading and row: its words as written, whether they hold for one year, and its place."""
    for block in blocks_in(prose.blocks):
        match block:
            case ProseParagraph(content, location) | ProseHeading(_, content, location):
                yield (*_words(content), location)
            case ProseTable(header, rows, _, location):
                for row in (header, *rows):
                    yield (*_words(tuple(phrase for cell in row for phrase in cell)), location)
            case Directive():
                for words in (block.words, *(words for _, words in block.options_as_words)):
                    yield (*_words(words), block.location)
    for note in prose.notes:
        yield (*_words(note.content), note.location)


def _words(phrases: Sequence[Phrase]) -> tuple[str, bool]:
    parts, dated = [], False
    for phrase in inner_phrases(phrases):
        if isinstance(phrase, Words):
            parts.append(phrase.text)
            dated = dated or bool(_DATED.search(phrase.text))
        elif isinstance(phrase, Expression):
            parts.append(f"{{{{ {phrase.text} }}}}")
            dated = dated or phrase.root == "targets"
    return "".join(parts), dated


def period_before_as_coming(
    edition: Plan | Pack, before: Plan | Pack | None, passages: Sequence[Passage]
) -> Iterator[Remark]:
    """Titles, headings and sentences of intent that name the period of the edition before (PG877)."""
    if before is None:
        return
    old, new = before.record.period, edition.record.period
    named = _named(old)
    hint = f"write {new}, or say that it is past"
    for title, place in _titles(edition):
        if named.search(title) and not _LOOKS_BACK.search(title):
            message = f'"{title}" names {old}, which is over'
            yield about_record(codes.PERIOD_BEFORE_AS_COMING, message, hint, title, place)
    for passage in passages:
        for said in sentences_of_passage(passage):
            found = named.search(said.text)
            if found and said.literal(found.start(), found.end()) and _means_to(said):
                message = f"{found[0]} is over, and the words speak of it as coming"
                yield about_words(codes.PERIOD_BEFORE_AS_COMING, said, found.start(), found.end(), message, hint)


def _means_to(said: Said) -> bool:
    intends = said.passage.heading or said.passage.hoped or _INTENT.search(said.text)
    return bool(intends) and not _LOOKS_BACK.search(said.text)


def _named(period: Period) -> re.Pattern[str]:
    """How a year or quarter is written in words: 2025/26, 2025-26, 2025 to 2026; Q2 2016/17, 2016/17 Q2."""
    first = period.text[:4]
    second = period.text[5:7]
    year = rf"{first}\s?(?:/|-|–|to)\s?(?:{int(first) // 100})?{second}"
    if period.kind is not PeriodKind.QUARTER:
        return re.compile(rf"\b{year}\b(?!,? Q[1-4])")
    quarter = rf"(?:Q|quarter ){period.text[-1]}"
    return re.compile(rf"\b{year},? {quarter}\b|\b{quarter},?(?: of)? {year}\b", re.I)


def _titles(edition: Plan | Pack) -> Iterator[tuple[str, Location]]:
    """Plain titles of the edition's own file, and of the priorities."""
    record = edition.record
    if isinstance(edition, Pack):
        yield record.title, _place(edition, "pack.yaml#title")
        for number, priority in enumerate(edition.record.priorities):
            yield priority.title, _place(edition, f"pack.yaml#priorities.{number}.title")
        return
    yield record.title, _place(edition, "plan.yaml#title")
    yield edition.record.subject, _place(edition, "plan.yaml#subject")
    for number, part in enumerate(edition.record.parts):
        yield part.title, _place(edition, f"plan.yaml#parts.{number}.title")
        for place, chapter in enumerate(part.chapters):
            yield chapter.title, _place(edition, f"plan.yaml#parts.{number}.chapters.{place}.title")
    for number, of_year in enumerate(edition.priorities.priorities if edition.priorities else ()):
        yield of_year.title, _place(edition, f"priorities.yaml#priorities.{number}.title")


def _place(edition: Plan | Pack, key: str) -> Location:
    return edition.places.get(key, Location(key))
