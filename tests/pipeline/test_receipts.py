"""Receipts and anchors: what they say, what they are held against, and which forgeries they find."""

from __future__ import annotations

import itertools
import json
import shutil
from collections import Counter
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from msgspec.structs import replace
from pipeline.archives import PLAN, corrected, publishable
from pipeline.forgeries import EDITIONS, KINDS, forgeries, honest, stored

from plangen import Archive, PlangenError
from plangen.model.edition import ArchiveAnchor, EditionKind, EditionName
from plangen.pipeline.archive.expectations import expectation
from plangen.pipeline.archive.rebuild import rebuild
from plangen.pipeline.archive.receipt import receipt, receipt_page, write_receipt
from plangen.pipeline.archive.tagged_text import passages
from plangen.pipeline.archive.verify import verify
from plangen.pipeline.build import BuildOptions, build
from plangen.pipeline.history.archived_edition import files_of, history
from plangen.pipeline.history.editions import newest_version, readable
from plangen.pipeline.history.place import find_archive
from plangen.pipeline.history.receipt import Receipt, read_receipt, receipt_bytes

NAMES = {name: EditionName.of(EditionKind(name.partition("-")[0]), name.partition("-")[2]) for name in EDITIONS}
LAST = NAMES["plan-2011-12"]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Three versions of each of three editions; not to be changed."""
    return stored(tmp_path_factory.mktemp("archive") / "a", honest())


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with two archived versions; not to be changed."""
    return corrected(publishable(tmp_path_factory.mktemp("two") / "w"))


def written(receipt: Receipt, folder: Path) -> str:
    """What --expect is given."""
    return str(write_receipt(receipt, folder)[0])


def codes(archive: Archive, *given: str, name: EditionName | None = None) -> list[str]:
    return [found.code for found in verify(archive, name, map(expectation, given)).findings]


# Receipts


def test_a_receipt_is_read_back_as_it_was_written(archive, tmp_path):
    made = receipt(archive, LAST, "1.1")
    file, page = write_receipt(made, tmp_path)
    assert read_receipt(file.read_bytes()) == made
    assert (file.name, page.name) == ("plan-2011-12-1.1.receipt.json", "plan-2011-12-1.1.receipt.html")
    assert [one.edition for one in made.archive] == sorted(EDITIONS)
    assert {one.version for one in made.archive} == {"1.2"}


def test_an_archive_meets_every_receipt_that_was_written_for_it(archive, tmp_path):
    for name in EDITIONS:
        for version in ("1.0", "1.1", "1.2"):
            given = written(receipt(archive, NAMES[name], version), tmp_path)
            verified = verify(archive, None, [expectation(given)])
            assert (verified.findings, verified.matches) == ((), (f"{name} {version}",))


def test_an_older_receipt_is_met_after_more_was_added(tmp_path):
    early = written(receipt(stored(tmp_path / "early", honest()[:4]), NAMES[EDITIONS[0]]), tmp_path)
    assert codes(stored(tmp_path / "late", honest()), early) == []


def test_a_version_digest_may_be_typed_in_groups(archive):
    digest = receipt(archive, LAST).inventory_sha512
    typed = " ".join(digest[start : start + 8].upper() for start in range(0, 128, 8))
    assert verify(archive, None, [expectation(typed)]).matches == ("plan-2011-12 1.2",)
    assert codes(archive, "0" * 128) == ["PG757"]


def test_a_digest_that_does_not_cover_the_version_gets_a_plain_no(archive):
    made = receipt(archive, LAST)
    for short in (made.pdf_sha256, made.content_digest, made.inventory_sha512[:127], made.inventory_sha512[:8]):
        with pytest.raises(PlangenError) as caught:
            expectation(short)
        (found,) = caught.value.diagnostics
        assert found.code == "PG760"
        assert found.message == f"this digest has {len(short)} letters and digits; that of a version has 128"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda fields: fields.pop("inventory_sha512"),
        lambda fields: fields.update(inventory_sha512=fields["pdf_sha256"]),
        lambda fields: fields.update(version="../../evil"),
        lambda fields: fields.update(edition="../../evil"),
        lambda fields: fields.update(number=0),
        lambda fields: fields.update(format=2),
        lambda fields: fields.update(newer=1),
        lambda fields: fields.update(archive="all"),
    ],
)
def test_a_file_that_is_not_a_whole_receipt_is_refused(spoil, archive, tmp_path):
    fields = json.loads(receipt_bytes(receipt(archive, LAST)))
    spoil(fields)
    (tmp_path / "r.json").write_text(json.dumps(fields), "utf-8")
    with pytest.raises(PlangenError) as caught:
        expectation(str(tmp_path / "r.json"))
    assert [found.code for found in caught.value.diagnostics] == ["PG760"]


@pytest.mark.parametrize("data", [b"", b"\xff", b"[" * 100_000, b" " * 1_000_001])
def test_a_file_of_another_kind_is_no_receipt(data, tmp_path):
    (tmp_path / "r.json").write_bytes(data)
    for given in (tmp_path / "r.json", tmp_path, tmp_path / "nothing.json"):
        with pytest.raises(PlangenError) as caught:
            expectation(str(given))
        assert [found.code for found in caught.value.diagnostics] == ["PG760"]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"version": "1.0"}, "another version"),
        ({"approved_by": "Somebody Else"}, "another approver"),
        ({"approved_on": date(2011, 1, 1), "pdf_sha256": "0" * 64}, "another day of approval, PDF's digest"),
        ({"content_digest": "0" * 64}, "another content digest"),
    ],
)
def test_a_receipt_that_was_altered_is_told(fields, words, archive, tmp_path):
    made = replace(receipt(archive, LAST), **fields)
    own = replace(made, archive=made.archive[:-1]) if "version" in fields else made
    found = verify(archive, None, [expectation(written(own, tmp_path))]).findings
    assert [one.code for one in found] == ["PG761"]
    assert found[0].message.endswith(words)


def test_with_one_edition_only_that_edition_is_held_against_a_receipt(archive, tmp_path):
    given = written(receipt(archive, NAMES["plan-2010-11"]), tmp_path)
    shorter = stored(tmp_path / "shorter", [one for one in honest() if one.edition != "pack-2010-11-q4"])
    assert codes(archive, given, name=LAST) == []
    assert "PG762" in codes(shorter, given)
    alone = stored(tmp_path / "alone", honest()[:1])
    of_the_first = written(receipt(alone, NAMES["plan-2010-11"]), tmp_path / "first")
    assert codes(archive, of_the_first, name=LAST) == ["PG757"]


def test_a_receipt_is_not_written_over(archive, tmp_path):
    made = receipt(archive, LAST)
    file, page = write_receipt(made, tmp_path)
    with pytest.raises(PlangenError) as caught:
        write_receipt(replace(made, archive=()), tmp_path)
    assert {found.code for found in caught.value.diagnostics} == {"PG752"}
    assert read_receipt(file.read_bytes()) == made
    assert page.read_bytes() == receipt_page(made)


def test_no_receipt_is_given_while_a_version_cannot_be_read(tmp_path):
    archive = stored(tmp_path / "a", honest())
    damaged = tmp_path / "a" / "plangen%3aplan-2010-11" / "v2" / "content" / "record.json"
    damaged.write_bytes(b"{}")
    with pytest.raises(PlangenError) as caught:
        receipt(archive, LAST)
    assert [found.code for found in caught.value.diagnostics] == ["PG711"]


class _Page(HTMLParser):
    """Every tag with its attributes, and the text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_says_all_that_the_file_says_to_screen_readers_too(archive):
    made = replace(receipt(archive, LAST), approved_by="Board <script>alert(1)</script> & Co")
    page = _Page(receipt_page(made).decode("utf-8"))
    assert "script" not in [tag for tag, _ in page.tags]
    assert made.approved_by in page.text
    for digest in (made.pdf_sha256, made.content_digest, *(one.inventory_sha512 for one in made.archive)):
        assert digest in page.text.replace(" ", "")
    assert ("html", {"lang": "en-GB"}) in page.tags
    assert [tag for tag, _ in page.tags if tag in ("h1", "h2", "main", "caption")] == [
        "main",
        "h1",
        "caption",
        "caption",
        "h2",
    ]
    assert all(attributes.get("scope") in ("row", "col") for tag, attributes in page.tags if tag == "th")
    assert not any("src" in attributes or "href" in attributes for _, attributes in page.tags)


# What the records say of one another


@pytest.mark.parametrize(
    ("place", "change", "words"),
    [
        (3, {"version": "1.0"}, "version 1.0 does not come after version 1.0"),
        (3, {"version": "0.9"}, "version 0.9 does not come after version 1.0"),
        (0, {"version": "../../evil"}, "what it has as its version is no version"),
        (0, {"version": "1.0\n"}, "what it has as its version is no version"),
    ],
)
def test_a_version_has_the_form_and_the_order_of_versions(place, change, words, tmp_path):
    additions = honest()
    additions[place] = additions[place]._replace(**change)
    findings = verify(stored(tmp_path / "a", additions)).findings
    assert any(words in found.message for found in findings)
    assert {found.code for found in findings} <= {"PG753", "PG758"}


def test_a_record_of_another_edition_is_found(tmp_path):
    """A whole object under the name of another edition."""
    source = stored(tmp_path / "a", honest())
    other = Archive.create(tmp_path / "b")
    files = source.contents("plan-2010-11", 1)
    created = source.versions("plan-2010-11")[0].created
    other.add("plan-2031-32", files, message="m", user="u", created=created, after=None)
    found = verify(other).findings
    assert {one.code for one in found} == {"PG758"}
    assert found[0].message == "the record is that of another edition, plan-2010-11"


# Anchors


def test_each_version_names_the_one_archived_before_it(archive):
    versions, _ = readable(archive)
    in_order = [kept[number] for number in range(3) for name in EDITIONS for kept in [versions[name]]]
    assert in_order[0].record.anchor is None
    for before, one in itertools.pairwise(in_order):
        named = before.record
        assert one.record.anchor == ArchiveAnchor(named.edition, named.version, before.digest)


def test_what_was_archived_last_is_known_although_it_was_approved_first(tmp_path):
    first, second, *_ = honest()
    archive = stored(tmp_path / "a", [first, second._replace(on=date(1999, 1, 1))])
    newest = newest_version(readable(archive)[0])
    assert newest
    assert newest.edition == second.edition


def test_an_edition_that_was_taken_away_is_missed_by_the_next_one(archive, tmp_path):
    """No receipt is needed: the version archived after it names it."""
    shutil.copytree(archive.root, tmp_path / "a")
    shutil.rmtree(tmp_path / "a" / "plangen%3apack-2010-11-q4")
    findings = verify(Archive.open(tmp_path / "a")).findings
    assert {found.code for found in findings} == {"PG763"}
    assert "version 1.0 of pack-2010-11-q4, which is gone" in findings[0].message


def test_an_archived_pdf_prints_the_anchor_and_rebuilds_with_it(two):
    archive = find_archive(two, None).open()
    first, second = history(archive, PLAN)
    pages = [str(passages(files_of(archive, PLAN, one)["plan-2025-26.pdf"])) for one in (first, second)]
    words = "The archive's newest version before this one was version 1.0 of plan-2025-26."
    curly = words.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")
    assert [curly in page for page in pages] == [False, True]
    assert first.digest in pages[1]
    assert first.record.anchor is None
    assert second.record.anchor
    assert second.record.anchor.inventory == first.digest
    assert rebuild(archive, PLAN, "1.1").identical
    assert rebuild(archive, PLAN, "1.0").identical


def test_drafts_and_final_builds_print_no_anchor_and_the_content_digest_knows_none(two):
    archive = find_archive(two, None).open()
    record = history(archive, PLAN)[1].record
    for final in (False, True):
        built = build(two, PLAN, BuildOptions(final=final))
        assert "newest version before" not in str(passages(built.data))
        assert built.digest == record.content_digest


# Forgeries


@pytest.mark.parametrize("count", [18, pytest.param(100, marks=pytest.mark.long)])
def test_the_newest_receipt_finds_every_forgery(count, archive, tmp_path):
    """Every digest is recomputed, so that the archive by itself looks sound."""
    given = written(receipt(archive, LAST), tmp_path)
    tried, found = Counter[str](), Counter[str]()
    for number, (kind, additions) in enumerate(forgeries(count, 12)):
        forged = stored(tmp_path / str(number), additions)
        assert codes(forged) == []
        tried[kind] += 1
        found[kind] += bool(set(codes(forged, given)) & {"PG761", "PG762"})
    assert (found, set(found)) == (tried, set(KINDS))
