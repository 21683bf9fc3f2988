"""A small sound workspace, the starter, with a sentence, a record or a row added to it."""

from __future__ import annotations

from pathlib import Path

from plangen.diagnostics import Diagnostic
from plangen.pipeline.check import Checked, check_editions, editions
from plangen.sources.starter import write_starter

CHAPTER = "content/plans/2025-26/narrative/priorities.md"


def made(folder: Path) -> Path:
    write_starter(folder)
    return folder


def add(root: Path, file: str, text: str) -> int:
    """Append `text` and return the number of its first line."""
    path = root / file
    before = path.read_text("utf-8") if path.exists() else ""
    path.write_text(before + text, "utf-8")
    return before.count("\n") + text[: len(text) - len(text.lstrip("\n"))].count("\n") + 1


def replace(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def say(root: Path, sentence: str) -> int:
    """Add a paragraph to a chapter of the plan and return its line."""
    return add(root, CHAPTER, f"\n{sentence}\n")


def checked(root: Path, style: bool = False) -> Checked:
    return check_editions(root, editions(root), style)


def findings(root: Path) -> tuple[Diagnostic, ...]:
    return checked(root).findings
