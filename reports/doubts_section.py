"""What does not fit together, and what to check again."""

from __future__ import annotations

from assessments.check_again import SOON_DAYS, check_again
from assessments.contradictions import contradictions
from assessments.wording import grade_word
from assessments.wording_contradictions import contradiction_words
from assessments.wording_evidence import check_again_words
from reports.catalogue import long_date, printed, say
from reports.contents import Contents
from reports.headings import list_heading, under_heading
from reports.strips import Strip, kept_with_next, paragraph, space
from reports.style import BODY, QUIET, SMALL
from reports.table import Cell, Column, table
from reports.text import one_line, text


def doubts_section(contents: Contents) -> list[Strip]:
    """Return the contradictions and the evidence to renew, each under its heading; nothing where both are empty."""
    return [*_contradictions(contents), *_check_again(contents)]


def _contradictions(contents: Contents) -> list[Strip]:
    found = contradictions(contents.assessment, contents.result)
    if not found:
        return []
    width = contents.frame.width
    rows = [[Cell(text(contradiction_words(one, contents.assessment, say)), BODY)] for one in found]
    return _listed(contents, "contradictions", printed("contradictions_note"), table([Column(0, width)], (), rows))


def _check_again(contents: Contents) -> list[Strip]:
    found = check_again(contents.assessment, contents.result.as_of)
    if not found:
        return []
    width = contents.frame.width
    questions = contents.assessment.questionnaire.questions
    columns = [Column(0, 28), Column(32, 170), Column(210, 110), Column(328, width - 328)]
    rows = [
        [
            Cell(one_line(one.question_id), SMALL),
            Cell(one_line(questions[one.question_id].title), BODY),
            Cell(grade_word(contents.assessment.answer(one.question_id).grade, say), BODY),
            Cell(check_again_words(one, say, long_date), BODY),
        ]
        for one in found
    ]
    note = printed("check_again_note", days=SOON_DAYS)
    return _listed(contents, "check_again", note, table(columns, (), rows))


def _listed(contents: Contents, key: str, note: str, strips: list[Strip]) -> list[Strip]:
    title = printed(key)
    said = kept_with_next(paragraph(note, QUIET, contents.frame.width))
    head = [*list_heading(title, outlined=True), *said, space(2, keep=True)]
    return [*head, *under_heading(title, strips), space(12)]
