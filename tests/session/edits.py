"""Edits by chance, as officers, editors and other programs make them: each changes files of a workspace on disk.

A state of the workspace is all its files by name, so that any can be gone back to. What the words say is made up.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from random import Random

from PIL import Image

__all__ = ["edit", "restored", "state_of"]

State = Mapping[str, bytes]
"""Every file under content/ and assets/ by its name in the workspace."""

_WORDS = (
    "Wardens walked the market square.",
    'They call it "the cut" – a short way home.',
    "**Two things** helped: lighting, and time.",
    "See [the guidance](https://example.org/guidance).",
    "CSP and MASH met in May.",
    "Street lights[^n] were mended.\n\n[^n]: By the council.",
    "\n- one\n- two\n- three\n",
    "The rate was {{ indicator_1 }}.",
    "The rate changed by {{ indicator_2.change }}.",
    "{{ all_crime.change }} is what is said.",
    "{{ nothing_of_that_name }}",
    "\n::: picture\n",
    "\n:::{picture} seen.png\n:alt: A square seen from above\n:::\n",
    "\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    "\n## A heading of its own\n\nAnd what stands below it.\n",
    "Ünïcödé, and a sign that no face has: \U0001f600",
    "word " * 90,
    "A long paragraph that goes on and on. " * 180,
    "\n\nOne of many paragraphs that need a page of their own." * 40,
)
_GLOSSARY = "CSP:\n  expansion: Community Safety Partnership\nMASH:\n  expansion: multi-agency safeguarding hub\n"


def state_of(root: Path) -> State:
    """The files of the workspace as they are."""
    files = (p for folder in ("content", "assets") for p in (root / folder).rglob("*") if p.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(files)}


def restored(root: Path, state: State) -> list[str]:
    """Bring the workspace back to `state`; the names of what changed."""
    now = state_of(root)
    changed = [name for name in {*now, *state} if now.get(name) != state.get(name)]
    for name in changed:
        if name in state:
            _write(root, name, state[name])
        else:
            (root / name).unlink()
    return changed


def edit(root: Path, chance: Random, before: list[State]) -> list[str]:
    """Change something; the names of what changed. `before` are the states so far, the first of them good."""
    kind = chance.choices(
        (_text, _lines, _digit, _added, _removed, _broken, _undone, _mended), (16, 5, 8, 3, 1, 1, 4, 5)
    )
    return kind[0](root, chance, before)


def _file(root: Path, chance: Random, *endings: str) -> Path | None:
    files = [root / name for name in state_of(root) if name.endswith(endings)]
    return chance.choice(files) if files else None


def _text(root: Path, chance: Random, before: list[State]) -> list[str]:
    """Words into a narrative or commentary: as a paragraph of their own at its end, now and then anywhere."""

    def change(lines: list[str]) -> None:
        said = chance.choice(_WORDS)
        if chance.random() < 0.85:
            lines += ["", said]
        else:
            lines.insert(chance.randint(0, len(lines)), said)

    return _changed(root, chance, (".md",), change)


def _lines(root: Path, chance: Random, before: list[State]) -> list[str]:
    """A line that is doubled, dropped, or moved; or an empty one, which moves all below it."""

    def change(lines: list[str]) -> None:
        at = chance.randrange(len(lines))
        match chance.randrange(5):
            case 0:
                lines.insert(at, lines[at])
            case 1:
                del lines[at]
            case 2:
                lines.insert(chance.randrange(len(lines)), lines.pop(at))
            case _:
                lines.insert(chance.choice((0, at)), "")

    return _changed(root, chance, (".md", ".yaml", ".csv"), change)


def _digit(root: Path, chance: Random, before: list[State]) -> list[str]:
    """Another digit in a record, a row or a text: figures, periods, references."""

    def change(lines: list[str]) -> None:
        at = chance.choice([n for n, line in enumerate(lines) if any(map(str.isdecimal, line))] or [0])
        places = [n for n, c in enumerate(lines[at]) if c.isdecimal()]
        if places:
            place = chance.choice(places)
            lines[at] = f"{lines[at][:place]}{chance.randrange(10)}{lines[at][place + 1 :]}"

    return _changed(root, chance, (".csv", ".csv", ".yaml", ".md"), change)


def _added(root: Path, chance: Random, before: list[State]) -> list[str]:
    """A file that was not there, or another in its place: picture, theme, commentary, table, nonsense."""
    commentaries = [name for name in before[0] if "/commentary/" in name] or ["content/packs/x/commentary/1.1.md"]
    like = chance.choice(commentaries)
    name, data = chance.choice(
        (
            ("assets/seen.png", _picture(chance)),
            ("assets/theme.yaml", f'colours:\n  navy: "#1{chance.randrange(10)}436D"\n'.encode()),
            ("content/glossary.yaml", _GLOSSARY.encode()),
            (f"{like.rpartition('/')[0]}/1.{chance.randint(1, 5)}.md", before[0].get(like, b"Words.\n")),
            ("content/data/more.csv", b"indicator,area,period,value\n"),
            ("content/data/notes.txt", b"not a table"),
            ("content/indicatorss.yaml", b"a: 1\n"),
        )
    )
    _write(root, name, data)
    return [name]


def _picture(chance: Random) -> bytes:
    data = BytesIO()
    Image.new("RGB", (40, 30), (chance.randrange(256), 90, 120)).save(data, "PNG")
    return data.getvalue()


def _removed(root: Path, chance: Random, before: list[State]) -> list[str]:
    """A file that is gone, or has another name."""
    path = _file(root, chance, ".md", ".csv", ".yaml", ".png")
    if path is None:
        return []
    name = path.relative_to(root).as_posix()
    if chance.random() < 0.4:
        other = path.with_name(f"renamed-{path.name}")
        path.replace(other)
        return [name, other.relative_to(root).as_posix()]
    path.unlink()
    return [name]


def _broken(root: Path, chance: Random, before: list[State]) -> list[str]:
    """A file that is cut off, or no text any more, or no YAML."""
    path = _file(root, chance, ".md", ".csv", ".yaml", ".png")
    if path is None:
        return []
    data = path.read_bytes()
    spoilt = (data[: len(data) // 2], data + b"\xff\xfe", b"[" + data, b"", data + b"\n\t: {\n")
    path.write_bytes(chance.choice(spoilt))
    return [path.relative_to(root).as_posix()]


def _undone(root: Path, chance: Random, before: list[State]) -> list[str]:
    """The state of some edits ago."""
    return restored(root, before[-chance.randint(1, min(3, len(before)))])


def _mended(root: Path, chance: Random, before: list[State]) -> list[str]:
    """One file as it was at first, or all."""
    first = before[0]
    if chance.random() < 0.5:
        return restored(root, first)
    name = chance.choice(sorted(first))
    _write(root, name, first[name])
    return [name]


def _changed(
    root: Path, chance: Random, endings: tuple[str, ...], change: Callable[[list[str]], None]
) -> list[str]:
    path = _file(root, chance, chance.choice(endings))
    if path is None:
        return []
    lines = path.read_text("utf-8", errors="replace").split("\n")
    change(lines)
    path.write_text("\n".join(lines), "utf-8")
    return [path.relative_to(root).as_posix()]


def _write(root: Path, name: str, data: bytes) -> None:
    path = root / name
    if path.is_dir():
        shutil.rmtree(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
