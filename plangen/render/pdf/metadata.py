"""What the file says of itself: XMP (ISO 16684-1), and the document information that must agree with it."""

from __future__ import annotations

from datetime import date
from html import escape
from importlib.metadata import PackageNotFoundError, version

import pikepdf
import reportlab
from pikepdf import Dictionary, Name, Pdf, Stream, String

from plangen.document.blocks import Metadata
from plangen.document.shaping import harfbuzz_version

__all__ = ["write_metadata"]

_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
    "plangen": "urn:plangen:edition:",
}
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_PACKET = "W5M0MpCehiHzreSzNTczkc9d"  # the fixed id of an XMP packet (ISO 16684-1, 7.3.2)

# Properties that XMP does not define are described in the file itself (ISO 19005-3, 6.6.2.3.3).
_EXTENSIONS: dict[str, tuple[str, dict[str, tuple[str, str]]]] = {
    "pdfuaid": ("PDF/UA identification", {"part": ("Integer", "The part of ISO 14289 that the file meets")}),
    "plangen": (
        "Edition",
        {
            "edition": ("Text", "The plan or pack that this document is"),
            "version": ("Text", "The version of the edition"),
            "digest": ("Text", "The SHA-256 digest of everything the document was made from"),
        },
    ),
}


def write_metadata(pdf: Pdf, metadata: Metadata) -> None:
    """Title, language, dates and conformance, in XMP and, where older readers look, as document information."""
    pdf.Root.Metadata = pdf.make_indirect(Stream(pdf, xmp(metadata), Type=Name.Metadata, Subtype=Name.XML))
    pdf.Root.Lang = String(metadata.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    day = pdf_date(metadata.date)
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(
            Title=String(metadata.title),
            Author=String(metadata.author),
            Subject=String(metadata.subject),
            Creator=String(_creator()),
            Producer=String(_producer()),
            CreationDate=String(day),
            ModDate=String(day),
        )
    )


def pdf_date(day: date) -> str:
    """The start of `day` in universal time (ISO 32000-1, 7.9.4): the same text in every time zone."""
    return day.strftime("D:%Y%m%d000000Z")


def xmp(metadata: Metadata) -> bytes:
    """The XMP packet of `metadata`."""
    day = f"{metadata.date.isoformat()}T00:00:00Z"
    simple = {
        "pdfaid:part": "3",
        "pdfaid:conformance": "A",
        "pdfuaid:part": "1",
        "dc:format": "application/pdf",
        "dc:identifier": f"sha256:{metadata.digest}",
        "xmp:CreateDate": day,
        "xmp:ModifyDate": day,
        "xmp:MetadataDate": day,
        "xmp:CreatorTool": _creator(),
        "pdf:Producer": _producer(),
        "plangen:edition": metadata.edition,
        "plangen:version": metadata.version,
        "plangen:digest": metadata.digest,
    }
    properties = [f"<{name}>{_text(value)}</{name}>" for name, value in simple.items()]
    properties += [
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{_text(metadata.title)}</rdf:li></rdf:Alt></dc:title>',
        f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{_text(metadata.subject)}</rdf:li></rdf:Alt>'
        "</dc:description>",
        f"<dc:creator><rdf:Seq><rdf:li>{_text(metadata.author)}</rdf:li></rdf:Seq></dc:creator>",
        f"<dc:language><rdf:Bag><rdf:li>{_text(metadata.language)}</rdf:li></rdf:Bag></dc:language>",
        _extension_schemas(),
    ]
    namespaces = "".join(f' xmlns:{prefix}="{name}"' for prefix, name in _NAMESPACES.items())
    lines = [
        f'<?xpacket begin="\ufeff" id="{_PACKET}"?>',
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{_RDF}">',
        f'<rdf:Description rdf:about=""{namespaces}>',
        *properties,
        "</rdf:Description></rdf:RDF></x:xmpmeta>",
        '<?xpacket end="r"?>',
    ]
    return "\n".join(lines).encode("utf-8")


def _extension_schemas() -> str:
    schemas = "".join(_schema(prefix, *described) for prefix, described in _EXTENSIONS.items())
    return f"<pdfaExtension:schemas><rdf:Bag>{schemas}</rdf:Bag></pdfaExtension:schemas>"


def _schema(prefix: str, title: str, properties: dict[str, tuple[str, str]]) -> str:
    described = "".join(
        '<rdf:li rdf:parseType="Resource">'
        f"<pdfaProperty:name>{name}</pdfaProperty:name>"
        f"<pdfaProperty:valueType>{kind}</pdfaProperty:valueType>"
        "<pdfaProperty:category>internal</pdfaProperty:category>"
        f"<pdfaProperty:description>{description}</pdfaProperty:description></rdf:li>"
        for name, (kind, description) in properties.items()
    )
    return (
        '<rdf:li rdf:parseType="Resource">'
        f"<pdfaSchema:schema>{title}</pdfaSchema:schema>"
        f"<pdfaSchema:namespaceURI>{_NAMESPACES[prefix]}</pdfaSchema:namespaceURI>"
        f"<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>"
        f"<pdfaSchema:property><rdf:Seq>{described}</rdf:Seq></pdfaSchema:property></rdf:li>"
    )


def _text(value: str) -> str:
    """`value` as XML text; control characters, which XML cannot hold, become spaces."""
    return escape("".join(character if character.isprintable() else " " for character in value), quote=False)


def _creator() -> str:
    try:
        return f"plangen {version('plangen')}"
    except PackageNotFoundError:  # run from a source tree that was never installed
        return "plangen"


def _producer() -> str:
    """The libraries the bytes depend on, by version."""
    libraries = {
        "reportlab": reportlab.Version,
        "HarfBuzz": harfbuzz_version(),
        "pikepdf": pikepdf.__version__,
        "qpdf": pikepdf.__libqpdf_version__,
    }
    return ", ".join(f"{name} {version}" for name, version in libraries.items())
