"""Random damage to any file of an archive is found and named, and what it did not touch is still called good."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from archive.editions import add, filled, snapshot

from plangen.archive import verify_archive
from plangen.archive.names import folder_of

EDITIONS = ("plan-2011-12", "pack-2016-17-q2")
KINDS = ("flip", "truncate", "append", "zero", "delete", "swap", "extra")


def damage(root: Path, kind: str, chance: Random) -> dict[Path, bytes | None]:
    """Damage one file (two for a swap); the files concerned, with what they held, None for nothing."""
    files = sorted(path for path in root.rglob("*") if path.is_file())
    fit = [path for path in files if path.stat().st_size or kind in ("append", "delete", "extra")]
    path = chance.choice(fit)
    held = path.read_bytes()
    if kind == "extra":
        path = path.with_name(chance.choice(["Thumbs.db", "x", "v4", "inventory.json.bak", "2=b"]))
        path.write_bytes(b"extra")
        return {path: None}
    if kind == "swap":
        other = chance.choice([one for one in fit if one.read_bytes() != held])
        there = other.read_bytes()
        path.write_bytes(there)
        other.write_bytes(held)
        return {path: held, other: there}
    if kind == "delete":
        path.unlink()
    else:
        path.write_bytes(altered(held, kind, chance))
    return {path: held}


def altered(held: bytes, kind: str, chance: Random) -> bytes:
    """Other bytes than `held`."""
    if kind == "append":
        return held + chance.randbytes(chance.randint(1, 20))
    if kind == "truncate":
        return held[: chance.randrange(len(held))]
    start = chance.randrange(len(held))
    if kind == "flip" or not held[start]:
        return held[:start] + bytes([held[start] ^ 1 << chance.randrange(8)]) + held[start + 1 :]
    end = chance.randint(start + 1, len(held))
    return held[:start] + bytes(end - start) + held[end:]


def corrupt(root: Path, trials: int, seed: int) -> None:
    for edition in EDITIONS:
        filled(root, 3, edition)
    whole, chance = snapshot(root), Random(seed)
    sound = verify_archive(root)
    assert sound.findings == ()
    for trial in range(trials):
        kind = KINDS[trial % len(KINDS)]
        touched = damage(root, kind, chance)
        places = {path.relative_to(root).as_posix() for path in touched}
        found = verify_archive(root)
        assert names(places, [finding.location.file for finding in found.findings if finding.location]), (
            kind,
            places,
        )
        untouched = {one for one in sound.good if not any(place.startswith(folder_of(one[0])) for place in places)}
        assert untouched <= set(found.good)
        for path, held in touched.items():
            path.unlink(missing_ok=True)
            if held is not None:
                path.write_bytes(held)
        if trial % 20 == 0:
            assert verify_archive(root) == sound
    assert snapshot(root) == whole


def names(places: set[str], told: list[str]) -> bool:
    """Whether a finding is about one of `places`; a sidecar and its inventory are told together."""
    return bool(
        {place.removesuffix(".sha512") for place in places} & {place.removesuffix(".sha512") for place in told}
    )


def test_some_damage_is_found(tmp_path: Path) -> None:
    corrupt(tmp_path / "archive", 154, seed=4)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(10))
def test_ten_thousand_kinds_of_damage_are_found(seed: int, tmp_path: Path) -> None:
    corrupt(tmp_path / "archive", 1000, seed)


def test_no_false_alarm_as_an_archive_grows(tmp_path: Path) -> None:
    for number in range(1, 13):
        add(tmp_path / "archive", number)
        assert verify_archive(tmp_path / "archive").findings == ()
