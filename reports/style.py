"""How the brief looks: text styles, colours of the packaged palette, the page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from reports.fonts import FaceKind
from reports.structure import Kind
from resources import read_toml

Paper = Literal["a4", "letter"]
Rgb = tuple[float, float, float]

PAPER_SIZES: dict[Paper, tuple[float, float]] = {"a4": (595.28, 841.89), "letter": (612.0, 792.0)}
"""Width and height in points."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set. Sizes are points; role is a colour of `resources/palette.toml`.

    `kind` is what words of this style are to a screen reader unless they name an element of their own.
    """

    face: FaceKind
    size: float
    leading: float
    role: str = "ink"
    kind: Kind = "P"


TITLE = Style("serif", 22, 27, kind="H1")
TITLE_SMALL = Style("serif", 15, 19, kind="H1")
TITLE_SMALLEST = Style("serif", 12, 15.5, kind="H1")
FIGURE = Style("serif", 44, 46)
PART = Style("serif", 15, 20, kind="H2")
HEADING = Style("serif", 10.5, 14, kind="H2")
LEAD = Style("sans", 10.3, 15.2)
BODY = Style("sans", 8.8, 12.6)
STRONG = Style("semibold", 8.8, 12.6)
QUIET = Style("sans", 8.8, 12.6, "secondary")
SMALL = Style("sans", 7.8, 10.8, "secondary")
SMALL_STRONG = Style("semibold", 7.8, 10.8)
CAPTION = Style("sans", 9, 13.2, "secondary")
PILL = Style("semibold", 9.6, 13)
TAG = Style("semibold", 7.8, 10.8, "accent")
CELL = Style("sans", 8.2, 11.4)

CHART_SCALE = 0.75
"""Drawings are described for the window's sizes; on paper everything in them is three quarters as large."""
CHART_TEXT = 8.2
"""Size of the text in a chart as it is printed, in points."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The page and the room for text on it, in points from the top left corner."""

    page_width: float
    page_height: float
    left: float = 43.5
    top: float = 40.0
    foot: float = 46.0
    """Below the text, for the footer."""

    @property
    def width(self) -> float:
        """Room between the margins."""
        return self.page_width - 2 * self.left

    @property
    def bottom(self) -> float:
        """Where text ends; the footer stands below."""
        return self.page_height - self.foot

    @property
    def height(self) -> float:
        """Room from the top margin down to the footer."""
        return self.bottom - self.top


def frame_of(paper: Paper) -> Frame:
    """Return the page of a paper size."""
    return Frame(*PAPER_SIZES[paper])


@lru_cache(maxsize=1)
def _light() -> dict[str, str]:
    return dict(read_toml("palette.toml")["light"])


@lru_cache(maxsize=64)
def color(role: str) -> Rgb:
    """Return a role's colour of the light scheme as red, green and blue from 0 to 1; paper has no dark scheme."""
    value = _light()[role]
    return (int(value[1:3], 16) / 255, int(value[3:5], 16) / 255, int(value[5:7], 16) / 255)
