"""Printing: a line for people, JSON for programs. Whatever came from a file goes through here, and is escaped."""

from __future__ import annotations

import json
import re
from typing import Any

import click

from plangen.diagnostics import printable

__all__ = ["json_text", "say", "say_json"]

_NOT_IN_JSON = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def say(line: str, err: bool = False, **style: Any) -> None:
    """One line on the terminal, and never more than one: what would begin another or steer it is written out."""
    click.echo(click.style(printable(line), **style), err=err)


def say_json(content: Any) -> None:
    """The content as JSON."""
    click.echo(json_text(content))


def json_text(content: Any) -> str:
    r"""JSON as people can read it, with what steers a terminal, and halves of characters, as `\u009b`."""
    text = json.dumps(content, indent=2, ensure_ascii=False)
    return _NOT_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
