"""Glossary entries as the list of terms has them."""

from __future__ import annotations

__all__ = ["sentence"]


def sentence(words: str) -> str:
    """Words as a sentence: a capital letter at its head, one full stop at its end; nothing stays nothing."""
    bare = words.strip().rstrip(".")
    return f"{bare[:1].upper()}{bare[1:]}." if bare else ""
