"""Strengths and gaps side by side."""

from __future__ import annotations

from collections.abc import Sequence

from assessments.findings import gap_count, strength_count
from assessments.judging import judge_answers
from reports.catalogue import printed
from reports.contents import Contents
from reports.lines import break_lines, fit_lines, measure
from reports.strips import Item, Strip, Words, baseline_of
from reports.structure import Element, labelled_item
from reports.style import BODY, HEADING, QUIET, SMALL, STRONG
from reports.table import hairline
from reports.text import one_line

_ROW = 18.5
_BETWEEN = 20.0
_ID = 27.0


def findings_section(contents: Contents, most: int) -> Strip:
    """Return strengths on the left and gaps on the right, at most `most` of each, with their ratings."""
    half = (contents.frame.width - _BETWEEN) / 2
    judged = judge_answers(contents.assessment, contents.result.as_of)
    strong, weak = contents.result.strengths[:most], contents.result.gaps[:most]
    left = _finding_list(contents, "strengths", strong, strength_count(judged), (0, half))
    right = _finding_list(contents, "gaps", weak, gap_count(judged), (half + _BETWEEN, half))
    return Strip(max(left.height, right.height), left.items + right.items)


def _finding_list(contents: Contents, key: str, ids: Sequence[str], count: int, place: tuple[float, float]) -> Strip:
    """Return one list in its column, saying of how many it has the first; `place` is x and width."""
    x, width = place
    items: list[Item] = [Words(x, baseline_of(HEADING), printed(key), HEADING)]
    if len(ids) < count:
        words = printed(f"{key}_of", shown=len(ids), count=count)
        items.append(Words(x + measure(printed(key), HEADING) + 7, baseline_of(HEADING), words, QUIET))
    if ids:
        items.append(Words(x + width - 6, baseline_of(HEADING), printed("finding_rating"), SMALL, "end"))
    at = HEADING.leading + 1
    listed = Element("L")
    for question_id in ids:
        label, body = labelled_item(listed)
        question = contents.assessment.questionnaire.questions[question_id]
        title = fit_lines(one_line(question.title), BODY, width - _ID - 24, 1)[0][0]
        baseline = at + _ROW / 2 + BODY.size * 0.36
        items += [
            Words(x, baseline, one_line(question_id), SMALL, element=label),
            Words(x + _ID, baseline, title, BODY, element=body),
            Words(x + width - 6, baseline, str(contents.assessment.answer(question_id).rating), STRONG, "end", body),
            hairline(at + _ROW, x, x + width),
        ]
        at += _ROW
    if not ids:
        for line in break_lines(printed(f"no_{key}"), QUIET, width):
            items.append(Words(x, at + 3 + baseline_of(QUIET), line, QUIET))
            at += QUIET.leading
    return Strip(at + 1, tuple(items))
