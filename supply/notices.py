"""Write NOTICES.md: which packages plangen needs to run, and under which licences they are.

Run it by `make notices`, in an environment with plangen installed.
"""

from __future__ import annotations

import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

NOTICES = Path(__file__).parents[1] / "NOTICES.md"

_ABOUT = """\
# Notices

plangen is under the MIT licence (`LICENSE`). Its wheel holds nothing that others wrote: it needs the packages
below, which pip installs beside it. Who hands them on together with plangen, in an installer or a folder for a
computer without network, hands on their licences too: `make sbom` writes a list of all of them in CycloneDX,
with the texts of their licences. Two ask for more than their text. Under the Mozilla Public License 2.0, say
where the source of those packages is. Under the SIL Open Font Licence, do not sell the fonts by themselves. The
PDFs that plangen makes embed parts of Source Sans Pro, which that licence allows without a notice.

| package | licence |
|---|---|
"""

_FAMILIES = (
    ("Mozilla Public License", "MPL-2.0"),
    ("Apache Software License", "Apache-2.0"),
    ("BSD License", "BSD"),
    ("MIT License", "MIT"),
    ("Python Software Foundation License", "PSF-2.0"),
)


def needed(name: str = "plangen", extra: str = "sign") -> dict[str, Distribution]:
    """Every package that `name` needs to run, by its name in small letters; without what is for other systems."""
    found: dict[str, Distribution] = {}
    waiting = [(name, extra)]
    while waiting:
        wanted, wanted_extra = waiting.pop()
        try:
            package = distribution(wanted)
        except PackageNotFoundError:
            continue
        for requirement in package.requires or ():
            other, its_extra, applies = _read(requirement, wanted_extra)
            if applies and other not in found:
                waiting.append((other, its_extra))
        found[_normal(wanted)] = package
    del found[name]
    return dict(sorted(found.items()))


def _read(requirement: str, extra: str) -> tuple[str, str, bool]:
    """Name, extra, and whether it applies here, of a requirement."""
    from packaging.requirements import Requirement

    read = Requirement(requirement)
    applies = read.marker is None or read.marker.evaluate({"extra": extra})
    return _normal(read.name), next(iter(sorted(read.extras)), ""), applies


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def licence(package: Distribution) -> str:
    """The licence of a package as it names it: an expression, a line, or a classifier."""
    metadata = package.metadata
    if expression := metadata.get("License-Expression"):
        return expression
    classifiers = [line for line in metadata.get_all("Classifier", ()) if line.startswith("License ::")]
    for words, short in _FAMILIES:
        if any(words in line for line in classifiers):
            return short
    first = (metadata.get("License") or "").strip().splitlines()
    return first[0][:60] if first and first[0] else "see the package"


def text() -> str:
    """The whole file."""
    rows = [f"| {package.metadata['Name']} | {licence(package)} |\n" for package in needed().values()]
    return _ABOUT + "".join(rows)


if __name__ == "__main__":
    NOTICES.write_text(text(), encoding="utf-8", newline="\n")
