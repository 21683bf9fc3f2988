"""What validators do not ask of a PDF and readers need, read back from both finished editions."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from render.tag_tree import tag_tree

from plangen.model.edition import EditionKind, EditionName
from plangen.pipeline.build import BuildOptions, build
from plangen.sources.workspace import read_workspace

ROOT = Path(__file__).parents[2]
EDITIONS = ((EditionKind.PLAN, "2011-12"), (EditionKind.PACK, "2016-17-q2"))


@pytest.fixture(scope="module", params=EDITIONS, ids=lambda edition: edition[1])
def pdf(request) -> bytes:
    return build(ROOT, EditionName.of(*request.param), BuildOptions(final=True)).data


@pytest.fixture(scope="module")
def tags(pdf) -> list[str]:
    return tag_tree(pdf).replace('" "', "").splitlines()


def under(tags: list[str], at: int) -> list[str]:
    """The elements below the one at line `at`."""
    depth = _depth(tags[at])
    end = next((i for i in range(at + 1, len(tags)) if _depth(tags[i]) <= depth), len(tags))
    return tags[at + 1 : end]


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def tables(tags: list[str]) -> list[tuple[str, list[str]]]:
    return [(line.strip(), under(tags, at)) for at, line in enumerate(tags) if line.strip().startswith("Table ")]


def test_every_table_has_a_summary_and_a_caption(tags):
    found = tables(tags)
    assert len(found) >= 4
    for line, inside in found:
        assert " Summary=Columns: " in line
        assert inside[0].strip() == "Caption", line
        assert re.search(r'"\w.+"', inside[1])


def test_no_two_tables_have_one_title(tags):
    titles = Counter(re.search(r'T="(.*?)" Summary', line).group(1) for line, _ in tables(tags))
    assert [title for title, times in titles.items() if times > 1] == []


def test_no_header_cell_is_empty(tags):
    empty = [
        line
        for at, line in enumerate(tags)
        if line.strip().startswith("TH ") and '"' not in line + "".join(under(tags, at))
    ]
    assert empty == []


def test_no_first_column_has_a_gap(tags):
    """A row whose first cell is empty has nothing that a reader could go by."""
    first = [tags[at + 1] for at, line in enumerate(tags) if line.strip() == "TR"]
    assert len(first) > 60
    assert [line for line in first if line.strip() == "TD"] == []


def links(pdf: bytes) -> list[tuple[str, str]]:
    """Of every link that leads out of the document or to a part of it: what it is called, and where it leads."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        found = [annotation for page in opened.pages for annotation in page.get("/Annots", [])]
        assert all(annotation.Subtype == "/Link" for annotation in found)
        return [
            (
                str(annotation.get("/Contents", "")),
                str(annotation.A.URI if "/A" in annotation else annotation.Dest),
            )
            for annotation in found
        ]


def test_every_link_is_named_by_what_it_leads_to(pdf):
    found = links(pdf)
    assert len(found) > 20
    assert [target for words, target in found if not re.search(r"\w", words)] == []
    assert [words for words, _ in found if re.match(r"(https?:|www\.)", words)] == []


def test_the_words_of_a_link_are_not_its_address(tags):
    said = ["".join(re.findall(r'"(.*?)"', line)) for line in tags if line.strip().startswith("Link ")]
    assert len(said) > 15
    assert [words for words in said if re.match(r"(https?:|www\.)", words)] == []


def glossary() -> dict[str, str]:
    terms = read_workspace(ROOT, ("2011-12", "2016-17-q2")).records.glossary
    return {short: term.expansion for short, term in terms.items() if term.expansion}


def test_every_abbreviation_of_the_glossary_is_expanded(pdf):
    """Wherever one is printed as words: the text of drawings is in their alternative text."""
    known = glossary()
    assert len(known) >= 7
    found: list[tuple[str, str]] = []
    for line in tag_tree(pdf).splitlines():
        tag = line.split()[0]
        said = "".join(re.findall(r'"(.*?)"', re.sub(r'\b(?:T|Alt|E|ID|ActualText)=".*?"|Summary=.*', "", line)))
        found += [
            (short, line.strip())
            for short in known
            if tag != "Figure" and re.search(rf"(?<!\w){re.escape(short)}(?!\w)", said)
        ]
    assert len(found) >= 5
    assert [line for short, line in found if f'Span E="{known[short]}"' not in line] == []
