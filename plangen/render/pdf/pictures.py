"""Pictures as image objects: the samples, an alpha channel as soft mask, nothing else."""

from __future__ import annotations

from io import BytesIO

from pikepdf import Dictionary, Name, Object, Pdf, Stream
from PIL import Image

from plangen.document.blocks import Picture
from plangen.render.pdf.recording import Recording

__all__ = ["write_pictures"]

_COLOUR_SPACES = {"L": Name.DeviceGray, "RGB": Name.DeviceRGB}


def write_pictures(pdf: Pdf, recording: Recording) -> None:
    """Store each picture once and make it known to the pages that paint it."""
    objects = {name: _image(pdf, picture) for picture, name in recording.pictures.items()}
    for page, names in zip(pdf.pages, recording.page_pictures, strict=True):
        if names:
            page.obj.Resources.XObject = Dictionary({f"/{name}": objects[name] for name in names})


def _image(pdf: Pdf, picture: Picture) -> Object:
    with Image.open(BytesIO(picture.data)) as image:
        if picture.media_type == "image/jpeg":
            return _stream(pdf, image, picture.data, Filter=Name.DCTDecode)
        alpha = image.getchannel("A") if "A" in image.getbands() else None
        base = image.convert("L" if image.mode in ("L", "LA", "1") else "RGB")
        stored = _stream(pdf, base, base.tobytes())
        if alpha is not None and alpha.getextrema() != (255, 255):
            stored.SMask = _stream(pdf, alpha, alpha.tobytes())
        return stored


def _stream(pdf: Pdf, image: Image.Image, data: bytes, **more: Object) -> Object:
    if image.mode not in _COLOUR_SPACES:
        raise ValueError(f"a picture is RGB or grey, not {image.mode}")
    kind = {"Type": Name.XObject, "Subtype": Name.Image, "Width": image.width, "Height": image.height}
    samples = {"ColorSpace": _COLOUR_SPACES[image.mode], "BitsPerComponent": 8}
    return pdf.make_indirect(Stream(pdf, data, **kind, **samples, **more))
