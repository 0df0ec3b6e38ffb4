"""What stands around the text of every page: the footer, with the user's own words, and the running head."""

from __future__ import annotations

from dataclasses import replace

from assessments.drawing import Line
from reports.catalogue import printed
from reports.lines import fit_lines, measure
from reports.options import PrintOptions
from reports.strips import Item, Strip, Words, baseline_of
from reports.style import SMALL, Frame, frame_of
from reports.text import one_line

_FOOT = 34.0
"""From the top of the footer's last line to the end of the page."""
_LINES = 2
"""As many as the longest footer that the settings take needs."""
_LEAST_LEFT = 60.0
"""Points that the left of the running head has, however long its right is."""


def frame_for(options: PrintOptions) -> Frame:
    """Return the page with room for the footer that was chosen."""
    frame = frame_of(options.paper)
    return replace(frame, foot=frame.foot + len(own_lines(options, frame)) * SMALL.leading)


def foot_top(options: PrintOptions, frame: Frame) -> float:
    """Return where the footer begins, in points from the top of the page."""
    return frame.page_height - _FOOT - len(own_lines(options, frame)) * SMALL.leading


def own_lines(options: PrintOptions, frame: Frame) -> list[str]:
    """Return the lines of the text chosen for every footer; none where none was."""
    words = one_line(options.footer).strip()
    return fit_lines(words, SMALL, frame.width, _LINES)[0] if words else []


def footer_strip(options: PrintOptions, frame: Frame, mark: str, own_name: str, page: tuple[int, int]) -> Strip:
    """Return the text chosen for every footer and, below it, page number, mark and our own name.

    Args:
        options: Have the text.
        frame: The page.
        mark: The fingerprint, in words.
        own_name: Printable and on one line; cut where it is long.
        page: Number from 1, and how many there are.
    """
    width, lines = frame.width, own_lines(options, frame)
    baseline = len(lines) * SMALL.leading + baseline_of(SMALL)
    items: list[Item] = [
        Words(width / 2, place * SMALL.leading + baseline_of(SMALL), line, SMALL, "middle")
        for place, line in enumerate(lines)
    ]
    items += [
        Words(0, baseline, printed("page", number=page[0], count=page[1]), SMALL),
        Words(width / 2, baseline, mark, SMALL, "middle"),
        Words(width, baseline, fit_lines(own_name, SMALL, width * 0.24, 1)[0][0], SMALL, "end"),
    ]
    return Strip((len(lines) + 1) * SMALL.leading, tuple(items))


def running_strip(frame: Frame, left: str, right: str) -> Strip:
    """Return what tells a loose page, above a rule: the left is cut where the right leaves it no room."""
    width, baseline, rule = frame.width, baseline_of(SMALL), SMALL.leading + 3
    cut = fit_lines(left, SMALL, max(_LEAST_LEFT, width - measure(right, SMALL) - 18), 1)[0][0]
    words = Words(0, baseline, cut, SMALL), Words(width, baseline, right, SMALL, "end")
    return Strip(rule + 1, (*words, Line(((0, rule), (width, rule)), "line", 0.6)))


def document_mark(fingerprint: str) -> str:
    """Return the fingerprint of a document, 64 hexadecimal digits, as its footer says it."""
    return printed("document_mark", hash=short_fingerprint(fingerprint))


def short_fingerprint(fingerprint: str) -> str:
    """Return its first and last four digits: "9b1c…e04d"."""
    return f"{fingerprint[:4]}…{fingerprint[-4:]}"
