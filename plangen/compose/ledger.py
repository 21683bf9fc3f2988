"""What was used and what was found while an edition is composed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from plangen.compose.missing_figures import told_once
from plangen.diagnostics import Diagnostic
from plangen.model.result import AnyResult

__all__ = ["Ledger"]


class Ledger:
    """Results in the order in which a reader meets them, and the problems met on the way.

    The one thing in compose that changes: it is written to by every figure and read once, at the end.
    """

    def __init__(self, before: Mapping[str, int] | None = None) -> None:
        """`before`: how often each name was given in the parts of the edition before the one that this is for."""
        self._results: dict[str, AnyResult] = {}
        self._findings: dict[Diagnostic, None] = {}
        self._before = before or {}
        self._names: Counter[str] = Counter()

    def use(self, result: AnyResult) -> None:
        """A result stands in the document."""
        self._results.setdefault(result.key, result)

    def id(self, name: str) -> str:
        """An id that nothing else has: `name`, the second time `name_2`. No line of a file is in it."""
        self._names[name] += 1
        times = self._before.get(name, 0) + self._names[name]
        return name if times == 1 else f"{name}_{times}"

    @property
    def names(self) -> Mapping[str, int]:
        """How often each name was given by `id`."""
        return self._names

    def report(self, findings: Iterable[Diagnostic]) -> None:
        """Something is wrong; composing goes on, so that one run finds all."""
        self._findings.update(dict.fromkeys(findings))

    def absorb(self, later: Ledger) -> None:
        """Take over what was used and found in a part of the edition that comes after all that was before."""
        for key, result in later._results.items():
            self._results.setdefault(key, result)
        self._findings.update(later._findings)
        self._names.update(later._names)

    @property
    def results(self) -> tuple[AnyResult, ...]:
        """Every result used, once, by first use."""
        return tuple(self._results.values())

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """Every finding, once; a missing figure once for all who ask for it."""
        return told_once(self._findings)
