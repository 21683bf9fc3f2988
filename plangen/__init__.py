"""plangen: annual plans and performance packs as accessible, archival PDFs; every figure has one source.

    from pathlib import Path
    from plangen import BuildOptions, EditionKind, EditionName, build

    built = build(Path("."), EditionName.of(EditionKind.PLAN, "2011-12"), BuildOptions(final=True))
    Path("plan.pdf").write_bytes(built.data)

Problems in the content raise `PlangenError`, which carries every `Diagnostic` there is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plangen.diagnostics import Diagnostic, PlangenError

if TYPE_CHECKING:
    from plangen.archive import Archive
    from plangen.model.edition import EditionKind, EditionName
    from plangen.pipeline.build import BuildOptions, build
    from plangen.pipeline.check import check
    from plangen.pipeline.frames import Observations, Results, tables

__all__ = [
    "Archive",
    "BuildOptions",
    "Diagnostic",
    "EditionKind",
    "EditionName",
    "Observations",
    "PlangenError",
    "Results",
    "build",
    "check",
    "tables",
]

_HOMES = {
    "Archive": "plangen.archive",
    "BuildOptions": "plangen.pipeline.build",
    "EditionKind": "plangen.model.edition",
    "EditionName": "plangen.model.edition",
    "Observations": "plangen.pipeline.frames",
    "Results": "plangen.pipeline.frames",
    "build": "plangen.pipeline.build",
    "check": "plangen.pipeline.check",
    "tables": "plangen.pipeline.frames",
}


def __getattr__(name: str) -> Any:
    """Fetch a public name when it is first used, so that importing plangen costs nothing."""
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"plangen has no {name}")
    return getattr(import_module(_HOMES[name]), name)
