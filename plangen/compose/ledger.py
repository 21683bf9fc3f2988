"""What was used and what was found while an edition is composed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from plangen.compose.missing_figures import told_once
from plangen.diagnostics import Diagnostic
from plangen.model.result import AnyResult

__all__ = ["Ledger"]


class Ledger:
    """Results in the order in which a reader meets them, and the problems met on the way.

    The one thing in compose that changes: it is written to by every figure and read once, at the end.
    """

    def __init__(self) -> None:
        self._results: dict[str, AnyResult] = {}
        self._findings: dict[Diagnostic, None] = {}
        self._names: Counter[str] = Counter()

    def use(self, result: AnyResult) -> None:
        """A result stands in the document."""
        self._results.setdefault(result.key, result)

    def id(self, name: str) -> str:
        """An id that nothing else has: `name`, the second time `name_2`. No line of a file is in it."""
        self._names[name] += 1
        return name if self._names[name] == 1 else f"{name}_{self._names[name]}"

    def report(self, findings: Iterable[Diagnostic]) -> None:
        """Something is wrong; composing goes on, so that one run finds all."""
        self._findings.update(dict.fromkeys(findings))

    @property
    def results(self) -> tuple[AnyResult, ...]:
        """Every result used, once, by first use."""
        return tuple(self._results.values())

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """Every finding, once; a missing figure once for all who ask for it."""
        return told_once(self._findings)
