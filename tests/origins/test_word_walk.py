"""Every word of both editions, from the page to where it comes from, and back to its place on the page.

The words and their places are those that poppler reads in the PDF; the lines are read from the files themselves.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
from origins.pages import PageWord, own_words, tokens, words_of_pages

from plangen.diagnostics import Location
from plangen.document.blocks import Section
from plangen.document.inlines import NoteMark, Value
from plangen.document.nodes import NodePath, nodes
from plangen.document.origins import NodeOrigin, OriginKind
from plangen.document.tables import Band, ColumnHeader
from plangen.model.edition import EditionName
from plangen.pipeline.build import BuildOptions, build
from plangen.pipeline.locate import Located, locate

ROOT = Path(__file__).parents[2]
EDITIONS = (EditionName("plan", "2011-12"), EditionName("pack", "2016-17-q2"))
NUMBER = re.compile(r"[\W\d_]+(?:st|nd|rd|th)?\W*")


class Walk:
    """One edition: its words as they are printed, and where they lead."""

    def __init__(self, name: EditionName, folder: Path) -> None:
        pdf = folder / "edition.pdf"
        pdf.write_bytes(build(ROOT, name, BuildOptions()).data)
        self.words = [word for word in words_of_pages(pdf) if tokens(word.text)]
        self.located: Located = locate(ROOT, name)
        self.nodes = dict(nodes(self.located.document))
        self.listed = dict(self.located.origins)
        self.names = [placed for placed in self.located.places.placed if placed.named]
        self.counts: Counter[str] = Counter()

    def path(self, word: PageWord) -> NodePath | None:
        return self.located.places.at(word.page, *word.middle)

    def own_path(self, path: NodePath) -> NodePath:
        """The node at or around `path` that has an origin of its own."""
        return next(path[:end] for end in range(len(path), -1, -1) if path[:end] in self.listed)

    def named(self, word: PageWord) -> bool:
        """Whether the word stands in the contents, which name a chapter that stands elsewhere."""
        return any(placed.box.holds(word.page, *word.middle) for placed in self.names)

    def furniture(self) -> set[str]:
        """Words that may stand on a page without being of a node: its head and foot, and repeated heads."""
        document = self.located.document
        said = [document.header, document.footer, document.marking, document.metadata.title]
        for node in self.nodes.values():
            match node:
                case Section(running=running, heading=heading):
                    said += [running, *(getattr(inline, "text", "") for inline in heading)]
                case ColumnHeader(words=words):
                    said.append(words)
                case Band(title=title):
                    said.append(title)
        return tokens(" ".join(said))


@pytest.fixture(scope="module", params=EDITIONS, ids=str)
def walk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Walk:
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler is not installed")
    return Walk(request.param, tmp_path_factory.mktemp("edition"))


LINES: dict[str, list[str]] = {}


def lines(file: str, first: int, last: int) -> str:
    """Lines of a file of the workspace, as they are written."""
    if file not in LINES:
        LINES[file] = (ROOT / file).read_text(encoding="utf-8").split("\n")
    return "\n".join(LINES[file][first - 1 : last] if first else LINES[file])


def said_at(origin: NodeOrigin) -> str:
    return lines(origin.stretch.file, origin.stretch.line, origin.stretch.last)


def near(row: Location) -> str:
    """A row of data; of another file, the value that begins in that line."""
    return lines(row.file, row.line, row.line if row.file.endswith(".csv") else row.line + 14)


def test_every_word_leads_to_its_source(walk: Walk) -> None:
    ours, furniture = own_words(), walk.furniture()
    digest = walk.located.document.metadata.digest
    wrong = []
    for word in walk.words:
        path = walk.path(word)
        if path is None:
            kind = "furniture" if tokens(word.text) <= furniture | ours or NUMBER.fullmatch(word.text) else ""
        else:
            origin = walk.located.origins.of(path)
            assert origin is not None
            kind = _kind(walk, word, path, origin, ours) or ("digest" if word.text.strip(".") in digest else "")
        walk.counts[kind or "wrong"] += 1
        if not kind:
            wrong.append((word.page, word.text, path))
    assert wrong == []
    written = walk.counts["written"]
    assert written > 0.5 * len(walk.words)
    assert walk.counts["furniture"] < 0.12 * len(walk.words)
    assert walk.counts["our number"] < 0.02 * len(walk.words)


def _kind(walk: Walk, word: PageWord, path: NodePath, origin: NodeOrigin, ours: set[str]) -> str:
    """What a word is, found in the files; nothing where it does not stand where it should."""
    wanted = tokens(word.text)
    if isinstance(walk.nodes.get(path), NoteMark):
        return "note mark" if "[^" in said_at(origin) or "note:" in said_at(origin) else ""
    match origin.kind:
        case OriginKind.WRITTEN:
            return "written" if wanted <= tokens(said_at(origin)) else ""
        case OriginKind.COMPUTED:
            return "computed" if _asked_for(walk.nodes.get(path), origin) else ""
        case OriginKind.ABOUT:
            if wanted <= ours:
                return "ours"
            if wanted <= ours | tokens(said_at(origin)) | tokens("\n".join(map(near, origin.rows))):
                return "named by ours"
            return "our number" if NUMBER.fullmatch(word.text) else ""


def _asked_for(node: object, origin: NodeOrigin) -> bool:
    """Whether a figure leads to where it is asked for, and to rows that are there; a count may have none."""
    rows = [near(row) for row in origin.rows]
    if not all(row.strip() for row in rows) or not said_at(origin).strip():
        return False
    if not isinstance(node, Value):
        return bool(rows)
    root, _, rest = node.source.key.partition(".")
    if node.source.key.startswith("count of "):
        return True
    name = rest.partition(".")[0] if root in ("facts", "targets") else root
    name = re.split(r"[\s(\[:]", name)[0]
    return bool(rows) and any(name in text for text in (said_at(origin), *rows))


def test_every_word_is_found_again_from_its_source(walk: Walk) -> None:
    found = {path: word for word in walk.words if (path := walk.path(word)) is not None}
    origins = {walk.own_path(path): walk.located.origins.of(path) for path in found}
    for path, origin in origins.items():
        assert origin is not None
        stretch, about = origin.stretch, origin.kind is OriginKind.ABOUT
        sources = {(stretch.file, max(stretch.line, 1)), (stretch.file, max(stretch.last, 1))}
        sources |= {(row.file, row.line) for row in origin.rows}
        assert all(path in walk.located.origins.at(*source, about=about) for source in sources), path
    places = {path: walk.located.places.of(path) for path in origins}
    for word in walk.words:
        if (path := walk.path(word)) is not None:
            here = any(box.holds(word.page, *word.middle) for box in places[walk.own_path(path)])
            assert here is not walk.named(word), (word, path)


def test_every_figure_of_the_tree_has_a_place_and_rows(walk: Walk) -> None:
    values = {path: node for path, node in walk.nodes.items() if isinstance(node, Value)}
    assert len(values) > 150
    for path, value in values.items():
        origin = walk.located.origins.of(path)
        assert origin is not None
        assert origin.kind is OriginKind.COMPUTED, (path, value.text)
        assert tuple(map(str, origin.rows)) == tuple(
            dict.fromkeys(value.source.inputs)
        ) or value.source.key.startswith("count of ")
        assert walk.located.places.of(path), (path, value.text)


def test_every_row_of_data_that_is_shown_leads_to_a_page(walk: Walk) -> None:
    shown = {row for value in walk.nodes.values() if isinstance(value, Value) for row in value.source.inputs}
    data = [place.rsplit(":", 1) for place in shown if ".csv:" in place]
    assert len(data) > 40
    for file, line in data:
        paths = walk.located.origins.at(file, int(line))
        assert any(walk.located.places.of(path) for path in paths), (file, line)
