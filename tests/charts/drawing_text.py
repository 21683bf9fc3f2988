"""A drawing as text that a person can read: one line for each mark, in painting order."""

from __future__ import annotations

from plangen.document.drawing import Drawing, Glyphs, Shape

__all__ = ["drawing_text"]


def drawing_text(drawing: Drawing) -> str:
    """Text with the start of its baseline; paths with the corners of their points."""
    lines = [f"{drawing.width:g} x {drawing.height:g}"]
    lines += [_glyphs(mark) if isinstance(mark, Glyphs) else _shape(mark) for mark in drawing.marks]
    return "\n".join(lines) + "\n"


def _glyphs(mark: Glyphs) -> str:
    return f'{mark.x:8.2f} {mark.y:7.2f}  "{mark.text}" {mark.face.value} {mark.size:g} {mark.colour.code}'


def _shape(mark: Shape) -> str:
    points = [point for step in mark.steps for point in zip(step[1::2], step[2::2], strict=True)]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    kinds = "".join(step[0] for step in mark.steps)
    parts = [f"{min(xs):8.2f} {min(ys):7.2f}  to {max(xs):.2f} {max(ys):.2f}, {kinds}"]
    if mark.fill:
        parts.append(f"fill {mark.fill.code}")
    if mark.stroke:
        dash = f" dashed {'-'.join(f'{length:g}' for length in mark.dash)}" if mark.dash else ""
        parts.append(f"stroke {mark.stroke.code} {mark.line_width:g}{dash}{' round' if mark.round_ends else ''}")
    return ", ".join(parts)
