"""1,000 random edit scripts end with the pages of a fresh build, and a kept result that is wrong is seen."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Hashable, Iterable
from pathlib import Path
from random import Random
from types import MethodType
from typing import Any

import pytest
from session.stale import PACK, opened, script, small_pack

from plangen.kept import KeptResults, Step
from plangen.model.edition import EditionKind, EditionName

ROOT = Path(__file__).parents[2]
PLAN = EditionName.of(EditionKind.PLAN, "2011-12")
SCRIPTS_OF_A_SESSION = 10


def run(root: Path, name: EditionName, seeds: range) -> dict[int, list[str]]:
    """What differs after each of the scripts with these seeds, a new session after every ten."""
    found = {}
    for seed in seeds:
        if seed % SCRIPTS_OF_A_SESSION == 0 or seed == seeds[0]:
            session = opened(root, name)
        found[seed] = list(script(session, Random(seed)))
    return {seed: differences for seed, differences in found.items() if differences}


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """The workspace of this repository."""
    for folder in ("content", "assets"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def test_edits_of_a_small_pack(tmp_path):
    assert run(small_pack(tmp_path), PACK, range(20)) == {}


def test_edits_of_our_plan(ours):
    assert run(ours, PLAN, range(3)) == {}


@pytest.mark.long
@pytest.mark.parametrize("start", range(1000, 1900, 100))
def test_900_scripts_of_a_small_pack(tmp_path, start):
    assert run(small_pack(tmp_path), PACK, range(start, start + 100)) == {}


@pytest.mark.long
@pytest.mark.parametrize("name", [PLAN, PACK], ids=str)
def test_50_scripts_of_each_of_our_editions(ours, name):
    assert run(ours, name, range(2000, 2050)) == {}


@pytest.mark.long
def test_scripts_of_a_pack_with_a_long_chapter(tmp_path):
    assert run(small_pack(tmp_path, 80), PACK, range(3000, 3020)) == {}


class _Wrong(KeptResults):
    """Keeps the results of one step too long: whether they hold, or are of the very same things, is not asked."""

    def __init__(self, step: Step) -> None:
        super().__init__()
        self._step = step

    def take(
        self, step: Step, key: Hashable, make: Callable[[], Any], holds: Callable[[Any], bool] | None = None
    ) -> Any:
        return (
            super().take(step, _blurred(key), make) if step is self._step else super().take(step, key, make, holds)
        )

    def forget(self, step: Step, keys: Iterable[Hashable] | None = None) -> None:
        if step is not self._step:
            super().forget(step, keys)


def _blurred(key: Any, depth: int = 0) -> Hashable:
    """A key in which a thing stands for all of its kind and id, and lists deep within it for any other."""
    if isinstance(key, tuple):
        return tuple(_blurred(part, depth + 1) for part in key) if depth < 2 else ""
    if isinstance(key, MethodType):  # what `Same` makes
        return type(key.__self__).__name__, getattr(key.__self__, "id", "")
    return key


CAUGHT_AT_ONCE = (Step.COMPOSED, Step.LAID_OUT, Step.DRAWN)


@pytest.mark.parametrize(
    "step", [pytest.param(s, marks=[] if s in CAUGHT_AT_ONCE else pytest.mark.long) for s in Step]
)
def test_a_result_that_is_kept_wrongly_is_seen(tmp_path, step):
    session = opened(small_pack(tmp_path), PACK, _Wrong(step))
    assert any(_differs(session, seed) for seed in range(60))


def _differs(session: Any, seed: int) -> bool:
    """Whether the script is seen to differ; a wrong result may also be none that the next step can use."""
    try:
        return any(script(session, Random(seed)))
    except Exception:
        return True
