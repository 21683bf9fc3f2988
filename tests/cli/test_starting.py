"""`plangen init`: a workspace under a name of one's own, whatever signs it holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.test_commands import plangen

from plangen.sources.workspace import read_workspace


def test_init_ends_with_what_to_do_next(tmp_path: Path) -> None:
    said = plangen("init", tmp_path / "x").stdout.splitlines()
    expected = ("build --all", "import FILE", "docs/year.md")
    assert all(command in line for command, line in zip(expected, said, strict=True))


@pytest.mark.parametrize(
    ("name", "area"),
    [
        ('O\'Brien: "Safer" & Co', "Sutton, Surrey # 1"),
        ("- x", "{{ a }}"),
        ("no", "1.0"),
        ("", "'quoted'"),
        ("[a] {b} *c* | > !", "@ % `d`"),
        ("é" * 120, "Ynys Môn – “x”"),
    ],
)
def test_a_name_and_an_area_of_ones_own_stand_everywhere(name: str, area: str, tmp_path: Path) -> None:
    done = plangen("init", tmp_path / "x", "--name", name, "--area", area)
    assert done.returncode == 0, done.stderr
    records = read_workspace(tmp_path / "x").records
    assert records.partnership.name == (name or f"{area} Community Safety Partnership")
    assert records.partnership.area == area
    assert {row.area for row in records.observations} == {area}
    assert records.partnership.agencies["council"] == f"{area} Council"
    texts = [p.read_text("utf-8") for p in (tmp_path / "x/content").rglob("*") if p.is_file()]
    assert not any("Example Town" in text for text in texts)
    assert plangen("-C", tmp_path / "x", "build", "--all", "--to", "native").returncode == 0
    assert plangen("-C", tmp_path / "x", "check").stderr == ""


@pytest.mark.parametrize("area", ["a\nb", "a\tb", "a\x07", "x" * 121])
def test_what_is_no_name_is_a_usage_error(area: str, tmp_path: Path) -> None:
    assert plangen("init", tmp_path / "x", "--area", area).returncode == 2
    assert not (tmp_path / "x").exists()
