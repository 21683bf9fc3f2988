"""The command, called in this process as a shell would call it."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner
from msgspec import Struct

from plangen.cli import main


class Outcome(Struct, frozen=True):
    """How a command ended and what it printed."""

    status: int
    out: str
    err: str


def plangen(*arguments: str | Path) -> Outcome:
    """Run `plangen`; a traceback, or a fault of plangen's own, fails the test."""
    done = CliRunner().invoke(main, [str(one) for one in arguments])
    outcome = Outcome(done.exit_code, done.stdout, done.stderr)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert "PG999" not in outcome.out + outcome.err, outcome
    assert outcome.status in (0, 1, 2, 3)
    assert all(sign.isprintable() or sign == "\n" for sign in outcome.out + outcome.err), outcome
    return outcome
