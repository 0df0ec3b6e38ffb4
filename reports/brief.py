"""The brief of one assessment: page one for the decision, the appendix for the team, or the copy for the partner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assessments.assessment import Assessment
from assessments.partner_copy import partner_copy
from assessments.record import fingerprint
from assessments.result import Result
from assessments.robustness import robustness
from reports.appendix import appendix_strips
from reports.catalogue import long_date, printed
from reports.contents import Contents
from reports.document import Document
from reports.foot import foot_top, frame_for
from reports.footer import footer, running_head
from reports.front import front_page
from reports.options import PARTS, PLAIN, PrintOptions
from reports.page_breaks import break_pages
from reports.painting import Imprint
from reports.partner_brief import lay_partner_copy
from reports.strips import Page, Placed
from reports.text import one_line

_HEAD_ROOM = 26.0


def lay_brief(assessment: Assessment, result: Result, options: PrintOptions = PLAIN) -> Document:
    """Return the brief for the reader the options name, with every page filled, footers included."""
    if options.reader == "partner":
        return lay_partner_copy(partner_copy(assessment, result), options)
    frame = frame_for(options)
    contents = Contents(
        assessment,
        result,
        frame,
        fingerprint(assessment, result.as_of),
        robustness(assessment, result),
        # The one page names pages of the whole team brief.
        options=replace(options, parts=frozenset(PARTS)) if options.reader == "decider" else options,
    )
    front = front_page(contents)
    following = break_pages(appendix_strips(contents), frame.top + _HEAD_ROOM, frame.height - _HEAD_ROOM)
    rest_pages = _find_rest(contents, following)
    if any(page != 2 for page in rest_pages.values()):
        contents = replace(contents, rest={}, referred=set(), rest_pages=rest_pages)
        front = front_page(contents)
    pages = [front]
    if options.reader == "team":
        pages += [[Placed(frame.top - 4, running_head(contents)), *page] for page in following]
    for number, page in enumerate(pages, start=1):
        page.append(Placed(foot_top(options, frame), footer(contents, number, len(pages))))
    return Document(pages, frame, _imprint(contents), contents.partner_name, contents.fingerprint, options)


def _imprint(contents: Contents) -> Imprint:
    """Return what the file says of itself."""
    questionnaire = contents.assessment.questionnaire
    subject = printed(
        "document_subject",
        questionnaire=questionnaire.title,
        version=questionnaire.version,
        day=long_date(contents.result.as_of),
    )
    return Imprint(
        title=printed("document_title", partner=contents.partner_name),
        author=one_line(contents.assessment.own_name),
        subject=one_line(subject),
        as_of=contents.result.as_of,
    )


def _find_rest(contents: Contents, following: Sequence[Page]) -> Mapping[str, int]:
    """Return on which page everything begins that page one leaves to the appendix."""
    found: dict[str, int] = {}
    titles = {printed(key): key for key in contents.referred}
    for number, page in enumerate(following, start=2):
        for placed in page:
            if placed.strip.outline and placed.strip.outline[1] in titles:
                found.setdefault(titles[placed.strip.outline[1]], number)
    return found
