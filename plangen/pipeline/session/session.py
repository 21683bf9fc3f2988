"""One edition of a workspace, kept open: read, composed, laid out and drawn again only where an edit reaches."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from threading import Lock

from plangen.diagnostics import Diagnostic, PlangenError
from plangen.kept import KeptResults, Step
from plangen.model.edition import EditionName
from plangen.pipeline.build import BuildOptions, Built, Format, build
from plangen.pipeline.session.update import Update, changed_pages, not_among

__all__ = ["Session"]


class Session:
    """The pages of a draft as SVG, its findings and its digest, held as the content last made them.

    Several threads may call `update`: there is one build at a time, each of all edits told by then, and a call
    whose edits were built by another one returns what that came to. What is kept is bounded by what the last
    builds used.
    """

    def __init__(
        self, root: Path, name: EditionName, cache: Path | None = None, kept: KeptResults | None = None
    ) -> None:
        """Open the edition `name` of the workspace at `root`; nothing is read before the first `update`.

        `cache` is where drawings are kept on disk, as in `BuildOptions`; `kept` is where everything else is kept,
        which no other session may use.
        """
        self.root = root
        self.name = name
        self._cache = cache
        self._kept = KeptResults() if kept is None else kept
        self._built: Built | None = None
        self._pages: tuple[bytes, ...] = ()
        self._findings: tuple[Diagnostic, ...] = ()
        self._building = Lock()
        self._telling = Lock()
        self._told: set[str] | None = None  # names of changed files; None: any may have changed
        self._asked = self._done = 0
        self._last: Update | None = None

    @property
    def pages(self) -> tuple[bytes, ...]:
        """The pages of the last good content, as SVG files; none before there was any."""
        return self._pages

    @property
    def files(self) -> tuple[tuple[str, bytes], ...]:
        """The same pages with the faces and pictures they show, by their names in one folder."""
        return self._built.files if self._built else ()

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """Everything found in the content as it is, errors among them where it makes no pages."""
        return self._findings

    @property
    def digest(self) -> str:
        """The content digest that the pages show; empty before there are any."""
        return self._built.digest if self._built else ""

    def page(self, number: int) -> bytes:
        """Page `number`, from 1, as an SVG file."""
        return self._pages[number - 1]

    def update(self, changed: Iterable[str] | None = None) -> Update:
        """Take in that files have `changed`: their names in the workspace, with forward slashes.

        The name of a folder stands for all in it. None: any file may have changed. Files that were added or
        removed are found without being named. Content that makes no pages raises nothing: see `Update.good`.
        """
        mine = self._tell(changed)
        with self._building:
            if self._last is not None and self._done >= mine:
                return self._last  # a later edit was waiting too, and both were built as one
            told, upto = self._take()
            try:
                self._last = self._brought_up(told)
            except BaseException:
                self._tell(told)
                raise
            self._done = upto
            return self._last

    def pdf(self) -> bytes:
        """The edition as a PDF, of the content as it is; raises PlangenError where that makes no pages."""
        with self._building:
            return build(self.root, self.name, self._options(Format.PDF), self._kept).data

    def _options(self, form: Format) -> BuildOptions:
        return BuildOptions(format=form, cache=self._cache)

    def _tell(self, changed: Iterable[str] | None) -> int:
        """Note what changed; returns the number of this edit."""
        with self._telling:
            self._told = None if changed is None or self._told is None else self._told | set(changed)
            self._asked += 1
            return self._asked

    def _take(self) -> tuple[set[str] | None, int]:
        """All that was told so far, and the number of the last edit in it."""
        with self._telling:
            told, self._told = self._told, set()
            return told, self._asked

    def _brought_up(self, told: set[str] | None) -> Update:
        self._forget(told)
        before, pages, good = self._findings, self._pages, False
        try:
            built = build(self.root, self.name, self._options(Format.SVG), self._kept)
            good = True
            self._built, self._findings = built, built.findings
            self._pages = tuple(data for name, data in built.files if name.startswith("page-"))
        except PlangenError as problem:
            self._findings = problem.diagnostics
        finally:
            self._kept.settle(good)
        return Update(
            good,
            self.digest,
            len(self._pages),
            changed_pages(pages, self._pages),
            self._findings,
            not_among(self._findings, before),
            not_among(before, self._findings),
        )

    def _forget(self, told: set[str] | None) -> None:
        """Have the digests of files taken anew: of those that were told, and of all in folders that were."""
        if told is None:
            self._kept.forget(Step.FILE)
        else:
            folders = tuple(f"{name}/" for name in told)
            known = map(str, self._kept.keys(Step.FILE))
            self._kept.forget(Step.FILE, [name for name in known if name in told or name.startswith(folders)])
