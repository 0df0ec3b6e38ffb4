"""What to ask next: the agenda of the next call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assessments.questionnaire import Question
from assessments.result import Ask
from assessments.wording import ask_words
from assessments.wording_figures import NOT_SCORED, one_decimal
from reports.catalogue import printed, say
from reports.contents import Contents
from reports.lines import break_lines, fit_lines
from reports.strips import Item, Strip, Words, baseline_of
from reports.structure import Element, labelled_item
from reports.style import BODY, HEADING, QUIET, SMALL, STRONG
from reports.table import hairline
from reports.text import one_line

_ROW = 27.5
_MORE = 16.0
_ID = 27.0
_WHY = 118.0
_GAIN = 40.0


def ask_section(contents: Contents, room: float) -> list[Strip]:
    """Return a heading and as many questions as fit in `room` points, each as it would be asked."""
    asks = contents.result.ask_next
    width = contents.frame.width
    title = Words(0, baseline_of(HEADING), printed("ask_next"), HEADING)
    if not asks:
        nothing = Words(
            0,
            HEADING.leading + 3 + baseline_of(QUIET),
            printed("ask_none" if contents.result.overall else "ask_nothing_applies"),
            QUIET,
        )
        return [Strip(HEADING.leading + 3 + QUIET.leading, (title, nothing))]
    gain = Words(width - 6, baseline_of(HEADING), printed("ask_gain"), SMALL, "end")
    strips = [Strip(HEADING.leading + 1, (title, gain))]
    room -= strips[0].height
    shown = asks if len(asks) * _ROW <= room else asks[: max(0, int((room - _MORE) // _ROW))]
    listed = Element("L")
    for ask in shown:
        first_line = fit_lines(_question(contents, ask).text, SMALL, width - _ID - _GAIN, 1)[0]
        strips.append(_ask_row(contents, ask, first_line, listed))
    if len(shown) < len(asks):
        contents.rest["ask_next"] = ask_table(contents)
        more = printed("more", count=len(asks) - len(shown), where=contents.rest_page("ask_next"))
        strips.append(Strip(_MORE, (Words(width - 6, 4 + baseline_of(SMALL), more, SMALL, "end"),)))
    return strips


def agenda_height(count: int, most: int) -> float:
    """Return the room that `ask_section` takes for at most so many of `count` questions."""
    return HEADING.leading + 1 + min(count, most) * _ROW + (_MORE if count > most else 0.0)


def ask_table(contents: Contents) -> list[Strip]:
    """Return the whole agenda, with every question in full."""
    gain = Words(contents.frame.width - 6, baseline_of(SMALL), printed("ask_gain"), SMALL, "end")
    strips = [Strip(SMALL.leading, (gain,), keep=True)]
    listed = Element("L")
    for ask in contents.result.ask_next:
        lines = break_lines(_question(contents, ask).text, SMALL, contents.frame.width - _ID - _GAIN)
        strips.append(_ask_row(contents, ask, lines, listed))
    return strips


def _ask_row(contents: Contents, ask: Ask, lines: Sequence[str], listed: Element) -> Strip:
    """Return one row of a list with the given lines of its question."""
    width = contents.frame.width
    first = 3 + baseline_of(BODY)
    title = fit_lines(_question(contents, ask).title, BODY, width - _ID - _WHY - _GAIN - 8, 1)[0][0]
    why = fit_lines(one_line(ask_words(ask, contents.assessment, say)), QUIET, _WHY, 1)[0][0]
    label, body = labelled_item(listed)
    items: list[Item] = [
        Words(0, first, one_line(ask.question_id), SMALL, element=label),
        Words(_ID, first, title, BODY, element=body),
        Words(width - _WHY - _GAIN, first, why, QUIET, element=body),
        Words(width - 6, first, _gain(ask), STRONG, "end", body),
    ]
    at = 2.4 + BODY.leading
    for line in lines:
        items.append(Words(_ID, at + baseline_of(SMALL), line, SMALL, element=body))
        at += SMALL.leading
    height = at + _ROW - 2.4 - BODY.leading - SMALL.leading
    return Strip(height, (*items, hairline(height, 0, width)))


def _gain(ask: Ask) -> str:
    """Return the points to be gained; a dash where another answer, not a confirmation, is needed."""
    return printed("points_gain", points=one_decimal(ask.gain, say)) if ask.gain else NOT_SCORED


def _question(contents: Contents, ask: Ask) -> Question:
    """Return the question with title and text made printable."""
    question = contents.assessment.questionnaire.questions[ask.question_id]
    return replace(question, title=one_line(question.title), text=one_line(question.text))
