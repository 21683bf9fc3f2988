"""Diff: what changed for a reader between two versions: figures, targets and outcomes, text, pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import zip_longest

from msgspec import Struct

from plangen.archive import Archive
from plangen.diagnostics import Location, PlangenError, codes, finding
from plangen.model.edition import EditionName
from plangen.pipeline.archive.pages import PageChange, page_changes
from plangen.pipeline.archive.tagged_text import archived_passages
from plangen.pipeline.history.archived_edition import INPUTS, Kept, files_of, kept
from plangen.pipeline.history.figures import FigureChange, Row, figure_changes, indicator_names, read_results

__all__ = ["TextChange", "VersionDifference", "diff", "text_changes"]


class TextChange(Struct, frozen=True):
    """A passage in two versions; None where a version does not have it."""

    old: str | None
    new: str | None


class VersionDifference(Struct, frozen=True):
    """What changed from `old` to `new`. `pages` is None where pages cannot be turned into pictures here."""

    name: EditionName
    old: Kept
    new: Kept
    figures: tuple[FigureChange, ...]
    outcomes: tuple[FigureChange, ...]
    text: tuple[TextChange, ...]
    pages: tuple[PageChange, ...] | None


def diff(archive: Archive, name: EditionName, old: str, new: str) -> VersionDifference:
    """Compare two archived versions; raises PG750 for one that is not there, PG7xx for a damaged one."""
    was, now = kept(archive, name, old), kept(archive, name, new)
    old_files, new_files = files_of(archive, name, was), files_of(archive, name, now)
    old_pdf, new_pdf = _named(old_files, was), _named(new_files, now)
    names = indicator_names(_inputs(old_files), _inputs(new_files))
    changed = figure_changes(_results(old_files), _results(new_files), names)
    return VersionDifference(
        name,
        was,
        now,
        figures=tuple(change for change in changed if not change.target),
        outcomes=tuple(change for change in changed if change.target),
        text=text_changes(_text(was, old_pdf), _text(now, new_pdf)),
        pages=page_changes(old_pdf, new_pdf),
    )


def _named(files: Mapping[str, bytes], version: Kept) -> bytes:
    """The PDF that the record of a version names; raises PG758 where there is none of that name."""
    if version.record.pdf in files:
        return files[version.record.pdf]
    message = f"the record names the PDF {version.record.pdf}, which is not in the archive"
    raise PlangenError(
        finding(codes.RECORD_DISAGREES, message, Location(_place(version)), "run plangen archive verify")
    )


def _place(version: Kept) -> str:
    return f"{version.record.edition}/v{version.number}/{version.record.pdf}"


def _results(files: Mapping[str, bytes]) -> dict[str, Row]:
    return read_results(files.get("results.csv", b""))


def text_changes(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[TextChange, ...]:
    """Passages that were changed, taken out or put in, in reading order."""
    return tuple(_text_changes(old, new))


def _text_changes(old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[TextChange]:
    for what, old_from, old_to, new_from, new_to in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if what != "equal":
            for one, other in zip_longest(old[old_from:old_to], new[new_from:new_to]):
                yield TextChange(one, other)


def _text(version: Kept, pdf: bytes) -> tuple[str, ...]:
    """The passages of a version without its digest, which always differs and stands in every receipt."""
    return tuple(
        words for words in archived_passages(pdf, _place(version)) if version.record.content_digest not in words
    )


def _inputs(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {name.removeprefix(INPUTS): data for name, data in files.items() if name.startswith(INPUTS)}
