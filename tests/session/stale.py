"""A session beside fresh builds: whatever was edited, both have the same pages and say the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

from pipeline.pack_workspaces import quarters, row, write_pack
from session.edits import edit, restored, state_of

from plangen.diagnostics import PlangenError
from plangen.kept import KeptResults
from plangen.model.edition import EditionKind, EditionName
from plangen.pipeline.build import BuildOptions, Format, build
from plangen.pipeline.session import Session

__all__ = ["PACK", "differences", "script", "small_pack"]

PACK = EditionName.of(EditionKind.PACK, "2016-17-q2")
_COMMENTARY = "---\nsigned_off: {by: Example Police, on: 2016-10-01}\n---\n\n"
_COMMENTARY += "The rate was {{ indicator_1 }}. Patrols went on.\n"


def small_pack(root: Path, measures: int = 5) -> Path:
    """A pack of five measures or more, the first four with commentary."""
    rows = [
        row(f"indicator_{n}", period, f"{(n * 7 + q * 3) % 50 + 1}.{q}", series)
        for n in range(1, measures + 1)
        for q, period in enumerate(quarters(6))
        for series in ("", "benchmark")
    ]
    write_pack(root, rows, indicators=measures)
    folder = root / "content" / "packs" / PACK.id / "commentary"
    folder.mkdir()
    for n in (1, 2, 3, 4):
        (folder / f"1.{n}.md").write_text(_COMMENTARY, "utf-8")
    (root / "assets").mkdir()
    return root


def differences(session: Session, good: bool) -> list[str]:
    """Where the session is not what a fresh build is: pages, findings, digest, whether it is good."""
    try:
        built = build(session.root, session.name, BuildOptions(format=Format.SVG, cache=None))
    except PlangenError as problem:
        said = [] if session.findings == problem.diagnostics else ["findings of content that makes no pages"]
        return said + (["content that makes no pages was found good"] if good else [])
    if not good:
        return ["good content was found to make no pages"]
    fresh, kept = dict(built.files), dict(session.files)
    found = [name for name in {*fresh, *kept} if fresh.get(name) != kept.get(name)]
    found += ["findings"] if session.findings != built.findings else []
    found += ["results"] if session._built is None or session._built.results != built.results else []
    return sorted(found) + (["digest"] if session.digest != built.digest else [])


def script(session: Session, chance: Random) -> Iterator[str]:
    """Some edits in the workspace of `session`, told to it; what then differs from a fresh build."""
    states = [state_of(session.root)]
    good = session.update(None).good
    last = states[0]
    for _ in range(chance.randint(2, 6)):
        changed = [
            name for _ in range(chance.choice((1, 1, 1, 2, 3))) for name in edit(session.root, chance, states)
        ]
        good = session.update(_told(changed, chance)).good
        states.append(state_of(session.root))
        last = states[-1] if good else last
    yield from differences(session, good)
    if not good:
        yield from differences(session, session.update(restored(session.root, last)).good)
    session.update(restored(session.root, states[0]))


def _told(changed: list[str], chance: Random) -> list[str] | None:
    """As a watcher tells it: the files, mostly; now and then a folder, or that anything may have changed."""
    whole = chance.random()
    if whole < 0.1:
        return None
    return changed if whole < 0.9 else [name.rpartition("/")[0] for name in changed]


def opened(root: Path, name: EditionName, kept: KeptResults | None = None) -> Session:
    """A session whose drawings are kept beside the workspace."""
    return Session(root, name, root / "output" / ".cache", kept)
