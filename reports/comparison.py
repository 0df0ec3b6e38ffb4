"""The printed comparison of two to six partners: one page, and an appendix with everything behind it."""

from __future__ import annotations

import hashlib
import json

from assessments.comparison import FEWEST_PARTNERS, MOST_PRINTED, Comparison
from assessments.firmness import Firmness
from assessments.record import fingerprint
from reports.catalogue import long_date, printed, short_day
from reports.comparison_appendix import appendix_strips
from reports.comparison_contents import Side
from reports.comparison_front import front_strips
from reports.document import Document
from reports.foot import document_mark, frame_for
from reports.options import PLAIN, PrintOptions
from reports.painting import Imprint
from reports.plain_head import Head, following_pages, framed, front_page, pages_of_parts, title_block
from reports.text import one_line


def lay_comparison(comparison: Comparison, found: Firmness, options: PrintOptions = PLAIN) -> Document:
    """Return the comparison with every page filled.

    Args:
        comparison: From `assessments.comparison.compare`; its order is the order of the columns.
        found: From `assessments.firmness.firmness` for the same comparison. Its weights are those that are compared
            at: other ones than the partners share are printed as a what-if.
        options: How it is printed.

    Raises:
        ValueError: More than six partners; the message is a sentence for the user.
    """
    count = len(comparison.partners)
    if count > MOST_PRINTED:
        raise ValueError(f"Choose {FEWEST_PARTNERS} to {MOST_PRINTED} partners to print side by side, not {count}.")
    frame = frame_for(options)
    digits = _fingerprint(comparison, found)
    side = Side(comparison, found, frame, digits)
    head = _head(side)
    following = following_pages(appendix_strips(side), frame)
    front = front_page(front_strips(side, title_block(head, frame, options), pages_of_parts(following)), frame)
    pages = framed([front, *following], head, frame, options)
    imprint = Imprint(head.title, head.own_name, ", ".join(side.names)[:500], side.days[1])
    return Document(pages, frame, imprint, head.title, digits, options)


def _head(side: Side) -> Head:
    first, last = side.days
    assessment = side.partners[0].assessment
    version = one_line(assessment.questionnaire.version)
    same = "compare_differ" if side.comparison.common.versions_differ else "compare_same"
    own = one_line(assessment.own_name)
    day = (
        printed("as_of", day=long_date(last))
        if first == last
        else printed("compare_days", first=short_day(first), last=short_day(last))
    )
    parts = (printed(same, version=version), printed("for_own", name=own) if own.strip() else "")
    return Head(
        kicker=printed("compare_kicker"),
        title=printed("compare_title", count=len(side.partners)),
        subtitle=" · ".join(filter(None, parts)),
        right=(day, one_line(assessment.questionnaire.title)),
        running=day,
        mark=document_mark(side.fingerprint),
        own_name=own,
    )


def _fingerprint(comparison: Comparison, found: Firmness) -> str:
    """Return SHA-256 (FIPS 180-4) over what is compared, as JSON with sorted keys."""
    content = {
        "document": "comparison",
        "partners": [
            [
                fingerprint(one.assessment, one.own.as_of),
                one.assessment.questionnaire.content_hash,
                one.own.recommendation.band,
            ]
            for one in comparison.partners
        ],
        "weights": {key: str(weight) for key, weight in found.weights.items()},
        "draws": found.draws,
    }
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
