"""A radar's net with its names: outside their axes, on as many lines as it takes, and never over each other."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assessments.charts_net import Net
from assessments.charts_text import fitted, text_width, wrapped
from assessments.drawing import Anchor, Label, Line, Shape

_LINE = 1.15
"""From line to line of a name, in ems."""
_LINES = (2, 3)
_USUAL_NET = 0.24
"""Radius in widths of the drawing that names of one line never press the net under."""
_NETS = (0.4, 0.36, 0.32, 0.28, 0.24, 0.2, 0.16)
"""Radii in widths of the drawing that are tried for names of more lines, the largest first."""
_SMALLER = (1.0, 0.85)
"""Sizes of such names, in heights of the drawing's text."""
_LEGIBLE = 0.7
"""Names that many axes press smaller than this have one line instead, however much of them that shows."""
_GAP = 0.6
"""Between an axis and its name, in ems."""
_ABOVE = 1.7
"""Room for a name of one line above or below the net, in ems."""
_LED = 0.5
"""A name this far from its place, in ems, is led back to its axis by a line."""
_UPRIGHT = 0.05
"""Axes that lean less than this have their names above or below them, not beside."""


@dataclass(frozen=True, slots=True)
class _Name:
    """One name: `x` is its edge or, above and below the net, its middle; `y` is the middle of its lines."""

    lines: tuple[str, ...]
    cut: bool
    x: float
    y: float
    size: float
    anchor: Anchor
    tip: tuple[float, float]
    """The end of its axis."""
    moved: float = 0.0
    """How far `y` is from where it would stand alone."""

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * _LINE

    def shapes(self) -> Iterator[Shape]:
        """Yield its lines, and what leads it back to its axis."""
        if abs(self.moved) > _LED * self.size:
            edge = self.x + self.size * (-0.2 if self.anchor == "start" else 0.2)
            yield Line((self.tip, (edge, self.y)), "line", 1.0)
        first = self.y - (len(self.lines) - 1) / 2 * self.size * _LINE + self.size * 0.35
        for place, line in enumerate(self.lines):
            yield Label(self.x, first + place * self.size * _LINE, line, "secondary", self.size, self.anchor)


@lru_cache(maxsize=64)
def named_net(titles: tuple[str, ...], width: float, height: float, size: float) -> tuple[Net, tuple[Shape, ...]]:
    """Return the largest net whose names stand inside the drawing, whole and apart, and the names.

    Names stay on one line where they can. Else they take more, then the net is smaller, then they are; only what that
    cannot hold is shortened.

    Args:
        titles: Short titles of dimensions, an axis each. Those of a questionnaire come again and again: nets are kept.
        width: Of the drawing.
        height: Of the drawing without its legend.
        size: Height of the text.
    """
    tries = [(size * smaller, share, most) for smaller in _SMALLER for share in _NETS for most in _LINES]
    last = [(size * _SMALLER[-1], _USUAL_NET, most) for most in (_LINES[-1], 1)]
    for nth, (text, share, most) in enumerate([(size, 1.0, 1), *tries, *last]):
        net = _net(titles, (width, height), text, share, most)
        names = _names(net, titles, (width, height), most)
        legible = all(name.size >= size * _LEGIBLE for name in names)
        if legible and (nth > len(tries) or not any(name.cut for name in names)):
            break
    return net, tuple(shape for name in names for shape in name.shapes())


def _net(titles: Sequence[str], room: tuple[float, float], size: float, share: float, most: int) -> Net:
    """Return a net as large as names of one line allow; for more lines, at most a share of the drawing's width."""
    width, height = room
    turns = [2 * math.pi * place / max(1, len(titles)) for place in range(len(titles))]
    axes = tuple((math.sin(turn), -math.cos(turn)) for turn in turns)
    above, below = (_lines_upright(titles, axes, width, size, most, down) for down in (-1, 1))
    radius = max(1.0, (height - size * (2 * _ABOVE + (above + below) * _LINE)) / 2)
    if most == 1:
        for title, (across, _) in zip(titles, axes, strict=True):
            if abs(across) > _UPRIGHT:
                beside = width / 2 - size * (_GAP + 0.1) - text_width(title, size)
                radius = min(radius, max(beside, width * _USUAL_NET) / abs(across))
    else:
        radius = min(radius, width * share)
    top = min((down for _, down in axes), default=-1.0)
    bottom = max((down for _, down in axes), default=1.0)
    middle = (height + (above - below) * size * _LINE - radius * (top + bottom)) / 2
    return Net(width / 2, middle, radius, size, axes)


def _lines_upright(
    titles: Sequence[str],
    axes: Sequence[tuple[float, float]],
    width: float,
    size: float,
    most: int,
    down: int,
) -> int:
    """Return how many lines more than one the name above the net has (`down` -1), or the one below (1)."""
    for title, (across, leaning) in zip(titles, axes, strict=True):
        if abs(across) <= _UPRIGHT and leaning * down > 0:
            return len(wrapped(title, size, width, most)[0]) - 1
    return 0


def _names(net: Net, titles: Sequence[str], room: tuple[float, float], most: int) -> list[_Name]:
    """Return the names of a net, spread where they would stand over each other."""
    names = [_alone(net, place, title, room[0], most) for place, title in enumerate(titles)]
    upright = [name for name in names if name.anchor == "middle"]
    margin = net.size * 0.05
    top = max((name.y + name.height / 2 for name in upright if name.y < net.y), default=0.0) + margin
    bottom = min((name.y - name.height / 2 for name in upright if name.y > net.y), default=room[1]) - margin
    columns = [_side(names, side) for side in ("start", "end")]
    # Both sides in one size: that of the side with more names, where these have no room in the usual one.
    needed, given = max(sum(name.height for name in side) for side in columns), max(0.0, bottom - top)
    smaller = given / needed if needed > given > 0 else 1.0
    sides = [name for side in columns for name in _spread(side, top, bottom, smaller)]
    order = [name.tip for name in names]
    return sorted([*upright, *(_beside(name, net, room[0]) for name in sides)], key=lambda name: order.index(name.tip))


def _side(names: Sequence[_Name], side: str) -> list[_Name]:
    return sorted((name for name in names if name.anchor == side), key=lambda name: name.y)


def _alone(net: Net, place: int, title: str, width: float, most: int) -> _Name:
    """Return a name where it would stand if there were no others."""
    across, down = net.axes[place]
    x, y = tip = net.at(place, 100)
    size = net.size
    anchor: Anchor = "middle" if abs(across) <= _UPRIGHT else "start" if across > 0 else "end"
    if anchor == "middle":
        lines, cut = wrapped(title, size, width, most)
        return _Name(tuple(lines), cut, x, y + down * size * (1 + (len(lines) - 1) * _LINE / 2), size, anchor, tip)
    x += size * (_GAP if across > 0 else -_GAP)
    beside = (width - x if across > 0 else x) if most == 1 else width / 2 - net.radius - size * _GAP
    lines, cut = wrapped(title, size, beside, most)
    return _Name(tuple(lines), cut, x, y + down * size, size, anchor, tip)


def _spread(names: Sequence[_Name], top: float, bottom: float, smaller: float) -> list[_Name]:
    """Return the names of one side, so much smaller, moved up and down as little as keeps them apart.

    Source:
        Least squares under an order: pool adjacent violators (Ayer et al., 1955), here of the places less the heights
        above them.
    """
    names = [replace(name, size=name.size * smaller) for name in names] if smaller < 1 else names
    offsets, at = [], 0.0
    for name in names:
        offsets.append(at + name.height / 2)
        at += name.height
    pools: list[list[float]] = []
    for name, offset in zip(names, offsets, strict=True):
        pools.append([name.y - offset, 1])
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            value, count = pools.pop()
            before = pools[-1]
            before[0] = (before[0] * before[1] + value * count) / (before[1] + count)
            before[1] += count
    places = [min(max(value, top), bottom - at) for value, count in pools for _ in range(int(count))]
    return [
        replace(name, y=place + offset, moved=place + offset - name.y)
        for name, place, offset in zip(names, places, offsets, strict=True)
    ]


def _beside(name: _Name, net: Net, width: float) -> _Name:
    """Return a name clear of the net: at its axis where it stands there alone on one line, else outside the circle."""
    if len(name.lines) == 1 and abs(name.moved) < 1e-6:
        return name
    near = max(0.0, abs(name.y - net.y) - name.height / 2)
    reach = max(math.sqrt(max(0.0, net.radius**2 - near**2)), abs(name.tip[0] - net.x)) + net.size * _GAP
    x = net.x + (reach if name.anchor == "start" else -reach)
    room = width - x if name.anchor == "start" else x
    if all(text_width(line, name.size) <= room for line in name.lines):
        return replace(name, x=x)
    return replace(name, x=x, lines=tuple(fitted(line, name.size, room) for line in name.lines), cut=True)
