"""What a pen fills in: boxes to tick, lines to write on, and the small print that explains them."""

from __future__ import annotations

from collections.abc import Sequence

from assessments.drawing import Line
from reports.lines import measure
from reports.strips import Item, Strip, Words, baseline_of
from reports.structure import Element
from reports.style import BODY, SMALL, SMALL_STRONG, Style
from reports.widows import break_held

TICK = 7.6
"""Side of a box, in points."""
TICK_ROOM = TICK + 4.5
"""From the left edge of a box to its words."""
WRITING = 19.0
"""From line to line for handwriting, in points."""
_RULE = "control_line"


def tick_box(x: float, baseline: float, size: float = TICK) -> Line:
    """Return an empty box that stands on a baseline."""
    top = baseline - size + 1.2
    return Line(((x, top), (x + size, top), (x + size, top + size), (x, top + size)), "ink", 0.7, closed=True)


def ticked_words(x: float, baseline: float, lines: Sequence[str], style: Style = BODY) -> list[Item]:
    """Return a box with its words beside it, `TICK_ROOM` to the right."""
    whole = Element("P")
    words = [
        Words(x + TICK_ROOM, baseline + number * style.leading, line, style, element=whole)
        for number, line in enumerate(lines)
    ]
    return [tick_box(x, baseline), *words]


def rule_to_write_on(left: float, right: float, y: float) -> Line:
    """Return a line that is written on."""
    return Line(((left, y), (right, y)), _RULE, 0.6)


def fields(labels: Sequence[tuple[str, float, float]], style: Style = BODY) -> Strip:
    """Return one row of labels with lines to write on.

    Args:
        labels: Printed label, x and width of each field, in points.
        style: Of the labels.
    """
    items: list[Item] = []
    baseline = WRITING - 4
    for label, x, width in labels:
        items.append(Words(x, baseline, label, style))
        items.append(rule_to_write_on(x + measure(label, style) + 5, x + width, baseline + 2))
    return Strip(WRITING + 2, tuple(items))


def note_lines(label: str, left: float, right: float, count: int) -> list[Strip]:
    """Return a small label and lines to write on; the strips stay with each other."""
    strips = []
    for number in range(count):
        items: list[Item] = [rule_to_write_on(left, right, WRITING - 2)]
        if not number:
            end = left + measure(label, SMALL) + 5
            items = [
                Words(left, WRITING - 4 - SMALL.leading + baseline_of(SMALL), label, SMALL),
                rule_to_write_on(end, right, WRITING - 2),
            ]
        strips.append(Strip(WRITING, tuple(items), keep=number < count - 1))
    return strips


def small_print(label: str, words: str, left: float, right: float) -> list[Strip]:
    """Return a label and its text in small print, the text's later lines below its first."""
    if not words.strip():
        return []
    indent = left + measure(f"{label}  ", SMALL_STRONG)
    whole = Element("P")
    strips = []
    for number, line in enumerate(break_held(words, SMALL, right - indent)):
        items: list[Item] = [Words(indent, baseline_of(SMALL), line, SMALL, element=whole)]
        if not number:
            items.insert(0, Words(left, baseline_of(SMALL), label, SMALL_STRONG, element=whole))
        strips.append(Strip(SMALL.leading, tuple(items)))
    return strips
