"""The check of a plan or pack: its words and records against its results."""

from __future__ import annotations

from plangen.checks.editions.accepted import settles, unused
from plangen.checks.editions.prose import Coverage
from plangen.checks.editions.report import EditionCheck, EditionReport, check_edition, hinders
from plangen.checks.editions.stated import StatedDifference

__all__ = [
    "Coverage",
    "EditionCheck",
    "EditionReport",
    "StatedDifference",
    "check_edition",
    "hinders",
    "settles",
    "unused",
]
