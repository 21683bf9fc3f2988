"""Verification names what is wrong, and what is still good."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from archive.editions import EDITION, filled

from plangen.archive import verify_archive
from plangen.archive.inventory import sha512, sidecar_bytes
from plangen.archive.names import folder_of

FOLDER = folder_of(EDITION)


def write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def swap(one: Path, other: Path) -> None:
    held = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(held)


def link(path: Path) -> None:
    held = path.with_name("held")
    path.rename(path.parents[3] / "held")
    path.symlink_to(path.parents[3] / "held")
    assert not held.exists()


def forge(folder: Path) -> None:
    """Rewrite version 1's history so that its inventory and its sidecar agree with each other."""
    inventory = folder / "v1" / "inventory.json"
    inventory.write_bytes(inventory.read_bytes().replace(b'"Version 1"', b'"Version I"'))
    (folder / "v1" / "inventory.json.sha512").write_bytes(sidecar_bytes(sha512(inventory.read_bytes())))


def exchange(folder: Path) -> None:
    (folder / "v1").rename(folder / "v")
    (folder / "v2").rename(folder / "v1")
    (folder / "v").rename(folder / "v2")


ROOT_CONFIG = "extensions/0003-hash-and-id-n-tuple-storage-layout/config.json"
V1, V2, V3 = (f"{FOLDER}/v{number}" for number in (1, 2, 3))
Damage = Callable[[Path], object]
CASES: dict[str, tuple[Damage, set[tuple[str, str]], tuple[int, ...]]] = {
    "nothing": (lambda root: None, set(), (1, 2, 3)),
    "missing file": (
        lambda root: (root / V1 / "content/plan.pdf").unlink(),
        {("PG730", f"{V1}/content/plan.pdf")},
        (2, 3),
    ),
    "altered file": (
        lambda root: write(root / V2 / "content/plan.pdf", b"x"),
        {("PG731", f"{V2}/content/plan.pdf")},
        (1, 3),
    ),
    "altered link": (
        lambda root: write(root / V2 / "content/previous-inventory.sha512", b"x"),
        {("PG731", f"{V2}/content/previous-inventory.sha512")},
        (1, 3),
    ),
    "extra file": (
        lambda root: write(root / V2 / "content/inputs/x", b""),
        {("PG732", f"{V2}/content/inputs/x")},
        (1, 3),
    ),
    "extra folder": (lambda root: (root / V2 / "x").mkdir(), {("PG732", f"{V2}/x")}, (1, 3)),
    "extra in the object": (lambda root: write(root / FOLDER / "x", b""), {("PG732", f"{FOLDER}/x")}, (1, 2, 3)),
    "extra in the root": (lambda root: write(root / "x", b""), {("PG732", "x")}, (1, 2, 3)),
    "extra extension": (
        lambda root: write(root / "extensions/x/config.json", b""),
        {("PG732", "extensions/x")},
        (1, 2, 3),
    ),
    "swapped files": (
        lambda root: swap(root / V1 / "content/plan.pdf", root / V2 / "content/plan.pdf"),
        {("PG731", f"{V1}/content/plan.pdf"), ("PG731", f"{V2}/content/plan.pdf")},
        (3,),
    ),
    "swapped versions": (
        lambda root: exchange(root / FOLDER),
        {
            ("PG710", f"{V1}/inventory.json"),
            ("PG710", f"{V2}/inventory.json"),
            ("PG731", f"{V1}/content/plan.pdf"),
            ("PG731", f"{V2}/content/plan.pdf"),
            ("PG731", f"{V1}/content/inputs/content/plan.yaml"),
            ("PG731", f"{V2}/content/inputs/content/plan.yaml"),
            ("PG732", f"{V1}/content/previous-inventory.sha512"),
            ("PG730", f"{V2}/content/previous-inventory.sha512"),
        },
        (3,),
    ),
    "symbolic link": (
        lambda root: link(root / V1 / "content/plan.pdf"),
        {("PG737", f"{V1}/content/plan.pdf"), ("PG730", f"{V1}/content/plan.pdf"), ("PG732", "held")},
        (2, 3),
    ),
    "altered inventory": (
        lambda root: write(root / V2 / "inventory.json", b"{}"),
        {("PG710", f"{V2}/inventory.json")},
        (1, 3),
    ),
    "missing inventory": (
        lambda root: (root / V1 / "inventory.json").unlink(),
        {("PG710", f"{V1}/inventory.json"), ("PG730", f"{V1}/inventory.json")},
        (2, 3),
    ),
    "altered newest inventory": (
        lambda root: write(root / V3 / "inventory.json", b"{}"),
        {("PG710", f"{V3}/inventory.json")},
        (1, 2),
    ),
    "altered sidecar": (
        lambda root: write(root / V1 / "inventory.json.sha512", b"x"),
        {("PG710", f"{V1}/inventory.json")},
        (2, 3),
    ),
    "forged version": (lambda root: forge(root / FOLDER), {("PG735", f"{V1}/inventory.json")}, (3,)),
    "altered declaration": (
        lambda root: write(root / FOLDER / "0=ocfl_object_1.1", b"ocfl_object_1.1"),
        {("PG734", f"{FOLDER}/0=ocfl_object_1.1")},
        (1, 2, 3),
    ),
    "missing declaration": (
        lambda root: (root / FOLDER / "0=ocfl_object_1.1").unlink(),
        {("PG734", f"{FOLDER}/0=ocfl_object_1.1")},
        (1, 2, 3),
    ),
    "missing root inventory": (
        lambda root: (root / FOLDER / "inventory.json").unlink(),
        {("PG733", f"{FOLDER}/inventory.json")},
        (1, 2, 3),
    ),
    "altered root sidecar": (
        lambda root: write(root / FOLDER / "inventory.json.sha512", b""),
        {("PG733", f"{FOLDER}/inventory.json")},
        (1, 2, 3),
    ),
    "missing version": (lambda root: shutil.rmtree(root / V2), {("PG738", V2)}, (1, 3)),
    "missing newest version": (lambda root: shutil.rmtree(root / V3), {("PG738", V3)}, (1, 2)),
    "altered layout": (lambda root: write(root / ROOT_CONFIG, b"{}"), {("PG703", ROOT_CONFIG)}, (1, 2, 3)),
    "missing layout": (
        lambda root: (root / "ocfl_layout.json").unlink(),
        {("PG703", "ocfl_layout.json")},
        (1, 2, 3),
    ),
    "missing root declaration": (
        lambda root: (root / "0=ocfl_1.1").unlink(),
        {("PG703", "0=ocfl_1.1")},
        (1, 2, 3),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_damage_is_named(case: str, tmp_path: Path) -> None:
    damage, told, good = CASES[case]
    root = filled(tmp_path / "archive", 3)
    damage(root)
    report = verify_archive(root)
    assert {(finding.code, str(finding.location)) for finding in report.findings} == told
    assert report.good == tuple((EDITION, number) for number in good)
    assert report.sound == (not told)


def test_one_object_is_verified_alone(tmp_path: Path) -> None:
    root = filled(filled(tmp_path / "archive", 2), 2, "pack-2016-17-q2")
    write(root / V1 / "content/plan.pdf", b"x")
    assert verify_archive(root, "pack-2016-17-q2").findings == ()
    assert verify_archive(root, "pack-2016-17-q2").good == (("pack-2016-17-q2", 1), ("pack-2016-17-q2", 2))
    assert verify_archive(root, EDITION).damaged == ((EDITION, 1),)


def test_a_file_where_an_object_belongs(tmp_path: Path) -> None:
    root = filled(tmp_path / "archive", 1)
    write(root / folder_of("plan-2012-13"), b"")
    assert [finding.code for finding in verify_archive(root).findings] == ["PG737"]
