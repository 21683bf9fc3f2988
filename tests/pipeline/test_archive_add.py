"""Adding to the archive: what is stored, what the PDF says of itself, and everything that is refused."""

from __future__ import annotations

import hashlib
import io
import itertools
import json
import os
import subprocess
import sys
import threading
import zipfile
from pathlib import Path

import pikepdf
import pytest
from pipeline.archives import BOARD, CHAPTER, DATA, PLAN, append, archived, corrected, publishable, request

from plangen import Archive, PlangenError
from plangen.diagnostics import Location
from plangen.model.edition import EditionKind, EditionName
from plangen.pipeline.archive.add import add
from plangen.pipeline.archive.export import checkout, export
from plangen.pipeline.archive.folder import inside
from plangen.pipeline.archive.inputs import gather
from plangen.pipeline.archive.request import AddRequest, edition_named
from plangen.pipeline.archive.tagged_text import passages
from plangen.pipeline.history.archived_edition import files_of, history, inputs_of
from plangen.pipeline.history.place import find_archive
from plangen.pipeline.history.record import version_order


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return publishable(tmp_path / "w")


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with two archived versions; not to be changed."""
    return corrected(publishable(tmp_path_factory.mktemp("two") / "w"))


def opened(root: Path) -> Archive:
    return find_archive(root, None).open()


def codes(root: Path, **wishes: object) -> set[str]:
    """The codes with which a version is refused; each finding names an option and says what to do."""
    with pytest.raises(PlangenError) as caught:
        archived(root, **wishes)  # type: ignore[arg-type]
    for found in caught.value.diagnostics:
        assert found.hint
        assert found.location
        assert found.location.file.startswith("--")
        assert len(str(found)) < 600
    return {found.code for found in caught.value.diagnostics}


# What is stored


def test_a_file_that_changes_while_it_is_archived_is_told(root):
    """Another program saves the observations over and over; what is gathered is one state of them, or nothing."""
    file = root / DATA
    states = (file.read_bytes(), file.read_bytes() + b"\n")
    done = threading.Event()

    def save() -> None:
        for state in itertools.cycle(states):
            other = root / "saving.tmp"
            other.write_bytes(state)
            other.replace(file)
            if done.wait(0.002):
                return

    writer = threading.Thread(target=save)
    writer.start()
    try:
        for _ in range(50):
            try:
                assert gather(root, PLAN).files[DATA] in states
            except PlangenError as problem:
                (found,) = problem.diagnostics
                break
    finally:
        done.set()
        writer.join()
    assert (found.code, found.location) == ("PG751", Location(DATA))


def test_a_version_holds_all_that_the_edition_was_made_from(two):
    archive = opened(two)
    first, second = history(archive, PLAN)
    assert inputs_of(archive, PLAN, second)[DATA] == (two / DATA).read_bytes()
    files = files_of(archive, PLAN, first)
    assert {name for name in files if not name.startswith("inputs/")} == {
        "plan-2025-26.pdf",
        "results.csv",
        "record.json",
    }
    with pikepdf.open(io.BytesIO(files["plan-2025-26.pdf"])) as pdf:
        assert pdf.attachments["results.csv"].get_file().read_bytes() == files["results.csv"]


def test_the_record_says_what_was_approved_and_what_made_it(two):
    archive = opened(two)
    first, second = history(archive, PLAN)
    files = files_of(archive, PLAN, second)
    record = json.loads(files.pop("record.json"))
    assert record["files"] == {name: hashlib.sha512(data).hexdigest() for name, data in files.items()}
    assert record["pdf_sha256"] == hashlib.sha256(files["plan-2025-26.pdf"]).hexdigest()
    assert (record["version"], record["approved_by"], record["approved_on"]) == ("1.1", BOARD, "2025-05-05")
    assert record["previous"] == {"number": first.number, "inventory": first.digest}
    assert {"plangen", "reportlab", "uharfbuzz", "harfbuzz", "pikepdf", "qpdf", "zlib", "python"} <= set(
        record["made_with"]
    )
    assert "SourceSansPro-Regular.ttf" in record["fonts"]


def test_the_pdf_is_marked_approved_and_carries_its_corrections(two):
    archive = opened(two)
    first, second = history(archive, PLAN)
    said = [passages(files_of(archive, PLAN, one)["plan-2025-26.pdf"]) for one in (first, second)]
    assert f"Version 1.0 was approved by {BOARD} on 1 April 2025." in said[0]
    assert f"Version 1.1 was approved by {BOARD} on 5 May 2025." in said[1]
    assert "Corrections" not in said[0]
    place = said[1].index("Corrections")
    assert said[1][place + 1 : place + 3] == (
        "Version 1.1, 5 May 2025",
        "The number of burglaries was 369, not 396.",
    )
    assert said[1].index("About this document") > place
    assert any(second.record.content_digest in words for words in said[1])


def test_corrections_add_up_newest_first(root):
    corrected(root)
    archived(root, "1.2", "2025-06-01", correction="Approved again.", unchanged=True)
    archive = opened(root)
    last = history(archive, PLAN)[-1]
    said = passages(files_of(archive, PLAN, last)["plan-2025-26.pdf"])
    assert said.index("Approved again.") < said.index("The number of burglaries was 369, not 396.")
    assert [each.version for each in last.record.corrections] == ["1.1", "1.2"]


def test_a_pack_goes_into_the_same_archive(tmp_path):
    from pipeline.pack_workspaces import quarters, row, write_pack

    rows = [row("indicator_1", period, 10 + n) for n, period in enumerate(quarters(6))]
    root = write_pack(tmp_path / "w", rows)
    append(root, "content/partnership.yaml", publication())
    pack = EditionName.of(EditionKind.PACK, "2016-17-q2")
    added = add(root, find_archive(root, None), AddRequest(pack, "1.0", BOARD, "2016-11-01"))
    assert opened(root).objects() == ("pack-2016-17-q2",)
    assert added.version.record.pdf == "pack-2016-17-q2.pdf"


def publication() -> str:
    from pipeline.archives import PUBLICATION

    return PUBLICATION


def test_the_approved_content_is_recognised_in_any_case(root):
    from plangen import BuildOptions, build

    draft = build(root, PLAN, BuildOptions())
    assert archived(root, content=draft.digest.upper()).version.record.content_digest == draft.digest


def test_versions_count_as_numbers():
    texts = ["1.10", "1.9", "2", "1", "1.0.1"]
    assert sorted(texts, key=version_order) == ["1", "1.0.1", "1.9", "1.10", "2"]
    assert version_order("1.0") == version_order("1")


# What is refused

BAD_REQUESTS = [
    ({"version": "1.0; rm"}, "PG741"),
    ({"version": "v1"}, "PG741"),
    ({"version": "../../1"}, "PG741"),
    ({"version": "１.０"}, "PG741"),
    ({"version": "1" * 10_000}, "PG741"),
    ({"approved_by": "Board\nof the town"}, "PG742"),
    ({"approved_by": "<b>Board</b>"}, "PG742"),
    ({"approved_by": "{{ facts.chair }}"}, "PG742"),
    ({"approved_by": " "}, "PG742"),
    ({"approved_by": "Board\u202egnihton"}, "PG742"),
    ({"note": "x" * 1_000_000}, "PG742"),
    ({"note": "bell \x07"}, "PG742"),
    ({"correction": "y" * 601}, "PG742"),
    ({"on": "1 April 2025"}, "PG746"),
    ({"on": "2025-02-30"}, "PG746"),
    ({"on": "0001-01-01"}, "PG746"),
    ({"content": "abc"}, "PG744"),
    ({"content": "0" * 64}, "PG744"),
    ({"correction": "Nothing was there before."}, "PG747"),
    ({"unchanged": True}, "PG748"),
]


@pytest.mark.parametrize(("wishes", "code"), BAD_REQUESTS)
def test_a_bad_request_is_refused_and_nothing_is_stored(root, wishes, code):
    assert codes(root, **wishes) == {code}
    assert not (root / "output").exists()


def test_everything_wrong_is_told_at_once(root):
    assert codes(root, version="one", on="soon", approved_by="<x>", note="\x00") == {"PG741", "PG742", "PG746"}


@pytest.mark.parametrize(
    "edition_id", ["..", "../w", "2011/12", "", "A", "x" * 65, "2011-12\n", "con:", "a--b", "a-"]
)
def test_an_edition_id_that_leads_elsewhere_is_refused(edition_id):
    with pytest.raises(PlangenError) as caught:
        edition_named(EditionKind.PLAN, edition_id)
    assert [found.code for found in caught.value.diagnostics] == ["PG740"]


AFTER_ONE = [
    ({"version": "1.0"}, "PG743"),
    ({"version": "0.9"}, "PG743"),
    ({"version": "1"}, "PG743"),
    ({"on": "2025-03-31"}, "PG745"),
    ({"correction": ""}, "PG747"),
    ({"unchanged": True}, "PG748"),
]


@pytest.mark.parametrize(("wishes", "code"), AFTER_ONE)
def test_a_version_that_cannot_follow_is_refused(root, wishes, code):
    archived(root)
    append(root, CHAPTER, "\nOne more sentence.\n")
    good = {"version": "1.1", "on": "2025-05-05", "correction": "A sentence was missing."}
    assert codes(root, **{**good, **wishes}) == {code}
    assert len(history(opened(root), PLAN)) == 1


def test_unchanged_content_is_refused_unless_told(root):
    archived(root)
    assert codes(root, version="1.1", correction="No reason.") == {"PG748"}
    archived(root, "1.1", correction="The board confirmed it.", unchanged=True)
    assert len(history(opened(root), PLAN)) == 2


def test_content_that_does_not_build_is_not_archived(root):
    append(root, CHAPTER, "\n{{ burglary.chnge }}\n")
    with pytest.raises(PlangenError) as caught:
        archived(root)
    assert "PG411" in {found.code for found in caught.value.diagnostics}
    assert not (root / "output").exists()


def test_an_archive_on_a_missing_path_is_not_made(root, tmp_path):
    with pytest.raises(PlangenError) as caught:
        add(root, find_archive(root, tmp_path / "share" / "archive"), request())
    assert [found.code for found in caught.value.diagnostics] == ["PG749"]
    assert not (tmp_path / "share").exists()


def test_a_folder_that_was_made_for_it_becomes_the_archive(root, tmp_path):
    (tmp_path / "share").mkdir()
    add(root, find_archive(root, tmp_path / "share"), request())
    assert Archive.open(tmp_path / "share").objects() == ("plan-2025-26",)


def test_the_partnership_says_where_the_archive_is(root, tmp_path):
    append(root, "content/partnership.yaml", "archive: ../share\n")
    with pytest.raises(PlangenError) as caught:
        archived(root)
    assert str(caught.value.diagnostics[0].location) == "content/partnership.yaml:archive"
    (tmp_path / "share").mkdir()
    archived(root)
    assert Archive.open(tmp_path / "share").objects() == ("plan-2025-26",)


def test_of_two_officers_at_once_no_acknowledged_version_is_lost(root):
    archived(root)
    append(root, CHAPTER, "\nOne more sentence.\n")
    command = [
        sys.executable,
        "-m",
        "plangen",
        "-C",
        root,
        "archive",
        "add",
        "plan",
        "2025-26",
        "--approved-by",
        "B",
    ]
    command += ["--approved-on", "2025-05-05", "--correction", "A sentence was missing.", "--json"]
    started = [
        subprocess.Popen([*command, "--version", version, *more], stdout=subprocess.PIPE, env=dict(os.environ))
        for version, more in (("1.1", ()), ("1.1", ()))
    ]
    printed = [json.loads(process.communicate()[0]) for process in started]
    receipts = [each for each in printed if isinstance(each, dict)]
    refused = [found["code"] for each in printed if isinstance(each, list) for found in each]
    assert [receipt["version"] for receipt in receipts] == ["1.1"]
    assert "PG743" in refused
    assert [one.record.version for one in history(opened(root), PLAN)] == ["1.0", "1.1"]


# What comes out again


def test_a_checkout_is_a_workspace_that_gives_the_same_digest(two, tmp_path):
    from plangen import BuildOptions, build

    first = checkout(opened(two), PLAN, "1.0", tmp_path / "old")
    assert build(tmp_path / "old", PLAN, BuildOptions()).digest == first.record.content_digest


def test_an_export_is_every_file_of_the_version(two, tmp_path):
    archive = opened(two)
    chosen = export(archive, PLAN, "1.0", tmp_path / "folder")
    files = files_of(archive, PLAN, chosen)
    written = {
        path.relative_to(tmp_path / "folder").as_posix(): path.read_bytes()
        for path in (tmp_path / "folder").rglob("*")
        if path.is_file()
    }
    assert written == files
    for name in ("a.zip", "b.zip"):
        export(archive, PLAN, "1.0", tmp_path / name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as packed:
        assert {name: packed.read(name) for name in packed.namelist()} == files


@pytest.mark.parametrize("target", ["full", "full/file", "full.zip"])
def test_nothing_is_written_over(two, tmp_path, target):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file").write_text("mine", "utf-8")
    (tmp_path / "full.zip").write_text("mine", "utf-8")
    with pytest.raises(PlangenError) as caught:
        export(opened(two), PLAN, None, tmp_path / target)
    assert [found.code for found in caught.value.diagnostics] == ["PG752"]
    assert (tmp_path / "full" / "file").read_text("utf-8") == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["full", "full.zip"]


@pytest.mark.parametrize("name", ["../x", "/x", "a/../../x", "a\\..\\x", "c:x", ""])
def test_a_file_name_that_leads_out_of_its_folder_is_refused(tmp_path, name):
    with pytest.raises(PlangenError) as caught:
        inside(tmp_path, name)
    assert [found.code for found in caught.value.diagnostics] == ["PG759"]


@pytest.mark.parametrize(("wanted", "place"), [("9.9", "VERSION"), ("; rm", "VERSION")])
def test_a_version_that_is_not_there_names_those_that_are(two, tmp_path, wanted, place):
    with pytest.raises(PlangenError) as caught:
        checkout(opened(two), PLAN, wanted, tmp_path / "x")
    (found,) = caught.value.diagnostics
    assert (found.code, str(found.location)) == ("PG750", place)
    assert "1.0, 1.1" in found.hint
