"""Every directive and kind of chart that sources let through is one that compose can make."""

from __future__ import annotations

from plangen.compose.directives.charts import KINDS
from plangen.compose.directives.makers import MAKERS
from plangen.compose.words import note_label
from plangen.document.inlines import Note, Text
from plangen.sources.directive_forms import CHART_KINDS, FORMS


def test_every_directive_has_a_maker():
    assert set(MAKERS) == set(FORMS)


def test_every_kind_of_chart_has_a_maker():
    assert set(KINDS) == set(CHART_KINDS)


def test_rows_with_the_same_note_share_it():
    notes: list[Note] = []
    said = ["Whole year.", "A new indicator.", "Whole year.", "Half a year."]
    labels = [note_label(notes, f"row_{at}", (Text(words),)) for at, words in enumerate(said)]
    assert labels == ["1", "2", "1", "3"]
    assert [(note.id, note.label) for note in notes] == [("row_0", "1"), ("row_1", "2"), ("row_3", "3")]
