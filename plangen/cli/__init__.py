"""The command `plangen`: the only place that prints, reads the clock or ends the process."""

from __future__ import annotations

from plangen.cli.commands import main

__all__ = ["main"]
