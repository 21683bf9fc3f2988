"""Links, the places they lead to, and the outline."""

from __future__ import annotations

from urllib.parse import quote

from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Pdf, String

from plangen.diagnostics import Diagnostic, PlangenError, codes, finding
from plangen.render.pdf.name_tree import write_names
from plangen.render.pdf.recording import LinkArea, Recording

__all__ = ["write_destinations", "write_links", "write_outline"]

PRINT = 4
"""The annotation flag that PDF/A asks of every annotation (ISO 19005-3, 6.3.2)."""

_URI_SAFE = "%:/?#[]@!$&'()*+,;=~"
"""What may stand in a URI as it is (RFC 3986, reserved characters and the percent sign)."""


def write_links(pdf: Pdf, recording: Recording) -> list[Object]:
    """An annotation for each link of `recording`, in its order, hung on its page.

    Raises `PlangenError` (PG521) if a link inside the document leads to a place that does not exist.
    """
    lost = [
        link for link in recording.links if link.destination and link.destination not in recording.destinations
    ]
    if lost:
        raise PlangenError([_leads_nowhere(link) for link in lost])
    annotations: list[Object] = [pdf.make_indirect(_annotation(link)) for link in recording.links]
    pages: dict[int, list[Object]] = {}
    for link, annotation in zip(recording.links, annotations, strict=True):
        pages.setdefault(link.page, []).append(annotation)
    for page, on_page in pages.items():
        pdf.pages[page].obj.Annots = Array(on_page)
    return annotations


def write_destinations(pdf: Pdf, recording: Recording) -> None:
    """The name tree of destinations (ISO 32000-1, 12.3.2.3), which outside links can use as well."""
    places = {
        name: Array([pdf.pages[place.page].obj, Name.XYZ, 0, place.top, 0])
        for name, place in recording.destinations.items()
    }
    if places:
        write_names(pdf, "Dests", places.items())


def write_outline(pdf: Pdf, recording: Recording) -> None:
    """The bookmarks, two levels unfolded, and a viewer that shows them beside the page."""
    if not recording.bookmarks:
        return
    with pdf.open_outline() as outline:
        open_at = [outline.root]
        for bookmark in recording.bookmarks:
            item = OutlineItem(bookmark.title)
            item.destination = String(bookmark.destination)
            item.is_closed = bookmark.level > 0
            del open_at[bookmark.level + 1 :]
            open_at[-1].append(item)
            open_at.append(item.children)
    pdf.Root.PageMode = Name.UseOutlines


def _annotation(link: LinkArea) -> Dictionary:
    annotation = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Link,
        Rect=Array(link.box),
        Border=Array([0, 0, 0]),
        F=PRINT,
        Contents=String(link.contents),
    )
    if link.address:
        address = quote(link.address, safe=_URI_SAFE)
        annotation.A = Dictionary(S=Name.URI, URI=String(address))
    else:
        annotation.Dest = String(link.destination)
    return annotation


def _leads_nowhere(link: LinkArea) -> Diagnostic:
    message = f'the link "{link.contents}" leads to "{link.destination}", which is not in the document'
    return finding(codes.LINK_TO_NOWHERE, message, hint="name the id of a section or figure of this document")
