"""Which random workspaces are built: a handful in `make test`, 200 in `make test-long`, or one by its number."""

from __future__ import annotations

import pytest

A_FEW = (4, 7, 8, 15)
"""Short documents, so that `make test` stays quick: two plans, two packs."""
MANY, AT_A_TIME = 200, 20


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "seeds" in metafunc.fixturenames:
        metafunc.parametrize("seeds", _trials(metafunc.config.getoption("--seed")))


def _trials(seed: int | None) -> list:
    if seed is not None:
        return [pytest.param((seed,), id=f"seed {seed}")]
    rounds = [range(first, first + AT_A_TIME) for first in range(1, MANY + 1, AT_A_TIME)]
    many = [pytest.param(tuple(r), marks=pytest.mark.long, id=f"seeds {r[0]} to {r[-1]}") for r in rounds]
    return [pytest.param(A_FEW, id="a few"), *many]
