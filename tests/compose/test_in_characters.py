"""Every word that readers see is in the characters of the language, and no name is touched."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace
from render.layout_samples import body, document, section

from plangen.compose import compose
from plangen.compose.characters import in_characters
from plangen.document.blocks import Attachment, Figure, Paragraph, Relationship
from plangen.document.charts import Bar, BarChart
from plangen.document.dump import dump
from plangen.document.inlines import Link, NoteMark, Provenance, Strong, Text, Value
from plangen.language.english import ENGLISH
from plangen.model.edition import EditionKind, EditionName
from plangen.sources.workspace import read_workspace

ROOT = Path(__file__).parents[2]


def line_of(*inlines):
    made = in_characters(document(section("A", Paragraph(inlines))), ENGLISH.characters)
    return made.sections[0].blocks[0].content


def test_a_mark_after_emphasis_or_a_figure_closes():
    source = Provenance("a - b", "26 - 20", ("content/data/2011-12.csv:4",))
    assert line_of(
        Strong((Text("The officers"),)), Text("' view of "), Value("9%", source), Text('\'s "rise"')
    ) == (
        Strong((Text("The officers"),)),
        Text("’ view of "),
        Value("9%", source),
        Text("’s “rise”"),
    )


def test_addresses_notes_and_code_stay_as_they_are():
    inlines = (
        Link("https://example.org/it's/2011-12", (Text("the city's page"),)),
        NoteMark("a-1-2", "1"),
        Text("\"'5-6'\"", exact=True),
    )
    assert line_of(*inlines) == (
        replace(inlines[0], children=(Text("the city’s page"),)),
        *inlines[1:],
    )


def test_headings_alt_texts_and_labels_of_charts_are_words_and_files_are_not():
    chart = Figure("a_1-2", BarChart((Bar("King's Lynn", 1.0, "1"),)), "Bar of the city's 5-10 wards")
    file = Attachment("it's-2011-12.csv", "text/csv", "The plan's data", Relationship.DATA, b"it's,5-10")
    made = in_characters(
        document(section("What's new", body("x"), chart), attachments=(file,), header="The city's plan 2011-12"),
        ENGLISH.characters,
    )
    assert made.header == "The city’s plan 2011–12"
    assert made.sections[0].heading == (Text("What’s new"),)
    assert made.sections[0].id == "What's new"
    figure = made.sections[0].blocks[1]
    assert (figure.id, figure.alt) == ("a_1-2", "Bar of the city’s 5–10 wards")
    assert figure.art.bars[0].label == "King’s Lynn"
    assert made.attachments == (file,)
    assert made.metadata.edition == document().metadata.edition


@pytest.mark.parametrize("kind", EditionKind)
def test_no_edition_has_a_straight_quotation_mark_or_a_hyphen_between_years(kind):
    workspace = read_workspace(ROOT)
    editions = workspace.plans if kind is EditionKind.PLAN else workspace.packs
    for edition in editions:
        made = compose(workspace, EditionName.of(kind, edition)).document
        said = dump(replace(made, attachments=()))
        words = re.sub(r" = [^}]*", "", said)  # the source of a figure, which nobody reads as words
        assert "’" in words
        assert re.findall(r".*\w'.*|.*'\w.*", words) == []
        assert re.findall(r".*\b20\d\d-\d\d\b.*", words.partition("\n")[2]) == []
