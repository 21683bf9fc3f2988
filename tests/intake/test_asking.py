"""Questions are put on a terminal: answered, remembered in the mapping, and asked once more before writing."""

from __future__ import annotations

import os
import pty
import sys
from collections.abc import Callable
from pathlib import Path

ROWS = [["Measure", "FY16", "FY17", "Cohort"], ["House burglery", 881, 902, 40], ["Knife crime", 41, 52]]


def on_a_terminal(typed: str, *arguments: str) -> tuple[int, str]:
    """Exit status and screen of `plangen` with these lines typed."""
    child, terminal = pty.fork()
    if child == 0:
        os.execv(sys.executable, [sys.executable, "-m", "plangen", *arguments])
    os.write(terminal, typed.encode())
    screen = b""
    while True:
        try:
            more = os.read(terminal, 65536)
        except OSError:
            break
        if not more:
            break
        screen += more
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), screen.decode("utf-8", "replace")


def test_answers_are_taken_remembered_and_written(workspace: Path, book: Callable[..., Path]) -> None:
    path = book({"Data": ROWS})
    typed = "ends\nleave out\nburglary\nleave out\ny\n"
    status, screen = on_a_terminal(typed, "-C", str(workspace), "import", str(path), "--save", "annual")
    assert status == 0, screen
    table = (workspace / "content/data/annual.csv").read_text("utf-8").splitlines()
    assert [line.split(",")[:4] for line in table[1:]] == [
        ["burglary", "Example Town", "2015/16", "881"],
        ["burglary", "Example Town", "2016/17", "902"],
    ]
    mapping = (workspace / "content/imports/annual.yaml").read_text("utf-8")
    for answer in ("FY16: ends", "Cohort: leave out", "House burglery: burglary", "Knife crime: leave out"):
        assert answer in mapping


def test_no_is_no(workspace: Path, book: Callable[..., Path]) -> None:
    path = book({"Data": [["Measure", "2015/16", "2016/17"], ["House burglary", 1, 2]]})
    status, screen = on_a_terminal("n\n", "-C", str(workspace), "import", str(path))
    assert status == 0, screen
    assert not (workspace / "content/imports").exists()


def test_a_new_indicator_is_added(workspace: Path, book: Callable[..., Path]) -> None:
    path = book({"Data": [["Measure", "2015/16", "2016/17"], ["Knife crime", 41, 52]]})
    typed = "new\nknife_crime\ncount\nlower\nExample Police\ny\n"
    status, screen = on_a_terminal(typed, "-C", str(workspace), "import", str(path))
    assert status == 0, screen
    indicators = (workspace / "content/indicators.yaml").read_text("utf-8")
    assert indicators.startswith("total_crime:")
    assert "knife_crime:" in indicators.splitlines()[-5] or "knife_crime" in indicators
    assert (workspace / "content/data/imported.csv").exists()
