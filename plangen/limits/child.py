"""Work on a foreign document in a process of its own, which may take so much time and memory and no more.

A PDF of a few kilobytes can keep a reader busy for hours, or bring it down. Here that costs its own process only.
The time is measured from outside on every system; memory is bounded where the system can do that (not Windows).
"""

from __future__ import annotations

import importlib
import subprocess
import sys
from contextlib import suppress
from math import ceil

from plangen.limits.budget import Budget, OverBudgetError

__all__ = ["ChildFailedError", "run_limited"]

_NO_MEMORY = 71


class ChildFailedError(Exception):
    """The process ended without a result: its reader fell over what it read."""


def run_limited(task: str, given: bytes, budget: Budget) -> bytes:
    """What the function `task` ("package.module:function", bytes to bytes) makes of `given` within the budget.

    Raises `OverBudgetError` beyond its seconds or memory, `ChildFailedError` where the process ended otherwise. No
    folder of the caller's is on the path of its modules but those that were there before.
    """
    command = [
        sys.executable,
        "-P",
        "-m",
        "plangen.limits.child",
        task,
        str(ceil(budget.seconds)),
        str(budget.memory),
    ]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as child:
        try:
            made, _ = child.communicate(given, timeout=budget.seconds)
        except subprocess.TimeoutExpired:
            raise OverBudgetError("seconds", budget.seconds) from None
        finally:
            child.kill()
    if child.returncode == _NO_MEMORY:
        raise OverBudgetError("bytes of memory", budget.memory)
    if child.returncode:
        raise ChildFailedError(f"the process ended with {child.returncode}")
    return made


def _bound(seconds: int, memory: int) -> None:
    """Bound this process; the time is measured from outside too, this is for a parent that is killed."""
    try:
        import resource
    except ImportError:  # Windows
        return
    wanted = ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds + 5), (resource.RLIMIT_CORE, 0))
    for which, most in wanted:
        with suppress(OSError, ValueError):  # some systems have a limit by name only
            hard = resource.getrlimit(which)[1]
            least = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(which, (least, hard))


def _main(task: str, seconds: str, memory: str) -> int:
    given = sys.stdin.buffer.read()
    module, _, function = task.partition(":")
    work = getattr(importlib.import_module(module), function)
    _bound(int(seconds), int(memory))
    try:
        made: bytes = work(given)
    except MemoryError:
        return _NO_MEMORY
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(_main(*sys.argv[1:]))
