"""What an edition says of itself: its years, its version and who approved it."""

from __future__ import annotations

from plangen.language.english.figures import capital, uncapitalised
from plangen.language.english.periods import date_words, period_words, short_period
from plangen.model.edition import Approval, ArchiveAnchor, Correction, Notice
from plangen.model.period import Period

__all__ = [
    "about_heading",
    "accessibility_words",
    "anchor_words",
    "approval_words",
    "contents_heading",
    "correction_approval",
    "correction_heading",
    "corrections_heading",
    "digest_words",
    "email_start",
    "figure_to_come",
    "footer",
    "notice_heading",
    "observations_description",
    "origin_words",
    "pack_period",
    "pack_subject",
    "pack_title",
    "part_running",
    "phone_words",
    "plan_subject",
    "plan_title",
    "plan_years",
    "results_description",
    "still_to_do",
    "targets_to_come",
]

_NOTICES = {
    Notice.APPROVAL: "Approval",
    Notice.CONTACT: "Contact",
    Notice.OTHER_FORMATS: "Other formats",
    Notice.ACCESSIBILITY: "Accessibility",
    Notice.LEGAL: "Legal",
    Notice.ORIGIN: "Where the figures come from",
}


def plan_years(period: Period) -> str:
    first, last = period.start.year, period.end.year
    return str(first) if first == last else f"{first} to {last}"


def contents_heading() -> str:
    return "Contents"


def part_running(part: str, chapter: str) -> str:
    return f"{part}: {uncapitalised(chapter)}"


def plan_title(title: str, period: Period) -> str:
    return f"{title} {plan_years(period)}"


def plan_subject(partnership: str) -> str:
    return f"Annual plan of the {partnership}"


def pack_title(title: str, period: Period) -> str:
    return f"{title}: {short_period(period)}"


def pack_subject(partnership: str) -> str:
    return f"Performance of the {partnership}"


def pack_period(period: Period) -> str:
    return capital(period_words(period))


def figure_to_come() -> str:
    return "[figure to come]"


def targets_to_come() -> str:
    return "[targets to be set]"


def still_to_do() -> str:
    return "Still to do"


def footer(version: str, final: bool, approval: Approval | None) -> str:
    if approval is not None:
        return f"Version {approval.version}, approved by {approval.by}, {date_words(approval.on)}"
    return f"Version {version}" if final else f"Version {version}, not approved"


def approval_words(approval: Approval) -> str:
    return f"Version {approval.version} was approved by {approval.by} on {date_words(approval.on)}."


def anchor_words(anchor: ArchiveAnchor) -> str:
    return (
        f"The archive's newest version before this one was version {anchor.version} of {anchor.edition}. "
        f"SHA-512 of its inventory: {anchor.inventory}"
    )


def correction_heading(correction: Correction) -> str:
    return f"Version {correction.version}, {date_words(correction.on)}"


def correction_approval(correction: Correction) -> str:
    return f"It replaces version {correction.replaces} and was approved by {correction.by}."


def corrections_heading() -> str:
    return "Corrections"


def about_heading() -> str:
    return "About this document"


def notice_heading(notice: Notice) -> str:
    return _NOTICES[notice]


def accessibility_words(address: str) -> tuple[str, str]:
    bare = address.partition("://")[2].rstrip("/") or address
    return "Our accessibility statement", f" is at {bare}"


def phone_words(number: str) -> str:
    return f"Phone: {number}"


def email_start() -> str:
    return "E-mail: "


def origin_words() -> str:
    return (
        "Every figure in this document is taken from one source or computed from it. Two tables are attached to "
        "this file: results.csv says how each figure was made, and observations.csv holds the figures they were "
        "made from."
    )


def digest_words(digest: str) -> str:
    return f"Content digest, the SHA-256 of everything this document was made from: {digest}"


def results_description() -> str:
    return "Every figure in this document, with its formula and the rows it was made from"


def observations_description() -> str:
    return "The observations that the figures were computed from"
