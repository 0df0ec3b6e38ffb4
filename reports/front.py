"""Page one: what a decision meeting needs, at fixed places; what does not fit is said to follow, and on which page."""

from __future__ import annotations

from collections.abc import Callable

from assessments.drawing import Line
from reports.ask_section import agenda_height, ask_section, ask_table
from reports.catalogue import printed
from reports.charts_section import LOW_HEIGHT, charts_section
from reports.contents import Contents
from reports.findings_section import findings_section
from reports.gates_section import gates_in_brief, gates_section
from reports.options import PARTS
from reports.score_section import score_section
from reports.sheets_front import Rows, conditions_strip, decision_strip, has_sheets, pair_strip
from reports.strips import Item, Page, Placed, Strip, Words, baseline_of
from reports.style import CAPTION, SMALL
from reports.title_section import title_section

_SIGN_OFF = 20.0
_LEFT_OUT = 14.0
_SIGN_GAP = 19.0
_BEFORE_SIGN_OFF = 26.0
_BEFORE_SIGN_OFF_TIGHT = 16.0
"""Where the sheets need the room."""
_AGENDA_ROOM = 114.0
"""Room for at least three questions to ask; strengths and gaps give way for it down to two."""
_AGENDA_LEAST = 72.0
"""Less room than this, beside the sheets, and the agenda stands in the appendix."""
_AGENDA_LINE = 13.0
_AGENDA_FIRST = 3
"""More than three strengths and gaps only where so many questions to ask still stand below."""

_BELOW = 9.0
_TRIES = (
    (5, Rows(3, 4), Rows(6, 4)),
    (4, Rows(3, 4), Rows(6, 4)),
    (3, Rows(3, 4), Rows(6, 4)),
    (3, Rows(3, 3), Rows(6, 3)),
    (3, Rows(3, 2), Rows(6, 2)),
    (3, Rows(3, 2), Rows(5, 2)),
    (3, Rows(3, 2), Rows(4, 2)),
    (3, Rows(3, 2), Rows(3, 2)),
    (2, Rows(3, 2), Rows(3, 2)),
    (1, Rows(3, 2), Rows(3, 2)),
    (1, Rows(2, 2), Rows(3, 2)),
    (1, Rows(2, 2), Rows(2, 2)),
    (1, Rows(3, 1), Rows(3, 1)),
    (1, Rows(2, 1), Rows(2, 1)),
    (1, Rows(1, 1), Rows(1, 1)),
    (1, Rows(0, 1), Rows(0, 1)),
)
"""Findings, exchange and risks, and conditions; the first that fit are taken, the last in any case."""


def front_page(contents: Contents) -> Page:
    """Return page one. What had to be cut is left in `contents.rest`."""
    frame = contents.frame
    with_sheets = has_sheets(contents)
    page: Page = []
    at = frame.top
    for section, below in _sections(with_sheets):
        strip = section(contents)
        if strip.height:
            page.append(Placed(at, strip))
            at += strip.height + below
    sign_off = _sign_off(contents)
    end = frame.bottom - sign_off.height - (_BEFORE_SIGN_OFF_TIGHT if with_sheets else _BEFORE_SIGN_OFF)
    following = _with_sheets(contents, end - at) if with_sheets else _without_sheets(contents, end - at)
    for strip in following:
        page.append(Placed(at, strip))
        at += strip.height
    page.append(Placed(frame.bottom - sign_off.height, sign_off))
    return page


def _sections(with_sheets: bool) -> tuple[tuple[Callable[[Contents], Strip], float], ...]:
    """Return what always stands there, each section with the room below it, in points."""
    if with_sheets:
        return (
            (title_section, 12.0),
            (score_section, 6.0),
            (decision_strip, 6.0),
            (lambda contents: charts_section(contents, LOW_HEIGHT), 4.0),
            (gates_in_brief, 8.0),
        )
    return (
        (title_section, 13.0),
        (score_section, 8.0),
        (decision_strip, 6.0),
        (charts_section, 8.0),
        (gates_section, 9.0),
    )


def _without_sheets(contents: Contents, room: float) -> list[Strip]:
    """Return strengths and gaps, and below them the agenda."""
    findings = _fitting_findings(contents, room - _AGENDA_ROOM)
    return [findings, Strip(11), *ask_section(contents, room - findings.height - 11)]


def _with_sheets(contents: Contents, room: float) -> list[Strip]:
    """Return strengths and gaps, the sheets, and the agenda where they leave room for it, else where it stands."""
    strips: list[Strip] = []
    asks = contents.result.ask_next
    for findings, pairs, conditions in _TRIES:
        attempt = contents.attempt()
        parts = (
            findings_section(attempt, findings),
            pair_strip(attempt, pairs),
            conditions_strip(attempt, conditions),
        )
        strips = [strip for part in parts if part.height for strip in (part, Strip(_BELOW))]
        if sum(strip.height for strip in strips) + _agenda_needs(len(asks), findings) <= room:
            break
    contents.take(attempt)
    left = room - sum(strip.height for strip in strips)
    if left >= _AGENDA_LEAST or not asks:
        return [*strips, *(ask_section(contents, left) if left >= _AGENDA_LEAST else [])]
    contents.rest["ask_next"] = ask_table(contents)
    words = printed("agenda_on", count=len(asks), where=contents.rest_page("ask_next"))
    return [*strips, Strip(_AGENDA_LINE, (Words(0, baseline_of(SMALL), words, SMALL),))]


def _agenda_needs(asks: int, findings: int) -> float:
    """Return the room to leave for what to ask next, beside so many strengths and gaps."""
    if not asks:
        return 0.0
    return _AGENDA_LINE if findings <= _AGENDA_FIRST else agenda_height(asks, _AGENDA_FIRST)


def _fitting_findings(contents: Contents, room: float) -> Strip:
    """Return as many strengths and gaps as fit, five to two of each."""
    for most in (5, 4, 3):
        strip = findings_section(contents, most)
        if strip.height <= room:
            return strip
    return findings_section(contents, 2)


def _sign_off(contents: Contents) -> Strip:
    """Return three lines to write on and, below them, which parts of the appendix this copy does not have."""
    items: list[Item] = []
    width = contents.frame.width
    wide = (width - 2 * _SIGN_GAP) / 3
    for number, key in enumerate(("prepared_by", "decided_by", "date")):
        x = number * (wide + _SIGN_GAP)
        items.append(Line(((x, 0), (x + wide, 0)), "ink", 0.8))
        items.append(Words(x, 4 + baseline_of(CAPTION), printed(key), CAPTION))
    height = _SIGN_OFF
    left_out = [printed(f"part_{part}") for part in PARTS if part not in contents.options.parts]
    if left_out and contents.options.reader == "team":
        words = printed("left_out", parts=", ".join(left_out))
        height += _LEFT_OUT
        items.append(Words(0, height - SMALL.leading + baseline_of(SMALL), words, SMALL))
    return Strip(height, tuple(items))
