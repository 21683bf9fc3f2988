"""A form as a Word document: a heading, a question, the figures and a box for each commentary.

The boxes are content controls, found again by their tags. python-docx has none, so the few parts are written here;
the archive has one date throughout, so that the same form is the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from plangen.intake.commentary.opening import FORM_TAG
from plangen.intake.returns.form import ReturnForm
from plangen.intake.returns.layout import COMMENTARY_PROMPT, instructions, unit_words
from plangen.model.agency_return import IssuedItem

__all__ = ["SIGNED_HEADING", "form_words", "word_form"]

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MADE = (2000, 1, 1, 0, 0, 0)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SIGNED_HEADING = "Signed off"
_SIGNED_BY, _SIGNED_ON = "Write who signs this off.", "Write the day: 12 October 2016."
_QUIET = '<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>'
_PARTS = {
    "[Content_Types].xml": f"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>\
<Override PartName="/word/styles.xml" ContentType="{_TYPES}.styles+xml"/>\
<Override PartName="/word/header1.xml" ContentType="{_TYPES}.header+xml"/></Types>""",
    "_rels/.rels": f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
<Relationship Id="rId1" Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>""",
    "word/_rels/document.xml.rels": f"""\
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
<Relationship Id="rId1" Type="{_R}/styles" Target="styles.xml"/>\
<Relationship Id="rId2" Type="{_R}/header" Target="header1.xml"/></Relationships>""",
    "word/styles.xml": f"""<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>\
<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="22"/><w:lang w:val="en-GB"/></w:rPr>\
</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr>\
</w:pPrDefault></w:docDefaults>\
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>\
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:rPr><w:b/><w:sz w:val="32"/></w:rPr>\
</w:style>\
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:keepNext/>\
<w:spacing w:before="360"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style>\
<w:style w:type="paragraph" w:styleId="Question"><w:name w:val="Question"/><w:pPr><w:keepNext/></w:pPr></w:style>\
<w:style w:type="paragraph" w:styleId="Box"><w:name w:val="Box"/><w:pPr><w:shd w:val="clear" w:fill="FFF2A8"/>\
</w:pPr></w:style>\
<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/>\
<w:rPr><w:color w:val="595959"/></w:rPr></w:style></w:styles>""",
}


def word_form(form: ReturnForm) -> bytes:
    """The document; only its boxes are for writing."""
    parts = {
        **_PARTS,
        "word/header1.xml": f'<w:hdr xmlns:w="{_W}">{_paragraph(form.marking)}</w:hdr>',
        "word/document.xml": f'<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{"".join(_body(form))}'
        '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" '
        'w:gutter="0"/></w:sectPr></w:body></w:document>',
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, _MADE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, _HEAD + text)
    return buffer.getvalue()


def form_words(items: Sequence[IssuedItem]) -> tuple[str, ...]:
    """The words that a form itself has in the place of a commentary: questions and prompts."""
    return (COMMENTARY_PROMPT, *(" ".join(item.measure.split()) for item in items if not item.indicator))


def _body(form: ReturnForm) -> Iterator[str]:
    yield _paragraph(f"{form.title}, {form.period}: commentary from {form.agency_name}", "Title")
    for line in instructions(form, "the boxes"):
        if "figure" not in line or line.startswith(form.partnership):
            yield _paragraph(line)
    for number, item in enumerate(form.commentaries, start=1):
        yield _paragraph(item.ref, "Heading1")
        yield _paragraph(item.measure, "Question")
        figures = [one for one in form.figures if one.ref == item.ref or one.ref.rstrip("abcdefghij") == item.ref]
        if figures:
            yield _locked(f"f{item.key[1:]}", 500 + number, _table(form, figures))
        yield _rich(item.key, f"Commentary on {item.ref}", number)
    yield _paragraph(SIGNED_HEADING, "Heading1")
    yield _line("By: ", "signed_by", 901, _SIGNED_BY)
    yield _line("On: ", "signed_on", 902, _SIGNED_ON)
    yield _locked(FORM_TAG, 903, _paragraph(f"Form {form.id}"))


def _paragraph(text: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{_run(text)}</w:p>"


def _run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _rich(tag: str, name: str, id: int) -> str:
    """A box for text with lists, links and tables."""
    prompt = f'<w:p><w:pPr><w:pStyle w:val="Box"/></w:pPr>{_run(COMMENTARY_PROMPT, _QUIET)}</w:p>'
    return _control(tag, name, id, prompt, '<w:lock w:val="sdtLocked"/><w:showingPlcHdr/><w:richText/>')


def _line(label: str, tag: str, id: int, prompt: str) -> str:
    kind = '<w:lock w:val="sdtLocked"/><w:showingPlcHdr/><w:text/>'
    box = _control(tag, label.strip(": "), id, _run(prompt, _QUIET), kind)
    return f'<w:p><w:pPr><w:pStyle w:val="Box"/></w:pPr>{_run(label)}{box}</w:p>'


def _locked(tag: str, id: int, content: str) -> str:
    return _control(tag, "Locked", id, content, '<w:lock w:val="sdtContentLocked"/>')


def _control(tag: str, name: str, id: int, content: str, kind: str) -> str:
    properties = f'<w:alias w:val={quoteattr(name)}/><w:tag w:val={quoteattr(tag)}/><w:id w:val="{id}"/>{kind}'
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def _table(form: ReturnForm, figures: Sequence[IssuedItem]) -> str:
    """The figures of a commentary as we hold them."""
    period = form.period
    head = ("Measure", "Unit", f"{period.year_before()}", f"{period.previous()}")
    rows = [
        (
            item.measure,
            unit_words(form.indicators[item.key].unit.kind, form.indicators[item.key].unit.per),
            item.year_before or "-",
            item.previous or "-",
        )
        for item in figures
    ]
    widths = (4600, 1800, 1600, 1600)
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:color="8A8A8A"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    properties = (
        f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders></w:tblPr>'
    )
    made = [_row(head, widths, heading=True), *(_row(row, widths) for row in rows)]
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(made)}</w:tbl>{_paragraph('')}"


def _row(cells: Sequence[str], widths: Sequence[int], heading: bool = False) -> str:
    properties = "<w:trPr><w:tblHeader/></w:trPr>" if heading else ""
    look = "<w:rPr><w:b/></w:rPr>" if heading else ""
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p>{_run(text, look)}</w:p></w:tc>'
        for text, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr>{properties}{inner}</w:tr>"
