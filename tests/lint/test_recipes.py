"""What the pages for developers name is there: files, folders, modules, commands, make targets and links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click
import pytest

from plangen.cli import main

ROOT = Path(__file__).parents[2]
RECIPES = ("CONTRIBUTING.md", "docs/architecture.md", "docs/releasing.md")
PAGES = (
    "CONTRIBUTING.md",
    "README.md",
    "SECURITY.md",
    *sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("docs/**/*.md")),
)

BLOCK = re.compile(r"^ *```.*?^ *```|^    \S.*?$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"[\w./-]*/[\w./-]*|[\w.-]+\.(?:md|py|toml|txt|yaml)")
MODULE = re.compile(r"[a-z_]+(?:\.[A-Za-z_]+)+")
PACKAGES = {path.name for path in (ROOT / "plangen").iterdir() if path.is_dir()}


def prose(page: str) -> str:
    """A page without its examples in blocks."""
    return BLOCK.sub("", (ROOT / page).read_text("utf-8"))


def passages(page: str) -> Iterator[list[str]]:
    """What stands between backticks in each paragraph, list item and row of a page."""
    for passage in re.split(r"\n\s*\n|\n(?=- |\d+\. |\|)", prose(page)):
        yield re.findall(r"`([^`\n]+)`", passage)


def typed(page: str) -> str:
    """All that a page shows as typed, between backticks or in a block, a line each."""
    text = (ROOT / page).read_text("utf-8")
    return "\n".join((*re.findall(r"`([^`\n]+)`", prose(page)), *BLOCK.findall(text)))


def targets() -> set[str]:
    """What `make` can be asked for."""
    return set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def commands() -> set[str]:
    """Every command as it is typed: `build`, `archive add`."""
    found: set[str] = set()
    for name, command in main.commands.items():
        inner = command.commands if isinstance(command, click.Group) else ()
        found |= {f"{name} {one}" for one in inner} or {name}
    return found


def is_module(name: str) -> bool:
    """Whether `name` is a module below plangen, or a name in one."""
    first, *rest = name.split(".")
    found: object = import_module(f"plangen.{first}")
    for part in rest:
        try:
            found = import_module(f"{found.__name__}.{part}")  # type: ignore[attr-defined]
        except (ModuleNotFoundError, AttributeError):
            if not hasattr(found, part):
                return False
            found = getattr(found, part)
    return True


@pytest.mark.parametrize("page", RECIPES)
def test_every_file_and_folder_is_there(page):
    """A name stands for itself, lies below plangen/, or in a folder that the same passage names."""
    missing = []
    for codes in passages(page):
        names = [code for code in codes if FILE.fullmatch(code)]
        bases = [ROOT, ROOT / "plangen", *(ROOT / "plangen" / name for name in names if name.endswith("/"))]
        missing += [name for name in names if not any((base / name).exists() for base in bases)]
    assert missing == []


@pytest.mark.parametrize("page", RECIPES)
def test_every_file_that_an_example_changes_or_runs_is_there(page):
    named = re.findall(r"(?:plangen|tests)/[\w./-]+", "\n".join(BLOCK.findall((ROOT / page).read_text("utf-8"))))
    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("page", RECIPES)
def test_every_module_is_there(page):
    named = [code for codes in passages(page) for code in codes if MODULE.fullmatch(code)]
    ours = [name for name in named if name.split(".")[0] in PACKAGES and not FILE.fullmatch(name)]
    assert [name for name in ours if not is_module(name)] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_command_and_every_target_is_there(page):
    lines = typed(page)
    asked = re.findall(r"^\s*(?:\S*/bin/)?plangen +((?:archive|returns) +[a-z]+|[a-z]+)", lines, re.MULTILINE)
    assert {" ".join(name.split()) for name in asked} - commands() == set()
    assert set(re.findall(r"^\s*make +([a-z-]+)", lines, re.MULTILINE)) - targets() == set()


def test_every_command_is_in_the_readme():
    named = set(
        re.findall(r"`(?:plangen )?(?:(?:archive|returns) )?([a-z]+)", (ROOT / "README.md").read_text("utf-8"))
    )
    assert {name.split()[-1] for name in commands()} - named == set()


@pytest.mark.parametrize("page", PAGES)
def test_links_to_other_pages_lead_somewhere(page):
    here = (ROOT / page).parent
    text = re.sub(r"`[^`\n]+`", "", prose(page))
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text)
    files = [link for link in links if not re.match(r"[a-z]+:", link)]
    assert [link for link in files if not (here / link).exists()] == []
