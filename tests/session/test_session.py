"""A session says what an edit changed, survives content that is broken, and builds one thing at a time."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread

import pytest
from session.stale import PACK, differences, opened, small_pack

from plangen.kept import KeptResults
from plangen.pipeline.build import BuildOptions, build
from plangen.pipeline.session import Session, Update

COMMENTARY = "content/packs/2016-17-q2/commentary/1.2.md"
DATA = "content/data/pack.csv"


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """An open session of the small pack, up to date."""
    session = opened(small_pack(tmp_path), PACK)
    session.update()
    return session


def rewrite(session: Session, name: str, old: str, new: str) -> Update:
    """Replace words of a file and tell the session."""
    path = session.root / name
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    return session.update([name])


def test_the_first_update_has_every_page_and_finding(tmp_path):
    session = opened(small_pack(tmp_path), PACK)
    assert (session.pages, session.digest, session.findings) == ((), "", ())
    update = session.update()
    assert update.good
    assert update.pages == tuple(range(1, update.count + 1))
    assert [found.code for found in update.appeared] == ["PG321"]
    assert differences(session, update.good) == []


def test_a_sentence_changes_its_page_and_the_one_with_the_digest(session):
    before = session.pages
    update = rewrite(session, COMMENTARY, "Patrols went on.", "Patrols went on at night.")
    changed = [number for number in update.pages if b"at night" in session.page(number)]
    assert len(changed) == 1
    assert set(update.pages) == {*changed, update.count}
    assert update.digest[:12].encode() in session.page(update.count)  # it takes two lines
    assert [n for n, (a, b) in enumerate(zip(before, session.pages, strict=True), 1) if a != b] == [*update.pages]


def test_nothing_changed_is_no_page(session):
    update = session.update()
    assert (update.pages, update.appeared, update.gone) == ((), (), ())


def test_a_row_that_moves_down_changes_the_digest_alone(session):
    update = rewrite(session, DATA, "\nindicator_1,", "\n\nindicator_1,")
    assert update.pages == (update.count,)
    assert differences(session, update.good) == []


def test_broken_content_keeps_the_pages_and_says_so(session):
    before = session.pages, session.digest
    broken = rewrite(session, COMMENTARY, "Patrols", "{{ nothing }} patrols")
    assert not broken.good
    assert [found.code for found in broken.appeared] == ["PG410"]
    assert (session.pages, session.digest, broken.pages) == (*before, ())
    mended = rewrite(session, COMMENTARY, "{{ nothing }} patrols", "Patrols")
    assert mended.good
    assert (session.pages, session.digest, mended.pages) == (*before, ())
    assert [found.code for found in mended.gone] == ["PG410"]


def test_a_finding_that_moves_is_neither_new_nor_gone(session):
    first = rewrite(session, COMMENTARY, "Patrols", "{{ nothing }}\n\nPatrols")
    second = rewrite(session, COMMENTARY, "{{ nothing }}", "\n\n{{ nothing }}")
    assert [found.code for found in first.appeared] == ["PG410"]
    assert (second.appeared, second.gone) == ((), ())
    assert second.findings != first.findings


def test_files_that_come_and_go_are_found_without_being_named(session):
    path = session.root / "content/packs/2016-17-q2/commentary/1.5.md"
    path.write_bytes((session.root / COMMENTARY).read_bytes())
    added = session.update([])
    assert [found.code for found in added.gone] == ["PG321"]
    assert added.pages
    path.unlink()
    removed = session.update([])
    assert [found.code for found in removed.appeared] == ["PG321"]
    assert differences(session, removed.good) == []


def test_a_folder_stands_for_all_in_it(session):
    path = session.root / COMMENTARY
    path.write_text(path.read_text("utf-8") + "\nAnd more.\n", "utf-8")
    assert session.update(["content/packs"]).pages
    assert differences(session, good=True) == []


def test_the_pdf_is_that_of_a_fresh_build(session):
    rewrite(session, COMMENTARY, "Patrols went on.", "Patrols went on at night.")
    assert session.pdf() == build(session.root, PACK, BuildOptions()).data


class _Slow(KeptResults):
    """Ends no build before it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.started, self.go, self.builds = Event(), Event(), 0

    def settle(self, good: bool) -> None:
        self.builds += 1
        self.started.set()
        self.go.wait(60)
        super().settle(good)


def test_edits_that_wait_for_a_build_are_built_as_one(tmp_path):
    kept = _Slow()
    session = opened(small_pack(tmp_path), PACK, kept)
    found: dict[str, Update] = {}

    def update(name: str, *changed: str) -> Thread:
        thread = Thread(target=lambda: found.update({name: session.update(changed)}))
        thread.start()
        return thread

    threads = [update("first")]
    kept.started.wait(60)
    path = tmp_path / COMMENTARY
    for words in ("one", "two", "three"):
        path.write_text(path.read_text("utf-8") + f"\nAnd {words}.\n", "utf-8")
        threads.append(update(words, COMMENTARY))
    while session._asked < 4:  # all have told what they have to tell
        pass
    kept.go.set()
    for thread in threads:
        thread.join(60)
    assert kept.builds == 2
    assert found["one"] is found["two"] is found["three"]
    assert found["first"] is not found["one"]
    assert differences(session, good=True) == []


def test_what_is_kept_does_not_grow(session):
    sizes = []
    for time in range(60):
        rewrite(session, COMMENTARY, "Patrols", f"{time} patrols" if time % 7 else "{{ nothing }} patrols")
        rewrite(session, COMMENTARY, f"{time} patrols" if time % 7 else "{{ nothing }} patrols", "Patrols")
        sizes.append(len(session._kept))
    assert max(sizes) <= 2 * sizes[0] + 200  # 120 builds leave some 15 results each
