"""The words of a performance pack: its first page, its summary, and what stands on a measure's page."""

from __future__ import annotations

from decimal import Decimal

from plangen.language.english.changes import since_words, verdict_word
from plangen.language.english.figures import capital, in_words, listed
from plangen.language.english.levels import table_figure
from plangen.language.english.periods import short_period
from plangen.model.period import Period
from plangen.model.result import Change, Verdict

__all__ = [
    "band_counts",
    "beside_end",
    "beside_start",
    "best_movers",
    "commentary_heading",
    "commentary_line",
    "from_to",
    "glance_running",
    "glance_sentence",
    "in_words_only",
    "key_heading",
    "key_heads",
    "key_summary",
    "move_end",
    "move_joint",
    "no_best_mover",
    "no_worst_mover",
    "place_start",
    "priority_heads",
    "priority_summary",
    "running_head",
    "summary_heading",
    "summary_heads",
    "summary_note",
    "summary_summary",
    "verdict_meaning",
    "worst_movers",
    "yearly",
]

_LARGEST_IN_WORDS = 9
_MEANINGS = {
    Verdict.IMPROVED: "It moved the preferred way, by more than chance would explain.",
    Verdict.WORSENED: "It moved the other way, by more than chance would explain.",
    Verdict.NO_CLEAR_CHANGE: "It moved, by no more than chance would explain.",
    Verdict.NO_CHANGE: "It is the same as before.",
    Verdict.NOT_TESTED: "Chance could not be tested; what is said of it tells why.",
    Verdict.NOT_ASSESSED: "It moved, and neither way is better.",
}


def glance_running() -> str:
    return "At a glance"


def glance_sentence(improved: int, worsened: int, unchanged: int, untested: int) -> str:
    total = improved + worsened + unchanged + untested
    groups = ((worsened, "got worse"), (improved, "improved"), (unchanged, _unchanged(unchanged)))
    parts = sorted(((many, words) for many, words in groups if many), key=lambda part: -part[0])
    if not parts:
        return _none_tested(total)
    if untested:
        parts.append((untested, "could not be tested"))
    if len(parts) == 1:
        return f"{'Our only measure' if total == 1 else f'All our {total} measures'} {parts[0][1]}"
    if max(many for many, _ in parts) > _LARGEST_IN_WORDS:
        return f"Of our {total} measures, {listed(tuple(f'{many} {words}' for many, words in parts))}"
    said = [f"{in_words(Decimal(many))} {words}" for many, words in parts]
    first = capital(in_words(Decimal(parts[0][0])))
    return listed((f"{first} of our {total} measures {parts[0][1]}", *said[1:]))


def _none_tested(total: int) -> str:
    match total:
        case 0:
            return "We have no figures for our measures"
        case 1:
            return "Our only measure could not be tested"
        case _:
            return f"None of our {total} measures could be tested"


def _unchanged(many: int) -> str:
    return "shows no clear change" if many == 1 else "show no clear change"


def priority_heads() -> tuple[str, ...]:
    return ("Priority, or comparison",)


def priority_summary() -> str:
    return "How many measures improved, worsened, show no clear change or were not tested, and against what"


def best_movers() -> str:
    return "Three best movers"


def worst_movers() -> str:
    return "Three worst movers"


def no_best_mover() -> str:
    return "No measure improved clearly."


def no_worst_mover() -> str:
    return "No measure worsened clearly."


def from_to(change: Change) -> str:
    if change.before is None or change.after is None:
        return ""
    return f"{table_figure(change.before)} to {table_figure(change.after)}. "


def summary_heading() -> str:
    return "Summary of measures"


def summary_summary() -> str:
    return "Every measure with its previous and current value, how it moved, and the value of similar areas"


def summary_heads() -> tuple[str, str, str, str, str, str, str]:
    return (
        "Ref",
        "Measure",
        "Previous",
        "Current",
        "Travel since previous period",
        "Travel since same period last year",
        "Similar areas",
    )


def summary_note(period: Period) -> str:
    return (
        f"{capital(short_period(period))} compared with the period before, unless the row says otherwise. "
        "Similar areas: their average for the same period, where there is one. Arrows say "
        "whether a figure went up or down. Changes are worked out from unrounded figures."
    )


def band_counts(improved: int, worsened: int, unchanged: int, untested: int) -> str:
    heads = (Verdict.IMPROVED, Verdict.WORSENED, Verdict.NO_CLEAR_CHANGE, Verdict.NOT_TESTED)
    some = zip((improved, worsened, unchanged, untested), map(verdict_word, heads), strict=True)
    return ", ".join(f"{many} {word}" for many, word in some if many)


def in_words_only() -> str:
    return "No measure; progress is reported in words."


def yearly() -> str:
    return "Yearly measure"


def key_heading() -> str:
    return "What the symbols mean"


def key_summary() -> str:
    return "The symbols of this pack and what they mean"


def key_heads() -> tuple[str, str]:
    return "Symbol", "Meaning"


def verdict_meaning(verdict: Verdict) -> str:
    return _MEANINGS[verdict]


def running_head(number: int, title: str) -> str:
    return f"Priority {number}: {title}"


def commentary_heading(ref: str) -> str:
    return f"What is being done on {ref}"


def commentary_line(lead: str, by: tuple[str, ...], sources: tuple[str, ...]) -> str:
    written = "; ".join(by)
    who = (
        (f"Lead and commentary: {lead}.",)
        if lead and written == lead
        else (f"Lead: {lead}." if lead else "", f"Commentary: {written}." if by else "")
    )
    parts = (*who, f"Source: {'; '.join(sources)}." if sources else "")
    return " ".join(part for part in parts if part)


def place_start(area: str, still: str) -> str:
    return f"{area} is {still}"


def move_joint() -> str:
    return " and "


def move_end(change: Change) -> str:
    return f" on {since_words(change)}"


def beside_start() -> str:
    return " It is "


def beside_end(others: str) -> str:
    return f" {others}."
