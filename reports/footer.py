"""What stands on every page: the footer, and the running head from page 2 on."""

from __future__ import annotations

from dataclasses import replace

from assessments.drawing import Line
from reports.catalogue import long_date, printed
from reports.contents import Contents
from reports.lines import fit_lines, measure
from reports.options import PrintOptions
from reports.score_section import recommendation_pill, state_marks
from reports.strips import Item, Strip, Words, baseline_of
from reports.style import SMALL, Frame, frame_of
from reports.text import one_line

_FOOT = 34.0
_LINES = 2
"""Of the footer's own text; one of any use fits."""


def frame_for(options: PrintOptions) -> Frame:
    """Return the page with room for the footer that was chosen."""
    frame = frame_of(options.paper)
    return replace(frame, foot=frame.foot + len(_own_lines(options, frame.width)) * SMALL.leading)


def footer_top(contents: Contents) -> float:
    """Return where the footer begins, in points from the top of the page."""
    frame = contents.frame
    return frame.page_height - _FOOT - len(_own_lines(contents.options, frame.width)) * SMALL.leading


def _own_lines(options: PrintOptions, width: float) -> list[str]:
    """Return the lines of the text chosen for every footer; none where none was."""
    words = one_line(options.footer)
    return fit_lines(words, SMALL, width, _LINES)[0] if words.strip() else []


def footer(contents: Contents, number: int, count: int) -> Strip:
    """Return our own footer text and, below it, page number, assessment with fingerprint, and our own name."""
    width = contents.frame.width
    own_lines = _own_lines(contents.options, width)
    baseline = len(own_lines) * SMALL.leading + baseline_of(SMALL)
    mark = printed(
        "fingerprint",
        id=contents.short_id,
        hash=contents.short_fingerprint,
        version=one_line(contents.assessment.questionnaire.version)[:20],
    )
    own = fit_lines(one_line(contents.assessment.own_name), SMALL, width * 0.24, 1)[0][0]
    items: list[Item] = [
        Words(width / 2, place * SMALL.leading + baseline_of(SMALL), line, SMALL, "middle")
        for place, line in enumerate(own_lines)
    ]
    items += [
        Words(0, baseline, printed("page", number=number, count=count), SMALL),
        Words(width / 2, baseline, mark, SMALL, "middle"),
        Words(width, baseline, own, SMALL, "end"),
    ]
    return Strip((len(own_lines) + 1) * SMALL.leading, tuple(items))


def running_head(contents: Contents) -> Strip:
    """Return partner, recommendation and day, so that a loose page can be told."""
    width = contents.frame.width
    baseline = baseline_of(SMALL)
    day = printed("as_of", day=long_date(contents.result.as_of))
    right = " · ".join([recommendation_pill(contents), *state_marks(contents), day])
    name = fit_lines(contents.partner_name, SMALL, max(60.0, width - measure(right, SMALL) - 18), 1)[0][0]
    items: list[Item] = [
        Words(0, baseline, name, SMALL),
        Words(width, baseline, right, SMALL, "end"),
        Line(((0, SMALL.leading + 3), (width, SMALL.leading + 3)), "line", 0.6),
    ]
    return Strip(SMALL.leading + 4, tuple(items))
