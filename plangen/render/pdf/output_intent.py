"""The colour space that all colours of the file are meant in: sRGB (ISO 19005-3, 6.2.3)."""

from __future__ import annotations

from functools import lru_cache

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

__all__ = ["srgb_profile", "write_output_intent"]

# Fields of the header of a profile (ISO 15076-1, 7.2) that say when and on what machine it was made.
_MACHINE_FIELDS = {"preferred CMM": (4, 8), "platform": (40, 44), "creator": (80, 84), "profile ID": (84, 100)}
_CREATED = slice(24, 36)
_FIRST_DAY_OF_2000 = bytes.fromhex("07d0 0001 0001 0000 0000 0000")


def write_output_intent(pdf: Pdf) -> None:
    """Declare that device colours are sRGB."""
    profile = pdf.make_indirect(Stream(pdf, srgb_profile(), N=3))
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


@lru_cache
def srgb_profile() -> bytes:
    """An ICC profile of sRGB, the same bytes at every time and on every machine."""
    from PIL import ImageCms

    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_CREATED] = _FIRST_DAY_OF_2000
    for start, end in _MACHINE_FIELDS.values():
        profile[start:end] = bytes(end - start)
    return bytes(profile)
