"""Editions: a plan with its lists and chapters, or a pack with its commentaries, as officers write them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from random_documents.chart_requests import charts
from random_documents.indicators import AREA, Measured, measured
from random_documents.narrative import Chapter, chapter
from random_documents.pictures import PICTURE, write_picture
from random_documents.words import ENDLESS, Passage, Writer

from plangen import EditionKind, EditionName

__all__ = ["Written", "write_edition"]

AGENCIES = 6


class Written(NamedTuple):
    """A workspace on disk: its edition, and the texts that have to be in it, each sequence in its order."""

    root: Path
    name: EditionName
    sequences: tuple[tuple[str, ...], ...]
    actions: tuple[str, ...]

    def words(self) -> frozenset[str]:
        """Every word and figure of the content files, without the marks of Markdown around it."""
        texts = (path.read_text("utf-8") for path in (self.root / "content").rglob("*.*"))
        return frozenset(word for text in texts for word in re.findall(r"[^\s*\[\]{}#|]+", text))


def write_edition(root: Path, seed: int) -> Written:
    """Write the workspace of `seed`: a plan where it is even, a pack where it is odd."""
    writer = Writer(seed)
    found = measured(writer, quarterly=bool(seed % 2))
    _write_shared(root / "content", writer, found)
    return _write_pack(root, writer, found) if seed % 2 else _write_plan(root, writer, found)


def _write_shared(content: Path, writer: Writer, found: Measured) -> None:
    partnership = {
        "name": f"{writer.title(6, longest=16)} Partnership",
        "area": AREA,
        "agencies": {f"agency_{n}": f"{writer.title(5, longest=18)} {n}" for n in range(1, AGENCIES + 1)},
        "populations": {
            "all": {
                "name": "All residents",
                "years": {
                    year: {"count": 50000 + year, "source": "Example estimate"} for year in range(2014, 2020)
                },
            }
        },
        "most_similar_group": {"name": "Most similar group", "size": 15},
        "small_numbers": 5 if writer.chance(0.2) else 0,
        "publication": {
            "contact": writer.title(9),
            "alternative_formats": writer.sentence(30),
            "accessibility_statement": "https://www.example.org/accessibility",
        },
    }
    if writer.chance(0.15):
        partnership["publication"]["marking"] = "OFFICIAL-SENSITIVE"
    terms = {
        f"{writer.words(2, longest=14)} {n}": {"meaning": writer.sentence(30)} for n in range(writer.number(1, 12))
    }
    _dump(content / "partnership.yaml", partnership)
    _dump(content / "glossary.yaml", terms)
    _dump(content / "indicators.yaml", found.indicators)
    _dump(content / "facts.yaml", found.facts)
    _dump(content / "targets.yaml", found.targets)
    _save(content / "data" / "observations.csv", found.table)
    write_picture(content.parent / "assets" / PICTURE, writer)


def _write_plan(root: Path, writer: Writer, found: Measured) -> Written:
    folder = root / "content" / "plans" / "2019-20"
    priorities = [_priority(writer, found, n) for n in range(1, writer.number(1, 4) + 1)]
    _dump(folder / "priorities.yaml", {"priorities": priorities})
    promises = [
        {"target": target["id"], "said": writer.sentence(18)}
        for target in found.targets
        if target["due"] == "2018/19" and writer.chance(0.5)
    ][:20] or [{"target": found.targets[0]["id"], "said": writer.sentence(18)}]
    _dump(folder / "we_said_we_did.yaml", {"at": "2018/19", "source": writer.title(6), "promises": promises})
    themes = [_theme(writer) for _ in range(writer.number(1, 5))]
    _dump(folder / "you_said_we_did.yaml", {"themes": themes})
    groups = _appendix_groups(writer, found, priorities)
    _dump(folder / "appendix.yaml", {"result": "2018/19", "targets": ["2019/20"], "groups": groups})
    chapters = _chapters(writer, found, _plan_directives(writer, found, promises, themes, groups))
    for number, made in enumerate(chapters, 1):
        _save(folder / "narrative" / f"chapter-{number}.md", made.source)
    parts = _parts(writer, len(chapters))
    record = {
        "title": writer.title(9),
        "period": "2019/20",
        "date": date(2019, 4, 1),
        "version": "1.0",
        "parts": parts,
    }
    _dump(folder / "plan.yaml", record)
    titles = tuple(title for part in parts for title in (c["title"] for c in part["chapters"]))
    actions = tuple(text for p in priorities for a in p["actions"] for text in (a["action"], *a.get("steps", ())))
    heads = tuple(priority["title"] for priority in priorities)
    outcomes = [tuple(priority["outcomes"]) for priority in priorities]
    sequences = [s for made in chapters for s in made.sequences]
    name = EditionName.of(EditionKind.PLAN, "2019-20")
    return Written(root, name, (titles, heads, *outcomes, *sequences), actions)


def _plan_directives(
    writer: Writer,
    found: Measured,
    promises: list[dict[str, Any]],
    themes: list[dict[str, Any]],
    groups: list[dict[str, Any]],
) -> list[Passage]:
    """Each directive that makes something of the plan's lists, with the words that it shows."""
    said = tuple(promise["said"] for promise in promises)
    told = tuple(text for theme in themes for text in (theme["title"], theme["said"], theme["did"]))
    rows = tuple(found.indicators[row["indicator"]]["name"] for group in groups for row in group["rows"])
    notes = tuple(row["note"] for group in groups for row in group["rows"] if "note" in row)
    told_by = [
        target["id"]
        for target in found.targets
        if target["due"] == "2018/19"
        and target["indicator"] in found.whole
        and target.get("to") not in ("TBA", "To be set")
        and ("base" not in target or len(found.periods) > 1)
    ]
    tiles = " ".join(writer.rng.sample(told_by, min(len(told_by), writer.number(1, 3))))
    latest = " ".join(writer.rng.sample(list(found.indicators), min(len(found.indicators), 6)))
    made = {
        "{priorities}": (),
        "{key-targets}": (),
        "{headline-actions}": (),
        "{we-said-we-did}": said,
        "{you-said-we-did}": told,
        "{lead-agencies}": (),
        "{glossary}": (),
        "{indicator-table}": (*rows, *notes),
        f"{{indicator-table}} {latest}": (),
    }
    if tiles:
        made[f"{{figures}} {tiles}"] = ()
    return [Passage(f":::{opening}\n:::", texts) for opening, texts in made.items()]


def _chapters(writer: Writer, found: Measured, directives: list[Passage]) -> list[Chapter]:
    """One to eight chapters, with all of `directives` among them."""
    count = writer.number(1, 8)
    shares = [directives[at::count] for at in range(count)]
    return [
        chapter(writer, headings=True, charts=charts(found), expressions=_expressions(found), directives=share)
        for share in shares
    ]


def _parts(writer: Writer, count: int) -> list[dict[str, Any]]:
    chapters = [
        {
            "id": f"chapter_{n}",
            "title": writer.rng.choice(ENDLESS[:1]) if writer.chance(0.02) else writer.heading(),
            "narrative": f"chapter-{n}.md",
            "numbered": writer.chance(0.8),
        }
        for n in range(1, count + 1)
    ]
    cut = writer.rng.randint(0, count - 1)
    return [{"title": writer.title(6), "chapters": some} for some in (chapters[:cut], chapters[cut:]) if some]


def _priority(writer: Writer, found: Measured, number: int) -> dict[str, Any]:
    ids = [target["id"] for target in found.targets if target["due"] == "2019/20"]
    record: dict[str, Any] = {"id": f"priority_{number}", "title": writer.heading()}
    if number < 4 or writer.chance(0.7):
        record["number"] = number
    if writer.chance(0.5):
        record["short"] = writer.title(4, longest=14)
    if writer.chance(0.7):
        record["target"] = writer.rng.choice(ids)
    record["targets"] = writer.rng.sample(ids, min(len(ids), writer.number(1, 4)))
    record["outcomes"] = [writer.title(20) for _ in range(writer.number(1, 9))]
    record["resources"] = writer.paragraph(4)
    record["actions"] = [_action(writer) for _ in range(writer.number(1, 9))]
    return record


def _action(writer: Writer) -> dict[str, Any]:
    leads = [f"agency_{n}" for n in writer.rng.sample(range(1, AGENCIES + 1), writer.number(1, 4))]
    action: dict[str, Any] = {"action": writer.sentence(40), "leads": leads}
    if writer.chance(0.4):
        action["steps"] = [writer.sentence(20) for _ in range(writer.number(1, 5))]
    return action


def _theme(writer: Writer) -> dict[str, Any]:
    theme: dict[str, Any] = {"title": writer.title(10), "said": writer.sentence(30), "did": writer.paragraph(5)}
    if writer.chance(0.5):
        theme["callout"] = writer.title(6, longest=16)
        theme["figures"] = [{"figure": "{{ facts.fact_1 }}", "words": writer.words(8, longest=16)}]
    if writer.chance(0.3):
        theme["feedback"] = writer.sentence(20)
    return theme


def _appendix_groups(writer: Writer, found: Measured, priorities: list[dict[str, Any]]) -> list[dict[str, Any]]:
    heads = [{"priority": priority["id"]} for priority in priorities] + [{"title": writer.title(6)}]
    ids = list(found.indicators)
    groups = []
    for at, head in enumerate(heads):
        rows: list[dict[str, Any]] = [{"indicator": id} for id in ids[at :: len(heads)]]
        for row in rows:
            if writer.chance(0.1):
                row["note"] = writer.sentence(24)
        if rows:
            groups.append({**head, "rows": rows})
    return groups


def _write_pack(root: Path, writer: Writer, found: Measured) -> Written:
    folder = root / "content" / "packs" / "2019-20-q2"
    count = writer.number(1, 4)
    ids = list(found.indicators)
    priorities = []
    sequences: list[tuple[str, ...]] = []
    for number in range(1, count + 1):
        actions = _key_actions(writer, number, ids[number - 1 :: count])
        title = writer.heading(9)
        priority = {"number": number, "title": title, "actions": actions}
        if writer.chance(0.5):
            priority["short"] = writer.title(4, longest=14)
        priorities.append(priority)
        for action in actions:
            if writer.chance(0.75):
                made = chapter(
                    writer, headings=False, charts=charts(found), expressions=_expressions(found), most=4
                )
                head = f"---\nsigned_off: {{by: {writer.title(3, longest=16)}, on: 2019-10-20}}\n---\n\n"
                _save(folder / "commentary" / f"{action['ref']}.md", head + made.source)
                sequences += made.sequences
    record = {
        "title": writer.heading(8),
        "period": "2019/20 Q2",
        "date": date(2019, 10, 20),
        "version": "1.0",
        "priorities": priorities,
    }
    _dump(folder / "pack.yaml", record)
    keys = [action for priority in priorities for action in priority["actions"]]
    shown = tuple(m["text"] for action in keys for m in action["measures"] if "text" in m)
    sequences += [shown, tuple(action["short"] for action in keys)]
    name = EditionName.of(EditionKind.PACK, "2019-20-q2")
    return Written(root, name, tuple(sequences), tuple(action["action"] for action in keys))


def _key_actions(writer: Writer, priority: int, ids: list[str]) -> list[dict[str, Any]]:
    """Key actions that show all of `ids`, one to three each, some with words in place of an indicator."""
    actions = []
    waiting = list(ids)
    while waiting or not actions:
        ref = f"{priority}.{len(actions) + 1}"
        some = [waiting.pop(0) for _ in range(min(len(waiting), writer.rng.choice([0, 1, 1, 2, 3])))]
        shown: list[dict[str, Any]] = [{"indicator": id} for id in some] or [{"text": writer.sentence(16)}]
        refs = [ref] if len(shown) == 1 else [f"{ref}{letter}" for letter in "abc"]
        measures = [{"ref": own, **one} for own, one in zip(refs, shown, strict=False)]
        short = writer.title(10, longest=14)
        while len(short) > 72:
            short = short.rpartition(" ")[0]
        action = {"ref": ref, "action": writer.sentence(40), "short": short}
        actions.append({**action, "lead": f"agency_{writer.rng.randint(1, AGENCIES)}", "measures": measures})
    return actions


def _expressions(found: Measured) -> list[str]:
    return [*list(found.indicators)[:10], *(f"facts.{id}" for id in found.facts)]


def _dump(path: Path, record: object) -> None:
    _save(path, yaml.safe_dump(record, allow_unicode=True, sort_keys=False, width=1000))


def _save(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
