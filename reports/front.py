"""Page one: what a decision meeting needs, at fixed places; what does not fit is said to be on page 2."""

from __future__ import annotations

from collections.abc import Callable

from assessments.drawing import Line
from reports.catalogue import printed
from reports.charts_section import charts_section
from reports.contents import Contents
from reports.findings_section import ask_section, findings_section
from reports.gates_section import gates_section
from reports.score_section import score_section
from reports.strips import Item, Page, Placed, Strip, Words, baseline_of
from reports.style import CAPTION
from reports.title_section import title_section

_SIGN_OFF = 40.0
_SIGN_GAP = 19.0

_SECTIONS: tuple[tuple[Callable[[Contents], Strip], float], ...] = (
    (title_section, 15.0),
    (score_section, 14.0),
    (charts_section, 12.0),
    (gates_section, 10.0),
    (findings_section, 12.0),
)
"""Each section with the room below it, in points."""


def front_page(contents: Contents) -> Page:
    """Return page one. What had to be cut is left in `contents.cut`."""
    frame = contents.frame
    page: Page = []
    at = frame.top
    for section, below in _SECTIONS:
        strip = section(contents)
        page.append(Placed(at, strip))
        at += strip.height + below
    sign_top = frame.bottom - _SIGN_OFF
    page.append(Placed(at, ask_section(contents, sign_top - 26 - at)))
    page.append(Placed(sign_top, _sign_off(frame.width)))
    return page


def _sign_off(width: float) -> Strip:
    """Return three lines to write on."""
    items: list[Item] = []
    wide = (width - 2 * _SIGN_GAP) / 3
    for number, key in enumerate(("prepared_by", "decided_by", "date")):
        x = number * (wide + _SIGN_GAP)
        items.append(Line(((x, 0), (x + wide, 0)), "ink", 0.8))
        items.append(Words(x, 4 + baseline_of(CAPTION), printed(key), CAPTION))
    return Strip(_SIGN_OFF, tuple(items))
