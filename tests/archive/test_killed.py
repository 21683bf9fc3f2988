"""A writer that is killed at any of its system calls loses nothing, claims nothing, and hinders nobody."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from archive.editions import EDITION, PROOF, assert_recovers, contents, copied, files_of, snapshot
from archive.scenes import LIVING, SCENES, begun
from archive.traced import Point, points, run

from plangen.archive import Archive
from plangen.archive.staging import staging_area


def survives(base: Path, place: Path, action: str, versions: int, point: Point) -> None:
    root = copied(base, place)
    said = run(root, action, versions + 1, f"{point.name}:signal=SIGKILL:when={point.turn}")
    kept = contents(root) if root.exists() else []
    assert kept in ([files_of(number) for number in range(1, count + 1)] for count in (versions, versions + 1))
    if said == "stored" and action == "add":
        assert len(kept) == versions + 1
    if kept:
        assert Archive.open(root).verify().sound
    if (staging_area(root) / LIVING).exists():
        (staging_area(root) / LIVING).rmdir()
    assert_recovers(root, len(kept))
    shutil.rmtree(place)


def killed_at(scene: str, folder: Path, step: int) -> int:
    """Kill the writer at every `step`-th point; how many that were."""
    prepare, action = SCENES[scene]
    base = folder / "base" / "archive"
    base.parent.mkdir()
    versions = prepare(base)
    chosen = points(copied(base, folder / "count"), action, versions + 1, folder / "log")[::step]
    for index, point in enumerate(chosen):
        survives(base, folder / f"{index}", action, versions, point)
    return len(chosen)


@pytest.mark.parametrize("scene", SCENES)
def test_killed_at_some_system_calls(scene: str, tmp_path: Path) -> None:
    assert killed_at(scene, tmp_path, step=6) >= 5


@pytest.mark.long
@pytest.mark.parametrize("scene", SCENES)
def test_killed_at_every_system_call(scene: str, tmp_path: Path) -> None:
    assert killed_at(scene, tmp_path, step=1) >= 20


@pytest.mark.parametrize("step", [9, pytest.param(1, marks=pytest.mark.long)])
def test_a_signature_is_there_whole_or_not_at_all(step: int, tmp_path: Path) -> None:
    """Killed while it is put in place: what was archived is as it was, and the next one finds its place."""
    base = tmp_path / "base" / "archive"
    base.parent.mkdir()
    versions = begun(base)
    chosen = points(copied(base, tmp_path / "count"), "prove", versions, tmp_path / "log")[::step]
    for index, point in enumerate(chosen):
        root = copied(base, tmp_path / f"{index}")
        said = run(root, "prove", versions, f"{point.name}:signal=SIGKILL:when={point.turn}")
        archive = Archive.open(root)
        there = [one.data for one in archive.proofs(EDITION, 1)]
        assert there in ([], [PROOF])
        assert there or said != "stored"
        assert archive.verify().findings == ()
        archive.add_proof(EDITION, 1, "inventory.tsr", PROOF)
        assert len(archive.proofs(EDITION, 1)) == len(there) + 1
        assert not staging_area(root).exists()
        objects = {name: data for name, data in snapshot(root).items() if not name.startswith("extensions")}
        assert objects == {
            name: data for name, data in snapshot(base).items() if not name.startswith("extensions")
        }
    assert len(chosen) >= 5
