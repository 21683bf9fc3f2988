"""Every rule against the passages in examples/: what is wrong is told with its value, what is sound is not.

A wrong passage gives the `value` that should be told and how sure the rule is (`confidence`, also below what an
audit tells unasked); `also` lists what other rules find in it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from plangen.checks.audit import audited
from plangen.checks.writing import Writing

EXAMPLES = Path(__file__).parent / "examples"


def cases(kind: str) -> list[Any]:
    found = []
    for path in sorted(EXAMPLES.glob("*.yaml")):
        for number, case in enumerate(yaml.safe_load(path.read_text("utf-8"))[kind], 1):
            found.append(pytest.param(path.stem, case, id=f"{path.stem}-{number}"))
    return found


@pytest.mark.parametrize(("code", "case"), cases("wrong"))
def test_what_is_wrong_is_told_with_its_value_and_how_sure_that_is(code: str, case: dict[str, Any]) -> None:
    expected = [{"code": code, "value": case["value"], "confidence": case["confidence"]}, *case.get("also", ())]
    found = audited(Writing.of(case["text"]), min_confidence=0.0)
    told = [{"code": f.code, "value": f.recomputed, "confidence": f.confidence} for f in found]
    assert sorted(told, key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(("code", "text"), cases("sound"))
def test_what_is_sound_stays_silent(code: str, text: str) -> None:
    assert [finding.why for finding in audited(Writing.of(text))] == []
