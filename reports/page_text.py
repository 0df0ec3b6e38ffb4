"""Text written on a page by operators of its own: ReportLab's text object writes no shaped glyphs and is slower."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from assessments.drawing import Anchor
from reports.fonts import FaceKind, load_face, load_font
from reports.scripts import is_complex
from reports.style import color

if TYPE_CHECKING:
    from reports.shaping import Cluster, Glyph

_ESCAPED = {code: f"\\{code:03o}" for code in (*range(32), *range(127, 256))} | {
    code: f"\\{chr(code)}" for code in b"()\\"
}
_SAYS_NOTHING = "/Span <</ActualText <FEFF0020>>> BDC"
"""Marks painted apart: their characters were told where they belong. Nothing at all would be taken for no statement."""
_PLAIN = re.compile(r"[ -'*-\[\]-~]*")


def pieces(line: str, kind: FaceKind) -> list[tuple[str, str | tuple[Cluster, ...], float]]:
    """Return a line as (font, what is shown, width in em) from left to right."""
    face = load_face(kind)
    if is_complex(line):
        from reports.directed import pieces_of

        return [(piece.font, piece.shown, piece.width) for piece in pieces_of(line, face)]
    return [(font, run, face.measure(run)) for font, run in face.runs(line)]


def start_of(line: str, x: float, width: float, anchor: Anchor) -> float:
    """Return where the left end of a line stands that is anchored at x; all in points.

    A line of right-to-left text that has room of its own ends at the right of it.
    """
    if anchor == "start":
        room = getattr(line, "room", None)
        return x if room is None else x + room - width
    return x - width / (1 if anchor == "end" else 2)


class PageText:
    """One text object of a page; `finish` puts it on the canvas.

    Attributes:
        operators: What is written so far; marks may be added between two calls of `write`.
    """

    def __init__(self, canvas: Canvas) -> None:
        self.operators: list[str] = []
        self._canvas = canvas
        self._role = ""
        self._chosen = ("", -1, 0.0)

    def write(
        self, place: tuple[float, float], font: str, size: float, role: str, shown: str | Sequence[Cluster]
    ) -> None:
        """Write text with its left end at a place, in points from the bottom left."""
        if role != self._role:
            self._role = role
            self.operators.append("{:.4g} {:.4g} {:.4g} rg".format(*color(role)))
        self.operators.append(f"1 0 0 1 {place[0]:.2f} {place[1]:.2f} Tm")
        if isinstance(shown, str):
            for subset, codes in load_font(font).splitString(shown, self._canvas._doc):
                self.choose(font, subset, size)
                self.operators.append(f"({_escaped(codes)}) Tj")
        else:
            self._write_clusters(place, font, size, shown)

    def finish(self) -> None:
        """Put the text object on the canvas."""
        if self.operators:
            self._canvas._code.append("\n".join(["BT", *self.operators, "ET"]))

    def choose(self, font: str, subset: int, size: float) -> None:
        """Set the font of what follows."""
        if (font, subset, size) != self._chosen:
            self._chosen = (font, subset, size)
            self.operators.append(f"{load_font(font).getSubsetInternalName(subset, self._canvas._doc)} {size:g} Tf")

    def _write_clusters(self, place: tuple[float, float], font: str, size: float, clusters: Sequence[Cluster]) -> None:
        written = _Glyphs(self, font, size)
        apart: list[tuple[float, Glyph]] = []
        pen = 0.0
        for cluster in clusters:
            if not cluster.told:
                written.flush()
                told = cluster.text.encode("utf-16-be").hex().upper()
                self.operators.append(f"/Span <</ActualText <FEFF{told}>>> BDC")
            for glyph in cluster.glyphs:
                if glyph.apart:
                    apart.append((pen + glyph.right, glyph))
                else:
                    written.add(glyph)
                pen += glyph.advance
            if not cluster.told:
                written.flush()
                self.operators.append("EMC")
        written.flush()
        written.raise_to(0.0)
        if apart:
            self.operators.append(_SAYS_NOTHING)
            for right, glyph in apart:
                x, y = place[0] + right * size / 1000, place[1] + glyph.up * size / 1000
                self.operators.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
                written.add(glyph._replace(right=0.0, up=0.0, advance=load_font(font).width_of(glyph.key)))
                written.flush()
            self.operators.append("EMC")


class _Glyphs:
    """Glyphs of one font on their way into a text object."""

    def __init__(self, page: PageText, font: str, size: float) -> None:
        self._page = page
        self._name = font
        self._font = load_font(font)
        self._size = size
        self._shift = 0.0
        self._up = 0.0
        self._subset = -1
        self._codes = b""
        self._array: list[str] = []

    def add(self, glyph: Glyph) -> None:
        """Add a glyph at the pen."""
        ((subset, codes),) = self._font.encode([glyph.key], self._page._canvas._doc)
        if subset != self._subset or glyph.up != self._up:
            self.flush()
            self._subset = subset
            self._page.choose(self._name, subset, self._size)
            self.raise_to(glyph.up)
        self._move(-glyph.right)
        if self._shift:
            self._settle()
        self._codes += codes
        self._move(glyph.right + self._font.width_of(glyph.key) - glyph.advance)

    def flush(self) -> None:
        """Write what was added."""
        self._settle()
        if self._array:
            self._page.operators.append(f"[{' '.join(self._array)}] TJ")
            self._array = []

    def raise_to(self, up: float) -> None:
        """Let following glyphs stand above the line, in thousandths of an em."""
        if up != self._up:
            self._up = up
            self._page.operators.append(f"{up * self._size / 1000:.3f} Ts")

    def _move(self, left: float) -> None:
        self._shift = round(self._shift + left, 2)

    def _settle(self) -> None:
        if self._codes:
            self._array.append(f"({_escaped(self._codes)})")
            self._codes = b""
        if self._shift:
            self._array.append(f"{self._shift:g}")
            self._shift = 0.0


def _escaped(codes: bytes) -> str:
    """Return codes as they stand in a literal string of a PDF."""
    text = codes.decode("latin-1")
    return text if _PLAIN.fullmatch(text) else text.translate(_ESCAPED)
