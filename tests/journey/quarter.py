"""A quarter from the workbooks to the final pack, by the commands of docs/quarter.md and no editor.

    .venv/bin/python tests/journey/quarter.py      runs it, and says what processor time each command took

The partnership is one that does not exist, with 20 key actions, 26 measures and four agencies: 21 figures come in
a workbook, four in the agencies' forms, one not at all, and 20 commentaries in a Word file.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from intake.commentary.word_files import heading, paragraph, word_file
from openpyxl import Workbook, load_workbook

from plangen.sources.starter import write_starter

AGENCIES = ("council", "police", "fire", "health")
QUARTERS = ("2024/25 Q2", "2024/25 Q3", "2024/25 Q4", "2025/26 Q1", "2025/26 Q2")
REFS = tuple(f"{priority}.{action}" for priority in range(1, 5) for action in range(1, 6))
FORMS = tuple(f"1.{number}b" for number in range(1, 5))
"""The measures whose figures come in forms, one for each agency."""

LATE = "2.5b"
"""The measure whose figure does not come at all."""


def indicators() -> dict[str, str]:
    """Every measure's reference by the id of its indicator."""
    refs = [*(f"{ref}a" for ref in REFS), *FORMS, "1.5b", LATE]
    return {f"measure_{ref.replace('.', '_')}": ref for ref in refs}


def lead(ref: str) -> str:
    """The agency of a key action or measure."""
    action = int(ref.split(".")[1].rstrip("ab")) - 1
    return AGENCIES[action % len(AGENCIES)]


def topic(ref: str) -> str:
    """What a key action is about: a letter, since a number would be a figure."""
    return f"topic {chr(ord('A') + REFS.index(ref))}"


def action(ref: str) -> str:
    """A key action in a sentence. One has a date in it, which is true in every quarter until then."""
    return f"Help with {topic(ref)}, by 2027." if ref == REFS[-1] else f"Help with {topic(ref)}."


def made(root: Path) -> Path:
    """The workspace as the quarter begins: the pack of the quarter before is there, with all its figures."""
    write_starter(root)
    add(root / "content/partnership.yaml", "  fire: Example Fire and Rescue\n", "  health: Example Health Trust\n")
    records = (
        f"\n{id}:\n  name: Measure {ref}\n  phrase: incidents\n  unit: count\n  polarity: lower\n"
        f"  source: Example statistics (example figures)\n  lead: {lead(ref)}\n"
        for id, ref in indicators().items()
    )
    add(root / "content/indicators.yaml", "", "".join(records))
    rows = (
        f"{id},Example Town,{quarter},{400 + 7 * number + 3 * place},Example figure\n"
        for number, id in enumerate(indicators())
        for place, quarter in enumerate(QUARTERS)
    )
    (root / "content/data/measures.csv").write_text("indicator,area,period,value,note\n" + "".join(rows), "utf-8")
    (root / "content/packs/2025-26-q2/pack.yaml").write_text("\n".join(pack()) + "\n", "utf-8")
    for ref in REFS:
        text = f"---\nsigned_off: {{by: A Example, on: 2025-10-14}}\n---\n\nPartners met about {topic(ref)}.\n"
        (root / f"content/packs/2025-26-q2/commentary/{ref}.md").write_text(text, "utf-8")
    return root


def pack() -> Iterator[str]:
    yield from (
        "title: Performance pack",
        "period: 2025/26 Q2",
        "date: 2025-10-20",
        'version: "1.0"',
        "priorities:",
    )
    for priority in range(1, 5):
        yield from (f"  - number: {priority}", f"    title: Priority {priority}", "    actions:")
        for ref in REFS[5 * priority - 5 : 5 * priority]:
            yield from (f'      - ref: "{ref}"', f"        action: {action(ref)}")
            yield from (
                f"        short: Help with {topic(ref)}",
                f"        lead: {lead(ref)}",
                "        measures:",
            )
            own = [(id, one) for id, one in indicators().items() if one.rstrip("ab") == ref]
            yield from (f"          - {{ref: {one}, indicator: {id}}}" for id, one in own)


def add(path: Path, below: str, text: str) -> None:
    before = path.read_text("utf-8")
    assert below in before
    path.write_text(before.replace(below, below + text) if below else before + text, "utf-8")


def workbook(path: Path) -> None:
    """What the analyst sends: names down, quarters across, and the new quarter in the last column."""
    book = Workbook()
    sheet = book.active
    sheet.title = "KPIs"
    sheet.append(["Example KPIs for the quarter"])
    sheet.append(["Measure", "Q2 2025/26", "Q3 2025/26"])
    for number, ref in enumerate(indicators().values()):
        if ref not in (*FORMS, LATE):
            sheet.append([f"Measure {ref}", 400 + 7 * number + 12, 400 + 7 * number + 5])
    book.save(path)


def commentary(path: Path) -> None:
    """What the agencies wrote, one Word file for all 20 key actions."""
    blocks = []
    for ref in REFS:
        blocks += [
            heading(f"{ref} Help"),
            paragraph(f"Partners looked at {topic(ref)} again, and agreed what comes next."),
        ]
    path.write_bytes(word_file(*blocks))


def fill(form: Path, ref: str, value: int) -> None:
    """What an agency does with its form: a number in the yellow cell of one measure."""
    book = load_workbook(form)
    sheet = book["Figures"]
    head, column = next(
        (cell.row, cell.column)
        for row in sheet.iter_rows()
        for cell in row
        if str(cell.value).startswith("This quarter")
    )
    for row in sheet.iter_rows(min_row=head + 1):
        if any(cell.value == ref for cell in row):
            sheet.cell(row[0].row, column).value = value
    book.save(form)


def steps(root: Path, inbox: Path) -> Iterator[tuple[Sequence[str], int]]:
    """The commands of docs/quarter.md with the exit status that each has; what others do stands between them."""
    new = "2025-26-q3"
    yield ("new", "pack", new, "--from", "2025-26-q2", "--date", "2026-01-20"), 0
    workbook(inbox / "Example KPI.xlsx")
    yield (
        (
            "import",
            str(inbox / "Example KPI.xlsx"),
            "--pack",
            new,
            "--save",
            "analyst",
            "--yes",
            "--on",
            "2026-01-09",
        ),
        0,
    )
    yield ("returns", "issue", "pack", new, "--due", "2099-01-16"), 0
    forms = []
    for agency, ref in zip(AGENCIES, FORMS, strict=True):
        form = inbox / f"{agency}.xlsx"
        form.write_bytes((root / f"output/returns/{new}/{agency}.xlsx").read_bytes())
        fill(form, ref, 390)
        forms.append(str(form))
    yield ("returns", "read", *forms), 0
    for agency, ref in zip(AGENCIES, FORMS, strict=True):
        yield ("returns", "accept", "pack", new, agency, ref), 0
    commentary(inbox / "Commentary Q3.docx")
    signed = ("--signed-off", "A Example", "--on", "2026-01-14")
    yield ("import", str(inbox / "Commentary Q3.docx"), "--pack", new, *signed), 0
    yield ("check", "pack", new), 0
    yield ("build", "pack", new), 0
    late = ("--reason", "The figure comes a month late.", "--by", "Editor of the pack")
    yield ("accept", "PG878", f"content/packs/{new}/pack.yaml", *late), 0
    still = ("--reason", "The date is the same for the whole strategy.", "--by", "Editor of the pack")
    yield ("accept", "PG876", f"content/packs/{new}/pack.yaml", *still), 0
    yield ("build", "pack", new, "--final"), 0
    yield ("todo", "pack", new), 0


def run(root: Path, inbox: Path) -> list[tuple[str, float]]:
    """Every command with the seconds of processor time it took; fails where one ends otherwise than it should."""
    done = []
    for arguments, expected in steps(root, inbox):
        begun = _used()
        command = [sys.executable, "-m", "plangen", "-C", str(root), *arguments]
        said = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
        done.append((" ".join(arguments[:3]), _used() - begun))
        assert said.returncode == expected, f"{arguments}\n{said.stdout}\n{said.stderr}"
    return done


def _used() -> float:
    times = os.times()
    return times.children_user + times.children_system


def main() -> None:
    with TemporaryDirectory() as folder:
        inbox = Path(folder) / "inbox"
        inbox.mkdir()
        done = run(made(Path(folder) / "w"), inbox)
    for name, seconds in done:
        sys.stdout.write(f"{seconds:6.2f} s  {name}\n")
    sys.stdout.write(f"{sum(seconds for _, seconds in done):6.2f} s\n")


if __name__ == "__main__":
    main()
