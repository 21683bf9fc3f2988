"""Rebuild: an archived edition made again from its archived inputs, and held against what was published."""

from __future__ import annotations

import hashlib

from msgspec import Struct

from plangen.archive import Archive
from plangen.diagnostics import Diagnostic, Location, PlangenError, codes, finding
from plangen.model.edition import EditionName
from plangen.pipeline.archive.diff import TextChange, text_changes
from plangen.pipeline.archive.inputs import laid_out
from plangen.pipeline.archive.made_with import font_digests, installed_versions
from plangen.pipeline.archive.tagged_text import archived_passages, passages
from plangen.pipeline.build import BuildOptions, build
from plangen.pipeline.history.archived_edition import Kept, inputs_of, kept
from plangen.pipeline.history.figures import FigureChange, figure_changes, indicator_names, read_results

__all__ = ["Rebuilt", "rebuild", "rebuild_findings"]


_PLANGEN, _SOURCE = "plangen", "plangen source"
_Differing = tuple[tuple[str, str, str], ...]


class Rebuilt(Struct, frozen=True):
    """An edition made again. `made_with` lists (what, then, now) where programs or fonts are not the same.

    `figures` and `text` say what differs, and are only looked at where the bytes are not the same.
    """

    name: EditionName
    version: Kept
    data: bytes
    made_with: _Differing
    figures: tuple[FigureChange, ...] = ()
    text: tuple[TextChange, ...] = ()

    @property
    def sha256(self) -> str:
        """The SHA-256 of the PDF that was made now."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def identical(self) -> bool:
        """Whether it is the published PDF, byte for byte."""
        return self.sha256 == self.version.record.pdf_sha256


def rebuild(archive: Archive, name: EditionName, version: str | None = None) -> Rebuilt:
    """Make a version again; raises PG750 where it is not there, and what stops a build from its inputs today.

    Checks are not run: rules made later must not keep an old edition from being made again.
    """
    from plangen.measures.results import to_csv

    chosen = kept(archive, name, version)
    inputs = inputs_of(archive, name, chosen)
    record = chosen.record
    differing = _differing(chosen)
    options = BuildOptions(
        True, approval=record.approval, corrections=record.corrections, anchor=record.anchor, checked=False
    )
    try:
        with laid_out(inputs) as folder:
            built = build(folder, name, options)
    except PlangenError as problem:
        raise PlangenError((*problem.diagnostics, *_other_programs(differing))) from problem
    if hashlib.sha256(built.data).hexdigest() == record.pdf_sha256:
        return Rebuilt(name, chosen, built.data, differing)
    then = read_results(archive.read(str(name), chosen.number, "results.csv"))
    now = read_results(to_csv(built.results).encode("utf-8"))
    old_text = archived_passages(
        archive.read(str(name), chosen.number, record.pdf), f"{name}/v{chosen.number}/{record.pdf}"
    )
    return Rebuilt(
        name,
        chosen,
        built.data,
        differing,
        figure_changes(then, now, indicator_names(inputs)),
        text_changes(old_text, passages(built.data)),
    )


def rebuild_findings(rebuilt: Rebuilt) -> tuple[Diagnostic, ...]:
    """What to make of it: nothing, other programs with the same words (PG755), other words (PG756), or PG754."""
    here = Location(f"{rebuilt.name} {rebuilt.version.record.version}")
    if rebuilt.identical:
        return ()
    if not rebuilt.made_with:
        message = "the same programs now make another file: the archived inputs do not give the published PDF"
        return (
            finding(
                codes.REBUILT_OTHERWISE,
                message,
                here,
                "run plangen archive verify, and report this with the archived version",
            ),
        )
    if rebuilt.figures or rebuilt.text:
        message = f"{len(rebuilt.figures)} figures and {len(rebuilt.text)} passages differ from the published PDF"
        return (
            finding(codes.OTHER_FIGURES_OR_WORDS, message, here, f"install {_makers(rebuilt.made_with)}"),
            *_other_programs(rebuilt.made_with),
        )
    return _other_programs(rebuilt.made_with)


def _other_programs(differing: _Differing) -> tuple[Diagnostic, ...]:
    """What is said of other programs (PG755): first of all which release of plangen made the version."""
    if not differing:
        return ()
    release = _release(differing)
    others = [each for each in differing if release is None or each[0] not in (_PLANGEN, _SOURCE)]
    listed = "; ".join(f"{what} {then[:12]}, now {now[:12]}" for what, then, now in others)
    if release is None:
        message = f"it was made with other programs: {listed}"
    else:
        also = f" Other programs differ too: {listed}" if listed else ""
        message = f"it was made by plangen {release[1]}, and this is plangen {release[2]}.{also}"
    return (finding(codes.OTHER_PROGRAMS, message, None, f"to get the same bytes, install {_makers(differing)}"),)


def _makers(differing: _Differing) -> str:
    """What to install for the published bytes."""
    release = _release(differing)
    if release is None:
        return "the versions it was made with"
    return f"plangen {release[1]}, with the versions that plangen archive show lists"


def _release(differing: _Differing) -> tuple[str, str, str] | None:
    """The release of plangen then and now, where they are not the same."""
    return next((each for each in differing if each[0] == _PLANGEN), None)


def _differing(version: Kept) -> _Differing:
    then = {**version.record.made_with, **version.record.fonts}
    now = {**installed_versions(), **font_digests()}
    names = sorted({*then, *now})
    return tuple(
        (name, then.get(name, "none"), now.get(name, "none")) for name in names if then.get(name) != now.get(name)
    )
