"""Names that prose uses: what expressions begin with, where links lead; and sections that say nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from plangen.diagnostics import Diagnostic, PutIn, Remedy, codes, finding, likely
from plangen.diagnostics.nearest import hint_for, hint_to_add, nearest
from plangen.model.prose import Directive, Expression, Prose, ProseBlock, ProseHeading, ProseLink
from plangen.sources.known_names import KnownNames
from plangen.sources.prose_walk import directives_in, expressions_in, phrases_in

__all__ = ["empty_sections", "prose_references"]

_KINDS = ("facts", "targets")


def prose_references(prose: Prose, names: KnownNames, chapters: Collection[str]) -> Iterator[Diagnostic]:
    """Unknown names in expressions (PG410), unknown targets in `figures` (PG302), links to nothing (PG454)."""
    for expression in expressions_in(prose):
        yield from _root(expression, names)
    for directive in directives_in(prose):
        if directive.name == "figures":
            yield from _figures(directive, names)
    for phrase in phrases_in(prose):
        if isinstance(phrase, ProseLink) and phrase.address.startswith("#"):
            yield from _link(phrase, chapters)


def empty_sections(prose: Prose) -> Iterator[Diagnostic]:
    """Headings with nothing below them (PG311): a page would show a heading and go on to the next."""
    waiting: ProseHeading | None = None
    for block in (*prose.blocks, None):
        if waiting and _closes(block, waiting):
            hint = "write something below it, or delete the heading"
            yield finding(codes.EMPTY_CHAPTER, "the section is empty", waiting.location, hint)
        waiting = block if isinstance(block, ProseHeading) else None


def _closes(block: ProseBlock | None, heading: ProseHeading) -> bool:
    return block is None or (isinstance(block, ProseHeading) and block.level <= heading.level)


def _root(expression: Expression, names: KnownNames) -> Iterator[Diagnostic]:
    match expression.root:
        case "facts" | "targets" as kind:
            known = names.facts if kind == "facts" else names.targets
            id = expression.parts[0].name if expression.parts else ""
            if known is not None and id not in known:
                message = f'there is no {kind[:-1]} "{id}"' if id else f"{kind} is followed by a dot and an id"
                hint = hint_to_add(id, known, f"content/{kind}.yaml")
                yield finding(codes.UNKNOWN_NAME, message, expression.location, hint, remedies=likely(id, known))
        case root:
            if names.indicators is not None and root not in names.indicators:
                yield finding(
                    codes.UNKNOWN_NAME,
                    f'there is no indicator "{root}"',
                    expression.location,
                    _meant(root, names),
                    remedies=_chosen(root, names),
                )


def _meant(root: str, names: KnownNames) -> str:
    """What to write instead of an indicator that there is not."""
    for kind, known in (("facts", names.facts), ("targets", names.targets)):
        if known and root in known:
            return f"write {kind}.{root}"
    indicators = names.indicators or ()
    if nearest(root, _KINDS) and not nearest(root, indicators):
        return hint_for(root, _KINDS)
    return hint_to_add(root, indicators, "content/indicators.yaml")


def _chosen(root: str, names: KnownNames) -> tuple[Remedy, ...]:
    for kind, known in (("facts", names.facts), ("targets", names.targets)):
        if known and root in known:
            return (PutIn(f"{kind}.{root}"),)
    return likely(root, names.indicators or ()) or likely(root, _KINDS)


def _figures(directive: Directive, names: KnownNames) -> Iterator[Diagnostic]:
    for asked in directive.asked:
        if asked.parts:
            id = asked.parts[0].name if asked.root == "targets" else "ac10"
            hint = f"write the target's id alone: {id}"
            yield finding(
                codes.DIRECTIVE_ARGUMENTS, f'"{asked.text}" is not the id of a target', asked.location, hint
            )
        else:
            yield from names.target(asked.root, asked.location)


def _link(link: ProseLink, chapters: Collection[str]) -> Iterator[Diagnostic]:
    id = link.address.removeprefix("#")
    if id not in chapters:
        hint = hint_for(id, chapters, "link to the id of a chapter in plan.yaml")
        yield finding(
            codes.LINK_TO_NO_CHAPTER,
            f'there is no chapter "{id}" to link to',
            link.location,
            hint,
            remedies=likely(id, chapters),
        )
