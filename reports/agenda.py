"""The agenda of the next call: what to ask, why, what counts as evidence, and room to write the answers down.

It lies on the table while they listen. So it names no score, no recommendation, no rating given so far and no note of
ours, and says on every page that it is internal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assessments.answer import State
from assessments.assessment import Assessment
from assessments.drawing import Line
from assessments.gates import CAPPING_RATING
from assessments.questionnaire import Question
from assessments.record import fingerprint
from assessments.result import Ask, AskKind, Result
from assessments.wording_figures import one_decimal
from reports.catalogue import long_date, printed, say
from reports.document import Document
from reports.foot import document_mark, frame_for
from reports.handwriting import fields, note_lines, small_print, tick_box
from reports.headings import part_heading, under_heading
from reports.lines import break_lines, measure
from reports.options import PLAIN, PrintOptions
from reports.painting import Imprint
from reports.plain_head import Head, flowing_pages, framed, title_block
from reports.strips import Item, Strip, Words, baseline_of, kept_with_next, paragraph, space
from reports.structure import Element, labelled_item
from reports.style import BODY, LEAD, QUIET, SMALL, SMALL_STRONG, STRONG, TAG, Frame, Style
from reports.table import Cell, Column, table
from reports.text import one_line, text
from reports.widows import break_held

MOST_ASKED = 12
"""So many questions have room for their answers, and every gate; a call is over before the others are reached."""
_NUMBER = 24.0
_ANCHOR = Style("sans", 6.9, 8.9, "secondary")
_BETWEEN = 9.0
_ANSWER_LINES = 2
_WHEN = 170.0


def lay_agenda(assessment: Assessment, result: Result, options: PrintOptions = PLAIN) -> Document:
    """Return what to ask next, gates first, with room for the answers.

    Args:
        assessment: Of the partner that is called.
        result: Its result; the order of the questions is the result's.
        options: How it is printed.
    """
    frame = frame_for(options)
    digits = fingerprint(assessment, result.as_of)
    head = _head(assessment, result, digits)
    strips = [*_cover(assessment, frame.width), *_asked(assessment, result, frame), *_later(assessment, result, frame)]
    pages = framed(flowing_pages(title_block(head, frame, options), strips, frame), head, frame, options)
    imprint = Imprint(
        f"{printed('agenda')}: {head.title}",
        head.own_name,
        printed("agenda_subject", day=long_date(result.as_of)),
        result.as_of,
    )
    return Document(pages, frame, imprint, head.title, digits, options)


def _head(assessment: Assessment, result: Result, digits: str) -> Head:
    questionnaire = assessment.questionnaire
    code = assessment.partner_type
    own = one_line(assessment.own_name)
    assessor = one_line(assessment.assessor.name)
    parts = (
        printed("agenda_internal"),
        one_line(questionnaire.partner_types.get(code, code)),
        printed("for_own", name=own) if own.strip() else "",
    )
    right = (
        printed("as_of", day=long_date(result.as_of)),
        printed("assessor", name=assessor) if assessor.strip() else "",
        printed("questionnaire", title=one_line(questionnaire.title), version=one_line(questionnaire.version)),
    )
    return Head(
        kicker=printed("agenda_kicker"),
        title=one_line(assessment.partner.name),
        subtitle=" · ".join(filter(None, parts)),
        right=tuple(filter(None, right)),
        running=f"{printed('agenda')} · {printed('agenda_internal')}",
        mark=document_mark(digits),
        own_name=own,
    )


def _cover(assessment: Assessment, width: float) -> list[Strip]:
    """Return what the call is for, and lines for its day and who takes part."""
    ours = _WHEN + 20
    return [
        *_purpose(text(assessment.purpose), width),
        fields([(printed("agenda_when"), 0, _WHEN), (printed("agenda_ours"), ours, width - ours)]),
        fields([(printed("agenda_theirs"), 0, width)]),
        space(8),
    ]


def _purpose(purpose: str, width: float) -> list[Strip]:
    """Return the purpose beside its label, line by line so that it may run on; nothing where there is none."""
    if not purpose.strip():
        return []
    label = printed("purpose")
    indent = measure(label, STRONG) + 7
    lines = paragraph(purpose, BODY, width - indent, indent)
    first = (Words(0, baseline_of(STRONG), label, STRONG), *lines[0].items)
    return [replace(lines[0], items=first), *lines[1:], space(2)]


def _split(result: Result) -> tuple[Sequence[Ask], Sequence[Ask]]:
    """Return what is asked in this call, and what is asked if there is time: gates are all in the first."""
    asks = result.ask_next
    gates = sum(ask.kind is not AskKind.GAIN for ask in asks)
    first = max(MOST_ASKED, gates)
    return asks[:first], asks[first:]


def _asked(assessment: Assessment, result: Result, frame: Frame) -> list[Strip]:
    asked, _ = _split(result)
    width = frame.width
    heading = part_heading(printed("agenda_questions"))
    if not asked:
        nothing = printed("ask_none" if result.overall else "ask_nothing_applies")
        return [*heading, *paragraph(nothing, BODY, width)]
    strips = [*heading, *kept_with_next(paragraph(printed("agenda_gates_first"), QUIET, width)), space(3, keep=True)]
    for number, ask in enumerate(asked, start=1):
        strips += _question(assessment, ask, number, width)
    return strips


def _question(assessment: Assessment, ask: Ask, number: int, width: float) -> list[Strip]:
    """Return one question with room for its answer, kept together."""
    question = assessment.questionnaire.questions[ask.question_id]
    strips = [
        space(7),
        *_titled(question, number, _reason(assessment, ask), width),
        *paragraph(one_line(question.text), LEAD, width - _NUMBER, _NUMBER),
        space(1.5),
        *small_print(printed("why_label"), one_line(question.why), _NUMBER, width),
        *small_print(printed("evidence_label"), one_line(question.evidence), _NUMBER, width),
        space(5),
        _ratings(assessment.questionnaire.rating_labels, question.anchors, width),
        *note_lines(printed("agenda_answer"), _NUMBER, width, _ANSWER_LINES),
        *note_lines(printed("agenda_promised"), _NUMBER, width, 1),
    ]
    return [*kept_with_next(strips), Strip(9, (Line(((0, 8.5), (width, 8.5)), "line", 0.6),))]


def _titled(question: Question, number: int, right: str, width: float) -> list[Strip]:
    """Return number, id and title, and at the right why it is asked and what it would gain."""
    right_lines = break_lines(right, TAG, width * 0.45)
    room = width - _NUMBER - max(measure(line, TAG) for line in right_lines) - 12
    lines = break_lines(f"{one_line(question.id)} · {one_line(question.title)}", STRONG, room)
    named = Element("H3")
    items: list[Item] = [Words(0, baseline_of(STRONG), f"{number}.", STRONG, element=named)]
    for place, line in enumerate(lines):
        items.append(Words(_NUMBER, place * STRONG.leading + baseline_of(STRONG), line, STRONG, element=named))
    for place, line in enumerate(right_lines):
        items.append(Words(width, place * TAG.leading + baseline_of(STRONG), line, TAG, "end"))
    return [Strip(max(len(lines) * STRONG.leading, len(right_lines) * TAG.leading), tuple(items))]


def _ratings(labels: Sequence[str], anchors: Sequence[str], width: float) -> Strip:
    """Return five boxes side by side, each with its number, word and anchor."""
    each = (width - _NUMBER - 4 * _BETWEEN) / 5
    items: list[Item] = []
    height = 0.0
    whole = Element("L")
    for place, (label, anchor) in enumerate(zip(labels, anchors, strict=True)):
        x = _NUMBER + place * (each + _BETWEEN)
        items.append(tick_box(x, baseline_of(SMALL)))
        at = 0.0
        named, body = labelled_item(whole)
        for line in break_lines(f"{place + 1} {one_line(label)}", SMALL_STRONG, each - 13):
            items.append(Words(x + 13, at + baseline_of(SMALL), line, SMALL_STRONG, element=named))
            at += SMALL.leading
        at += 1.5
        for line in break_held(one_line(anchor), _ANCHOR, each):
            items.append(Words(x, at + baseline_of(_ANCHOR), line, _ANCHOR, element=body))
            at += _ANCHOR.leading
        height = max(height, at)
    return Strip(height, tuple(items))


def _reason(assessment: Assessment, ask: Ask) -> str:
    """Return why it is asked, without what was rated, and what it would gain."""
    answer = assessment.answer(ask.question_id)
    unknown = answer.state is State.UNKNOWN
    if ask.kind is AskKind.GATE_FAILED_UNVERIFIED:
        key = "agenda_gate_failed"
    elif ask.kind is AskKind.GATE_OPEN:
        key = "agenda_gate_unknown" if unknown else "agenda_gate_unanswered"
    elif ask.kind is AskKind.GATE_CAPPING:
        key = "agenda_gate_again" if answer.rating == CAPPING_RATING else "agenda_gate_evidence"
    elif answer.state is State.RATED:
        key = "agenda_evidence"
    else:
        key = "agenda_unknown" if unknown else "agenda_unanswered"
    gain = printed("agenda_gain", points=one_decimal(ask.gain, say)) if ask.gain else ""
    return " · ".join(filter(None, (printed(key), gain)))


def _later(assessment: Assessment, result: Result, frame: Frame) -> list[Strip]:
    """Return the questions that come after those of this call, in a table."""
    asked, later = _split(result)
    if not later:
        return []
    width = frame.width
    columns = [Column(0, _NUMBER - 4), Column(_NUMBER, width - _NUMBER - 150), Column(width - 138, 138, "end")]
    rows = []
    for number, ask in enumerate(later, start=len(asked) + 1):
        question = assessment.questionnaire.questions[ask.question_id]
        words = f"{one_line(question.id)} · {one_line(question.title)}: {one_line(question.text)}"
        rows.append([Cell(f"{number}.", STRONG), Cell(words, BODY), Cell(_reason(assessment, ask), SMALL)])
    title = printed("agenda_later")
    return [space(14), *part_heading(title), *under_heading(title, table(columns, (), rows))]
