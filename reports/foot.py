"""The user's own words in every footer, and the room they take."""

from __future__ import annotations

from dataclasses import replace

from reports.lines import fit_lines
from reports.options import PrintOptions
from reports.style import SMALL, Frame, frame_of
from reports.text import one_line

_FOOT = 34.0
"""From the top of the footer's last line to the end of the page."""
_LINES = 2
"""As many as the longest footer that the settings take needs."""


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
