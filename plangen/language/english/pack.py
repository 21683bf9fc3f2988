"""The words of a performance pack: its first page, its summary, and what stands on a measure's page."""

from __future__ import annotations

from decimal import Decimal

from plangen.language.english.changes import since_words
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
    "glance_note",
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
    "stayed_as",
    "summary_heading",
    "summary_heads",
    "summary_note",
    "summary_summary",
    "verdict_meaning",
    "worst_movers",
    "yearly",
]

_LARGEST_IN_WORDS = 9
_ARROW = "The arrow says whether the figure went up or down."
_MEANINGS = {
    Verdict.IMPROVED: f"It moved in the preferred direction. {_ARROW}",
    Verdict.WORSENED: f"It moved against the preferred direction. {_ARROW}",
    Verdict.NO_CLEAR_CHANGE: "It moved, but by no more than chance would explain (two-sided test at 95%).",
    Verdict.NO_CHANGE: "It is the same as before.",
    Verdict.NOT_ASSESSED: "It moved, and neither way is better.",
}


def glance_running() -> str:
    return "At a glance"


def glance_sentence(improved: int, worsened: int, unchanged: int) -> str:
    total = improved + worsened + unchanged
    groups = ((worsened, "got worse"), (improved, "improved"), (unchanged, _unchanged(unchanged)))
    parts = sorted(((many, words) for many, words in groups if many), key=lambda part: -part[0])
    if not parts:
        return "None of our measures can be compared yet"
    if len(parts) == 1:
        return f"{'Our only measure' if total == 1 else f'All our {total} measures'} {parts[0][1]}"
    if parts[0][0] > _LARGEST_IN_WORDS:
        return f"Of our {total} measures, {listed(tuple(f'{many} {words}' for many, words in parts))}"
    said = [f"{in_words(Decimal(many))} {words}" for many, words in parts]
    first = capital(in_words(Decimal(parts[0][0])))
    return listed((f"{first} of our {total} measures {parts[0][1]}", *said[1:]))


def _unchanged(many: int) -> str:
    return "shows no clear change" if many == 1 else "show no clear change"


def priority_heads() -> tuple[str, ...]:
    return ("Priority",)


def priority_summary() -> str:
    return "How many measures of each priority improved, worsened or show no clear change"


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


def glance_note(without: int) -> str:
    rest = {0: "", 1: "One other row reports progress without a comparison. "}.get(
        without, f"{without} other rows report progress without a comparison. "
    )
    return (
        f"Each measure is compared with its own previous period. {rest}Movers are ranked by how far they moved in "
        "percent of where they were; changes that chance could explain are left out."
    )


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
        "Similar areas: their average for the same period, where there is one."
    )


def band_counts(improved: int, worsened: int, unchanged: int) -> str:
    return f"{improved} improved, {worsened} worsened, {unchanged} no clear change"


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


def stayed_as(direction: str, change: Change) -> str:
    return f"{direction} as in {since_words(change)}"


def move_end(change: Change) -> str:
    return f" on {since_words(change)}"


def beside_start() -> str:
    return " It is "


def beside_end(others: str) -> str:
    return f" {others}."
