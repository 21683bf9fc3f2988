"""Words of movement against results (PG852), and those that no result, fact or target backs (PG853)."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.checks.directions import Way
from plangen.checks.editions.claims import MovementClaim, claims_in
from plangen.checks.editions.names import Names
from plangen.checks.editions.remarks import Remark, about_words
from plangen.checks.editions.sentences import Said
from plangen.checks.editions.subjects import Subject, subject_of
from plangen.checks.editions.verdicts import ClaimStanding, ClaimVerdict, verdict_on
from plangen.diagnostics import NOTHING, About, PutIn, codes
from plangen.language.english.changes import movement_words
from plangen.measures.evidence import Evidence
from plangen.model.result import Change
from plangen.model.unit import ChangeUnit

__all__ = ["words_of_movement"]


def words_of_movement(
    evidence: Evidence, said: Said, names: Names, before: tuple[Subject, ...]
) -> Iterator[Remark]:
    """What is wrong with the words of movement that somebody typed; `before` as in `subject_of`."""
    for claim in claims_in(said.text):
        if not said.literal(claim.start, claim.end):
            continue
        verdict = verdict_on(evidence, said, claim, subject_of(said, claim, names, before))
        if verdict.standing is ClaimStanding.WRONG:
            yield _wrong(evidence, said, claim, verdict)
        elif verdict.standing is ClaimStanding.OPEN:
            message = f'no result backs "{claim.text}"'
            hint = "write {{ ID.direction }}, give the indicator this name as an alias, or accept the words"
            yield about_words(codes.MOVEMENT_UNBACKED, said, claim.start, claim.end, message, hint)


def _wrong(evidence: Evidence, said: Said, claim: MovementClaim, verdict: ClaimVerdict) -> Remark:
    found, about = verdict.against, NOTHING
    remedies: tuple[PutIn, ...] = ()
    if isinstance(found, Change):
        name = evidence.records.indicators[found.indicator].label
        went = f"{name} is {movement_words(found)} in {found.period} on {found.base}"
        part = "direction" if isinstance(claim.way, Way) and found.unit is not ChangeUnit.PLACES else "assessment"
        expression = f'{found.indicator}.{part}("{found.period}", "{found.base}")'
        hint = f"write {{{{ {expression} }}}}"
        about, remedies = About(found.indicator, str(found.period)), (PutIn(expression),)
        why = f"{went}; {verdict.why}" if verdict.why else went
    else:
        why, hint = verdict.why, "one of the two is wrong"
    message = f'"{claim.text}" contradicts the results: {why}'
    return about_words(codes.MOVEMENT_CONTRADICTS, said, claim.start, claim.end, message, hint, about, remedies)
