"""The brief of one assessment as PDF: page one for the decision, the appendix for the team."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock

from assessments.assessment import Assessment
from assessments.record import fingerprint
from assessments.result import Result
from assessments.robustness import robustness
from reports.appendix import appendix_strips
from reports.catalogue import long_date, printed
from reports.contents import Contents
from reports.footer import footer, running_head
from reports.front import front_page
from reports.painting import Imprint, paint_pages
from reports.strips import Page, Placed, fill_pages
from reports.style import Paper, frame_of
from reports.text import one_line
from reports.written_file import BriefError, replace_file

__all__ = ["BriefError", "Paper", "WrittenBrief", "brief_bytes", "write_brief"]

_HEAD_ROOM = 26.0
_ONE_AT_A_TIME = Lock()
"""ReportLab's fonts keep what a document uses of them; two documents at once would mix it."""


@dataclass(frozen=True, slots=True)
class WrittenBrief:
    """A brief that stands on the disk and was read back."""

    path: Path
    pages: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class LaidBrief:
    """A brief with every word placed, not painted yet."""

    contents: Contents
    pages: Sequence[Page]


def brief_bytes(assessment: Assessment, result: Result, paper: Paper = "a4") -> bytes:
    """Return the brief as PDF. The same assessment, as-of day and paper give the same bytes."""
    with _ONE_AT_A_TIME:
        return paint_brief(lay_brief(assessment, result, paper))


def write_brief(assessment: Assessment, result: Result, path: Path, paper: Paper = "a4") -> WrittenBrief:
    """Write the brief to a file, whole or not at all: an earlier file stays until the new one was read back.

    Raises:
        BriefError: It could not be written; the sentence names the file and says what to do.
    """
    with _ONE_AT_A_TIME:
        laid = lay_brief(assessment, result, paper)
        pdf = paint_brief(laid)
    replace_file(path, pdf, len(laid.pages), laid.contents.partner_name)
    return WrittenBrief(path, len(laid.pages), laid.contents.fingerprint)


def lay_brief(assessment: Assessment, result: Result, paper: Paper) -> LaidBrief:
    """Return the brief with every page filled, footers included."""
    found = robustness(assessment, result)
    contents = Contents(assessment, result, frame_of(paper), fingerprint(assessment, result.as_of), found)
    front = front_page(contents)
    frame = contents.frame
    following = fill_pages(appendix_strips(contents), frame.top + _HEAD_ROOM, frame.height - _HEAD_ROOM)
    rest_pages = _find_rest(contents, following)
    if any(page != 2 for page in rest_pages.values()):
        contents = replace(contents, rest={}, referred=set(), rest_pages=rest_pages)
        front = front_page(contents)
    pages = [front, *([Placed(frame.top - 4, running_head(contents)), *page] for page in following)]
    for number, page in enumerate(pages, start=1):
        page.append(Placed(frame.page_height - 34, footer(contents, number, len(pages))))
    return LaidBrief(contents, pages)


def paint_brief(laid: LaidBrief) -> bytes:
    """Return the PDF of a laid brief."""
    contents = laid.contents
    questionnaire = contents.assessment.questionnaire
    subject = printed(
        "document_subject",
        questionnaire=questionnaire.title,
        version=questionnaire.version,
        day=long_date(contents.result.as_of),
    )
    imprint = Imprint(
        title=printed("document_title", partner=contents.partner_name),
        author=one_line(contents.assessment.own_name),
        subject=one_line(subject),
        as_of=contents.result.as_of,
    )
    return paint_pages(laid.pages, contents.frame, imprint)


def _find_rest(contents: Contents, following: Sequence[Page]) -> Mapping[str, int]:
    """Return on which page everything begins that page one leaves to the appendix."""
    found: dict[str, int] = {}
    titles = {printed(key): key for key in contents.referred}
    for number, page in enumerate(following, start=2):
        for placed in page:
            if placed.strip.outline and placed.strip.outline[1] in titles:
                found.setdefault(titles[placed.strip.outline[1]], number)
    return found
