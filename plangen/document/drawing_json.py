"""Drawings as JSON text and back, for the cache: plain data that cannot run anything, unlike a pickle."""

from __future__ import annotations

import json
import math
from typing import Any

from plangen.diagnostics import PlangenError
from plangen.document.drawing import Clip, Drawing, Glyphs, Shape, Step
from plangen.document.theme import Colour
from plangen.document.typeface import Face

__all__ = ["drawing_from_json", "drawing_to_json"]

_ARGUMENTS = {"M": 2, "L": 2, "C": 6, "Z": 0}


def drawing_to_json(drawing: Drawing) -> str:
    """`drawing` as JSON; floats are written so that they read back equal."""
    marks = [_shape_data(mark) if isinstance(mark, Shape) else _glyphs_data(mark) for mark in drawing.marks]
    data = {"width": drawing.width, "height": drawing.height, "marks": marks}
    return json.dumps(data, ensure_ascii=True, separators=(",", ":"), allow_nan=False)


def drawing_from_json(text: str) -> Drawing:
    """The drawing that `drawing_to_json` wrote; a ValueError for anything else."""
    try:
        data = json.loads(text)
        marks = tuple(_shape(mark) if "steps" in mark else _glyphs(mark) for mark in data["marks"])
        return Drawing(_number(data["width"]), _number(data["height"]), marks)
    except (LookupError, TypeError, AttributeError, RecursionError, PlangenError) as problem:
        raise ValueError("not a recorded drawing") from problem


def _shape_data(shape: Shape) -> dict[str, Any]:
    return {
        "steps": shape.steps,
        "fill": _colour_data(shape.fill),
        "stroke": _colour_data(shape.stroke),
        "line_width": shape.line_width,
        "dash": shape.dash,
        "round_ends": shape.round_ends,
        "clip": _clip_data(shape.clip),
    }


def _glyphs_data(glyphs: Glyphs) -> dict[str, Any]:
    return {
        "x": glyphs.x,
        "y": glyphs.y,
        "text": glyphs.text,
        "face": glyphs.face.value,
        "size": glyphs.size,
        "colour": glyphs.colour.code,
        "angle": glyphs.angle,
        "clip": _clip_data(glyphs.clip),
    }


def _colour_data(colour: Colour | None) -> str | None:
    return colour.code if colour else None


def _clip_data(clip: Clip | None) -> list[float] | None:
    return [clip.x, clip.y, clip.width, clip.height] if clip else None


def _shape(data: dict[str, Any]) -> Shape:
    return Shape(
        steps=tuple(_step(step) for step in data["steps"]),
        fill=_colour(data["fill"]),
        stroke=_colour(data["stroke"]),
        line_width=_number(data["line_width"]),
        dash=tuple(_number(length) for length in data["dash"]),
        round_ends=bool(data["round_ends"]),
        clip=_clip(data["clip"]),
    )


def _glyphs(data: dict[str, Any]) -> Glyphs:
    colour = _colour(data["colour"])
    if colour is None or not isinstance(data["text"], str):
        raise ValueError("text without words or colour")
    return Glyphs(
        x=_number(data["x"]),
        y=_number(data["y"]),
        text=data["text"],
        face=Face(data["face"]),
        size=_number(data["size"]),
        colour=colour,
        angle=_number(data["angle"]),
        clip=_clip(data["clip"]),
    )


def _step(data: list[Any]) -> Step:
    kind, numbers = data[0], tuple(_number(number) for number in data[1:])
    if len(numbers) != _ARGUMENTS[kind]:
        raise ValueError(f"a step {kind} with {len(numbers)} numbers")
    return (kind, *numbers)


def _number(data: Any) -> float:
    if isinstance(data, bool) or not isinstance(data, int | float) or not math.isfinite(data):
        raise ValueError("not a number")
    return float(data)


def _colour(data: str | None) -> Colour | None:
    return None if data is None else Colour(data)


def _clip(data: list[Any] | None) -> Clip | None:
    if data is None:
        return None
    x, y, width, height = (_number(number) for number in data)
    return Clip(x, y, width, height)
