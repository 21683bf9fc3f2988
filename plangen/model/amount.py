"""How an amount of a target is written."""

from __future__ import annotations

from plangen.model.target import Amount

__all__ = ["parse_amount"]


def parse_amount(value: object) -> Amount:
    """Read `7%`, `7.5%`, `25355`, `25,355`, `10 points`, `1 place`, `any`, `TBA` or `To be set`."""
    raise NotImplementedError
