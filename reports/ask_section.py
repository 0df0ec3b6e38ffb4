"""What to ask next: the agenda of the next call."""

from __future__ import annotations

from assessments.questionnaire import Question
from assessments.result import Ask
from assessments.wording import ask_words, one_decimal
from reports.catalogue import printed, say
from reports.contents import Contents
from reports.lines import fit_lines
from reports.strips import Item, Strip, Words, baseline_of
from reports.style import BODY, HEADING, QUIET, SMALL, STRONG
from reports.table import Cell, Column, hairline, table
from reports.text import one_line

_ROW = 27.5
_MORE = 16.0
_ID = 27.0
_WHY = 118.0
_GAIN = 40.0


def ask_section(contents: Contents, room: float) -> Strip:
    """Return as many questions as fit in `room` points, each as it would be asked."""
    asks = contents.result.ask_next
    width = contents.frame.width
    items: list[Item] = [Words(0, baseline_of(HEADING), printed("ask_next"), HEADING)]
    at = HEADING.leading + 1
    if not asks:
        items.append(Words(0, at + 3 + baseline_of(QUIET), printed("ask_none"), QUIET))
        return Strip(at + 3 + QUIET.leading, tuple(items))
    items.append(Words(width - 6, baseline_of(HEADING), printed("ask_gain"), SMALL, "end"))
    fitting = int((room - at) // _ROW)
    shown = asks if len(asks) <= fitting else asks[: max(0, int((room - at - _MORE) // _ROW))]
    for ask in shown:
        items += _ask_row(contents, ask, at)
        at += _ROW
    if len(shown) < len(asks):
        contents.rest["ask_next"] = ask_table(contents)
        more = printed("more", count=len(asks) - len(shown), page=contents.rest_page("ask_next"))
        items.append(Words(width - 6, at + 4 + baseline_of(SMALL), more, SMALL, "end"))
        at += _MORE
    return Strip(at + 1, tuple(items))


def ask_table(contents: Contents) -> list[Strip]:
    """Return the whole agenda as a table."""
    width = contents.frame.width
    columns = [
        Column(0, _ID - 4),
        Column(_ID, 138),
        Column(_ID + 150, width - _ID - 162 - _WHY - _GAIN),
        Column(width - _WHY - _GAIN, _WHY - 6),
        Column(width - _GAIN, _GAIN, "end"),
    ]
    titles = ["", "", printed("ask_question"), printed("ask_why"), printed("ask_gain")]
    rows = []
    for ask in contents.result.ask_next:
        question = _question(contents, ask)
        rows.append(
            [
                Cell(one_line(ask.question_id), SMALL),
                Cell(one_line(question.title), BODY),
                Cell(one_line(question.text), QUIET),
                Cell(one_line(ask_words(ask, contents.assessment, say)), QUIET),
                Cell(_gain(ask), STRONG),
            ]
        )
    return table(columns, titles, rows)


def _ask_row(contents: Contents, ask: Ask, top: float) -> list[Item]:
    width = contents.frame.width
    question = _question(contents, ask)
    first, second = top + 3 + baseline_of(BODY), top + 2.4 + BODY.leading + baseline_of(SMALL)
    room = width - _ID - _WHY - _GAIN - 8
    return [
        Words(0, first, one_line(ask.question_id), SMALL),
        Words(_ID, first, fit_lines(one_line(question.title), BODY, room, 1)[0][0], BODY),
        Words(_ID, second, fit_lines(one_line(question.text), SMALL, width - _ID - _GAIN, 1)[0][0], SMALL),
        Words(
            width - _WHY - _GAIN,
            first,
            fit_lines(one_line(ask_words(ask, contents.assessment, say)), QUIET, _WHY, 1)[0][0],
            QUIET,
        ),
        Words(width - 6, first, _gain(ask), STRONG, "end"),
        hairline(top + _ROW, 0, width),
    ]


def _question(contents: Contents, ask: Ask) -> Question:
    return contents.assessment.questionnaire.questions[ask.question_id]


def _gain(ask: Ask) -> str:
    return printed("points_gain", points=one_decimal(ask.gain))
