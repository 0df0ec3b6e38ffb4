"""Strips: the unbreakable rows a brief is made of, and how they fill pages.

A line of a note, a table row, a heading: each is one strip with its words and shapes. Strips that belong together keep
each other on one page; strips of a table or a dimension name the header that a new page repeats.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assessments.drawing import Anchor, Drawing, Shape
from reports.lines import break_lines
from reports.structure import Element
from reports.style import Style


@dataclass(frozen=True, slots=True)
class Words:
    """One line of prepared text; y is the baseline below the strip's top, x from the left margin, in points."""

    x: float
    y: float
    text: str
    style: Style
    anchor: Anchor = "start"
    element: Element | None = None
    """What it belongs to for a screen reader; None for an element of the style's kind, which the lines of one text
    share."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing with its top left corner at x, y, in points; `scale` turns the drawing's units into points."""

    x: float
    y: float
    drawing: Drawing
    scale: float = 1.0
    alt: str = ""
    """Read out instead; empty for the drawing's own title and description."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of pixels, as large as `width` and `height` say, with its top left corner at x, y, in points."""

    x: float
    y: float
    width: float
    height: float
    png: bytes
    """The whole file; see-through parts stay so. The same bytes stand in the document once, however often shown."""
    alt: str
    """Read out instead: "Logo of Northwind Media"."""


Item = Words | Picture | Image | Shape


@dataclass(frozen=True, slots=True)
class Strip:
    """A row as wide as the frame that is never cut."""

    height: float
    items: tuple[Item, ...] = ()
    keep: bool = False
    """Stays on the page of the next strip."""
    header: tuple[Strip, ...] = ()
    """Repeated at the top of a page that this strip begins."""
    outline: tuple[int, str] | None = None
    """Level from 0 and title of the entry it makes in the PDF's outline."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A strip with its top, in points from the top of the page."""

    top: float
    strip: Strip
    repeated: bool = False
    """A header that stands here a second time, because a page begins: printed, but not read out again."""


Page = list[Placed]


def space(height: float, *, keep: bool = False) -> Strip:
    """Return empty room; it vanishes at the top of a page."""
    return Strip(height, keep=keep)


def paragraph(printed: str, style: Style, width: float, x: float = 0.0, element: Element | None = None) -> list[Strip]:
    """Return one strip for each line. The first two and the last two stay together.

    For a screen reader it is one paragraph, however many pages it runs over, or a part of `element`.
    """
    lines = break_lines(printed, style, width)
    baseline = baseline_of(style)
    last = len(lines) - 1
    whole = element or Element(style.kind)
    return [
        Strip(
            style.leading,
            (Words(x, baseline, line, style, element=whole),),
            keep=number in {0, last - 1} and number != last,
        )
        for number, line in enumerate(lines)
    ]


def baseline_of(style: Style) -> float:
    """Return how far below the top of its line a text stands."""
    return style.leading / 2 + style.size * 0.36


def with_header(strips: Iterable[Strip], header: Sequence[Strip]) -> list[Strip]:
    """Return the strips with a header that a new page repeats above them, before the header they have already."""
    repeated = tuple(header)
    # Built anew rather than by `replace`, which takes three times as long, for hundreds of strips.
    return [Strip(one.height, one.items, one.keep, (*repeated, *one.header), one.outline) for one in strips]


def kept_with_next(strips: Iterable[Strip]) -> list[Strip]:
    """Return the strips as one piece together with what follows."""
    return [Strip(one.height, one.items, True, one.header, one.outline) for one in strips]


def fill_pages(strips: Sequence[Strip], top: float, height: float, break_before: Strip | None = None) -> list[Page]:
    """Return the strips placed on as many pages as they need.

    Args:
        strips: In reading order.
        top: Where the first strip of a page begins.
        height: Room on a page; a strip is never higher.
        break_before: One of the strips that begins a page whether or not there is room on the last one; it begins a
            run of strips that stay together.
    """
    filling = _Filling(top, height)
    for piece in _pieces(strips):
        filling.add(piece, breaks=piece[0] is break_before)
    return [page for page in filling.pages if page]


def _pieces(strips: Sequence[Strip]) -> Iterable[list[Strip]]:
    """Yield the runs of strips that stay together."""
    piece: list[Strip] = []
    for strip in strips:
        piece.append(strip)
        if not strip.keep:
            yield piece
            piece = []
    if piece:
        yield piece


class _Filling:
    """Pages being filled from the top."""

    def __init__(self, top: float, height: float) -> None:
        self.pages: list[Page] = [[]]
        self._top = top
        self._bottom = top + height
        self._at = top

    def add(self, piece: list[Strip], *, breaks: bool = False) -> None:
        """Place a piece on this page, else on a new one; one higher than a page is divided between its strips."""
        needed = sum(strip.height for strip in piece)
        if (breaks or self._at + needed > self._bottom) and self.pages[-1]:
            self._begin_page(piece[0].header)
        if self._at + needed <= self._bottom:
            for strip in piece:
                self._place(strip)
            return
        for strip in piece:
            if self._at + strip.height > self._bottom:
                self._begin_page(strip.header)
            self._place(strip)

    def _place(self, strip: Strip, *, repeated: bool = False) -> None:
        if not strip.items and self._at == self._top:
            return
        self.pages[-1].append(Placed(self._at, strip, repeated))
        self._at += strip.height

    def _begin_page(self, header: tuple[Strip, ...]) -> None:
        self.pages.append([])
        self._at = self._top
        for strip in header:
            self._place(strip, repeated=True)
