"""Charts of every kind for what is measured, and words that stand only where it did not get worse."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from random_documents.indicators import Measured
from random_documents.words import Passage, Writer

__all__ = ["charts"]


def charts(found: Measured) -> list[Callable[[Writer], Passage]]:
    """What writes a chart, or conditional words, one for each kind that the figures allow."""
    lines = tuple(id for id in found.drawn if found.indicators[id]["unit"] != "rank")
    counts, ranks = found.of(found.whole, "count"), found.of(tuple(found.indicators), "rank")
    kinds = [
        partial(_chart, names="facts.part_1 facts.part_2 facts.part_3", options={"kind": "share"}),
        partial(_chart, names="facts.status_1 facts.status_2 facts.status_3", options={"kind": "status"}),
        partial(_chart, names="facts.fact_1 facts.fact_2 facts.fact_3", options={"kind": "bars"}),
    ]
    if lines:
        kinds += [partial(_one_of, ids=lines, kind=kind) for kind in ("trend", "control")]
    if counts and len(found.periods) > 1:
        kinds.append(partial(_changes, ids=tuple(counts), period=found.periods[-1]))
    judged = [id for id in counts if found.indicators[id]["polarity"] != "neutral"]
    if judged and len(found.periods) > 1:
        kinds.append(partial(_condition, ids=tuple(judged)))
    if found.grouped:
        kinds.append(partial(_one_of, ids=found.grouped, kind="group"))
    if ranks := [id for id in ranks if id in found.drawn]:
        kinds.append(partial(_chart, names=" ".join(ranks[:8]), options={"kind": "positions"}))
    return kinds


def _one_of(writer: Writer, ids: tuple[str, ...], kind: str) -> Passage:
    return _chart(writer, writer.rng.choice(ids), {"kind": kind})


def _changes(writer: Writer, ids: tuple[str, ...], period: str) -> Passage:
    some = writer.rng.sample(ids, min(len(ids), writer.number(1, 8)))
    return _chart(writer, " ".join(some), {"kind": "rise-and-fall", "period": period})


def _condition(writer: Writer, ids: tuple[str, ...]) -> Passage:
    return Passage(f":::{{when}} not {writer.rng.choice(ids)}.worsened\n{writer.sentence()}\n:::", ())


def _chart(writer: Writer, names: str, options: dict[str, str]) -> Passage:
    headline = writer.title(12, longest=22)
    given = {**options, "headline": headline}
    texts = [headline]
    for option, most in (("subtitle", 12), ("source", 9)):
        if writer.chance(0.5):
            given[option] = writer.title(most, longest=22)
            texts.append(given[option])
    lines = "\n".join(f":{option}: {value}" for option, value in given.items())
    return Passage(f":::{{chart}} {names}\n{lines}\n:::", tuple(texts))
