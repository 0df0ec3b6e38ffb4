"""Page one: what a decision meeting needs, at fixed places; what does not fit is said to follow, and on which page."""

from __future__ import annotations

from collections.abc import Callable

from assessments.drawing import Line
from reports.ask_section import ask_section
from reports.catalogue import printed
from reports.charts_section import charts_section
from reports.contents import Contents
from reports.findings_section import findings_section
from reports.gates_section import gates_section
from reports.score_section import score_section
from reports.strips import Item, Page, Placed, Strip, Words, baseline_of
from reports.style import CAPTION
from reports.title_section import title_section

_SIGN_OFF = 34.0
_SIGN_GAP = 19.0
_BEFORE_SIGN_OFF = 26.0
_AGENDA_ROOM = 112.0
"""Room for at least three questions to ask; strengths and gaps give way for it down to two."""

_SECTIONS: tuple[tuple[Callable[[Contents], Strip], float], ...] = (
    (title_section, 13.0),
    (score_section, 8.0),
    (charts_section, 8.0),
    (gates_section, 9.0),
)
"""Each section with the room below it, in points."""


def front_page(contents: Contents) -> Page:
    """Return page one. What had to be cut is left in `contents.rest`."""
    frame = contents.frame
    page: Page = []
    at = frame.top
    for section, below in _SECTIONS:
        strip = section(contents)
        page.append(Placed(at, strip))
        at += strip.height + below
    end = frame.bottom - _SIGN_OFF - _BEFORE_SIGN_OFF
    findings = _fitting_findings(contents, end - _AGENDA_ROOM - at)
    page.append(Placed(at, findings))
    at += findings.height + 11
    for strip in ask_section(contents, end - at):
        page.append(Placed(at, strip))
        at += strip.height
    page.append(Placed(frame.bottom - _SIGN_OFF, _sign_off(frame.width)))
    return page


def _fitting_findings(contents: Contents, room: float) -> Strip:
    """Return as many strengths and gaps as fit, five to two of each."""
    for most in (5, 4, 3):
        strip = findings_section(contents, most)
        if strip.height <= room:
            return strip
    return findings_section(contents, 2)


def _sign_off(width: float) -> Strip:
    """Return three lines to write on."""
    items: list[Item] = []
    wide = (width - 2 * _SIGN_GAP) / 3
    for number, key in enumerate(("prepared_by", "decided_by", "date")):
        x = number * (wide + _SIGN_GAP)
        items.append(Line(((x, 0), (x + wide, 0)), "ink", 0.8))
        items.append(Words(x, 4 + baseline_of(CAPTION), printed(key), CAPTION))
    return Strip(_SIGN_OFF, tuple(items))
