"""No test of hostile files may hang: what takes a minute has failed."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest

_SECONDS = 60


@pytest.fixture(autouse=True)
def never_hanging() -> Iterator[None]:
    """Stop a test that waits for a pipe or works without end."""

    def stop(*_: object) -> None:
        raise TimeoutError(f"not done after {_SECONDS} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(_SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
