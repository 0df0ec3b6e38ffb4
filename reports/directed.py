"""Lines of text that has to be put in order or shaped: their directions come from the paragraph they were broken from.

A line stays a string in the order typed; what it looks like is worked out where it is painted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from unicodedata import category

from reports.direction import resolve_directions, visual_runs
from reports.fonts import Face
from reports.lines import BREAK_HERE
from reports.scripts import COMPLEX, DIRECTION_CONTROLS, JOINERS
from reports.shaping import Cluster, shape
from reports.thai import THAI, phrase_starts

_CONTROL = re.compile(f"[{DIRECTION_CONTROLS}]")
_SPACES = re.compile(" +")


class DirectedLine(str):
    """A line in the order typed, with the level of each character as its paragraph gave it.

    Attributes:
        levels: As `reports.direction` gives them.
        base: 1 when its paragraph runs right to left.
        room: Width in points at whose right end the line ends; None when it begins at the left.
    """

    __slots__ = ("base", "levels", "room")
    levels: bytes
    base: int
    room: float | None

    @classmethod
    def of(cls, line: str, levels: bytes, base: int, room: float | None = None) -> DirectedLine:
        """Return a line with its directions."""
        made = cls(line)
        made.levels, made.base, made.room = levels, base, room
        return made

    @classmethod
    def alone(cls, line: str) -> DirectedLine:
        """Return a line that is a whole paragraph."""
        if isinstance(line, cls):
            return line
        found = resolve_directions(line)
        return cls.of(line, found.levels, found.base)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line in one font, from left to right.

    Attributes:
        font: Name of the font.
        shown: The text itself where one glyph follows the other, else its clusters.
        width: In em.
    """

    font: str
    shown: str | tuple[Cluster, ...]
    width: float


def pieces_of(line: str, face: Face) -> list[Piece]:
    """Return a line as it looks, from left to right."""
    directed = DirectedLine.alone(line)
    found = []
    for level, start, end in visual_runs(directed, directed.levels, directed.base):
        segments = list(_segments(directed, start, end, face))
        for font, places in reversed(segments) if level % 2 else segments:
            found.append(_piece(directed, font, places, level, face))
    return found


def measure_directed(line: str, face: Face) -> float:
    """Return the width of a line in em."""
    return sum(piece.width for piece in pieces_of(line, face))


def cut_to_fit(line: str, mark: str, face: Face, room: float) -> DirectedLine:
    """Return as much of a line as fits `room` em with a mark behind it that more follows."""
    directed = DirectedLine.alone(line)
    for end in range(len(directed), -1, -1):
        kept = directed[:end].rstrip(" ")
        levels = directed.levels[: len(kept)]
        cut = DirectedLine.of(kept + mark, levels + (levels[-1:] or bytes([directed.base])) * len(mark), directed.base)
        if measure_directed(cut, face) <= room or not kept:
            break
    return cut


def break_directed(paragraph: str, face: Face, room: float, aligned: float | None = None) -> Iterator[DirectedLine]:
    """Yield the lines of one paragraph, each at most `room` em wide; one for an empty one.

    Lines break at spaces and between phrases of Thai, a word wider than a line between its letters. Spaces at a line's
    end hang and are dropped.

    Args:
        paragraph: Without newlines.
        face: Its face.
        room: In em.
        aligned: Width in points that lines of right-to-left text have of their own; None when they have not.
    """
    found = resolve_directions(paragraph)
    widths = _widths(paragraph, found.levels, face)
    room_at_right = aligned if found.base else None

    def line(start: int, end: int) -> DirectedLine:
        while end > start and paragraph[end - 1] == " ":
            end -= 1
        return DirectedLine.of(paragraph[start:end], found.levels[start:end], found.base, room_at_right)

    start, end, used = 0, 0, 0.0
    for word_start, word_end in _words(paragraph):
        wide = sum(widths[word_start:word_end])
        if used + wide <= room or paragraph[word_start] == " ":
            end, used = word_end, used + wide
            continue
        if wide <= room or used >= room * BREAK_HERE:
            if paragraph[start:end].strip(" "):
                yield line(start, end)
            start, used = word_start, 0.0
        used += wide
        while used > room:
            first = max(start, word_start)
            cut = _cut(paragraph, widths, (start, first, word_end), room)
            # The last letter before a break may take another, wider shape.
            while (earlier := _before(widths, cut)) > first and measure_directed(line(start, cut), face) > room:
                cut = earlier
            if cut >= word_end:
                break
            yield line(start, cut)
            used -= sum(widths[start:cut])
            start = cut
        end = word_end
    yield line(start, end)


def _words(paragraph: str) -> Iterator[tuple[int, int]]:
    """Yield the places of words and of the spaces between them; Thai words, which have none, as phrases."""
    at = 0
    for match in _SPACES.finditer(paragraph):
        if match.start() > at:
            yield from _phrases(paragraph, at, match.start())
        yield match.span()
        at = match.end()
    if at < len(paragraph):
        yield from _phrases(paragraph, at, len(paragraph))


def _phrases(paragraph: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what stands between two spaces, divided where Thai may be."""
    for match in THAI.finditer(paragraph, start, end):
        for place in phrase_starts(match[0]):
            yield start, match.start() + place
            start = match.start() + place
    yield start, end


def _cut(paragraph: str, widths: Sequence[float], places: tuple[int, int, int], room: float) -> int:
    """Return where a word that is too wide is broken: behind as many letters as fit, at least one, never before a mark.

    Args:
        paragraph: The text.
        widths: Of its characters, in em.
        places: Where the line starts, where the word does and where it ends.
        room: In em.
    """
    line_start, word_start, end = places
    used = sum(widths[line_start : word_start + 1])
    best = 0
    for at in range(word_start + 1, end):
        if widths[at] and not category(paragraph[at]).startswith("M"):
            if used > room and best:
                return best
            best = at
        used += widths[at]
    return best if best and used > room else end


def _before(widths: Sequence[float], cut: int) -> int:
    """Return the break one letter before another."""
    cut -= 1
    while cut > 0 and not widths[cut]:
        cut -= 1
    return cut


def _widths(paragraph: str, levels: bytes, face: Face) -> list[float]:
    """Return the width of each character in em; a cluster's is at its first one, the others are 0."""
    widths = [0.0] * len(paragraph)
    start = 0
    for level, run in groupby(levels):
        end = start + sum(1 for _ in run)
        for font, places in _segments(paragraph, start, end, face):
            shown = _piece(paragraph, font, places, level, face).shown
            if isinstance(shown, str):
                for at in places:
                    widths[at] = face.widths[paragraph[at]]
            else:
                for cluster in shown:
                    widths[places[cluster.start]] = cluster.advance / 1000
        start = end
    return widths


def _segments(line: str, start: int, end: int, face: Face) -> Iterator[tuple[str, list[int]]]:
    """Yield font and places of the parts of a stretch that one font has, without direction controls."""
    font = ""
    places: list[int] = []
    for at in range(start, end):
        char = line[at]
        if _CONTROL.match(char):
            continue
        wanted = font if font and _stays(char, font, face) else face.font_of(char) or font or face.first
        if wanted != font and places:
            yield font, places
            places = []
        font = wanted
        places.append(at)
    if places:
        yield font, places


def _stays(char: str, font: str, face: Face) -> bool:
    """Return whether a space, joiner or mark goes with the letter before it."""
    if char in JOINERS:
        return True
    return (char == " " or category(char).startswith("M")) and face.has(font, char)


def _piece(line: str, font: str, places: Sequence[int], level: int, face: Face) -> Piece:
    text = "".join([line[at] for at in places])
    if level % 2 or COMPLEX.search(text):
        clusters = tuple(shape(font, text, right_to_left=bool(level % 2)))
        return Piece(font, clusters, sum(cluster.advance for cluster in clusters) / 1000)
    return Piece(font, text, face.measure(text))
