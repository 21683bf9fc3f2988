"""Origins beside the tree: they change with the files, and neither the tree nor a page does."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import openpyxl
import pytest
from render.layout_samples import body, words
from render.layout_samples import document as sample

from plangen.compose import Composition, Trace, compose
from plangen.diagnostics import Location
from plangen.document.blocks import Document, Figure, Paragraph, Section
from plangen.document.inlines import Value, plain
from plangen.document.nodes import nodes, read_path, written_path
from plangen.document.origins import NodeOrigin, OriginKind, Origins, Stretch
from plangen.document.theme import Theme
from plangen.kept import KeptResults
from plangen.model.edition import EditionName
from plangen.pipeline.illustrate import illustrate
from plangen.pipeline.locate import locate
from plangen.render.svg import SvgPages, render_svg
from plangen.sources.workspace import read_workspace

ROOT = Path(__file__).parents[2]
PLAN, PACK = EditionName("plan", "2011-12"), EditionName("pack", "2016-17-q2")
NARRATIVE = "content/plans/2011-12/narrative"


def composed(root: Path, name: EditionName = PLAN) -> tuple[Composition, Origins]:
    trace = Trace()
    return compose(read_workspace(root, (name.id,)), name, trace=trace), trace.origins


@pytest.fixture(scope="module")
def plan() -> tuple[Document, Origins]:
    made, origins = composed(ROOT)
    return made.document, origins


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A copy of the workspace, to be changed."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copytree(ROOT / "assets", tmp_path / "assets")
    return tmp_path


@pytest.mark.parametrize("name", [PLAN, PACK], ids=str)
def test_a_document_is_the_same_with_a_trace_and_without(name: EditionName) -> None:
    workspace = read_workspace(ROOT, (name.id,))
    trace = Trace()
    assert compose(workspace, name, trace=trace) == compose(workspace, name)
    assert len(trace.origins) > 500


def line_of(file: str, text: str) -> int:
    lines = (ROOT / file).read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if text in line)


def test_a_paragraph_has_its_lines(plan: tuple[Document, Origins]) -> None:
    document, origins = plan
    for path, node in nodes(document):
        origin = origins.of(path)
        if isinstance(node, Paragraph) and origin and origin.stretch.file == f"{NARRATIVE}/changes.md":
            first = (ROOT / origin.stretch.file).read_text(encoding="utf-8").split("\n")[origin.stretch.line - 1]
            assert origin.kind is OriginKind.WRITTEN
            assert plain(node.content)[:10] in first.replace("**", "").replace("'", "’")


def test_a_figure_knows_its_expression_its_row_and_its_record(plan: tuple[Document, Origins]) -> None:
    document, origins = plan
    for path, node in nodes(document):
        origin = origins.of(path)
        if isinstance(node, Value) and origin and origin.stretch.file.endswith(".md"):
            line = (ROOT / origin.stretch.file).read_text(encoding="utf-8").split("\n")[origin.stretch.line - 1]
            asked = line[origin.stretch.column - 1 :].lstrip("{ ")
            named = origin.record.partition("#")[2] or node.source.key.split(".")[0].split(" ")[0]
            assert asked.startswith(named), (asked, node)
            assert all((ROOT / row.file).is_file() for row in origin.rows)


def test_a_heading_leads_to_its_title_and_back_to_itself_not_to_the_contents() -> None:
    located = locate(ROOT, PLAN)
    line = line_of("content/plans/2011-12/plan.yaml", "You said, we did")
    (heading,) = (
        path for path in located.origins.at("content/plans/2011-12/plan.yaml", line) if path[-2:] == ("heading", 0)
    )
    boxes = located.places.of(heading)
    contents = next(p for p in located.places.placed if p.named and p.path == heading[:-2])
    assert {box.page for box in boxes} == {located.places.of(heading[:-2])[0].page}
    assert contents.box.page not in {box.page for box in boxes}
    assert located.places.at(contents.box.page, contents.box.x + 1, contents.box.y + 1) == heading[:-2]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("content/glossary.yaml", "meaning:"),
        ("content/facts.yaml", "yellow_cards"),
        ("content/targets.yaml", "id: ac11"),
        ("content/indicators.yaml", "name: All crime"),
        ("content/partnership.yaml", "name:"),
        ("content/data/plan-2011-12.csv", "all_crime,Southampton"),
        ("content/plans/2011-12/priorities.yaml", "- action:"),
        ("content/plans/2011-12/we_said_we_did.yaml", "said:"),
        ("content/plans/2011-12/you_said_we_did.yaml", "title:"),
        ("content/plans/2011-12/appendix.yaml", "indicator:"),
        (f"{NARRATIVE}/changes.md", "{{"),
    ],
)
def test_a_line_of_every_kind_of_file_leads_to_the_tree(
    plan: tuple[Document, Origins], file: str, text: str
) -> None:
    document, origins = plan
    there = dict(nodes(document))
    paths = origins.at(file, line_of(file, text))
    assert paths
    for path in paths:
        assert path in there or path[:-1] in there
        origin = origins.of(path)
        assert origin is not None
        assert origin.concerns(file, line_of(file, text))


def test_a_row_of_a_workbook_is_a_row(workspace: Path) -> None:
    data = workspace / "content/data/plan-2011-12.csv"
    book = openpyxl.Workbook()
    book.active.title = "observations"
    with data.open(encoding="utf-8", newline="") as rows:
        for row in csv.reader(rows):
            book.active.append(row)
    book.save(data.with_suffix(".xlsx"))
    data.unlink()
    _, origins = composed(workspace)
    rows = {
        path: origin.rows for path, origin in origins if any(row.file.endswith(".xlsx") for row in origin.rows)
    }
    assert len(rows) > 50
    assert all(path in origins.at(row.file, row.line, about=True) for path, some in rows.items() for row in some)
    assert not any(row.file.endswith(".csv") for _, origin in origins for row in origin.rows)


def moved_down(root: Path, lines: int) -> None:
    """Empty lines at the top of every Markdown file, and comments at the top of the plan's records."""
    for file in (root / NARRATIVE).glob("*.md"):
        file.write_text("\n" * lines + file.read_text(encoding="utf-8"), encoding="utf-8")
    for file in (root / "content/plans/2011-12").glob("*.yaml"):
        file.write_text("# moved\n" * lines + file.read_text(encoding="utf-8"), encoding="utf-8")


def test_lines_that_move_change_origins_and_no_section(workspace: Path) -> None:
    before, origins = composed(workspace)
    moved_down(workspace, 3)
    after, moved = composed(workspace)
    assert after.document.sections[:-1] == before.document.sections[:-1]  # the last one tells the digest
    assert [path for path, _ in moved] == [path for path, _ in origins]
    for (_, old), (_, new) in zip(origins, moved, strict=True):
        down = 3 if old.stretch.file.startswith("content/plans") and old.stretch.line else 0
        assert new.stretch.line == old.stretch.line + down, old


def drawn(document: Document, kept: KeptResults | None = None) -> SvgPages:
    illustrated = illustrate(document, Theme(), None)
    return render_svg(illustrated, Theme(), kept) if kept is not None else render_svg(illustrated, Theme())


def test_what_was_laid_out_before_leads_to_the_new_places(workspace: Path) -> None:
    """Kept sections and pages have the ids of a fresh build, after lines moved and blocks were added."""
    kept = KeptResults()
    drawn(composed(workspace)[0].document, kept)
    kept.settle(good=True)
    moved_down(workspace, 2)
    chapter = workspace / NARRATIVE / "changes.md"
    chapter.write_text("A sentence that comes first.\n\n" + chapter.read_text(encoding="utf-8"), encoding="utf-8")
    document = composed(workspace)[0].document
    again, fresh = drawn(document, kept), drawn(document)
    assert again.files == fresh.files
    assert again.nodes == fresh.nodes


def test_paths_are_text_and_back(plan: tuple[Document, Origins]) -> None:
    document, _ = plan
    for path, _node in nodes(document):
        assert read_path(written_path(path)) == path


def test_the_nearest_origin_around_a_node_counts() -> None:
    chapter = NodeOrigin(OriginKind.ABOUT, Stretch("a.md", 1, 1, 9))
    words = NodeOrigin(OriginKind.WRITTEN, Stretch("a.md", 3, 1, 4), rows=(Location("d.csv", 2),))
    origins = Origins({("sections", 0): chapter, ("sections", 0, "blocks", 1): words})
    assert origins.of(("sections", 0, "blocks", 1, "content", 0)) == words
    assert origins.of(("sections", 0, "blocks", 0)) == chapter
    assert origins.of(("front",)) is None
    assert origins.at("a.md", 4) == (("sections", 0, "blocks", 1),)
    assert origins.at("a.md", 7) == (("sections", 0),)
    assert origins.at("a.md", 4, about=True) == (("sections", 0), ("sections", 0, "blocks", 1))
    assert origins.at("d.csv", 2) == (("sections", 0, "blocks", 1),)
    assert origins.at("b.md", 1) == ()


def test_figures_have_ids_that_no_line_is_in(plan: tuple[Document, Origins]) -> None:
    document, _ = plan
    ids = [node.id for _, node in nodes(document) if isinstance(node, Figure)]
    assert len(ids) == len(set(ids))


def test_a_page_that_is_drawn_alone_goes_on_in_the_middle_of_a_paragraph() -> None:
    """A page before it was kept, so that the words that it begins with are not the first of their paragraph."""

    def made(last: str) -> Document:
        long = body(
            " ".join(f"Sentence {number} of a paragraph that goes over several pages." for number in range(190))
        )
        first = Section("first", words("First"), (long,))
        second = Section("second", words("Second"), (body(last),))
        return sample(Section("both", words("Both"), (first, second), chapter=True))

    kept = KeptResults()
    render_svg(made("One."), Theme(), kept)
    kept.settle(good=True)
    again, fresh = render_svg(made("Another."), Theme(), kept), render_svg(made("Another."), Theme())
    long_path = ("sections", 0, "blocks", 0, "blocks", 0, "content", 0)
    assert [long_path in page.values() for page in fresh.nodes].count(True) >= 3
    assert again.files == fresh.files
    assert again.nodes == fresh.nodes
