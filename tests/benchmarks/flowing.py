"""A laid brief as flowing content, its words, tables and charts, for other programs to lay and write.

Also the same pages replayed on a bare ReportLab canvas: every piece of text and every shape where our layout put it.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from assessments.drawing import Area, Box, Drawing, Label, Line, Marker, Shape, Strokes
from reports.document import Document
from reports.fonts import load_font
from reports.painting import text_runs
from reports.strips import Picture, Words
from reports.structure import Element
from reports.style import color


@dataclass
class Block:
    """One piece of flowing content: a heading, a paragraph, a table, or a chart."""

    kind: str
    text: str = ""
    rows: list[list[str]] = field(default_factory=list)
    chart: str = ""


@dataclass(frozen=True)
class Replayed:
    """What one page shows, with every place."""

    texts: Sequence[tuple[float, float, str, float, str, str]]
    shapes: Sequence[tuple[Shape, float, float, float]]
    """Each with the left and top of its origin, in points from the page's bottom left, and its scale."""


def blocks_of(laid: Document) -> list[Block]:
    """Return what the pages say, in order, without running heads and feet."""
    lines: dict[Element, list[str]] = {}
    found: list[Block | Element] = []
    for page in laid.pages:
        for placed in page:
            if placed.repeated or not laid.frame.top <= placed.top < laid.frame.bottom:
                continue
            for item in placed.strip.items:
                if isinstance(item, Picture):
                    found.append(Block("figure", chart=svg_of(item.drawing)))
                elif isinstance(item, Words):
                    element = item.element or Element(item.style.kind)
                    lines.setdefault(element, []).append(item.text)
                    root = _root(element)
                    if not any(one is root for one in found[-60:]):
                        found.append(root)
    return [one if isinstance(one, Block) else _block(one, lines) for one in found]


def _root(element: Element) -> Element:
    while element.parent is not None:
        element = element.parent
    return element


def _block(root: Element, lines: dict[Element, list[str]]) -> Block:
    if root.kind in {"Table", "L"}:
        rows = [[" ".join(_texts(cell, lines)) for cell in row.kids or [row]] for row in root.kids]
        wide = max(map(len, rows))
        return Block("table", rows=[row + [""] * (wide - len(row)) for row in rows])
    return Block(root.kind.lower(), " ".join(_texts(root, lines)))


def _texts(element: Element, lines: dict[Element, list[str]]) -> Iterator[str]:
    yield from lines.get(element, ())
    for kid in element.kids:
        yield from _texts(kid, lines)


def svg_of(drawing: Drawing) -> str:
    """Return a drawing as SVG."""
    shapes = "".join(map(_svg_shape, drawing.shapes))
    size = (
        f'width="{drawing.width:g}pt" height="{drawing.height:g}pt" viewBox="0 0 {drawing.width:g} {drawing.height:g}"'
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{shapes}</svg>'


def _svg_shape(shape: Shape) -> str:
    paint = "rgb({:.0f},{:.0f},{:.0f})".format(*(255 * part for part in color(shape.role)))
    if isinstance(shape, Line | Area):
        points = " ".join(f"{x:.2f},{y:.2f}" for x, y in shape.points)
        if isinstance(shape, Area):
            return f'<polygon points="{points}" fill="{paint}" fill-opacity="{shape.opacity:g}"/>'
        tag = "polygon" if shape.closed else "polyline"
        return f'<{tag} points="{points}" fill="none" stroke="{paint}" stroke-width="{shape.width:g}"/>'
    if isinstance(shape, Strokes):
        path = " ".join(f"M{x:.2f},{y:.2f} L{end:.2f},{down:.2f}" for (x, y), (end, down) in shape.ends)
        dash = ",".join(f"{part * shape.width:g}" for part in shape.dash) or "none"
        return f'<path d="{path}" stroke="{paint}" stroke-width="{shape.width:g}" stroke-dasharray="{dash}"/>'
    if isinstance(shape, Box):
        place = f'x="{shape.x:.2f}" y="{shape.y:.2f}" width="{shape.width:.2f}" height="{shape.height:.2f}"'
        return f'<rect {place} rx="{shape.radius:g}" fill="{paint}" fill-opacity="{shape.opacity:g}"/>'
    if isinstance(shape, Marker):
        return f'<circle cx="{shape.x:.2f}" cy="{shape.y:.2f}" r="{shape.size / 2:g}" fill="{paint}"/>'
    place = f'x="{shape.x:.2f}" y="{shape.y:.2f}" text-anchor="{shape.anchor}" font-size="{shape.size:g}"'
    return f'<text {place} font-family="Noto Sans" fill="{paint}">{html.escape(shape.text)}</text>'


def replay_of(laid: Document) -> list[Replayed]:
    """Return every page with the places of its texts and shapes."""
    frame = laid.frame
    pages = []
    for page in laid.pages:
        shapes: list[tuple[Shape, float, float, float]] = []
        for placed in page:
            top = frame.page_height - placed.top
            for item in placed.strip.items:
                if isinstance(item, Picture):
                    origin = (frame.left + item.x, top - item.y, item.scale)
                    shapes += [(shape, *origin) for shape in item.drawing.shapes]
                elif isinstance(item, Line | Strokes | Area | Box | Marker | Label):
                    shapes.append((item, frame.left, top, 1.0))
        texts = [
            (x, y, font, size, role, run)
            for x, y, font, size, role, run in text_runs(page, frame)
            if isinstance(run, str)
        ]
        pages.append(Replayed(texts, shapes))
    return pages


def replay(pages: Sequence[Replayed], size: tuple[float, float], mark: tuple[str, str]) -> bytes:
    """Return a PDF of the pages; the first of the two marks is replaced by the second in every text."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=size, invariant=1, pageCompression=1, initialFontName="NotoSans-Regular")
    for page in pages:
        for shape, x, y, scale in page.shapes:
            canvas.saveState()
            canvas.translate(x, y)
            canvas.scale(scale, scale)
            _draw(canvas, shape)
            canvas.restoreState()
        for x, y, font, points, role, run in page.texts:
            canvas.setFillColorRGB(*color(role))
            canvas.setFont(font, points)
            canvas.drawString(x, y, run.replace(*mark))
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _draw(canvas: Any, shape: Shape) -> None:
    canvas.setFillColorRGB(*color(shape.role))
    canvas.setStrokeColorRGB(*color(shape.role))
    if isinstance(shape, Box):
        canvas.setFillAlpha(shape.opacity)
        canvas.roundRect(shape.x, -shape.y - shape.height, shape.width, shape.height, shape.radius, stroke=0, fill=1)
    elif isinstance(shape, Marker):
        canvas.circle(shape.x, -shape.y, shape.size / 2, stroke=0, fill=1)
    elif isinstance(shape, Label):
        font = "NotoSans-SemiBold" if shape.bold else "NotoSans-Regular"
        load_font(font)
        canvas.setFont(font, shape.size)
        draw = {"start": canvas.drawString, "middle": canvas.drawCentredString, "end": canvas.drawRightString}
        draw[shape.anchor](shape.x, -shape.y, shape.text)
    elif isinstance(shape, Strokes):
        canvas.setLineWidth(shape.width)
        canvas.setDash([part * shape.width for part in shape.dash])
        canvas.lines([(x, -y, end, -down) for (x, y), (end, down) in shape.ends])
    else:
        path = canvas.beginPath()
        path.moveTo(shape.points[0][0], -shape.points[0][1])
        for x, y in shape.points[1:]:
            path.lineTo(x, -y)
        if isinstance(shape, Area):
            canvas.setFillAlpha(shape.opacity)
            path.close()
        elif shape.closed:
            path.close()
        if isinstance(shape, Line):
            canvas.setLineWidth(shape.width)
        canvas.drawPath(path, stroke=int(isinstance(shape, Line)), fill=int(isinstance(shape, Area)))
