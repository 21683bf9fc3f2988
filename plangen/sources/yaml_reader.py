"""YAML with YAML 1.2 habits: no aliases, no tags, no duplicate keys, nothing deep, every value with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import yaml
from msgspec import Struct, field

from plangen.diagnostics import Code, Diagnostic, Location, PlangenError, codes, finding
from plangen.sources.decoding import CONTROL
from plangen.sources.pasted import fold_characters
from plangen.sources.places import Origin
from plangen.sources.scalars import plain_scalar
from plangen.sources.yaml_faults import explain

__all__ = ["Path", "YamlFile", "read_yaml"]

Path = tuple[str | int, ...]
"""The way to a value: keys of mappings as text, positions in lists from 0."""

MAX_DEPTH = 30
MAX_NODES = 200_000
_MAX_KEY = 200


class YamlFile(Struct, frozen=True):
    """A file's value, and where every key and value in it stands. `faults` did not stop the reading."""

    file: str
    value: object
    origins: Mapping[Path, Origin]
    keys: Mapping[Path, Location]
    faults: tuple[Diagnostic, ...] = ()

    def location(self, path: Path) -> Location:
        """Where the value stands, or the nearest value around it."""
        origin = self.origin(path)
        return Location(origin.file, origin.line, origin.column)

    def key_location(self, path: Path) -> Location:
        """Where the key that leads to the value stands; for an entry of a list, the entry."""
        return self.keys.get(path) or self.location(path)

    def origin(self, path: Path) -> Origin:
        """Where the text of the value stands."""
        while path and path not in self.origins:
            path = path[:-1]
        return self.origins.get(path, Origin(self.file))

    def get(self, path: Path) -> object:
        """The value itself, as written; None if there is none."""
        value = self.value
        for step in path:
            value = _entry(value, step)
        return value


def _entry(value: object, step: str | int) -> object:
    if isinstance(value, dict):
        return value.get(step)
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return value[step]
    return None


def read_yaml(text: str, file: str) -> YamlFile:
    """Read a YAML file. Mappings become dicts with text keys; scalars follow `plain_scalar`.

    Raises `PlangenError` (PG106 to PG114) for what makes the rest unreadable; duplicate keys are only noted.
    """
    builder = _Builder(file, text)
    try:
        for event in _events(text):
            builder.feed(event)
    except yaml.YAMLError as fault:
        raise PlangenError([*builder.faults, explain(fault, text, file)]) from None
    return YamlFile(file, builder.root, builder.origins, builder.keys, tuple(builder.faults))


def _events(text: str) -> Iterator[Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    events: Iterator[Any] = yaml.parse(text, Loader=loader)
    return events


_NO_KEY = object()


class _Frame(Struct):
    """A mapping or list that is being filled."""

    path: Path
    value: dict[str, object] | list[object]
    key: object = _NO_KEY
    skipped: int = 0


class _Builder(Struct):
    """Values out of parser events, without recursion: the depth of a file is only ever a number."""

    file: str
    text: str
    root: object = None
    origins: dict[Path, Origin] = field(default_factory=dict)
    keys: dict[Path, Location] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)
    stack: list[_Frame] = field(default_factory=list)
    documents: int = 0
    nodes: int = 0

    def feed(self, event: Any) -> None:
        """Take the next event."""
        match event:
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    hint = "delete the line --- and what follows it, or put it into a file of its own"
                    raise self._stop(codes.NOT_A_KEY, event, "a second document begins in the file", hint)
            case yaml.AliasEvent() | yaml.NodeEvent():
                self._node(event)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self.stack.pop()

    def _node(self, event: Any) -> None:
        self._check(event)
        frame = self.stack[-1] if self.stack else None
        if frame and isinstance(frame.value, dict) and frame.key is _NO_KEY:
            self._key(frame, event)
            return
        value: Any = None
        match event:
            case yaml.ScalarEvent():
                value = self._scalar(event)
            case yaml.MappingStartEvent():
                value = {}
            case _:
                value = []
        path = self._place(frame, value)
        self.origins.setdefault(path, self._origin(event))
        if isinstance(value, dict | list):
            self.stack.append(_Frame(path, value))

    def _scalar(self, event: Any) -> object:
        if CONTROL.search(event.value):
            hint = "delete the backslash and what follows it"
            raise self._stop(codes.CONTROL_CHARACTER, event, "the text contains a control character", hint)
        text = fold_characters(event.value)
        return plain_scalar(text) if event.style in (None, "") else text

    def _check(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            hint = 'write the value out in full; put text that begins with * or & in quotes: "*"'
            raise self._stop(codes.REFERENCE_OR_TAG, event, "references (& and *) are not allowed", hint)
        if getattr(event, "tag", None) is not None:
            hint = "delete it; put text that begins with an exclamation mark in quotes"
            raise self._stop(codes.REFERENCE_OR_TAG, event, "tags (words that begin with !) are not allowed", hint)
        self.nodes += 1
        if self.nodes > MAX_NODES or len(self.stack) > MAX_DEPTH:
            what = f"more than {MAX_DEPTH} levels deep" if self.nodes <= MAX_NODES else "too long"
            hint = "look for brackets or lists inside each other that are not meant, or split the file"
            raise self._stop(codes.TOO_DEEP_OR_LONG, event, f"the file is {what}", hint)

    def _key(self, frame: _Frame, event: Any) -> None:
        if not isinstance(event, yaml.ScalarEvent):
            if self.text[event.start_mark.index :].startswith("{") and self._is_expression(event):
                hint = "put the whole value in quotes: '{{ all_crime }} crimes'"
                raise self._stop(
                    codes.UNQUOTED_BRACES, event, "a value that begins with {{ is not text to YAML", hint, back=1
                )
            hint = "write one word or name before the colon"
            raise self._stop(codes.NOT_A_KEY, event, "a key is not a plain word", hint)
        if not event.value or len(event.value) > _MAX_KEY:
            raise self._stop(
                codes.NOT_A_KEY, event, "a key is empty or very long", "write a short name before the colon"
            )
        frame.key = event.value
        self.keys.setdefault((*frame.path, event.value), Location(self.file, *_mark(event)))
        assert isinstance(frame.value, dict)
        if event.value in frame.value:
            first = self.keys[(*frame.path, event.value)]
            message = f'"{event.value}" stands twice; the first is in line {first.line}'
            where = Location(self.file, *_mark(event))
            self.faults.append(finding(codes.KEY_TWICE, message, where, "keep one of the two, or rename one"))

    def _is_expression(self, event: Any) -> bool:
        index = event.start_mark.index
        return index > 0 and self.text[index - 1] == "{"

    def _place(self, frame: _Frame | None, value: object) -> Path:
        """Put the value where it belongs; the path to it. A second value for a key goes nowhere."""
        if frame is None:
            self.root = value
            return ()
        if isinstance(frame.value, list):
            frame.value.append(value)
            return (*frame.path, len(frame.value) - 1)
        key, frame.key = str(frame.key), _NO_KEY
        if key in frame.value:
            frame.skipped += 1
            return (*frame.path, f"{key} ({frame.skipped} skipped)")
        frame.value[key] = value
        return (*frame.path, key)

    def _origin(self, event: Any) -> Origin:
        line, column = _mark(event)
        style = getattr(event, "style", None)
        one_line = event.start_mark.line == event.end_mark.line
        last = line if one_line else line + self._written(event).rstrip().count("\n")
        if style in ("|", ">"):
            return Origin(self.file, line + 1, *self._set_in(event), exact=style == "|", last=last)
        if style in ("'", '"'):
            return Origin(self.file, line, column + 1, exact=one_line, last=last)
        return Origin(self.file, line, column, exact=one_line, last=last)

    def _written(self, event: Any) -> str:
        return self.text[event.start_mark.index : event.end_mark.index]

    def _set_in(self, event: Any) -> tuple[int, int]:
        """The column of a block of text, and by how much its lines are set in."""
        body = self._written(event).partition("\n")[2].lstrip("\n")
        indent = len(body) - len(body.lstrip(" "))
        return indent + 1, indent

    def _stop(self, kind: Code, event: Any, message: str, hint: str, back: int = 0) -> PlangenError:
        line, column = _mark(event)
        problem = finding(kind, message, Location(self.file, line, column - back), hint)
        return PlangenError([*self.faults, problem])


def _mark(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1
