"""The cover of a questionnaire on paper: whom it is about, and how it is filled in."""

from __future__ import annotations

from assessments.questionnaire import Questionnaire
from reports.catalogue import printed
from reports.catalogue_documents import BLANK_INSTRUCTIONS
from reports.handwriting import TICK_ROOM, WRITING, fields, rule_to_write_on, ticked_words
from reports.lines import break_lines, measure
from reports.strips import Item, Strip, Words, baseline_of, kept_with_next, space
from reports.structure import Element, labelled_item
from reports.style import BODY, HEADING
from reports.text import one_line

_NUMBER = 14.0
_BETWEEN = 20.0
_DAY = 150.0
_FIRST_TYPE = 64.0
_GUT = 44.0


def cover_strips(questionnaire: Questionnaire, partner_type: str | None, width: float) -> list[Strip]:
    """Return the lines for partner, purpose, assessor and day, and how to answer."""
    wide = width - _DAY - _BETWEEN
    strips = [
        fields([(printed("partner"), 0, width)]),
        *(_type_rows(questionnaire, width) if partner_type is None else []),
        fields([(printed("purpose"), 0, width)]),
        fields([(printed("record_assessor"), 0, wide), (printed("date"), wide + _BETWEEN, _DAY)]),
        _gut_row(),
        space(6),
        Strip(HEADING.leading + 1.5, (Words(0, baseline_of(HEADING), printed("blank_how"), HEADING),)),
    ]
    whole = Element("L")
    strips += [_instruction(number, words, width, whole) for number, words in enumerate(BLANK_INSTRUCTIONS, start=1)]
    return [*kept_with_next(strips[:-1]), strips[-1]]


def _type_rows(questionnaire: Questionnaire, width: float) -> list[Strip]:
    """Return a box for each type of partner, on as many lines as they take."""
    strips: list[Strip] = []
    items: list[Item] = [Words(0, WRITING - 4, printed("blank_type"), BODY)]
    x, tall = _FIRST_TYPE, WRITING
    for words in questionnaire.partner_types.values():
        lines = break_lines(one_line(words), BODY, width - _FIRST_TYPE - TICK_ROOM)
        end = x + TICK_ROOM + max(measure(line, BODY) for line in lines)
        if end > width and x > _FIRST_TYPE:
            strips.append(Strip(tall, tuple(items)))
            end += _FIRST_TYPE - x
            items, x, tall = [], _FIRST_TYPE, WRITING
        items += ticked_words(x, WRITING - 4, lines)
        tall = max(tall, WRITING + (len(lines) - 1) * BODY.leading)
        x = end + 14
    return [*strips, Strip(tall + 2, tuple(items))]


def _gut_row() -> Strip:
    """Return the line of the one question that is asked before all others and never scored."""
    label = printed("blank_gut")
    end = measure(label, BODY) + 5
    return Strip(WRITING + 2, (Words(0, WRITING - 4, label, BODY), rule_to_write_on(end, end + _GUT, WRITING - 2)))


def _instruction(number: int, words: str, width: float, whole: Element) -> Strip:
    label, body = labelled_item(whole)
    items: list[Item] = [Words(0, baseline_of(BODY), f"{number}.", BODY, element=label)]
    lines = break_lines(words, BODY, width - _NUMBER)
    for place, line in enumerate(lines):
        items.append(Words(_NUMBER, place * BODY.leading + baseline_of(BODY), line, BODY, element=body))
    return Strip(len(lines) * BODY.leading + 1.6, tuple(items))
