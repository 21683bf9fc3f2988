"""Archived versions verified, compared and made again."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from msgspec.structs import replace
from pipeline.archives import CHAPTER, PLAN, append, archived, corrected, publishable

from plangen import Archive, PlangenError
from plangen.model.edition import EditionKind, EditionName
from plangen.pipeline.archive.add import add
from plangen.pipeline.archive.diff import TextChange, diff, text_changes
from plangen.pipeline.archive.expectations import Expectation
from plangen.pipeline.archive.pages import PageChange, side_by_side
from plangen.pipeline.archive.rebuild import rebuild, rebuild_findings
from plangen.pipeline.archive.report import report_files
from plangen.pipeline.archive.request import AddRequest
from plangen.pipeline.archive.verify import verify
from plangen.pipeline.history.archived_edition import files_of, history
from plangen.pipeline.history.figures import figure_changes
from plangen.pipeline.history.place import find_archive
from plangen.pipeline.history.record import record_bytes

ROOT = Path(__file__).parents[2]
REAL = [("plan", "2011-12"), ("pack", "2016-17-q2")]
BOARD = "Safe City Partnership Board"

pictures = pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="needs pdftoppm")


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with two archived versions; not to be changed."""
    return corrected(publishable(tmp_path_factory.mktemp("two") / "w"))


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real editions in an archive; the plan twice, the second time with another figure and sentence."""
    root = tmp_path_factory.mktemp("real") / "w"
    for part in ("content", "assets"):
        if (ROOT / part).exists():
            shutil.copytree(ROOT / part, root / part)
    for kind, edition_id in REAL:
        name = EditionName.of(EditionKind(kind), edition_id)
        add(root, find_archive(root, None), AddRequest(name, "1.0", BOARD, "2017-01-31"))
    _swap(root / "content/data/plan-2011-12.csv", "all_crime,Southampton,2010/11 Q1-Q2,-9,", ",-9,", ",-8,")
    chapter = root / "content/plans/2011-12/narrative/setting-the-scene.md"
    _swap(chapter, "Crime in Southampton has fallen", "Crime", "Recorded crime")
    plan = EditionName.of(EditionKind.PLAN, "2011-12")
    request = AddRequest(plan, "1.1", BOARD, "2017-02-28", correction="All crime fell by 8%.")
    add(root, find_archive(root, None), request)
    return root


def _swap(file: Path, line: str, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(line) == 1
    file.write_text(text.replace(line, line.replace(old, new)), "utf-8")


def opened(root: Path) -> Archive:
    return find_archive(root, None).open()


# Diff


def test_figures_come_first_then_targets_and_text(two):
    found = diff(opened(two), PLAN, "1.0", "1.1")
    assert [(f.indicator, f.period, f.old, f.new) for f in found.figures] == [
        ("House burglary", "2024/25", "396", "369"),
    ]
    assert (
        TextChange("There were 396 burglaries in the year.", "There were 369 burglaries in the year.")
        in found.text
    )
    assert TextChange(None, "We were wrong about burglary, and say so.") in found.text


def test_the_real_plan_compared(real):
    """All crime fell by 9% in version 1.0 and by 8% in version 1.1; the target is on course in both."""
    plan = EditionName.of(EditionKind.PLAN, "2011-12")
    found = diff(opened(real), plan, "1.0", "1.1")
    assert [(f.indicator, f.period, f.old, f.new) for f in found.figures] == [
        ("All crime", "2009/10 Q1-Q2 to 2010/11 Q1-Q2", "9% (not tested)", "8% (not tested)"),
    ]
    assert [(f.indicator, f.old, f.new) for f in found.outcomes] == [
        ("All crime", "on course at the half year (-9 percent)", "on course at the half year (-8 percent)"),
    ]
    changed = [change.new for change in found.text if change.old and change.new]
    assert sum("Recorded crime in Southampton has fallen" in words for words in changed) == 1
    assert len(found.text) < 15


@pictures
def test_pages_that_look_different_are_found_and_shown(two):
    found = diff(opened(two), PLAN, "1.0", "1.1")
    assert found.pages
    files = report_files(found)
    page = files.pop("index.html").decode("utf-8")
    assert set(re.findall(r'src="([^"]+)"', page)) == set(files)
    assert all(data.startswith(b"\x89PNG") for data in files.values())
    assert page.index("<h2>Figures") < page.index("<h2>Targets") < page.index("<h2>Text")
    pairs = [(change.old, change.new) for change in found.pages]
    assert (1, 1) not in pairs  # the cover says the same
    assert any(old is None for old, _ in pairs)  # the corrections page


@pictures
def test_a_version_is_like_itself(two):
    found = diff(opened(two), PLAN, "1.0", "1.0")
    assert (found.figures, found.outcomes, found.text, found.pages) == ((), (), (), ())


def test_without_pdftoppm_pages_are_not_compared(two, monkeypatch):
    monkeypatch.setenv("PATH", "")
    found = diff(opened(two), PLAN, "1.0", "1.1")
    assert found.pages is None
    assert found.figures
    assert "install poppler" in report_files(found)["index.html"].decode("utf-8")


def test_words_of_a_report_are_no_markup(two):
    from msgspec.structs import replace

    found = replace(diff(opened(two), PLAN, "1.0", "1.0"), text=(TextChange(None, "<script>x</script>"),))
    page = report_files(found)["index.html"].decode("utf-8")
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_two_figures_that_look_the_same_show_what_they_were_before_rounding():
    row = {"key": "x", "indicator": "x", "period": "2010/11", "base": "", "unit": "count", "outcome": ""}
    old = {"x": {**row, "shown": "12", "value": "12.1"}}
    new = {"x": {**row, "shown": "12", "value": "12.2"}}
    (change,) = figure_changes(old, new, {"x": "Thefts"})
    assert (change.indicator, change.old, change.new) == ("Thefts", "12 (12.1 count)", "12 (12.2 count)")
    (added,) = figure_changes({}, new, {})
    assert (added.old, added.new) == (None, "12")


def test_text_that_moved_is_taken_out_and_put_in():
    assert text_changes(("a", "b", "c"), ("a", "c", "d")) == (TextChange("b", None), TextChange(None, "d"))


def test_a_page_without_its_other_is_shown_beside_a_white_one():
    from PIL import Image

    page = io.BytesIO()
    Image.new("RGB", (20, 30), "#12436D").save(page, "PPM")
    sheet = Image.open(io.BytesIO(side_by_side(PageChange(None, 4, b"", page.getvalue()))))
    assert sheet.size == (52, 30)
    assert (sheet.getpixel((5, 5)), sheet.getpixel((45, 5))) == ((255, 255, 255), (18, 67, 109))


# Rebuild

SURROUNDINGS = [
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "America/St_Johns", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4294967295"},
]


@pytest.mark.parametrize(
    ("kind", "edition_id", "version"), [(*REAL[0], "1.0"), (*REAL[0], "1.1"), (*REAL[1], "1.0")]
)
@pytest.mark.parametrize("surroundings", SURROUNDINGS)
def test_the_real_editions_are_made_again_byte_for_byte(real, tmp_path, kind, edition_id, version, surroundings):
    """From a copy of the archive in another folder, without the workspace."""
    elsewhere = tmp_path / "another folder"
    shutil.copytree(real / "output" / "archive", elsewhere)
    command = [sys.executable, "-m", "plangen", "archive", "rebuild", kind, edition_id, version, "--json"]
    done = subprocess.run(
        [*command, "--archive", elsewhere, "-o", tmp_path / "again.pdf"],
        env={**os.environ, **surroundings},
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    printed = json.loads(done.stdout)
    assert printed["identical"] is True
    assert [each for each in printed["made_with"] if each["what"] != "plangen source"] == []
    assert printed["rebuilt_sha256"] == printed["published_sha256"]
    name = EditionName.of(EditionKind(kind), edition_id)
    stored = next(v for v in history(opened(real), name) if v.record.version == version)
    assert (tmp_path / "again.pdf").read_bytes() == files_of(opened(real), name, stored)[stored.record.pdf]


def _stored_anew(
    two: Path, folder: Path, change: dict[str, object], files: dict[str, bytes] | None = None
) -> Archive:
    """An archive with version 1.0 of `two` as another program, or a forger, would have stored it."""
    old = opened(two)
    first = history(old, PLAN)[0]
    content = {**files_of(old, PLAN, first), **(files or {})}
    record = replace(first.record, **change)
    archive = Archive.create(folder)
    created = old.versions(str(PLAN))[0].created
    stored = {**content, "record.json": record_bytes(record)}
    archive.add(str(PLAN), stored, message="stored", user="somebody", created=created, after=None)
    return archive


def test_other_programs_are_named_and_figures_compared(two, tmp_path):
    made_with = {**history(opened(two), PLAN)[0].record.made_with, "reportlab": "5.0.0"}
    pdf = history(opened(two), PLAN)[1]
    other = files_of(opened(two), PLAN, pdf)["plan-2025-26.pdf"]
    same = _stored_anew(two, tmp_path / "same", {"made_with": made_with, "pdf_sha256": "0" * 64})
    rebuilt = rebuild(same, PLAN)
    assert [name for name, _, _ in rebuilt.made_with] == ["reportlab"]
    assert (rebuilt.identical, rebuilt.figures, rebuilt.text) == (False, (), ())
    assert [found.code for found in rebuild_findings(rebuilt)] == ["PG755"]
    changed = {"made_with": made_with, "pdf_sha256": "0" * 64}
    differing = rebuild(_stored_anew(two, tmp_path / "differing", changed, {"plan-2025-26.pdf": other}), PLAN)
    assert differing.text
    assert [found.code for found in rebuild_findings(differing)] == ["PG756", "PG755"]


def test_the_release_that_made_a_version_is_named(two, tmp_path):
    made_with = {**history(opened(two), PLAN)[0].record.made_with, "plangen": "0.0.9", "plangen source": "0" * 64}
    rebuilt = rebuild(_stored_anew(two, tmp_path / "a", {"made_with": made_with, "pdf_sha256": "0" * 64}), PLAN)
    (found,) = rebuild_findings(rebuilt)
    assert found.code == "PG755"
    assert found.message == f"it was made by plangen 0.0.9, and this is plangen {version('plangen')}."
    assert "install plangen 0.0.9" in found.hint


def test_a_version_of_an_older_release_is_sound_and_rebuild_says_which_made_it(tmp_path):
    """The archive was written by plangen 0.1.0, which knew neither kerning nor HarfBuzz."""
    shutil.copytree(Path(__file__).parent / "data" / "archive-0.1.0", tmp_path / "archive")
    archive = Archive.open(tmp_path / "archive")
    verified = verify(archive)
    assert (verified.findings, verified.sound) == ((), ("plan-2025-26 1.0",))
    rebuilt = rebuild(archive, PLAN)
    assert not rebuilt.identical
    assert rebuilt.figures == ()
    assert ("harfbuzz", "none") in [(what, then) for what, then, _ in rebuilt.made_with]
    said = rebuild_findings(rebuilt)[-1]
    assert said.message.startswith(f"it was made by plangen 0.1.0, and this is plangen {version('plangen')}.")
    assert "plangen source" not in said.message


def test_other_bytes_by_the_same_programs_are_an_error(two, tmp_path):
    rebuilt = rebuild(_stored_anew(two, tmp_path / "a", {"pdf_sha256": "0" * 64}), PLAN)
    assert [found.code for found in rebuild_findings(rebuilt)] == ["PG754"]


# Verify


def test_an_intact_archive_is_sound_and_known_by_its_receipt(two):
    archive = opened(two)
    second = history(archive, PLAN)[1]
    verified = verify(archive, PLAN, [Expectation(second.digest)])
    assert verified.findings == ()
    assert verified.sound == ("plan-2025-26 1.0", "plan-2025-26 1.1")
    assert verified.matches == ("plan-2025-26 1.1",)


def test_a_damaged_version_is_named_and_the_other_still_good(two, tmp_path):
    shutil.copytree(two / "output" / "archive", tmp_path / "a")
    (pdf,) = (tmp_path / "a").glob("*plan-2025-26/v1/content/*.pdf")
    data = bytearray(pdf.read_bytes())
    data[1000] ^= 1
    pdf.write_bytes(data)
    verified = verify(Archive.open(tmp_path / "a"))
    assert verified.sound == ("plan-2025-26 1.1",)
    assert any("v1" in str(found.location) and "plan-2025-26.pdf" in str(found) for found in verified.findings)


def test_a_record_that_tells_of_other_files_is_found(two, tmp_path):
    archive = _stored_anew(two, tmp_path / "a", {"files": {"results.csv": "0" * 128}})
    assert {found.code for found in verify(archive).findings} == {"PG758"}


@pytest.mark.parametrize("digest", ["pdf_sha256", "content_digest"])
def test_a_receipt_of_other_bytes_is_found(two, tmp_path, digest):
    archive = _stored_anew(two, tmp_path / "a", {digest: "0" * 64})
    assert [found.code for found in verify(archive).findings] == ["PG758"]
    assert verify(archive).sound == ()


def test_a_damaged_root_is_verified_all_the_same(two, tmp_path):
    shutil.copytree(two / "output" / "archive", tmp_path / "a")
    (tmp_path / "a" / "0=ocfl_1.1").write_text("something else", "utf-8")
    verified = verify(find_archive(None, tmp_path / "a").open_as_it_is())
    assert verified.findings
    assert verified.sound == ("plan-2025-26 1.0", "plan-2025-26 1.1")


def test_a_broken_chain_is_found(two, tmp_path):
    """Version 1 was replaced with another, well stored; the record of version 2 still knows the first one."""
    old = opened(two)
    second = history(old, PLAN)[1]
    archive = _stored_anew(two, tmp_path / "a", {"note": "forged"})
    created = old.versions(str(PLAN))[1].created
    archive.add(
        str(PLAN), files_of(old, PLAN, second), message="stored", user="somebody", created=created, after=1
    )
    findings = verify(archive).findings
    assert [found.code for found in findings] == ["PG758"]
    assert "chain" in findings[0].message
    assert str(findings[0].location) == "plan-2025-26/v2/record.json"


@pytest.mark.parametrize(
    "data",
    [b"{}", b"", b'{"edition": "\xff"}', b'{"format": 2}', b'{"files": {"a": ' + b"[" * 100_000, b'{"newer": 1}'],
    ids=["no keys", "nothing", "not UTF-8", "a newer format", "deep nesting", "a newer key"],
)
def test_a_record_of_another_kind_is_refused(data, two, tmp_path):
    archive = Archive.create(tmp_path / "a")
    created = opened(two).versions(str(PLAN))[0].created
    archive.add(str(PLAN), {"record.json": data}, message="stored", user="somebody", created=created, after=None)
    with pytest.raises(PlangenError) as caught:
        history(archive, PLAN)
    assert [found.code for found in caught.value.diagnostics] == ["PG753"]
    assert "PG753" in {found.code for found in verify(archive).findings}


def test_a_later_fault_in_the_workspace_keeps_nobody_from_the_archive(tmp_path):
    root = publishable(tmp_path / "w")
    archived(root)
    append(root, CHAPTER, "\n{{ nonsense }}\n")
    append(root, "content/targets.yaml", "\n- {{ not yaml\n")
    assert verify(opened(root)).findings == ()
    assert rebuild(opened(root), PLAN).identical
