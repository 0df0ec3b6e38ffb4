"""The appendix's main part: every question in scope with its answer, in the order of the questionnaire."""

from __future__ import annotations

from dataclasses import replace

from assessments.answer import Answer, State
from assessments.charts import dimension_role
from assessments.drawing import Box, Line
from assessments.freshness import stale_from
from assessments.questionnaire import Dimension, Question
from assessments.wording import grade_word, rating_word
from assessments.wording_figures import percent, points
from reports.catalogue import printed, say, short_day
from reports.contents import Contents
from reports.evidence_lines import evidence_labels
from reports.lines import fit_lines
from reports.strips import Item, Strip, Words, baseline_of, paragraph, space, with_header
from reports.structure import Element
from reports.style import BODY, HEADING, QUIET, SMALL, SMALL_STRONG, STRONG, TAG, Style
from reports.text import one_line, text
from reports.widows import fit_held

_ID = 30.0
_RIGHT = 132.0
_GAP = 18.0
_NOTE_INDENT = 9.0
_WARNING = Style("semibold", 7.8, 10.8, "decline")
_MOST_LINES = 14
"""Of a question's own text and anchor; a questionnaire is checked for length long before."""


def answers_section(contents: Contents) -> list[Strip]:
    """Return every dimension with its questions in scope; a new page repeats the dimension's heading."""
    strips: list[Strip] = []
    in_scope = set(contents.result.in_scope)
    for place, dimension in enumerate(contents.assessment.questionnaire.dimensions):
        asked = [question for question in dimension.questions if question.id in in_scope]
        if not asked:
            continue
        continued = _dimension_heading(contents, dimension, place, again=True)
        body = [strip for question in asked for strip in answer_strips(contents, question)]
        strips += [
            *_dimension_heading(contents, dimension, place, again=False),
            *with_header(body, continued),
            space(12),
        ]
    return strips


def answer_strips(contents: Contents, question: Question, why: str = "") -> list[Strip]:
    """Return one question with its answer, kept together, and its note, which may run on.

    Args:
        contents: The brief.
        question: Of the assessment's questionnaire.
        why: A sentence of ours above the note: why it stands out of scope.
    """
    answer = contents.assessment.answer(question.id)
    head = _head(contents, question, answer)
    tail: list[Strip] = []
    if why:
        tail += _labelled(contents, question, printed("outside"), why)
    if answer.reason:
        tail += _labelled(contents, question, printed("reason"), text(answer.reason))
    if answer.note:
        tail += _labelled(contents, question, printed("note"), text(answer.note))
    for label, words in evidence_labels(contents, question.id):
        tail += _labelled(contents, question, label, words)
    end = Strip(7, (Line(((0, 6.5), (contents.frame.width, 6.5)), "line", 0.6),))
    strips = [space(5, keep=True), Strip(head.height, head.items, keep=True), *tail]
    last = strips[-1]
    return [*strips[:-1], replace(last, keep=True), end]


def _dimension_heading(contents: Contents, dimension: Dimension, place: int, *, again: bool) -> list[Strip]:
    """Return the heading with the dimension's score, ruled in its colour; it stays with its first question."""
    width = contents.frame.width
    title = one_line(dimension.title)
    if again:
        title = printed("continued", title=title)
    style = HEADING if again else Style("serif", 12.5, 18)
    line = fit_lines(title, style, width * 0.5, 1)[0][0]
    items: list[Item] = [Words(0, baseline_of(style), line, style, element=Element("H3"))]
    if not again:
        items.append(Words(width, baseline_of(style), _dimension_score(contents, dimension), SMALL, "end"))
    items.append(Line(((0, style.leading + 2.5), (width, style.leading + 2.5)), dimension_role(dimension, place), 1.6))
    outline = None if again else (1, title)
    return [Strip(style.leading + 4, tuple(items), keep=True, outline=outline)]


def _dimension_score(contents: Contents, dimension: Dimension) -> str:
    score = contents.result.dimensions.get(dimension.id)
    if score is None:
        return printed("dimension_unscored")
    words = printed(
        "dimension_score", supported=points(score.supported), answered=points(score.answered), best=points(score.best)
    )
    weight = printed("dimension_weight", share=percent(contents.result.weights[dimension.id]))
    return f"{words} · {weight}"


def _head(contents: Contents, question: Question, answer: Answer) -> Strip:
    """Return the question with its anchor on the left and rating, grade and date on the right, as one strip."""
    width = contents.frame.width
    left = width - _ID - _RIGHT - _GAP
    heading = Element("H4")
    items: list[Item] = [Words(0, baseline_of(STRONG), one_line(question.id), STRONG, element=heading)]
    at = 0.0
    for line in fit_lines(one_line(question.title), STRONG, left, 2)[0]:
        items.append(Words(_ID, at + baseline_of(STRONG), line, STRONG, element=heading))
        at += STRONG.leading
    for line in fit_held(one_line(question.text), SMALL, left, _MOST_LINES)[0]:
        items.append(Words(_ID, at + baseline_of(SMALL), line, SMALL))
        at += SMALL.leading
    if answer.rating is not None:
        at += 2.5
        for line in fit_held(one_line(question.anchors[answer.rating - 1]), BODY, left, _MOST_LINES)[0]:
            items.append(Words(_ID, at + baseline_of(BODY), line, BODY))
            at += BODY.leading
    right = _verdict(contents, question, answer)
    beside = 0.0
    x = width - _RIGHT
    for words, style in right:
        first = not beside
        for line in fit_lines(words, style, _RIGHT - (44 if first else 0), 1 if first else 2)[0]:
            items.append(Words(x, beside + baseline_of(STRONG if first else style), line, style))
            beside += STRONG.leading if first else style.leading
    if answer.rating is not None:
        items += _steps(answer.rating, width)
    return Strip(max(at, beside), tuple(items))


def _steps(rating: int, right: float) -> list[Item]:
    """Return five small boxes, as many of them dark as the rating says."""
    return [
        Box(right - (5 - number) * 8.6 + 1.6, 3.4, 7, 5.4, "accent" if number < rating else "line", 1)
        for number in range(5)
    ]


def _verdict(contents: Contents, question: Question, answer: Answer) -> list[tuple[str, Style]]:
    """Return the lines of the right column: the rating or state, evidence, staleness, gate and flag."""
    lines: list[tuple[str, Style]] = []
    if answer.state is State.RATED and answer.rating is not None:
        word = one_line(rating_word(contents.assessment.questionnaire, answer.rating))
        lines.append((printed("rated", rating=answer.rating, word=word), STRONG))
        lines += _evidence(contents, question, answer)
    elif answer.state is State.UNANSWERED:
        lines.append((printed("unanswered"), QUIET))
    else:
        lines.append((printed(answer.state.value), STRONG))
        if answer.grade is not None or answer.evidence_date:
            lines += _evidence(contents, question, answer)
        elif answer.answered_on:
            lines.append((short_day(answer.answered_on), SMALL))
    if question.id in contents.active_gates:
        lines.append((printed("gate"), TAG))
    if answer.flagged:
        lines.append((printed("flagged"), SMALL))
    return lines


def _evidence(contents: Contents, question: Question, answer: Answer) -> list[tuple[str, Style]]:
    """Return grade and date of the evidence, and since when it is stale."""
    day = answer.counted_from
    if day is None:
        return []
    key = "evidence" if answer.evidence_date else "evidence_undated"
    grade = printed("no_grade") if answer.grade is None else grade_word(answer.grade, say)
    lines = [(printed(key, grade=grade, day=short_day(day)), SMALL)]
    stale = stale_from(day, question.evidence_months)
    if stale <= contents.result.as_of:
        lines.append((printed("stale_since", day=short_day(stale)), _WARNING))
    return lines


def _labelled(contents: Contents, question: Question, label: str, prepared: str) -> list[Strip]:
    """Return a text under a small label, marked by a bar at its left, line by line so that it may run on."""
    x = _ID + _NOTE_INDENT
    width = contents.frame.width - x - _GAP
    strips = [Strip(SMALL.leading, (Words(x, baseline_of(SMALL), label, SMALL_STRONG),), keep=True)]
    strips += paragraph(prepared, BODY, width, x)
    barred = [Strip(one.height, (Box(_ID, 0, 2, one.height, "line"), *one.items), one.keep) for one in strips]
    again = printed("continued", title=f"{one_line(question.id)} · {label}")
    header = (space(4), Strip(SMALL.leading, (Words(x, baseline_of(SMALL), again, SMALL),)), space(2))
    return [space(4, keep=True), *with_header(barred, header)]
