"""An existing document as the rules see it: its lines, and the sentences and tables they make."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from plangen.checks.claims.chart_labels import chart_labels
from plangen.checks.claims.claim import Claim, Source
from plangen.checks.claims.of_cells import claims_of_table
from plangen.checks.claims.of_sentences import claims_of_sentence
from plangen.checks.finding import DocumentPlace
from plangen.checks.tables import ReadTable, tables_of
from plangen.checks.text import Sentence, TextLine, sentences_of

__all__ = ["Writing"]


class Writing(Struct, frozen=True, dict=True):
    """A text in reading order. `given_tables` are those the reader of the file already knew to be tables."""

    name: str
    lines: tuple[TextLine, ...]
    given_tables: tuple[ReadTable, ...] = ()

    @classmethod
    def of(cls, text: str, name: str = "") -> Writing:
        """A plain text, its lines counted from 1."""
        return cls(name, tuple(TextLine(line, DocumentPlace(n)) for n, line in enumerate(text.splitlines(), 1)))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The running text, in order."""
        return sentences_of(self.lines)

    @cached_property
    def tables(self) -> tuple[ReadTable, ...]:
        """Every table, those found in the lines after those the reader knew."""
        return self.given_tables + tables_of(self.lines)

    @cached_property
    def passages(self) -> tuple[tuple[str, DocumentPlace], ...]:
        """Sentences and rows of tables as text, each with its place."""
        rows = ((row.text, row.place) for table in self.tables for row in table.rows)
        return (*((sentence.text, sentence.place) for sentence in self.sentences), *rows)

    @cached_property
    def charts(self) -> tuple[ReadTable, ...]:
        """The labels of every chart whose names and values stand in the text."""
        return tuple(chart_labels(self.lines))

    @cached_property
    def tabled(self) -> tuple[Claim, ...]:
        """What cells and chart labels claim."""
        cells = (claim for number, table in enumerate(self.tables) for claim in claims_of_table(table, number))
        labels = (
            claim
            for number, chart in enumerate(self.charts, len(self.tables))
            for claim in claims_of_table(chart, number, Source.LABEL)
        )
        return (*cells, *labels)

    @cached_property
    def said(self) -> tuple[Claim, ...]:
        """What sentences claim."""
        return tuple(claim for sentence in self.sentences for claim in claims_of_sentence(sentence))
