"""Begin the next edition from the last one, and say what is still to do in it."""

from __future__ import annotations
