"""Glossary entries as the list of terms has them."""

from __future__ import annotations

from plangen.model.figures import Term

__all__ = ["glossary_entry"]


def glossary_entry(term: Term) -> str:
    """What a term stands for and what it means, each as a sentence: "National indicator 18. The measure ..."."""
    parts = (part.strip().rstrip(".") for part in (term.expansion, term.meaning) if part.strip())
    return " ".join(f"{part[:1].upper()}{part[1:]}." for part in parts)
