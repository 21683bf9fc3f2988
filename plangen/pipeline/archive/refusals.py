"""What keeps an edition out of the archive although it builds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangen.diagnostics import Diagnostic, Location, codes, finding
from plangen.model.edition import Approval
from plangen.pipeline.archive.request import AddRequest
from plangen.pipeline.history.archived_edition import Kept
from plangen.pipeline.history.record import version_order

__all__ = ["refusals"]


def refusals(
    request: AddRequest, approval: Approval, before: tuple[Kept, ...], content: str
) -> Iterator[Diagnostic]:
    """Why `request` cannot follow the versions `before` with a content digest of `content`."""
    yield from _not_approved(request.content.strip().lower(), content)
    if before:
        yield from _out_of_order(approval, before[-1])
        yield from _without_reason(request, before[-1], content)
    else:
        yield from _nothing_before(request)


def _not_approved(approved: str, content: str) -> Iterator[Diagnostic]:
    here = Location("--content")
    if not approved or approved == content:
        return
    if not re.fullmatch(r"[0-9a-f]{64}", approved):
        hint = "copy the 64 letters and digits from the last page of the draft that was approved"
        yield finding(codes.OTHER_CONTENT_THAN_APPROVED, "this is not a content digest", here, hint)
    else:
        hint = "the content was changed since: bring the approved content back, or have this one approved"
        yield finding(
            codes.OTHER_CONTENT_THAN_APPROVED,
            f"the content is not what was approved: it is now {content}",
            here,
            hint,
        )


def _out_of_order(approval: Approval, last: Kept) -> Iterator[Diagnostic]:
    record = last.record
    if version_order(approval.version) <= version_order(record.version):
        message = f"version {approval.version} does not come after version {record.version}, the last one archived"
        yield finding(
            codes.VERSION_NOT_AFTER, message, Location("--version"), f"give it a number above {record.version}"
        )
    if approval.on < record.approved_on:
        message = (
            f"{approval.on.isoformat()} lies before {record.approved_on.isoformat()}, "
            f"when version {record.version} was approved"
        )
        hint = "check the day in the minutes, and the clock of the computer if it gave the day"
        yield finding(codes.APPROVED_TOO_EARLY, message, Location("--approved-on"), hint)


def _without_reason(request: AddRequest, last: Kept, content: str) -> Iterator[Diagnostic]:
    version = last.record.version
    if not request.correction.strip():
        hint = 'say what readers should know: --correction "Table 2 gave the figures of 2008/09"'
        message = f"it takes the place of version {version}, and no reason is given"
        yield finding(codes.CORRECTION_AND_REASON, message, Location("--correction"), hint)
    same = content == last.record.content_digest
    if same and not request.unchanged:
        hint = "save the correction first; if it is to be approved once more as it is, add --unchanged"
        yield finding(
            codes.UNCHANGED_OR_NOT,
            f"the content is the same as in version {version}",
            Location("--unchanged"),
            hint,
        )
    if request.unchanged and not same:
        message = f"the content is not the same as in version {version}"
        yield finding(
            codes.UNCHANGED_OR_NOT,
            message,
            Location("--unchanged"),
            "leave --unchanged out if the change is meant",
        )


def _nothing_before(request: AddRequest) -> Iterator[Diagnostic]:
    if request.correction.strip():
        hint = "leave it out; what people should know of a first version goes into --note"
        yield finding(
            codes.CORRECTION_AND_REASON, "there is no earlier version to correct", Location("--correction"), hint
        )
    if request.unchanged:
        message = "there is no earlier version to compare with"
        yield finding(codes.UNCHANGED_OR_NOT, message, Location("--unchanged"), "leave it out")
