"""Of the slips of the key that can be seen at all, at least 95 in 100 are found, and at the right place."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from checks.edition_mutations import Mutation, mutations

from plangen.diagnostics import Diagnostic
from plangen.pipeline.check import check_editions, editions
from plangen.sources.workspace import read_workspace

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    folder = tmp_path_factory.mktemp("workspace")
    for part in ("content", "assets"):
        shutil.copytree(ROOT / part, folder / part)
    return folder


@pytest.mark.parametrize(("seed", "count"), [(1, 60), pytest.param(2, 500, marks=pytest.mark.long)])
def test_slips_of_the_key_are_found_where_they_are(workspace, seed, count):
    missed, kinds = trial(workspace, mutations(workspace, read_workspace(workspace), seed, count))
    rate = 1 - len(missed) / count
    told = f"seed {seed}: {rate:.1%} of {count} slips found; {dict(kinds)}"
    assert rate >= 0.95, "\n".join((told, *map(str, missed)))


def trial(root: Path, slips: Iterable[Mutation]) -> tuple[list[Mutation], Counter[str]]:
    """The slips that no finding told, and how many there were of each kind."""
    everything = editions(root)
    sound = {
        names: set(check_editions(root, names).findings) for names in (everything, *((n,) for n in everything))
    }
    missed: list[Mutation] = []
    kinds: Counter[str] = Counter()
    for slip in slips:
        file = root / slip.file
        text = file.read_text("utf-8")
        file.write_text(text[: slip.start] + slip.new + text[slip.end :], "utf-8")
        names = tuple(name for name in everything if f"/{name.id}/" in slip.file) or everything
        try:
            found = [
                f for f in check_editions(root, names).findings if f not in sound[names] and f.code != "PG875"
            ]
        finally:
            file.write_text(text, "utf-8")
        kinds[slip.kind] += 1
        if not any(tells(finding, slip, text) for finding in found):
            missed.append(slip)
    return missed, kinds


def tells(finding: Diagnostic, slip: Mutation, text: str) -> bool:
    """Whether a finding points at the line of a slip, or for one of two records names either of them."""
    place = finding.location
    if place is None:
        return False
    if place.file == slip.file and place.line == slip.line(text):
        return True
    return any(name in f"{place.file} {finding.message}" for name in slip.names)
