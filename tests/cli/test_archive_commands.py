"""`plangen archive` as a person meets it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pipeline.archives import BOARD, corrected, publishable
from pipeline.authority import PASSWORD, authority, holder, time_stamp_authority

ADD = ("add", "plan", "2025-26", "--approved-on", "2025-04-01")


def archive(root: Path, *arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-m", "plangen", "-C", root, "archive", *arguments]
    done = subprocess.run(list(map(str, command)), cwd=cwd or root, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert "PG999" not in done.stderr
    return done


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return corrected(publishable(tmp_path_factory.mktemp("two") / "w"))


def test_help_loads_nothing_heavy():
    heavy = "reportlab matplotlib pandas pikepdf uharfbuzz PIL"
    code = f"import sys, plangen.cli.archive; print([m for m in '{heavy}'.split() if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_help_names_every_command(two):
    shown = archive(two, "--help").stdout
    every = "add list show verify receipt sign timestamp diff export checkout rebuild"
    assert all(name in shown for name in every.split())


def test_add_prints_a_receipt_that_verify_knows(tmp_path):
    root = publishable(tmp_path / "w")
    done = archive(root, *ADD, "--version", "1.0", "--approved-by", BOARD)
    assert done.returncode == 0
    assert done.stdout.startswith(f"Archived: plan-2025-26, version 1.0\nApproved by {BOARD} on 1 April 2025\n")
    pdf, content, version = (line.split()[-1] for line in done.stdout.splitlines()[2:])
    assert archive(root, "verify", "--expect", version).returncode == 0
    assert all("error[PG760]" in archive(root, "verify", "--expect", short).stderr for short in (pdf, content))


def test_receipt_writes_a_file_that_verify_takes(two, tmp_path):
    done = archive(two, "receipt", "plan", "2025-26", "1.0", cwd=tmp_path)
    file, page = done.stdout.splitlines()
    assert (file, page) == ("plan-2025-26-1.0.receipt.json", "plan-2025-26-1.0.receipt.html")
    done = archive(two, "verify", "--expect", file, cwd=tmp_path)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (
        0,
        "plan-2025-26 1.0: is the version of the receipt",
    )
    done = archive(two, "receipt", "plan", "2025-26", "1.0", cwd=tmp_path)
    assert (done.returncode, done.stderr.count("error[PG752]")) == (1, 2)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("add", "plan", "..", "--version", "1.0", "--approved-by", BOARD), "PG740"),
        (("show", "plan", ".."), "PG740"),
        (("show", "plan", "2031-32"), "PG750"),
        (("show", "plan", "2025-26", "7"), "PG750"),
        (("list", "--archive", "nowhere"), "PG749"),
        ((*ADD, "--version", "1.0; rm", "--approved-by", BOARD), "PG741"),
        ((*ADD, "--version", "2.0", "--approved-by", "a\nb"), "PG742"),
        ((*ADD, "--version", "2.0", "--approved-by", BOARD), "PG747"),
        (("verify", "--expect", "0" * 128), "PG757"),
        (("verify", "--expect", "0" * 64), "PG760"),
        (("verify", "--expect", "nowhere.json"), "PG760"),
        (("receipt", "plan", "2025-26", "7"), "PG750"),
    ],
)
def test_bad_input_ends_in_a_diagnostic(two, arguments, code):
    done = archive(two, *arguments)
    assert done.returncode == (3 if code == "PG749" else 1)
    assert f"error[{code}]" in done.stderr
    assert "hint:" in done.stderr
    told = json.loads(archive(two, *arguments, "--json").stdout)
    findings = told if isinstance(told, list) else told["findings"]
    assert code in {found["code"] for found in findings}


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "plan", "2025-26"),
        ("add", "book", "x", "--version", "1.0"),
        ("verify", "plan"),
        ("verify", "plan", "2025-26", "--all"),
        ("diff", "plan", "2025-26", "1.0"),
        ("export", "plan", "2025-26"),
        ("sign", "plan", "2025-26"),
        ("timestamp", "plan", "2025-26"),
        ("verify", "--signed"),
    ],
)
def test_wrong_usage_exits_with_2(two, arguments):
    assert archive(two, *arguments).returncode == 2


def test_every_command_speaks_json(two, tmp_path):
    def told(*arguments: str | Path) -> object:
        done = archive(two, *arguments, "--json")
        assert (done.returncode, done.stderr) == (0, "")
        return json.loads(done.stdout)

    assert [v["version"] for v in told("list")["plan-2025-26"]] == ["1.0", "1.1"]
    assert told("show", "plan", "2025-26")["version"] == "1.1"
    assert told("verify", "--all") == {
        "sound": ["plan-2025-26 1.0", "plan-2025-26 1.1"],
        "matches": [],
        "proofs": [],
        "findings": [],
    }
    difference = told("diff", "plan", "2025-26", "1.0", "1.1", "-o", tmp_path / "report")
    assert list(difference)[3:] == ["figures", "targets", "text", "pages"]
    assert (tmp_path / "report" / "index.html").is_file()
    assert told("export", "plan", "2025-26", "-o", tmp_path / "x.zip")["written"] == str(tmp_path / "x.zip")
    assert told("checkout", "plan", "2025-26", "1.0", "-o", tmp_path / "w")["version"] == "1.0"
    assert told("rebuild", "plan", "2025-26")["identical"] is True


def test_list_show_and_diff_read_well(two):
    assert "  1.1       5 May 2025         " in archive(two, "list").stdout
    shown = archive(two, "show", "plan", "2025-26").stdout
    assert "Correction: The number of burglaries was 369, not 396." in shown
    lines = archive(two, "diff", "plan", "2025-26", "1.0", "1.1").stdout.splitlines()
    assert lines[:4] == [
        "plan-2025-26: what changed from version 1.0 to version 1.1",
        "",
        "Figures",
        "  House burglary, 2024/25: 396 → 369",
    ]


def test_an_archive_is_read_without_a_workspace(two, tmp_path):
    place = two / "output" / "archive"
    command = [sys.executable, "-m", "plangen", "archive", "list", "--archive", str(place)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True, env=dict(os.environ))
    assert "plan-2025-26" in done.stdout


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl")
def test_sign_timestamp_and_verify_as_a_person_meets_them(two, tmp_path, monkeypatch):
    """The password is never an argument: a file has it, or the environment."""
    root = authority()
    (tmp_path / "root.pem").write_bytes(root.pem)
    (tmp_path / "key.p12").write_bytes(holder("Board Secretary", root).p12(root))
    (tmp_path / "password.txt").write_text(f"{PASSWORD}\r\n", "utf-8")
    shutil.copytree(two / "output" / "archive", tmp_path / "a")
    place = ("--archive", tmp_path / "a")
    signing = ("sign", "plan", "2025-26", "--key", tmp_path / "key.p12", *place)
    pdf = next((tmp_path / "a").rglob("v2/content/*.pdf"))
    before = pdf.read_bytes()
    assert "error[PG769]" in archive(two, *signing).stderr
    assert "error[PG769]" in archive(two, *signing, "--password-file", tmp_path / "none.txt").stderr
    done = archive(two, *signing, "--password-file", tmp_path / "password.txt")
    assert done.stdout.startswith("plan-2025-26 1.1: signed by Common Name: Board Secretary on ")
    monkeypatch.setenv("PLANGEN_KEY_PASSWORD", PASSWORD)
    told = json.loads(archive(two, *signing, "--json").stdout)
    assert told["written"][0].endswith("signature.p7s")
    with time_stamp_authority(tmp_path / "tsa", root) as tsa:
        done = archive(two, "timestamp", "plan", "2025-26", "--tsa", tsa, *place)
    assert done.stdout.startswith("plan-2025-26 1.1: stamped by Common Name: Example Time Stamps on ")
    done = archive(two, "verify", "--trust", tmp_path / "root.pem", "--signed", "--stamped", *place)
    assert (done.returncode, done.stderr) == (0, "")
    said = done.stdout.splitlines()[2:]
    assert len(said) == 5
    assert all("; Common Name: Example Root vouches for that" in line for line in said)
    done = archive(two, "verify", *place)
    assert done.returncode == 0
    assert all("whether that is so was not asked (--trust)" in line for line in done.stdout.splitlines()[2:])
    proofs = json.loads(archive(two, "verify", "--json", "--trust", tmp_path / "root.pem", *place).stdout)[
        "proofs"
    ]
    assert [one["verdict"] for one in proofs] == ["trusted"] * 5
    assert pdf.read_bytes() == before
    assert json.loads(archive(two, "rebuild", "plan", "2025-26", "--json", *place).stdout)["identical"]
