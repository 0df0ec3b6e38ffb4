"""Strengths and gaps side by side, and what to ask next."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from assessments.result import Ask
from assessments.wording import ask_words
from reports.catalogue import printed, say
from reports.contents import Contents
from reports.gates_section import hairline
from reports.lines import break_lines, fit_lines
from reports.strips import Item, Strip, Words, baseline_of
from reports.style import BODY, HEADING, QUIET, SMALL, STRONG
from reports.table import Cell, Column, table
from reports.text import one_line

_ROW = 19.0
_BETWEEN = 20.0
_ID = 27.0
_GAIN = 46.0
_QUESTION = 172.0


def findings_section(contents: Contents) -> Strip:
    """Return strengths on the left and gaps on the right, each with its rating."""
    half = (contents.frame.width - _BETWEEN) / 2
    left = _finding_list(contents, "strengths", contents.result.strengths, (0, half))
    right = _finding_list(contents, "gaps", contents.result.gaps, (half + _BETWEEN, half))
    return Strip(max(left.height, right.height), left.items + right.items)


def _finding_list(contents: Contents, key: str, ids: Sequence[str], place: tuple[float, float]) -> Strip:
    """Return one list in its column; `place` is x and width."""
    x, width = place
    items: list[Item] = [Words(x, baseline_of(HEADING), printed(key), HEADING)]
    at = HEADING.leading + 2
    for question_id in ids:
        question = contents.assessment.questionnaire.questions[question_id]
        title = fit_lines(one_line(question.title), BODY, width - _ID - 24, 1)[0][0]
        baseline = at + _ROW / 2 + BODY.size * 0.36
        items += [
            Words(x, baseline, one_line(question_id), SMALL),
            Words(x + _ID, baseline, title, BODY),
            Words(x + width - 6, baseline, str(contents.assessment.answer(question_id).rating), STRONG, "end"),
            hairline(at + _ROW, x, x + width),
        ]
        at += _ROW
    if not ids:
        for line in break_lines(printed(f"no_{key}"), QUIET, width):
            items.append(Words(x, at + 3 + baseline_of(QUIET), line, QUIET))
            at += QUIET.leading
    return Strip(at + 1, tuple(items))


def ask_section(contents: Contents, room: float) -> Strip:
    """Return the agenda of the next call, as many rows as fit in `room` points."""
    asks = contents.result.ask_next
    items: list[Item] = [Words(0, baseline_of(HEADING), printed("ask_next"), HEADING)]
    at = HEADING.leading + 2
    if not asks:
        items.append(Words(0, at + 3 + baseline_of(QUIET), printed("ask_none"), QUIET))
        return Strip(at + 3 + QUIET.leading, tuple(items))
    width = contents.frame.width
    heads = [(_ID, "ask_question", "start"), (_ID + _QUESTION + 12, "ask_why", "start"), (width - 6, "ask_gain", "end")]
    items += [Words(x, at + _ROW / 2 + 3.2, printed(key), QUIET, anchor) for x, key, anchor in heads]  # type: ignore[arg-type]
    at += _ROW
    items.append(hairline(at, 0, width))
    count = int((room - at) // _ROW)
    shown = asks if len(asks) <= count else asks[: max(0, count - 1)]
    for ask in shown:
        items += _ask_row(contents, ask, at, width)
        at += _ROW
    if len(shown) < len(asks):
        contents.rest["ask_next"] = ask_table_section(contents)
        more = printed("ask_more", count=len(asks) - len(shown), page=contents.rest_page("ask_next"))
        items.append(Words(width - 6, at + _ROW / 2 + 3.2, more, SMALL, "end"))
        at += _ROW
    return Strip(at + 1, tuple(items))


def ask_table_section(contents: Contents) -> list[Strip]:
    """Return the whole agenda as a table."""
    width = contents.frame.width
    columns = [
        Column(0, _ID - 4),
        Column(_ID, _QUESTION),
        Column(_ID + _QUESTION + 12, width - _ID - _QUESTION - 24 - _GAIN),
        Column(width - _GAIN, _GAIN, "end"),
    ]
    titles = ["", printed("ask_question"), printed("ask_why"), printed("ask_gain")]
    rows = [
        [
            Cell(one_line(ask.question_id), SMALL),
            Cell(_title(contents, ask), BODY),
            Cell(_why(contents, ask), QUIET),
            Cell(_gain(ask.gain), STRONG),
        ]
        for ask in contents.result.ask_next
    ]
    return table(columns, titles, rows)


def _ask_row(contents: Contents, ask: Ask, at: float, width: float) -> list[Item]:
    baseline = at + _ROW / 2 + BODY.size * 0.36
    x = _ID + _QUESTION + 12
    title = fit_lines(_title(contents, ask), BODY, _QUESTION, 1)[0][0]
    why = fit_lines(_why(contents, ask), QUIET, width - x - _GAIN - 12, 1)[0][0]
    return [
        Words(0, baseline, one_line(ask.question_id), SMALL),
        Words(_ID, baseline, title, BODY),
        Words(x, baseline, why, QUIET),
        Words(width - 6, baseline, _gain(ask.gain), STRONG, "end"),
        hairline(at + _ROW, 0, width),
    ]


def _title(contents: Contents, ask: Ask) -> str:
    return one_line(contents.assessment.questionnaire.questions[ask.question_id].title)


def _why(contents: Contents, ask: Ask) -> str:
    return one_line(ask_words(ask, contents.assessment, say))


def _gain(gain: Fraction) -> str:
    """Return points with one decimal, rounded half up: "+3.2"."""
    tenths = (gain * 10 + Fraction(1, 2)).__floor__()
    return f"+{tenths // 10}.{tenths % 10}"
