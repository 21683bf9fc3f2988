"""Files carried inside the document, each associated with it (ISO 19005-3, 6.8 and annex E)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from hashlib import md5

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from plangen.document.blocks import Attachment
from plangen.render.pdf.metadata import pdf_date
from plangen.render.pdf.name_tree import write_names

__all__ = ["write_attachments"]


def write_attachments(pdf: Pdf, attachments: Sequence[Attachment], day: date) -> None:
    """Embed `attachments`; `day` stands as the date they were last changed."""
    if not attachments:
        return
    names = [attachment.name for attachment in attachments]
    if len(set(names)) < len(names):
        raise ValueError(f"two attachments have the same name: {', '.join(names)}")
    files = [_file_specification(pdf, attachment, day) for attachment in attachments]
    pdf.Root.AF = Array(files)
    write_names(pdf, "EmbeddedFiles", zip(names, files, strict=True))


def _file_specification(pdf: Pdf, file: Attachment, day: date) -> Object:
    checksum = md5(file.data, usedforsecurity=False).digest()  # the one the format asks for
    parameters = Dictionary(Size=len(file.data), ModDate=String(pdf_date(day)), CheckSum=String(checksum))
    kind = {"Type": Name.EmbeddedFile, "Subtype": Name("/" + file.media_type), "Params": parameters}
    stream = pdf.make_indirect(Stream(pdf, file.data, **kind))
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(file.name),
            UF=String(file.name),
            Desc=String(file.description),
            AFRelationship=Name("/" + file.relationship.value),
            EF=Dictionary(F=stream, UF=stream),
        )
    )
