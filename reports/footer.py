"""What stands on every page: the footer, and the running head from page 2 on."""

from __future__ import annotations

from assessments.drawing import Line
from reports.catalogue import long_date, printed
from reports.contents import Contents
from reports.foot import own_lines
from reports.lines import fit_lines, measure
from reports.score_section import recommendation_pill, state_marks
from reports.strips import Item, Strip, Words, baseline_of
from reports.style import SMALL
from reports.text import one_line


def footer(contents: Contents, number: int, count: int) -> Strip:
    """Return our own footer text and, below it, page number, assessment with fingerprint, and our own name."""
    width = contents.frame.width
    lines = own_lines(contents.options, contents.frame)
    baseline = len(lines) * SMALL.leading + baseline_of(SMALL)
    mark = printed(
        "fingerprint",
        id=contents.short_id,
        hash=contents.short_fingerprint,
        version=one_line(contents.assessment.questionnaire.version)[:20],
    )
    own = fit_lines(one_line(contents.assessment.own_name), SMALL, width * 0.24, 1)[0][0]
    items: list[Item] = [
        Words(width / 2, place * SMALL.leading + baseline_of(SMALL), line, SMALL, "middle")
        for place, line in enumerate(lines)
    ]
    items += [
        Words(0, baseline, printed("page", number=number, count=count), SMALL),
        Words(width / 2, baseline, mark, SMALL, "middle"),
        Words(width, baseline, own, SMALL, "end"),
    ]
    return Strip((len(lines) + 1) * SMALL.leading, tuple(items))


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
