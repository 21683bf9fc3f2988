"""What is kept of a Word document prints the same words in the same order."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from intake.commentary.word_files import BULLET, NESTED, NUMBER, heading, paragraph, run, table, word_file
from intake.pack_workspace import PACK, pack_workspace

from plangen.intake.commentary.markdown import as_markdown
from plangen.intake.commentary.word_reader import read_document
from plangen.model.edition import EditionKind, EditionName
from plangen.model.prose import (
    Emphasis,
    Foreign,
    Phrase,
    Prose,
    ProseLink,
    ProseList,
    ProseParagraph,
    ProseTable,
    Words,
)
from plangen.pipeline.build import BuildOptions, Format, build
from plangen.sources.markdown import parse_markdown
from plangen.sources.places import Origin

TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Co")), min_size=1, max_size=30
) | (st.text("ab *_[](){}<>#`\\!|&;:.-+~=^$\"'1234)\t", min_size=1, max_size=24))
LOOKS = st.sampled_from(["", "<w:b/>", "<w:i/>", "<w:b/><w:i/>"])
RUNS = st.lists(st.builds(run, TEXT, LOOKS), min_size=1, max_size=4)
PARAGRAPHS = st.builds(
    lambda runs, properties: paragraph(*runs, properties=properties),
    RUNS,
    st.sampled_from(["", "", BULLET, NESTED, NUMBER]),
)


def letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalpha())


def shown(prose: Prose) -> str:
    """The words of a text, in order."""

    def of(phrases: tuple[Phrase, ...]) -> str:
        found = ""
        for phrase in phrases:
            match phrase:
                case Words(text):
                    found += text
                case Emphasis(children) | Foreign(_, children) | ProseLink(_, children, _):
                    found += of(children)
                case _:
                    pytest.fail(f"{phrase} was made of plain words")
        return found

    found = ""
    waiting = list(prose.blocks)
    while waiting:
        match waiting.pop(0):
            case ProseParagraph(content):
                found += of(content)
            case ProseList(items):
                waiting = [block for item in items for block in item.blocks] + waiting
            case ProseTable(header, rows):
                found += "".join(of(cell) for row in (header, *rows) for cell in row)
            case other:
                pytest.fail(f"{other} was made of plain words")
    return found


def read_back(*blocks: str) -> tuple[str, str]:
    document = read_document(word_file(*blocks))
    written = as_markdown(document.blocks, document.notes).markdown
    prose, faults = parse_markdown(written, Origin("1.2a.md"), chapter=False)
    assert not [fault for fault in faults if fault.code not in ("PG464",)], (written, faults)
    words = "".join(block.text for block in document.blocks)
    return letters(shown(prose)), letters(words.replace("\u2026", "..."))


@given(st.lists(PARAGRAPHS, min_size=1, max_size=6))
@settings(max_examples=60)
def test_any_words_are_printed_as_they_stand(blocks: list[str]) -> None:
    printed, written = read_back(*blocks)
    assert printed == written


@pytest.mark.long
@given(st.lists(PARAGRAPHS, min_size=1, max_size=12))
@settings(max_examples=3000)
def test_many_words_are_printed_as_they_stand(blocks: list[str]) -> None:
    printed, written = read_back(*blocks)
    assert printed == written


def test_imported_and_built(tmp_path: Path) -> None:
    from click.testing import CliRunner

    from plangen.cli import main

    root = pack_workspace(tmp_path / "workspace")
    blocks = [
        paragraph(run("Zebra “alpha” "), run("bravo", "<w:b/>"), run(" * charlie_delta {{ echo }} <foxtrot>")),
        paragraph("golf hotel", properties=BULLET),
        paragraph("india", properties=NESTED),
        table([["Juliet", "Kilo"], ["lima", "12"]]),
        paragraph("# mike 1. november & oscar"),
    ]
    (tmp_path / "a.docx").write_bytes(word_file(heading("1.2a"), *blocks))
    done = CliRunner().invoke(main, ["-C", str(root), "import", str(tmp_path / "a.docx"), "--pack", PACK])
    assert done.exit_code == 0, done.output
    built = build(root, EditionName.of(EditionKind.PACK, PACK), BuildOptions(format=Format.NATIVE)).data.decode()
    expected = [
        *("zebra", "alpha", "bravo", "charlie_delta", "echo", "foxtrot", "golf", "hotel", "india"),
        *("juliet", "kilo", "lima", "mike", "november", "oscar"),
    ]
    places = [built.lower().find(word, built.lower().index("zebra")) for word in expected]
    assert places == sorted(places)
    assert min(places) > 0
    assert "{{ echo }}" in built
