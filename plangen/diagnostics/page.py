"""The page of all codes, made from the catalogue: `python -m plangen.diagnostics.page docs/diagnostics.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

from plangen.diagnostics.code import Code
from plangen.diagnostics.codes import (
    archive_editions,
    archive_proofs,
    archive_storage,
    audit,
    begun_editions,
    commentary_files,
    documents,
    editions,
    environment,
    expressions,
    files,
    imported_figures,
    narrative,
    received_files,
    records,
    returned_forms,
    tables,
)

__all__ = ["catalogue", "page"]

_HEAD = """\
# Diagnostics

Every problem has a code, a place, what is wrong, and a hint. All problems of a workspace are told in one run, in order of place.

    error[PG203] content/data/observations.csv:14:value: "twelve" is not a number
      hint: write it with the digits 0 to 9, as 26626, 26,626 or 5.75

The place is file, line and column; in tables, file, row and the name of the column. An *error* stops the build (exit status 1), a
*warning* or *info* does not. `severities:` in content/partnership.yaml changes how much a warning or an info matters, for example
`severities: {PG317: error}`. What is an error by itself stays one: without it, figures could be wrong or a page could not be made. The
errors of the check of editions (PG850 to PG899) are about words and records: they may be changed, or accepted.

Findings of one cause are one finding: other places where it shows stand behind *also*.

With `--json`, a finding also says what it is `about` (indicator, period, target, fact, series, file, as far as it is about one), has the
other places in `also`, and lists `remedies` that could be offered: `put_in` an `expression`, `choose` a name `among` those that are
there, `write` the file at `path`, `accept` it with `code` and `where`.

Each example below is the message of a small workspace under tests/bad or of a test, where the part that finds it reads files.
This page is made from plangen/diagnostics/codes by `make docs`.
"""  # noqa: E501 (a page of text)

_CHAPTERS: tuple[tuple[str, str, tuple[ModuleType, ...]], ...] = (
    ("Files and YAML (PG1xx)", "", (files,)),
    ("Tables of observations (PG2xx)", "The place is file, row and column name.", (tables,)),
    (
        "Files that others send (PG229 to PG276)",
        "The place is the file as it came, with the cell, reference or row where there is one.",
        (imported_figures, received_files, commentary_files, returned_forms),
    ),
    ("Records and what they refer to (PG3xx)", "", (records,)),
    ("Narrative and expressions (PG4xx)", "", (expressions, narrative)),
    ("Pictures, theme, document and publication (PG5xx and PG6xx)", "", (documents,)),
    ("The archive (PG7xx)", "", (archive_storage, archive_editions, archive_proofs)),
    (
        "Audit of existing documents (PG800 to PG849)",
        "Told by `plangen audit` with a confidence between 0 and 1. See checks.md for what each rule reads.",
        (audit,),
    ),
    (
        "The check of editions (PG850 to PG899)",
        "Errors of this part may be accepted in `accepted.yaml`, and `severities` may change them too.",
        (editions, begun_editions),
    ),
    ("Environment (PG9xx)", "", (environment,)),
)


def catalogue() -> dict[str, Code]:
    """Every code by the name of its constant, in order of number."""
    named = ((name, kind) for _, _, modules in _CHAPTERS for module in modules for name, kind in _named(module))
    return dict(sorted(named, key=lambda entry: entry[1].number))


def page() -> str:
    """The whole page, as Markdown."""
    parts = [_HEAD]
    for title, introduction, modules in _CHAPTERS:
        parts.append(f"## {title}\n")
        if introduction:
            parts.append(f"{introduction}\n")
        kinds = [kind for module in modules for _, kind in _named(module)]
        parts += map(_section, sorted(kinds, key=lambda kind: kind.number))
    return "\n".join(parts)


def _named(module: ModuleType) -> Iterable[tuple[str, Code]]:
    return ((name, found) for name, found in vars(module).items() if isinstance(found, Code))


def _section(kind: Code) -> str:
    example = f"{kind.severity.value}[{kind.number}] {kind.example}".replace("\n", "\n    ")
    return f"### {kind.number}: {kind.title}\n\n{kind.meaning} {kind.remedy}\n\n    {example}\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), "utf-8")
