"""What a rule of an edition says: a finding about words, at a place in a passage, or about a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from plangen.checks.editions.sentences import Said
from plangen.diagnostics import NOTHING, About, Code, Diagnostic, Location, Remedy, codes, finding

__all__ = ["Remark", "about_record", "about_words", "worst_of_figures"]

_OF_FIGURES = (codes.TYPED_FIGURE, codes.FIGURE_CONTRADICTS, codes.PERCENT_FOR_POINTS)


class Remark(Struct, frozen=True):
    """A finding before its place in the file is known: a rule reads passages and records, not files.

    `quote` is the sentence, or the id of the record, that an acceptance names. `said`, `start` and `end` give the
    words of a sentence; a remark about a record may name the `field` it is about instead, and the `typed` figure.
    """

    finding: Diagnostic
    quote: str
    said: Said | None = None
    start: int = 0
    end: int = 0
    field: str = ""
    typed: str = ""

    def milder(self) -> Remark:
        """The same remark as a warning, where the code's entry calls its case one."""
        return replace(self, finding=self.finding.milder())


def about_words(
    kind: Code,
    said: Said,
    start: int,
    end: int,
    message: str,
    hint: str = "",
    about: About = NOTHING,
    remedies: tuple[Remedy, ...] = (),
) -> Remark:
    """A remark about the words from `start` to `end` of a sentence."""
    found = finding(kind, message, said.passage.location, hint, about, remedies)
    return Remark(found, said.text, said, start, end)


def about_record(
    kind: Code,
    message: str,
    hint: str,
    quote: str,
    location: Location,
    field: str = "",
    about: About = NOTHING,
    remedies: tuple[Remedy, ...] = (),
    typed: str = "",
) -> Remark:
    """A remark about the record `quote` at `location`, about one `field` of it or a figure `typed` into it."""
    return Remark(finding(kind, message, location, hint, about, remedies), quote, field=field, typed=typed)


def worst_of_figures(remarks: Iterable[Remark]) -> Iterator[Remark]:
    """The remarks, each typed figure told by what is wrong with it and not by less.

    That it is typed is not said where its words are wrong; nor is it held against results in a promise, where it
    is another figure than the target's.
    """
    every = tuple(dict.fromkeys(remarks))
    others = [remark for remark in every if remark.finding.kind != codes.TYPED_FIGURE]
    wrong = {(remark.said, remark.start) for remark in others if remark.said}
    promised = {(remark.finding.location, remark.typed) for remark in others if remark.typed}
    for remark in every:
        typed = remark.said.text[remark.start : remark.end] if remark.said else ""
        if remark.finding.kind in _OF_FIGURES and (remark.finding.location, typed) in promised:
            continue
        if remark.finding.kind == codes.TYPED_FIGURE and (remark.said, remark.start) in wrong:
            continue
        yield remark
