"""What every step of a return needs: the pack, who leads what, the registers, and what we have now."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from plangen.diagnostics import PlangenError, codes, finding, likely
from plangen.diagnostics.nearest import hint_for
from plangen.edits import Transaction
from plangen.intake.commentary.files import existing_commentaries
from plangen.intake.returns.form import agencies_of
from plangen.intake.returns.judging import Ours
from plangen.intake.returns.register import read_register, register_file
from plangen.model.agency_return import AgencyReturn
from plangen.model.edition import EditionKind, EditionName
from plangen.model.observation import SeriesKind
from plangen.model.workspace import Pack, Records

__all__ = ["PackReturns", "open_returns"]


class PackReturns(Struct, frozen=True):
    """A pack with its records, its agencies in order, and its files as they are now.

    `files` is the writing that is under way: what is read through it is compared before anything is written.
    """

    root: Path
    records: Records
    pack: Pack
    agencies: tuple[str, ...]
    ours: Ours
    files: Transaction
    archived: bool

    def register(self, agency: str) -> AgencyReturn:
        """The register of an agency's forms."""
        file = register_file(self.pack.id, agency)
        return read_register(self.files.data(file), file, agency)

    def check_agency(self, agency: str) -> None:
        """Raise PG301's kin for an agency that leads nothing here."""
        if agency not in self.agencies:
            hint = hint_for(agency, self.agencies)
            message = f'"{agency}" leads nothing in the pack {self.pack.id}'
            raise PlangenError(
                finding(codes.UNKNOWN_AGENCY, message, None, hint, remedies=likely(agency, self.agencies))
            )


def open_returns(root: Path, pack: str) -> PackReturns:
    """Read the workspace for the returns of a pack; raises PlangenError with all that is wrong with it."""
    from plangen.sources.packs import read_pack
    from plangen.sources.reading import Reading
    from plangen.sources.workspace import read_workspace

    workspace = read_workspace(root, (pack,))
    if pack not in workspace.packs:
        raise PlangenError(finding(codes.NO_EDITION, f'there is no pack "{pack}"', None, "returns are for packs"))
    records, found = workspace.records, workspace.packs[pack]
    reading, files = Reading(root), Transaction(root)
    read = read_pack(reading, pack)
    texts = {here.file: files.data(here.file) or b"" for here in read.commentaries.values()}
    group = records.partnership.most_similar_group
    rows = {
        (
            row.indicator,
            row.area,
            str(row.period),
            "" if row.series is SeriesKind.ACTUAL else row.series.value,
            row.category,
        ): row
        for row in records.observations
        if row.base is None
    }
    ours = Ours(
        records.indicators,
        rows,
        existing_commentaries(texts, read),
        group.size if group else None,
        records.partnership.small_numbers,
    )
    return PackReturns(root, records, found, agencies_of(records, found), ours, files, is_archived(root, pack))


def is_archived(root: Path, pack: str) -> bool:
    """Whether the archive has the pack; an archive that cannot be opened is the business of `plangen archive`."""
    from plangen.pipeline.history.archived_edition import history
    from plangen.pipeline.history.place import find_archive

    try:
        archive = find_archive(root, None).open_if_any()
        return archive is not None and bool(history(archive, EditionName.of(EditionKind.PACK, pack)))
    except PlangenError:
        return False
