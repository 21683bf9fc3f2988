"""veraPDF, the reference validator of PDF/UA and PDF/A, started once for many files (starting Java is slow)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

HERE = Path(__file__).parent
POM = HERE / "pom.xml"
CLASSPATH = HERE / "target" / "classpath.txt"
MAIN = "org.verapdf.apps.GreenfieldCliWrapper"
REQUIRED = "PLANGEN_REQUIRE_VERAPDF"


@dataclass(frozen=True)
class Failure:
    """A rule that a file does not meet: clause and number of the test, as the profile counts them."""

    file: str
    rule: str
    description: str
    times: int = 1

    def __str__(self) -> str:
        return f"{self.file}: {self.rule} ({self.times} x): {self.description}"


def validate(paths: Sequence[Path], flavour: str) -> list[Failure]:
    """The rules of `flavour` (`ua1`, `3a`) that the files at `paths` break; skips where Java is missing."""
    command = ["java", "-cp", classpath(), MAIN, "--format", "json", "--loglevel", "0", "--flavour", flavour]
    ran = subprocess.run([*command, *map(str, paths)], capture_output=True, text=True, check=False)
    jobs = json.loads(ran.stdout)["report"]["jobs"]
    assert len(jobs) == len(paths), ran.stderr
    return [failure for job in jobs for failure in _failures(job)]


def classpath() -> str:
    """Where veraPDF's classes are, resolved by Maven on first use and whenever the pom has changed."""
    missing = [tool for tool in ("java", "mvn") if shutil.which(tool) is None]
    if missing:
        _unavailable(f"veraPDF needs {' and '.join(missing)}")
    if not CLASSPATH.exists() or CLASSPATH.stat().st_mtime < POM.stat().st_mtime:
        _resolve()
    return CLASSPATH.read_text(encoding="utf-8").strip()


def _resolve() -> None:
    CLASSPATH.parent.mkdir(exist_ok=True)
    fresh = CLASSPATH.with_name(f"classpath-{os.getpid()}.txt")  # two test workers may come here at once
    goal = ["dependency:build-classpath", f"-Dmdep.outputFile={fresh}"]
    ran = subprocess.run(["mvn", "-B", "-q", "-f", str(POM), *goal], capture_output=True, text=True, check=False)
    if ran.returncode:
        _unavailable(f"Maven could not fetch veraPDF: {ran.stdout.strip().splitlines()[:1]}")
    fresh.replace(CLASSPATH)


def _unavailable(reason: str) -> None:
    if os.environ.get(REQUIRED):
        pytest.fail(f"{reason}, and {REQUIRED} is set", pytrace=False)
    pytest.skip(reason)


def _failures(job: dict) -> list[Failure]:
    name = Path(job["itemDetails"]["name"]).name
    if "taskException" in job:
        return [Failure(name, "unreadable", job["taskException"]["exceptionMessage"])]
    return [
        Failure(
            name,
            f"{rule['clause']}-{rule['testNumber']}",
            f"{rule['checks'][0].get('errorMessage', rule['description'])} at {rule['checks'][0]['context']}",
            rule["failedChecks"],
        )
        for result in job["validationResult"]
        for rule in result["details"]["ruleSummaries"]
    ]
