"""Shared by all tests. That this file stands here puts `tests/` on the path, for `render.tag_tree` and others."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

# How long an example takes says more about the machine than about plangen. `make test` tries the same
# examples each time, so that a change is to blame for what it breaks; `make test-long` looks for new ones.
UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("repeatable", UNTIMED, derandomize=True)
settings.register_profile("exploring", UNTIMED, max_examples=1000)
settings.load_profile("repeatable")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--seed 17` builds one random workspace again (tests/random_documents)."""
    parser.addoption("--seed", type=int, help="the number of one random workspace")
