"""What stands on every page of a brief: the footer, and the running head from page 2 on."""

from __future__ import annotations

from reports.catalogue import long_date, printed
from reports.contents import Contents
from reports.foot import footer_strip, running_strip
from reports.score_section import recommendation_pill, state_marks
from reports.strips import Strip
from reports.text import one_line


def footer(contents: Contents, number: int, count: int) -> Strip:
    """Return our own footer text and, below it, page number, assessment with fingerprint, and our own name."""
    mark = printed(
        "fingerprint",
        id=contents.short_id,
        hash=contents.short_fingerprint,
        version=one_line(contents.assessment.questionnaire.version)[:20],
    )
    own = one_line(contents.assessment.own_name)
    return footer_strip(contents.options, contents.frame, mark, own, (number, count))


def running_head(contents: Contents) -> Strip:
    """Return partner, recommendation and day, so that a loose page can be told."""
    day = printed("as_of", day=long_date(contents.result.as_of))
    right = " · ".join([recommendation_pill(contents), *state_marks(contents), day])
    return running_strip(contents.frame, contents.partner_name, right)
