"""No word of our own stands outside `language`: both editions in a language that accents every phrase."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
import pytest
from language.pseudo import PSEUDO
from pypdf import PdfReader
from render.tag_tree import tag_tree

from plangen.charts import draw
from plangen.compose import compose
from plangen.document.blocks import Attachment, Document, Figure
from plangen.document.drawing import Drawing
from plangen.language.english import ENGLISH
from plangen.model.edition import EditionName
from plangen.pipeline.illustrate import illustrate
from plangen.render.pdf import render_pdf
from plangen.sources.workspace import read_workspace

ROOT = Path(__file__).parents[2]
EDITIONS = (EditionName("plan", "2011-12"), EditionName("pack", "2016-17-q2"))
KEYS = frozenset(
    ("address", "data", "digest", "edition", "id", "inputs", "key", "language", "note", "ref", "target")
)
"""Fields of the tree that no reader sees, and references, which are the content's own."""

WORD = re.compile(r"[A-Za-z]{2,}")
FIGURE = re.compile(r"\d+(?:[,.]\d+)*")


@pytest.fixture(scope="module", params=EDITIONS, ids=str)
def edition(request) -> tuple[EditionName, Any]:
    return request.param, read_workspace(ROOT, (request.param.id,))


@pytest.fixture(scope="module")
def both(edition) -> tuple[Document, Document]:
    """The edition in English and in the pseudo-language."""
    name, workspace = edition
    english, pseudo = (compose(workspace, name, final=True, language=each).document for each in (ENGLISH, PSEUDO))
    return english, pseudo


@pytest.fixture(scope="module")
def written() -> frozenset[str]:
    """Every piece of text of the content, as officers wrote it."""
    return frozenset(piece for text in _files() for piece in _pieces(text))


def _files() -> Iterator[str]:
    for path in sorted((ROOT / "content").rglob("*")):
        if path.suffix in {".md", ".yaml", ".csv"}:
            yield path.read_text("utf-8")


def _pieces(text: str) -> Iterator[str]:
    """Each paragraph of a file, and its lines cut where a value, a figure, a link or emphasis begins or ends."""
    yield from map(_folded, re.split(r"\n\s*\n", text))
    for line in text.splitlines():
        yield from map(_folded, re.split(r'[:,{}|]\s?|\. |"', line))
        yield from map(_folded, re.split(r"\*\*|\{\{.*?\}\}|\]\(.*?\)|\[|: ", line))


def _folded(text: str) -> str:
    typed = text.replace("\N{EN DASH}", "-")
    plain = re.sub(r"[*_`#>\"'‘’“”]|\{\{.*?\}\}|\[\^\w+\]|\]\([^)]*\)|\[", "", typed)
    return " ".join(plain.split()).strip(" .,;:()-")


def leaves(node: object, path: str = "") -> Iterator[tuple[str, str, str]]:
    """Every string of a tree: where it stands, the field it is in, and itself."""
    match node:
        case str():
            yield path, re.sub(r"\[\d+\]$", "", path).rpartition(".")[2], node
        case tuple() | list():
            for at, inner in enumerate(node):
                yield from leaves(inner, f"{path}[{at}]")
        case Attachment(description=description):
            yield f"{path}.description", "description", description
        case msgspec.Struct():
            for name in node.__struct_fields__:
                yield from leaves(getattr(node, name), f"{path}.{name}")


def nodes(node: object, kind: type) -> Iterator[Any]:
    """Every node of one kind in a tree."""
    if isinstance(node, kind):
        yield node
    match node:
        case tuple() | list():
            for inner in node:
                yield from nodes(inner, kind)
        case msgspec.Struct():
            for name in node.__struct_fields__:
                yield from nodes(getattr(node, name), kind)


def outside_brackets(text: str) -> str:
    """What no phrase of the language has said."""
    depth, kept = 0, []
    for character in text:
        depth += character == "["
        if not depth:
            kept.append(character)
        depth -= character == "]"
    return "".join(kept)


def is_written(text: str, written: frozenset[str]) -> bool:
    """Whether officers wrote every part of `text`: a short one must be a whole piece, a longer one part of one."""
    parts = map(_folded, re.split(r": |  ", text))
    return all(_is_piece(part, written) for part in parts)


def _is_piece(part: str, written: frozenset[str]) -> bool:
    words = WORD.findall(part)
    if not words or part in written:
        return True
    return len(words) > 3 and any(part in piece for piece in written)


def test_every_word_is_of_the_content_or_of_the_language(both, written):
    _, pseudo = both
    ours = [
        (path, text)
        for path, field, text in leaves(pseudo)
        if field not in KEYS and not is_written(outside_brackets(text), written)
    ]
    assert ours == []


def test_charts_draw_no_word_that_their_specification_does_not_have(edition, both):
    _, workspace = edition
    _, pseudo = both
    specs = [figure.art for figure in nodes(pseudo, Figure)]
    for spec in specs:
        given = " ".join(text for _, _, text in leaves(spec))
        drawn = [run.text for run in nodes(draw(spec, workspace.theme), msgspec.Struct) if hasattr(run, "text")]
        parts = [part for text in drawn for part in text.rstrip(" …").split(": ")]
        own = [part for part in parts if WORD.search(part) and part not in given]
        assert own == [], type(spec).__name__
        assert not isinstance(spec, Drawing)


def test_ids_keys_and_figures_are_those_of_the_english_edition(both):
    english, pseudo = (list(leaves(document)) for document in both)
    assert _keys(english) == _keys(pseudo)
    assert _figures(english) == _figures(pseudo)


def _keys(found: list[tuple[str, str, str]]) -> list[tuple[str, str]]:
    return [(path, text) for path, field, text in found if field in KEYS and field != "language"]


def _figures(found: list[tuple[str, str, str]]) -> list[tuple[str, list[str]]]:
    figures = ((path, FIGURE.findall(text)) for path, field, text in found if field not in KEYS)
    return [(path, numbers) for path, numbers in figures if numbers]


def test_no_plain_word_on_the_pages_but_those_of_the_content(edition, both):
    _, workspace = edition
    _, pseudo = both
    data = render_pdf(illustrate(pseudo, workspace.theme, None), workspace.theme).data
    known = {word for text in _files() for word in WORD.findall(text)}
    described = re.findall(r'(?:Alt|E|ActualText)="([^"]*)"', tag_tree(data))
    seen = (page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    read = outside_brackets(" ".join((*seen, *described)))
    assert {word for word in WORD.findall(read) if word not in known} == set()
