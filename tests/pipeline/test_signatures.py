"""Signatures and time stamps: made beside the versions, judged offline, and verified by openssl as well."""

from __future__ import annotations

import asyncio
import random
import shutil
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from archive.editions import snapshot
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pipeline.authority import (
    NOW,
    PASSWORD,
    YEAR,
    Holder,
    answering,
    authority,
    holder,
    revocations,
    time_stamp_authority,
)
from pipeline.forgeries import EDITIONS, KINDS, forgeries, honest, stored

from plangen import Archive, PlangenError
from plangen.diagnostics import Diagnostic, Severity
from plangen.model.edition import EditionKind, EditionName
from plangen.pipeline.archive.cms import ProofVerdict, TrustStore, judge_signature, judge_time_stamp
from plangen.pipeline.archive.expectations import Expectation
from plangen.pipeline.archive.proofs import ProofWishes, load_trust
from plangen.pipeline.archive.receipt import receipt
from plangen.pipeline.archive.sign import sign, timestamp
from plangen.pipeline.archive.verify import Verified, verify

ROOT = Path(__file__).parents[2]
PLAN = EditionName.of(EditionKind.PLAN, "2011-12")
PROOFS = "extensions/plangen-signatures"

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl")


class World(NamedTuple):
    """An authority, whom it vouches for, an archive of one edition, signed and stamped, and whom we trust."""

    root: Holder
    secretary: Holder
    archive: Archive
    tsa: str
    trust: TrustStore
    folder: Path


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """Not to be changed; tests that change an archive copy it first."""
    folder = tmp_path_factory.mktemp("world")
    root = authority()
    secretary = holder("Board Secretary", root)
    (folder / "trust").mkdir()
    (folder / "trust" / "root.pem").write_bytes(root.pem)
    (folder / "secretary.p12").write_bytes(secretary.p12(root))
    archive = stored(folder / "a", [one for one in honest() if one.edition == "plan-2011-12"])
    with time_stamp_authority(folder / "tsa", root) as tsa:
        sign(archive, PLAN, None, folder / "secretary.p12", PASSWORD, NOW)
        timestamp(archive, PLAN, None, tsa)
        yield World(root, secretary, archive, tsa, load_trust(folder / "trust"), folder)


def copied(world: World, folder: Path) -> Archive:
    shutil.copytree(world.archive.root, folder / "a")
    return Archive.open(folder / "a")


def judged(archive: Archive, trust: TrustStore | None, now: datetime = NOW, **wishes: bool) -> Verified:
    return verify(archive, None, (), ProofWishes(now, trust, **wishes))


def codes(verified: Verified) -> list[str]:
    return [found.code for found in verified.findings]


def openssl(*arguments: str, cwd: Path) -> str:
    done = subprocess.run(["openssl", *arguments], cwd=cwd, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


# Made, shown, and verified by another program


def test_what_is_signed_and_stamped_is_trusted_and_said(world):
    verified = judged(world.archive, world.trust, signed=True, stamped=True)
    assert codes(verified) == []
    assert [(one.label, one.is_signature, one.judgement.verdict) for one in verified.proofs] == [
        ("plan-2011-12 1.2", False, ProofVerdict.TRUSTED),
        ("signature 1 of plan-2011-12 1.2", False, ProofVerdict.TRUSTED),
        ("plan-2011-12 1.2", True, ProofVerdict.TRUSTED),
    ]
    stamp, _, signature = verified.proofs
    assert signature.judgement.by == "Common Name: Board Secretary"
    assert signature.judgement.moment == NOW
    assert stamp.judgement.by == "Common Name: Example Time Stamps"
    assert stamp.judgement.moment
    assert abs(stamp.judgement.moment - datetime.now(UTC)) < timedelta(hours=1)


def test_openssl_alone_verifies_it_by_the_commands_of_the_page(world, tmp_path):
    """The commands stand in docs/archive.md as they are run here."""
    page = (ROOT / "docs" / "archive.md").read_text("utf-8")
    commands = [line.removeprefix("openssl ") for line in page.splitlines() if line.startswith("openssl ")]
    archive = copied(world, tmp_path)
    shutil.copy(world.folder / "trust" / "root.pem", archive.root / "trusted.pem")
    said = [openssl(*command.replace("v1/", "v3/").split(), cwd=archive.root) for command in commands]
    assert ["successful" in words or "Verification: OK" in words for words in said] == [True] * 3
    inventory = archive.root / "plangen%3aplan-2011-12" / "v3" / "inventory.json"
    inventory.write_bytes(inventory.read_bytes() + b" ")
    said = [openssl(*command.replace("v1/", "v3/").split(), cwd=archive.root) for command in commands]
    assert ["successful" in words or "Verification: OK" in words for words in said] == [False, False, True]


def test_no_byte_of_a_version_changes_and_its_object_is_valid(world, tmp_path):
    """ocfl-py, another implementation, finds nothing wrong; an extension of ours it only remarks on."""
    from ocfl import StorageRoot

    plain = stored(tmp_path / "plain", [one for one in honest() if one.edition == "plan-2011-12"])
    after = {name: data for name, data in snapshot(world.archive.root).items() if not name.startswith(PROOFS)}
    assert after == snapshot(plain.root)
    judge = StorageRoot(root=str(world.archive.root))
    assert judge.validate(log_warnings=True)
    assert judge.good_objects == judge.num_objects == 1
    assert judge.errors == []
    assert all("W901" in str(message) for message in judge.log.messages)


def test_a_proof_lies_where_the_page_says(world):
    below = world.archive.root / PROOFS / "plan-2011-12" / "v3"
    files = sorted(path.relative_to(below).as_posix() for path in below.rglob("*") if path.is_file())
    assert files == ["1/signature.p7s", "2/inventory.tsr", "3/signature-1.tsr"]


def test_a_second_signature_and_stamp_stand_beside_the_first(world, tmp_path):
    archive = copied(world, tmp_path)
    (tmp_path / "chair.p12").write_bytes(holder("Chair", world.root).p12(world.root))
    sign(archive, PLAN, "1.2", tmp_path / "chair.p12", PASSWORD, NOW)
    made = timestamp(archive, PLAN, "1.2", world.tsa)
    assert [path.name for path in made.files] == ["inventory.tsr", "signature-4.tsr"]
    by = [one.judgement.by for one in judged(archive, world.trust).proofs if one.is_signature]
    assert by == ["Common Name: Board Secretary", "Common Name: Chair"]


def test_many_who_sign_at_once_lose_nothing(world, tmp_path):
    archive = copied(world, tmp_path)
    threads = [
        threading.Thread(target=archive.add_proof, args=("plan-2011-12", 1, "signature.p7s", bytes([number])))
        for number in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    there = archive.proofs("plan-2011-12", 1)
    assert sorted(one.data for one in there) == [bytes([number]) for number in range(8)]
    assert [one.number for one in there] == list(range(1, 9))


# Each has its sentence


def only(archive: Archive, trust: TrustStore | None, now: datetime = NOW) -> Diagnostic:
    (found,) = judged(archive, trust, now).findings
    return found


def signed_by(world: World, somebody: Holder, folder: Path, moment: datetime = NOW) -> Archive:
    """An archive whose newest version has a signature by `somebody` and nothing else."""
    archive = copied(world, folder)
    shutil.rmtree(archive.root / PROOFS)
    (folder / "key.p12").write_bytes(somebody.p12(world.root))
    sign(archive, PLAN, None, folder / "key.p12", PASSWORD, moment)
    return archive


def test_without_a_trust_store_nobody_is_believed_and_nothing_is_wrong(world):
    verified = judged(world.archive, None)
    assert codes(verified) == []
    assert {one.judgement.verdict for one in verified.proofs} == {ProofVerdict.UNKNOWN}


@pytest.mark.parametrize(("number", "name"), [(1, "signature.p7s"), (2, "inventory.tsr"), (3, "signature-1.tsr")])
def test_a_broken_one_is_told(number, name, world, tmp_path):
    archive = copied(world, tmp_path)
    file = archive.root / PROOFS / "plan-2011-12" / "v3" / str(number) / name
    spoilt = bytearray(file.read_bytes())
    spoilt[-20] ^= 1
    file.write_bytes(spoilt)
    for trust in (world.trust, None):
        found = next(one for one in judged(archive, trust).findings if str(one.location).endswith(name))
        assert (found.code, found.severity) == ("PG764", Severity.ERROR)
        assert "does not fit" in found.message


def test_a_foreign_one_is_told(world, tmp_path):
    other = authority("Another Root")
    archive = signed_by(world, holder("Somebody Else", other), tmp_path)
    found = only(archive, world.trust)
    assert found.code == "PG765"
    assert "Common Name: Somebody Else" in found.message
    assert "Common Name: Another Root" in found.hint


def test_a_name_in_a_certificate_cannot_forge_a_line(world, tmp_path):
    archive = signed_by(world, holder("A\nerror[PG764] \x1b[31mB", authority("Another Root")), tmp_path)
    assert "\n" not in only(archive, world.trust).message
    assert "\x1b" not in only(archive, world.trust).message


def test_an_expired_one_is_told_unless_a_stamp_shows_that_it_is_older(world, tmp_path):
    somebody = holder("Former Secretary", world.root, NOW - YEAR, NOW + timedelta(days=1))
    archive = signed_by(world, somebody, tmp_path)
    later = NOW + YEAR
    assert codes(judged(archive, world.trust)) == []
    found = only(archive, world.trust, later)
    assert (found.code, found.severity) == ("PG766", Severity.WARNING)
    assert f"was not valid after {NOW + timedelta(days=1):%Y-%m-%d}" in found.message
    timestamp(archive, PLAN, None, world.tsa)
    verified = judged(archive, world.trust, later, signed=True)
    assert codes(verified) == []


def test_a_signature_made_after_the_certificate_ended_is_an_error(world, tmp_path):
    somebody = holder("Former Secretary", world.root, NOW - 2 * YEAR, NOW - YEAR)
    archive = signed_by(world, somebody, tmp_path, NOW - YEAR - timedelta(days=1))
    assert only(archive, world.trust).severity is Severity.WARNING
    late = judge_signature(_signature_by_openssl(world, somebody), b"x", world.trust, NOW)
    assert late.verdict is ProofVerdict.EXPIRED
    assert late.moment
    assert late.until
    assert late.moment > late.until


def _signature_by_openssl(world: World, somebody: Holder, data: bytes = b"x") -> bytes:
    """A signature of `data`, made today; openssl asks for no certificate that is valid."""
    plain = somebody.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    for name, content in {"k.pem": plain, "c.pem": somebody.pem, "x": data}.items():
        (world.folder / name).write_bytes(content)
    command = "cms -sign -binary -in x -signer c.pem -inkey k.pem -outform DER -out x.p7s -md sha512"
    assert openssl(*command.split(), cwd=world.folder) == ""
    return (world.folder / "x.p7s").read_bytes()


def test_a_signature_by_openssl_is_judged_as_well(world):
    made = _signature_by_openssl(world, world.secretary)
    assert judge_signature(made, b"x", world.trust, datetime.now(UTC)).verdict is ProofVerdict.TRUSTED
    assert judge_signature(made, b"y", world.trust, datetime.now(UTC)).verdict is ProofVerdict.BROKEN


def test_a_notebook_which_has_a_loop_of_events_gets_the_same_answer(world):
    async def cell() -> Verified:
        return judged(world.archive, world.trust, signed=True)

    assert codes(asyncio.run(cell())) == []


def test_nothing_is_written_through_a_link(world, tmp_path):
    archive = copied(world, tmp_path)
    shutil.rmtree(archive.root / PROOFS / "plan-2011-12")
    (tmp_path / "elsewhere").mkdir()
    (archive.root / PROOFS / "plan-2011-12").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(PlangenError) as caught:
        archive.add_proof("plan-2011-12", 1, "signature.p7s", b"x")
    assert [found.code for found in caught.value.diagnostics] == ["PG721"]
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_revoked_one_is_told(world, tmp_path):
    (tmp_path / "trust").mkdir()
    (tmp_path / "trust" / "root.pem").write_bytes(world.root.pem)
    listed = revocations(world.root, world.secretary, NOW - timedelta(days=2))
    (tmp_path / "trust" / "revoked.crl").write_bytes(listed)
    archive = signed_by(world, world.secretary, tmp_path)
    found = only(archive, load_trust(tmp_path / "trust"))
    assert found.code == "PG767"
    assert "was revoked" in found.message
    assert codes(judged(archive, world.trust)) == []


def test_a_certificate_for_another_purpose_is_told(world, tmp_path):
    """One to receive secrets with: openssl signs with it, whoever asks."""
    somebody = holder("Post Box", world.root, signs=False)
    made = _signature_by_openssl(world, somebody)
    assert judge_signature(made, b"x", world.trust, NOW).verdict is ProofVerdict.UNFIT
    archive = copied(world, tmp_path)
    shutil.rmtree(archive.root / PROOFS)
    of_inventory = _signature_by_openssl(world, somebody, archive.inventory("plan-2011-12", 3))
    archive.add_proof("plan-2011-12", 3, "signature.p7s", of_inventory)
    found = only(archive, world.trust)
    assert found.code == "PG765"
    assert "whose certificate is not for that" in found.message


def test_one_that_was_taken_away_is_missed_where_it_is_asked_for(world, tmp_path):
    archive = copied(world, tmp_path)
    shutil.rmtree(archive.root / PROOFS)
    assert codes(judged(archive, world.trust)) == []
    assert codes(judged(archive, world.trust, signed=True, stamped=True)) == ["PG768", "PG768"]


def test_a_signature_of_a_version_that_is_gone_tells_of_it(world, tmp_path):
    archive = copied(world, tmp_path)
    shutil.rmtree(archive.root / "plangen%3aplan-2011-12")
    verified = judged(archive, None)
    assert codes(verified) == ["PG762"]
    assert "version 3 of plan-2011-12 was signed or stamped, and is gone" in verified.findings[0].message


def test_whatever_lies_there_and_is_no_proof_is_told(world, tmp_path):
    archive = copied(world, tmp_path)
    below = archive.root / PROOFS
    places = ("x.txt", "plan-2011-12/x", "plan-2011-12/v3/1/y", "plan-2011-12/v3/0/signature.p7s", "../x/y")
    for place in places:
        (below / place).parent.mkdir(exist_ok=True, parents=True)
        (below / place).write_bytes(b"")
    (below / "plan-2011-12" / "v3" / "9").symlink_to(tmp_path)
    strange = [found for found in judged(archive, world.trust).findings if found.code == "PG732"]
    assert len(strange) == 6
    (below / "plan-2011-12" / "v3" / "1" / "signature.p7s").unlink()
    (below / "plan-2011-12" / "v3" / "1" / "signature.p7s").symlink_to(tmp_path / "nothing")
    assert {"PG732", "PG723"} <= set(codes(judged(archive, world.trust)))


@pytest.mark.parametrize("count", [60, pytest.param(3000, marks=pytest.mark.long)])
def test_no_bytes_are_too_strange_to_be_judged(count, world):
    """Signatures and stamps come from a share that others write to: each is judged, and none raises."""
    inventory = world.archive.inventory("plan-2011-12", 3)
    originals = [one.data for one in world.archive.proofs("plan-2011-12", 3)[:2]]
    chance = random.Random(7)
    for number in range(count):
        spoilt = bytearray(originals[number % 2])
        for _ in range(chance.randint(1, 4)):
            place = chance.randrange(len(spoilt))
            match chance.randrange(3):
                case 0:
                    spoilt[place] = chance.randrange(256)
                case 1:
                    del spoilt[place : place + chance.randrange(1, 40)]
                case 2:
                    spoilt[place:place] = spoilt[:10]
        for data in (bytes(spoilt), b"", bytes(spoilt[: len(spoilt) // 2])):
            assert judge_signature(data, inventory + b" ", world.trust, NOW).verdict is ProofVerdict.BROKEN
            assert judge_time_stamp(data, inventory + b" ", world.trust).verdict is ProofVerdict.BROKEN
            assert isinstance(judge_signature(data, inventory, world.trust, NOW).verdict, ProofVerdict)


# What cannot be done


def refused(call: object, *arguments: object) -> Diagnostic:
    with pytest.raises(PlangenError) as caught:
        call(*arguments)  # type: ignore[operator]
    (found,) = caught.value.diagnostics
    assert found.hint
    return found


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda world: (world.secretary.p12(world.root), "wrong"), "the password is wrong"),
        (lambda world: (b"no key", PASSWORD), "the password is wrong"),
        (lambda world: (world.root.pem, PASSWORD), "the password is wrong"),
        (lambda world: (b"0" * 1_000_001, PASSWORD), "too large to be read"),
        (lambda world: (holder("x", world.root, end=NOW - YEAR / 2).p12(), PASSWORD), "not valid today"),
        (lambda world: (authority("y").p12(), PASSWORD), "not for signing"),
    ],
)
def test_a_key_that_cannot_sign_is_told_and_nothing_is_stored(spoil, words, world, tmp_path):
    data, password = spoil(world)
    (tmp_path / "key.p12").write_bytes(data)
    before = snapshot(world.archive.root)
    found = refused(sign, world.archive, PLAN, None, tmp_path / "key.p12", password, NOW)
    assert found.code == "PG769"
    assert words in found.message
    assert PASSWORD not in str(found)
    assert refused(sign, world.archive, PLAN, None, tmp_path / "none.p12", "", NOW).code == "PG769"
    assert snapshot(world.archive.root) == before


def test_a_key_without_a_password_signs(world, tmp_path):
    archive = copied(world, tmp_path)
    (tmp_path / "key.p12").write_bytes(world.secretary.p12(world.root, password=""))
    sign(archive, PLAN, "1.0", tmp_path / "key.p12", "", NOW)
    assert codes(judged(archive, world.trust)) == []


def test_an_authority_that_gives_no_time_stamp_is_told_and_nothing_is_stored(world, tmp_path):
    good = world.archive.proofs("plan-2011-12", 3)[1].data
    answers = ((500, b""), (200, b""), (200, b"<html>"), (200, good), (200, bytes.fromhex("30053003020102")))
    before = snapshot(world.archive.root)
    for answer in answers:
        with answering(lambda _, answer=answer: answer) as address:
            found = refused(timestamp, world.archive, PLAN, None, address)
        assert found.code == "PG770"
    for address in ("ftp://example.org", "file:///etc/passwd", "nonsense", "http://[", "http://127.0.0.1:1/"):
        assert refused(timestamp, world.archive, PLAN, None, address).code == "PG770"
    assert snapshot(world.archive.root) == before


@pytest.mark.parametrize("files", [{}, {"x.pem": b"no certificate"}, {"x.crl": b""}, {"x.pem": b"0" * 1_000_001}])
def test_a_trust_store_of_other_things_is_refused(files, tmp_path):
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    assert refused(load_trust, tmp_path).code == "PG771"
    assert refused(load_trust, tmp_path / "nowhere").code == "PG771"


def test_nobody_signs_a_damaged_version(world, tmp_path):
    archive = copied(world, tmp_path)
    (pdf,) = archive.root.glob("*/v1/content/*.pdf")
    pdf.write_bytes(b"%PDF forged")
    with pytest.raises(PlangenError) as caught:
        sign(archive, PLAN, None, world.folder / "secretary.p12", PASSWORD, NOW)
    assert "PG731" in {found.code for found in caught.value.diagnostics}


def test_without_the_extra_proofs_are_told_to_be_unchecked(world, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyhanko.sign.signers", None)
    found = refused(sign, world.archive, PLAN, None, world.folder / "secretary.p12", PASSWORD, NOW)
    assert found.code == "PG772"
    (told,) = judged(world.archive, None).findings
    assert (told.code, told.severity) == ("PG772", Severity.WARNING)


# Which finds which


COLUMNS = {
    "newest receipt": ("", True),
    "signature": ("signature.p7s", False),
    "time stamp": ("inventory.tsr", False),
    "signature, taken away": ("signature.p7s", True),
    "time stamp, taken away": ("inventory.tsr", True),
}
"""The file that each column is about, and whether the forger takes away those that do not fit any more."""


@pytest.mark.parametrize("count", [6, pytest.param(100, marks=pytest.mark.long)])
def test_forgeries_are_found_as_the_page_says(count, world, tmp_path):
    """Every version is signed and stamped; the forger recomputes every digest."""
    archive = stored(tmp_path / "honest", honest())
    for name in EDITIONS:
        edition = EditionName.of(EditionKind(name.partition("-")[0]), name.partition("-")[2])
        for version in ("1.0", "1.1", "1.2"):
            sign(archive, edition, version, world.folder / "secretary.p12", PASSWORD, NOW)
            timestamp(archive, edition, version, world.tsa)
    given = receipt(archive, PLAN)
    expected = [Expectation(given.inventory_sha512, given)]
    table: dict[str, Counter[str]] = {kind: Counter() for kind in ("none", *KINDS)}
    for number, (kind, additions) in enumerate([("none", honest()), *forgeries(count, 12)]):
        forged = stored(tmp_path / str(number), additions)
        table[kind]["tried"] += 1
        for column, (file, taken_away) in COLUMNS.items():
            _lay_beside(forged, archive, file, taken_away)
            wishes = ProofWishes(NOW, world.trust, signed=file == "signature.p7s", stamped=file == "inventory.tsr")
            found = verify(forged, None, () if file else expected, wishes if file else None)
            table[kind][column] += bool(found.findings)
    assert [table["none"][column] for column in COLUMNS] == [0] * 5
    assert all(table[kind]["newest receipt"] == table[kind]["tried"] for kind in KINDS)
    assert all(table[kind]["signature"] == table[kind]["tried"] for kind in KINDS)
    if count == 100:
        rows = [
            f"| {kind} | {' | '.join(str(table[kind][column]) for column in ('tried', *COLUMNS))} |"
            for kind in KINDS
        ]
        page = (ROOT / "docs" / "archive.md").read_text("utf-8")
        assert [row for row in rows if row not in page] == []


def _lay_beside(forged: Archive, archive: Archive, file: str, taken_away: bool) -> None:
    """The proofs of one kind from the honest archive; those that still fit, where the forger takes others away."""
    shutil.rmtree(forged.root / PROOFS, ignore_errors=True)
    for one in (one for name in EDITIONS for number in (1, 2, 3) for one in archive.proofs(name, number)):
        name, number = one.place.split("/")[2], int(one.place.split("/")[3][1:])
        if one.name == file and not (
            taken_away and _inventory(forged, name, number) != archive.inventory(name, number)
        ):
            (forged.root / one.place).parent.mkdir(parents=True)
            (forged.root / one.place).write_bytes(one.data)


def _inventory(archive: Archive, name: str, number: int) -> bytes | None:
    try:
        return archive.inventory(name, number)
    except PlangenError:
        return None
