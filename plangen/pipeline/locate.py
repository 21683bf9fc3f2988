"""From a page of an edition to the files it is made of, and back.

page, x, y ── places.at ──> path ── origins.of ──> file, line, record, rows
page, box  <── places.of ── path <── origins.at ── file, line
"""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from plangen.document.blocks import Document
from plangen.document.origins import Origins
from plangen.layout.node_places import NodePlaces
from plangen.model.edition import EditionName

__all__ = ["Located", "locate"]


class Located(Struct, frozen=True):
    """An edition with the origin of each node and its place on the pages."""

    document: Document
    origins: Origins
    places: NodePlaces


def locate(root: Path, name: EditionName, cache: Path | None = None) -> Located:
    """Compose and lay out the edition `name` of the workspace at `root`, and say where everything comes from.

    `cache` is where drawings are kept between builds. Raises `PlangenError` for a workspace that cannot be read
    and for a document that cannot be laid out.
    """
    from plangen.compose import Trace, compose
    from plangen.layout.book import lay_out
    from plangen.layout.node_places import node_places
    from plangen.pipeline.illustrate import illustrate
    from plangen.render.svg.fonts import FontFiles
    from plangen.sources.workspace import read_workspace

    workspace, trace = read_workspace(root, (name.id,)), Trace()
    composed = compose(workspace, name, trace=trace).document
    document = illustrate(composed, workspace.theme, cache)
    book = lay_out(document, workspace.theme, FontFiles())
    return Located(document, trace.origins, node_places(book))
