"""Lines as they look on paper: in order from left to right, and the operators that show them.

The one way for words on a page and labels in a drawing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assessments.drawing import Anchor
from reports.fonts import FaceKind, load_face
from reports.page_resources import PageResources
from reports.scripts import is_complex

if TYPE_CHECKING:
    from reports.shaping import Cluster, Glyph

_SAYS_NOTHING = "/Span<</ActualText<feff0020>>>BDC"
"""Marks painted apart: their characters were told where they belong. Nothing at all would be taken for no statement."""


def only_font(line: str, kind: FaceKind) -> str:
    """Return the font of a line that needs no other and no shaping; empty for any other line.

    Every first font has all of ASCII.
    """
    face = load_face(kind)
    return face.first if line.isascii() or (not is_complex(line) and face.has_all(line)) else ""


def pieces_from_left(line: str, kind: FaceKind) -> list[tuple[str, str | tuple[Cluster, ...], float]]:
    """Return a line as (font, what is shown, width in em) from left to right.

    What is shown is text, one glyph a character, or clusters where letters join, stack or run right to left.
    """
    face = load_face(kind)
    if is_complex(line):
        from reports.directed import pieces_of

        return [(piece.font, piece.shown, piece.width) for piece in pieces_of(line, face)]
    return [(font, run, face.measure(run)) for font, run in face.runs(line)]


def left_end(line: str, x: float, width: float, anchor: Anchor) -> float:
    """Return where the left end of a line stands that is anchored at x; all in points.

    A line of right-to-left text that has room of its own ends at the right of it.
    """
    if anchor == "start":
        room = getattr(line, "room", None)
        return x if room is None else x + room - width
    return x - width / (1 if anchor == "end" else 2)


def show_piece(
    shown: str | Sequence[Cluster], place: tuple[float, float], font: str, size: float, used: PageResources
) -> list[str]:
    """Return the operators that show a piece of one font with its left end at a place, each with its font."""
    operators = [f"1 0 0 1 {place[0]:.2f} {place[1]:.2f} Tm"]
    if isinstance(shown, str):
        for name, string in used.text(font, shown):
            operators += [f"/{name} {size:.4g} Tf", f"{string} Tj"]
        return operators
    return operators + _Clusters(place, font, size, used).operators(shown)


class _Clusters:
    """Clusters on their way to operators."""

    def __init__(self, place: tuple[float, float], font: str, size: float, used: PageResources) -> None:
        self._place = place
        self._name = font
        self._size = size
        self._used = used
        self._operators: list[str] = []
        self._array: list[str] = []
        self._codes = bytearray()
        self._shift = 0.0
        self._set = ("", 0.0)
        """Font resource and rise as they were set last."""

    def operators(self, clusters: Sequence[Cluster]) -> list[str]:
        """Return what shows the clusters one right of the other, then the marks that stand apart."""
        apart: list[tuple[float, Glyph]] = []
        pen = 0.0
        for cluster in clusters:
            if not cluster.told:
                self._flush()
                self._operators.append(f"/Span<</ActualText<feff{cluster.text.encode('utf-16-be').hex()}>>>BDC")
            for glyph in cluster.glyphs:
                if glyph.apart:
                    apart.append((pen + glyph.right, glyph))
                else:
                    self._add(glyph)
                pen += glyph.advance
            if not cluster.told:
                self._flush()
                self._operators.append("EMC")
        self._flush()
        self._choose(self._set[0], 0.0)
        if apart:
            self._operators.append(_SAYS_NOTHING)
            for right, glyph in apart:
                self._add_apart(right, glyph)
            self._operators.append("EMC")
        return self._operators

    def _add(self, glyph: Glyph) -> None:
        from reports.embedded_fonts import glyph_width

        resource, code = self._used.glyph(self._name, glyph.key)
        if (resource, glyph.up) != self._set:
            self._flush()
            self._choose(resource, glyph.up)
        self._shift = round(self._shift - glyph.right, 2)
        self._settle(self._shift)
        self._codes.append(code)
        self._shift = round(glyph.right + glyph_width(self._name, glyph.key.number) - glyph.advance, 2)

    def _add_apart(self, right: float, glyph: Glyph) -> None:
        resource, code = self._used.glyph(self._name, glyph.key)
        self._choose(resource, 0.0)
        x, y = self._place[0] + right * self._size / 1000, self._place[1] + glyph.up * self._size / 1000
        self._operators.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm <{code:02x}> Tj")

    def _choose(self, resource: str, up: float) -> None:
        if resource != self._set[0]:
            self._operators.append(f"/{resource} {self._size:.4g} Tf")
        if up != self._set[1]:
            self._operators.append(f"{up * self._size / 1000:.3f} Ts")
        self._set = (resource, up)

    def _settle(self, shift: float) -> None:
        """Move the pen to the left by what is due, in thousandths of an em, behind the codes at hand."""
        if not shift:
            return
        if self._codes:
            self._array.append(f"<{self._codes.hex()}>")
            self._codes = bytearray()
        self._array.append(f"{shift:g}")
        self._shift = 0.0

    def _flush(self) -> None:
        """Write what is at hand."""
        self._settle(self._shift)
        if self._codes:
            self._array.append(f"<{self._codes.hex()}>")
            self._codes = bytearray()
        if self._array:
            self._operators.append(f"[{' '.join(self._array)}] TJ")
            self._array = []
