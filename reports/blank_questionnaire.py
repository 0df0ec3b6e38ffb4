"""A questionnaire on paper, to be filled in with a pen."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assessments.answer import Grade
from assessments.assessment import Scope
from assessments.charts import dimension_role
from assessments.drawing import Line
from assessments.questionnaire import Dimension, GateRule, Question, Questionnaire
from assessments.wording import grade_word
from reports.blank_cover import cover_strips
from reports.catalogue import printed, say
from reports.document import Document
from reports.foot import document_mark, frame_for
from reports.handwriting import TICK_ROOM, note_lines, rule_to_write_on, small_print, tick_box, ticked_words
from reports.lines import break_lines, measure
from reports.options import PLAIN, PrintOptions
from reports.painting import Imprint
from reports.plain_head import Head, flowing_pages, framed, title_block
from reports.strips import Item, Strip, Words, baseline_of, kept_with_next, paragraph, space, with_header
from reports.structure import Element, labelled_item
from reports.style import BODY, HEADING, SMALL, SMALL_STRONG, STRONG, TAG, Frame, Style
from reports.text import one_line
from reports.widows import break_held

_ID = 30.0
_DIMENSION = Style("serif", 12.5, 18, kind="H2")
_LABEL = 52.0
"""Room for a rating's number and word before its anchor."""
_NOTE_LINES = 2


@dataclass(frozen=True, slots=True)
class BlankForm:
    """Which questions are printed."""

    questionnaire: Questionnaire
    partner_type: str | None = None
    """A type's code; None prints the questions of every type and says which types a question is for."""
    scope: Scope = Scope.FULL
    own_name: str = ""

    def asked_of(self, dimension: Dimension) -> tuple[Question, ...]:
        """Return the questions of a dimension that are printed."""
        return tuple(
            question
            for question in dimension.questions
            if (self.partner_type is None or self.partner_type in question.applies_to)
            and (self.scope is Scope.FULL or question.core or question.gate is GateRule.ALWAYS)
        )


def lay_blank(form: BlankForm, as_of: date, options: PrintOptions = PLAIN) -> Document:
    """Return the questionnaire with room for every answer; no question is divided between pages.

    Args:
        form: What is asked.
        as_of: The day that the file says it is of.
        options: How it is printed.
    """
    frame = frame_for(options)
    fingerprint = _fingerprint(form, as_of)
    head = _head(form, fingerprint)
    strips = [*cover_strips(form.questionnaire, form.partner_type, frame.width), *_questions(form, frame)]
    pages = framed(flowing_pages(title_block(head, frame, options), strips, frame), head, frame, options)
    imprint = Imprint(f"{head.kicker}: {head.title}", head.own_name, head.subtitle, as_of)
    return Document(pages, frame, imprint, head.title, fingerprint, options)


def _head(form: BlankForm, fingerprint: str) -> Head:
    questionnaire = form.questionnaire
    count = sum(len(form.asked_of(dimension)) for dimension in questionnaire.dimensions)
    parts = [
        _type_words(form),
        printed("blank_quick" if form.scope is Scope.QUICK else "blank_full", count=count),
        printed("for_own", name=one_line(form.own_name)) if form.own_name.strip() else "",
    ]
    return Head(
        kicker=printed("blank_kicker"),
        title=one_line(questionnaire.title),
        subtitle=" · ".join(filter(None, parts)),
        right=(printed("blank_version", version=one_line(questionnaire.version)),),
        running=printed("blank_version", version=one_line(questionnaire.version)),
        mark=document_mark(fingerprint),
        own_name=one_line(form.own_name),
    )


def _type_words(form: BlankForm) -> str:
    if form.partner_type is None:
        return printed("blank_every_type")
    words = form.questionnaire.partner_types.get(form.partner_type, form.partner_type)
    return printed("blank_for_type", type=one_line(words))


def _questions(form: BlankForm, frame: Frame) -> list[Strip]:
    strips: list[Strip] = []
    for place, dimension in enumerate(form.questionnaire.dimensions):
        asked = form.asked_of(dimension)
        if not asked:
            continue
        title = one_line(dimension.title)
        again = _dimension_heading(printed("continued", title=title), dimension_role(dimension, place), frame.width)
        body = [strip for question in asked for strip in _question(form, question, frame.width)]
        first = _dimension_heading(title, dimension_role(dimension, place), frame.width, outlined=True)
        strips += [space(6), *first, *with_header(body, again)]
    return strips


def _dimension_heading(title: str, role: str, width: float, *, outlined: bool = False) -> list[Strip]:
    """Return a dimension's title over a rule in its colour; it stays with its first question."""
    style = _DIMENSION if outlined else HEADING
    lines = break_lines(title, style, width)
    items: list[Item] = [Words(0, n * style.leading + baseline_of(style), line, style) for n, line in enumerate(lines)]
    bottom = len(lines) * style.leading + 2.5
    items.append(Line(((0, bottom), (width, bottom)), role, 1.6))
    return [Strip(bottom + 1.5, tuple(items), keep=True, outline=(0, title) if outlined else None)]


def _question(form: BlankForm, question: Question, width: float) -> list[Strip]:
    """Return one question with room for its answer, kept together."""
    tags = [printed("gate")] if question.gate is GateRule.ALWAYS else []
    if form.partner_type is None and question.applies_to != frozenset(form.questionnaire.partner_types):
        names = [words for code, words in form.questionnaire.partner_types.items() if code in question.applies_to]
        tags.append(printed("blank_only_for", types=", ".join(map(one_line, names))))
    strips = [
        space(7),
        *_titled(question, " · ".join(tags), width),
        *paragraph(one_line(question.text), BODY, width - _ID, _ID),
        space(1),
        *small_print(printed("why_label"), one_line(question.why), _ID, width),
        *small_print(printed("evidence_label"), one_line(question.evidence), _ID, width),
        space(3),
        *_ratings(form.questionnaire.rating_labels, question.anchors, width),
        space(2),
        _unknown_row(width),
        _evidence_row(width),
    ]
    notes = note_lines(printed("note"), _ID, width, _NOTE_LINES)
    end = Strip(8, (Line(((0, 7.5), (width, 7.5)), "line", 0.6),))
    return [*kept_with_next([*strips, *notes]), end]


def _titled(question: Question, tag: str, width: float) -> list[Strip]:
    """Return id and title, and at the right what the question is besides."""
    title = one_line(question.title)
    beside = max(width * 0.4, width - _ID - measure(title, STRONG) - 12)
    marks = break_lines(tag, TAG, beside) if tag else []
    room = width - _ID - (max(measure(line, TAG) for line in marks) + 12 if marks else 0)
    lines = break_lines(title, STRONG, room)
    named = Element("H3")
    items: list[Item] = [Words(0, baseline_of(STRONG), one_line(question.id), STRONG, element=named)]
    for number, line in enumerate(lines):
        items.append(Words(_ID, number * STRONG.leading + baseline_of(STRONG), line, STRONG, element=named))
    for number, line in enumerate(marks):
        items.append(Words(width, number * TAG.leading + baseline_of(STRONG), line, TAG, "end"))
    height = max(len(lines) * STRONG.leading, len(marks) * TAG.leading)
    return [Strip(height, tuple(items))]


def _ratings(labels: Sequence[str], anchors: Sequence[str], width: float) -> list[Strip]:
    """Return the five ratings, each with a box, its word and its anchor."""
    x = _ID + TICK_ROOM + 2
    words = [f"{number} {one_line(label)}" for number, label in enumerate(labels, start=1)]
    beside = min(max(_LABEL, *(measure(word, SMALL_STRONG) + 8 for word in words)), width * 0.3)
    strips = []
    whole = Element("L")
    for word, anchor in zip(words, anchors, strict=True):
        label, body = labelled_item(whole)
        left = break_lines(word, SMALL_STRONG, beside - 6)
        right = break_held(one_line(anchor), BODY, width - x - beside)
        items: list[Item] = [tick_box(_ID, baseline_of(BODY))]
        for number, line in enumerate(left):
            y = number * SMALL_STRONG.leading + baseline_of(BODY)
            items.append(Words(x, y, line, SMALL_STRONG, element=label))
        for number, line in enumerate(right):
            items.append(Words(x + beside, number * BODY.leading + baseline_of(BODY), line, BODY, element=body))
        height = max(len(left) * SMALL_STRONG.leading, len(right) * BODY.leading)
        strips.append(Strip(height + 1.4, tuple(items)))
    return strips


def _unknown_row(width: float) -> Strip:
    """Return the boxes of the two answers that are no rating."""
    baseline = 12.0
    unknown, because = printed("unknown"), printed("blank_not_applicable")
    x = _ID + TICK_ROOM + measure(unknown, BODY) + 18
    end = x + TICK_ROOM + measure(because, BODY) + 5
    items = [*ticked_words(_ID, baseline, [unknown]), *ticked_words(x, baseline, [because])]
    return Strip(15.5, (*items, rule_to_write_on(end, width, baseline + 2)))


def _evidence_row(width: float) -> Strip:
    """Return a box for each evidence grade, and a line for its day."""
    baseline = 12.5
    x = _ID
    items: list[Item] = [Words(x, baseline, printed("blank_evidence"), SMALL)]
    x += measure(printed("blank_evidence"), SMALL) + 9
    for grade in Grade:
        words = grade_word(grade, say)
        items += ticked_words(x, baseline, [words])
        x += TICK_ROOM + measure(words, BODY) + 14
    label = printed("blank_evidence_date")
    items.append(Words(x, baseline, label, SMALL))
    items.append(rule_to_write_on(x + measure(label, SMALL) + 5, width, baseline + 2))
    return Strip(16, tuple(items))


def _fingerprint(form: BlankForm, as_of: date) -> str:
    """Return SHA-256 (FIPS 180-4) over what is printed, as JSON with sorted keys."""
    printed_of = {
        "document": "blank",
        "questionnaire": form.questionnaire.content_hash,
        "partner_type": form.partner_type,
        "scope": form.scope.value,
        "own_name": form.own_name,
        "as_of": as_of.isoformat(),
    }
    return hashlib.sha256(json.dumps(printed_of, sort_keys=True).encode()).hexdigest()
