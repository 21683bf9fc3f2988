"""Random valid workspaces, built from their files and read back from the finished PDF.

`python -m pytest tests/random_documents --seed 17` builds the one workspace that a message names.
"""

from __future__ import annotations

from pathlib import Path

from conformance.verapdf import validate
from random_documents.editions import Written, write_edition
from random_documents.glyphs import read_pages
from random_documents.kept_text import lost_texts
from random_documents.margins import beyond_the_margins, too_small
from random_documents.overlaps import overlaps
from random_documents.reading_order import blocks_in_order
from random_documents.unbroken import broken

from plangen import BuildOptions, build

ACTIONS_PRINT_IN_FULL = True
"""Whether a pack has to show the whole of each key action, not only its short form."""


def test_a_random_workspace_makes_a_flawless_document(seeds, tmp_path):
    files = [_built(tmp_path / str(seed), seed) for seed in seeds]
    faults = [f"seed {path.stem}: {fault}" for path, written in files for fault in _faults(path, written)]
    for flavour in ("ua1", "3a"):
        faults += [f"seed {failure}" for failure in validate([path for path, _ in files], flavour)]
    assert faults == []


def _built(root: Path, seed: int) -> tuple[Path, Written]:
    """The edition of `seed` as a PDF: half of them drafts, half of them as they are published."""
    written = write_edition(root, seed)
    built = build(root, written.name, BuildOptions(final=seed % 4 < 2, checked=False))
    path = root.with_name(f"{seed}.pdf")
    path.write_bytes(built.data)
    return path, written


def _faults(path: Path, written: Written) -> list[str]:
    pages = read_pages(path)
    blocks = blocks_in_order(path, pages)
    pack = written.name.kind.value == "pack"
    actions = [] if pack and not ACTIONS_PRINT_IN_FULL else [(text,) for text in written.actions]
    return [
        *beyond_the_margins(pages),
        *too_small(pages),
        *overlaps(pages),
        *broken(blocks, written.words()),
        *lost_texts(blocks, [*written.sequences, *actions]),
    ]
