"""From drawn pages to a finished file: PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3) at once."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from pikepdf import Name, Pdf

from plangen.document.blocks import Document
from plangen.layout.structure import Element
from plangen.render.pdf.attachments import write_attachments
from plangen.render.pdf.canvas import PdfCanvas
from plangen.render.pdf.embedded_fonts import mend_fonts
from plangen.render.pdf.links import write_destinations, write_links, write_outline
from plangen.render.pdf.metadata import write_metadata
from plangen.render.pdf.output_intent import write_output_intent
from plangen.render.pdf.pictures import write_pictures
from plangen.render.pdf.structure_tree import write_structure

__all__ = ["finish"]


def finish(canvas: PdfCanvas, root: Element, document: Document) -> bytes:
    """The drawn pages with everything that is not painted, as the bytes of the file.

    `root` is the structure tree that the canvas's marks belong to; of `document` only metadata and attachments
    are used. The same canvas, tree and document give the same bytes. Raises `PlangenError` (PG521) if a link
    leads nowhere.
    """
    recording = canvas.recording
    with pikepdf.open(BytesIO(canvas.pdf())) as pdf:
        _clean_pages(pdf)
        mend_fonts(pdf)
        write_pictures(pdf, recording)
        annotations = write_links(pdf, recording)
        write_destinations(pdf, recording)
        write_outline(pdf, recording)
        write_structure(pdf, root, recording, annotations)
        write_metadata(pdf, document.metadata)
        write_output_intent(pdf)
        write_attachments(pdf, document.attachments, document.metadata.date)
        return _saved(pdf)


def _clean_pages(pdf: Pdf) -> None:
    """Tab order by structure (ISO 14289-1, 7.18.3), and none of what reportlab adds unasked."""
    for page in pdf.pages:
        page.obj.Tabs = Name.S
        for key in ("/Trans", "/Rotate"):
            if key in page.obj:
                del page.obj[key]
    for key in ("/Outlines", "/PageMode"):
        if key in pdf.Root:
            del pdf.Root[key]


def _saved(pdf: Pdf) -> bytes:
    """The bytes, with an identifier made from them: reportlab's is the same for every document."""
    del pdf.trailer["/ID"]
    target = BytesIO()
    pdf.save(
        target,
        min_version="1.7",
        fix_metadata_version=False,
        deterministic_id=True,
        compress_streams=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return target.getvalue()
