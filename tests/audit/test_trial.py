"""Slips of retyping in two packs: most are told, and nothing is told of the packs as they are."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from plangen.checks.audit import audited
from plangen.checks.writing import Writing

TRIAL = Path(__file__).parent / "trial"
SLIPS: list[dict[str, Any]] = yaml.safe_load((TRIAL / "slips.yaml").read_text("utf-8"))


def test_nothing_is_told_of_sound_packs() -> None:
    for path in sorted(TRIAL.glob("*.md")):
        assert [finding.why for finding in audited(Writing.of(path.read_text("utf-8")))] == []


def test_nine_of_ten_slips_are_told_and_of_every_kind_at_least_half() -> None:
    found, every = Counter[str](), Counter[str]()
    for slip in SLIPS:
        text = (TRIAL / slip["document"]).read_text("utf-8")
        assert slip["was"] in text
        findings = audited(Writing.of(text.replace(slip["was"], slip["becomes"], 1)))
        every[slip["kind"]] += 1
        found[slip["kind"]] += bool(findings)
    assert found.total() >= 0.9 * every.total()
    assert [kind for kind in every if found[kind] < 0.5 * every[kind]] == []
