"""An archive of small editions, and the same archive forged by somebody who recomputes every digest."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple

from plangen import Archive
from plangen.compose.digest import digest_over
from plangen.pipeline.history.editions import newest_version, readable
from plangen.pipeline.history.record import FILE, ArchiveRecord, ChainLink, record_bytes

EDITIONS = ("plan-2010-11", "pack-2010-11-q4", "plan-2011-12")
KINDS = ("PDF", "record", "approver", "version removed", "edition removed", "root rolled back")
INPUT = ("content/partnership.yaml", b"name: Example Town Partnership\n")


class Addition(NamedTuple):
    """A version as it is added; all digests follow from it, and from what was added before."""

    edition: str
    version: str
    on: date
    pdf: bytes
    by: str = "Example Town Partnership Board"
    note: str = ""


def honest() -> list[Addition]:
    """Three versions of each of three editions, each approved a month after the one before."""
    return [
        Addition(
            edition, f"1.{number}", date(2011, 1, 4) + timedelta(days=30 * (3 * number + place)), b"%PDF " * 9
        )
        for number in range(3)
        for place, edition in enumerate(EDITIONS)
    ]


def stored(root: Path, additions: list[Addition]) -> Archive:
    """An archive in which everything agrees with everything."""
    archive = Archive.create(root)
    for one in additions:
        before = archive.versions(one.edition) if one.edition in archive.objects() else ()
        files = {f"{one.edition}.pdf": one.pdf, f"inputs/{INPUT[0]}": INPUT[1]}
        record = ArchiveRecord(
            edition=one.edition,
            version=one.version,
            approved_by=one.by,
            approved_on=one.on,
            date=one.on,
            note=one.note,
            content_digest=digest_over({INPUT[0]: hashlib.sha256(INPUT[1]).hexdigest()}),
            pdf=f"{one.edition}.pdf",
            pdf_sha256=hashlib.sha256(one.pdf).hexdigest(),
            made_with={},
            fonts={},
            files={path: hashlib.sha512(data).hexdigest() for path, data in files.items()},
            previous=ChainLink(before[-1].number, before[-1].digest) if before else None,
            anchor=newest_version(readable(archive)[0]),
        )
        archive.add(
            one.edition,
            {**files, FILE: record_bytes(record)},
            message=f"Version {one.version}",
            user=one.by,
            created=datetime.combine(one.on, time(), UTC),
            after=len(before) or None,
        )
    return archive


def forgeries(count: int, seed: int) -> Iterator[tuple[str, list[Addition]]]:
    """`count` forgeries of what `honest` gives, of every kind in turn, each with its kind."""
    chance = random.Random(seed)
    for number in range(count):
        kind = KINDS[number % len(KINDS)]
        yield kind, _forged(kind, honest(), chance)


def _forged(kind: str, additions: list[Addition], chance: random.Random) -> list[Addition]:
    place = chance.randrange(len(additions))
    one = additions[place]
    match kind:
        case "PDF":
            spoilt = bytearray(one.pdf)
            spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
            additions[place] = one._replace(pdf=bytes(spoilt))
        case "record":
            additions[place] = one._replace(note=f"Agreed by circular {chance.randrange(100)}")
        case "approver":
            additions[place] = one._replace(by=f"Somebody Else {chance.randrange(100)}")
        case "version removed":
            del additions[place]
        case "edition removed":
            additions = [other for other in additions if other.edition != one.edition]
        case "root rolled back":
            additions = additions[: chance.randrange(1, len(additions))]
    return additions
