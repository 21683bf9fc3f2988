"""Every computed result of an edition, with its inputs."""

from __future__ import annotations

from pathlib import Path

from plangen.measures.results import ResultRow
from plangen.model.edition import EditionName

__all__ = ["results_as_csv", "results_as_json"]


def results_as_csv(root: Path, name: EditionName) -> str:
    """The results table as CSV, in the order in which a reader meets the figures."""
    from plangen.measures.results import to_csv

    return to_csv(_rows(root, name))


def results_as_json(root: Path, name: EditionName) -> str:
    """The same as JSON."""
    from plangen.measures.results import to_json

    return to_json(_rows(root, name))


def _rows(root: Path, name: EditionName) -> tuple[ResultRow, ...]:
    from plangen.compose import compose
    from plangen.sources.workspace import read_workspace

    return compose(read_workspace(root, (name.id,)), name).results
