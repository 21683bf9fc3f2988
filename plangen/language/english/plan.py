"""The words of an annual plan that no officer writes: heads of its tables, headings and labels of its parts."""

from __future__ import annotations

from plangen.language.english.figures import capital, listed, uncapitalised
from plangen.language.english.periods import period_words
from plangen.model.period import Period

__all__ = [
    "action_heads",
    "actions_heading",
    "actions_summary",
    "agency_heads",
    "agency_summary",
    "appendix_heads",
    "appendix_summary",
    "feedback_heading",
    "glossary_heads",
    "glossary_sentence",
    "glossary_summary",
    "key_heading",
    "latest_heads",
    "latest_summary",
    "led_actions",
    "outcomes_heading",
    "priorities_heading",
    "promise_heads",
    "promise_summary",
    "prose_table_summary",
    "resources_heading",
    "results_source",
    "section_reference",
    "target_heads",
    "target_summary",
    "we_did",
    "you_said",
]


def key_heading() -> str:
    return "Symbols in this plan"


def priorities_heading() -> str:
    return "Our priorities this year"


def section_reference(number: str) -> str:
    return f"section {number}"


def outcomes_heading() -> str:
    return "What we want to see"


def resources_heading() -> str:
    return "Resources"


def actions_heading() -> str:
    return "Headline actions"


def actions_summary(priority: str) -> str:
    return f"Headline actions for {priority}, each with the agencies that lead it"


def action_heads() -> tuple[str, str]:
    return "Action", "Lead agency"


def agency_heads() -> tuple[str, str]:
    return "Lead agency", "Actions that it leads"


def agency_summary() -> str:
    return "Lead agencies, with the numbers of the headline actions that each one leads"


def led_actions(led: tuple[tuple[str, tuple[int, ...]], ...]) -> str:
    parts = (f"{uncapitalised(priority)} {listed(tuple(map(str, numbers)))}" for priority, numbers in led)
    return capital("; ".join(parts))


def promise_heads() -> tuple[str, str, str]:
    return "We said we would", "We did", "Outcome"


def promise_summary() -> str:
    return "What we said we would do, what we did, and the outcome of each promise"


def results_source(period: Period, source: str) -> str:
    return f"Results for {period_words(period)}, or the year given. Source: {source}."


def target_heads() -> tuple[str, str]:
    return "We will", "That means"


def target_summary() -> str:
    return "Key targets for each priority, with the level each one means"


def appendix_heads(result: Period, targets: tuple[Period, ...]) -> tuple[str, ...]:
    return (
        "Indicator",
        f"Result {result.text}",
        *(f"Target {period.text}" for period in targets),
        "Change asked for",
    )


def appendix_summary(result: Period) -> str:
    return f"Every indicator with its {result.text} result, its targets, and the change that they ask for"


def latest_heads() -> tuple[str, str, str]:
    return "Indicator", "Period", "Latest"


def latest_summary(indicators: tuple[str, ...]) -> str:
    return f"Latest values of {', '.join(indicators)}"


def glossary_heads() -> tuple[str, str]:
    return "Term", "Meaning"


def glossary_summary() -> str:
    return "Terms and abbreviations with their meaning"


def glossary_sentence(words: str) -> str:
    bare = words.strip().rstrip(".")
    return f"{capital(bare)}." if bare else ""


def you_said() -> str:
    return "You said."


def we_did() -> str:
    return "We did."


def feedback_heading() -> str:
    return "What people told us, in our own words"


def prose_table_summary(heads: tuple[str, ...]) -> str:
    return f"Table of {', '.join(heads)}"
