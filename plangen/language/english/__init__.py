"""Numbers and vocabulary: how a value, a change and an outcome are put into words. Words live nowhere else."""

from plangen.language.english.show import show

__all__ = ["show"]
