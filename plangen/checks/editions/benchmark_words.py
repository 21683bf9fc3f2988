"""Above or below the benchmark in words, against the benchmark of the same period (PG855)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangen.checks.editions.movements import named_periods
from plangen.checks.editions.remarks import Remark, about_words
from plangen.checks.editions.sentences import Said
from plangen.checks.editions.subjects import Subject
from plangen.diagnostics import About, codes
from plangen.language.english.comparisons import beside_benchmark
from plangen.measures.comparisons import benchmark_difference
from plangen.measures.evidence import Evidence
from plangen.model.comparison import Difference
from plangen.model.unit import Polarity

__all__ = ["words_of_benchmarks"]

_BESIDE = re.compile(
    r"\b(?P<side>above|over|below|under|higher than|lower than|better than|worse than|in line with|level with)\s+"
    r"(?:that of\s+)?(?:the|our|its)\s+(?:\w+[ -]){0,3}?(?P<what>benchmark|average|mean)\b",
    re.IGNORECASE,
)
_NOT_OURS = re.compile(r"\b(?:national|England|regional|county|European)\b", re.IGNORECASE)
_WISHED = re.compile(r"\b(?:to|should|will|would|until|want|aim)\b[^,.;]{0,30}$", re.IGNORECASE)


def words_of_benchmarks(evidence: Evidence, said: Said, subjects: tuple[Subject, ...]) -> Iterator[Remark]:
    """Where a sentence puts an indicator on the wrong side of its benchmark."""
    for match in _BESIDE.finditer(said.text):
        if not said.literal(match.start(), match.end()) or _NOT_OURS.search(match[0]):
            continue
        if _WISHED.search(said.text[: match.start()]):
            continue
        for difference in _differences(evidence, said, subjects):
            if not _holds(evidence, match["side"].lower(), difference):
                name = evidence.records.indicators[difference.own.indicator].label
                words = f"{name} is {beside_benchmark(difference)} in {difference.own.period}"
                message = f'"{match[0]}" contradicts the results: {words}'
                about = About(difference.own.indicator, str(difference.own.period))
                hint = "take the side from the figures: the benchmark is the row of the same period"
                yield about_words(
                    codes.WRONG_SIDE_OF_BENCHMARK, said, match.start(), match.end(), message, hint, about
                )


def _differences(evidence: Evidence, said: Said, subjects: tuple[Subject, ...]) -> Iterator[Difference]:
    if len(subjects) != 1:
        return
    periods = named_periods(said.text, evidence.cut_off) or (None,)
    for id in subjects[0].indicators:
        found = [d for p in periods if (d := benchmark_difference(evidence, id, p))]
        yield from found[:1] if len(found) == len(periods) else ()


def _holds(evidence: Evidence, side: str, found: Difference) -> bool:
    over = found.absolute.number or 0
    if side in ("in line with", "level with"):
        return found.percent is None or found.percent.number is None or abs(found.percent.number) <= 5
    if side in ("better than", "worse than"):
        polarity = evidence.records.indicators[found.own.indicator].polarity
        if polarity is Polarity.NEUTRAL:
            return True
        better = over < 0 if polarity is Polarity.LOWER else over > 0
        return better if side == "better than" else not better and over != 0
    return over > 0 if side in ("above", "over", "higher than") else over < 0
