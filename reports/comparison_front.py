"""Page one of a comparison: the partners side by side, how firm their order is, and what sets them apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assessments.charts import radar
from assessments.charts_net import MOST_SERIES, Series
from assessments.charts_robustness import rank_bars
from assessments.comparison_gaps import GateRow, QuestionGap
from assessments.drawing import Box
from assessments.wording_comparison import draws_sentence
from assessments.wording_figures import one_decimal
from reports.catalogue import printed, say
from reports.comparison_contents import Side
from reports.comparison_rows import (
    SHORT_ROW,
    Row,
    answer_cells,
    broken_row,
    dimension_rows,
    gate_cell,
    heads_strip,
    line_rows,
    row_strip,
    rows_that_fit,
    whole_row,
)
from reports.lines import fit_lines, measure
from reports.strips import Item, Picture, Strip, Words, baseline_of
from reports.structure import Element
from reports.style import BODY, CELL, CHART_SCALE, CHART_TEXT, HEADING, QUIET, SMALL
from reports.text import one_line

_NOTICE_LINES = 3
_RADAR_WIDTH = 176.0
_NET = 134.0
_LOW_NET = 108.0
"""Where six names need the room."""
_BETWEEN = 22.0
_SENTENCE_LINES = 4
_NAME_LINES = 2
"""Of a dimension's name, where there is room."""
_LEAST_ROOM = 100.0
"""For gates and questions, in points."""
_TITLE_ROW = HEADING.leading + 2
_MORE_ROW = 12.0


def front_strips(side: Side, title: Strip, found_on: Mapping[str, int]) -> list[Strip]:
    """Return page one from its title block down.

    Args:
        side: The comparison.
        title: The title block.
        found_on: Title of a part of the appendix -> its page.
    """
    for most in (_NAME_LINES, 1):
        table = Element("Table")
        strips = [title, *_notice(side), heads_strip(side, table), *dimension_rows(side, table, most)]
        strips += [whole_row(side, table), *line_rows(side, table), Strip(12), _charts(side), Strip(10)]
        room = side.frame.height - sum(strip.height for strip in strips)
        if room >= _LEAST_ROOM:
            break  # else names of dimensions are shortened: what sets the partners apart matters more
    return [*strips, *_apart(side, room, found_on)]


def _notice(side: Side) -> list[Strip]:
    """Return what limits the comparison, on the ground of a caution."""
    if not side.notices:
        return []
    lines = fit_lines(side.notices, BODY, side.frame.width - 18, _NOTICE_LINES)[0]
    height = len(lines) * BODY.leading + 7
    items: list[Item] = [Box(0, 0, side.frame.width, height, "conditions_soft", 4)]
    whole = Element("P")
    for number, line in enumerate(lines):
        items.append(Words(9, 3.5 + number * BODY.leading + baseline_of(BODY), line, BODY, element=whole))
    return [Strip(height + 9, tuple(items))]


def _charts(side: Side) -> Strip:
    """Return the radar, and beside it how firm the order is."""
    series = [
        Series(name, one.result.dimensions) for name, one in zip(side.names[:MOST_SERIES], side.partners, strict=False)
    ]
    tall = _LOW_NET if len(side.partners) > MOST_SERIES else _NET
    tall += CHART_TEXT * (1.7 * len(series) + 0.5)
    size = CHART_TEXT / CHART_SCALE
    net = radar(side.comparison.dimensions, series, _RADAR_WIDTH / CHART_SCALE, tall / CHART_SCALE, say, size)
    top = HEADING.leading + 2
    title = printed("compare_radar_first" if len(side.partners) > MOST_SERIES else "compare_radar")
    items: list[Item] = [Words(0, baseline_of(HEADING), title, HEADING), Picture(0, top, net, CHART_SCALE)]
    return Strip(max(top + tall, _add_firmness(items, side, _RADAR_WIDTH + _BETWEEN)), tuple(items))


def _add_firmness(items: list[Item], side: Side, x: float) -> float:
    """Add the sentences and the bars of ranks at `x`. Return where they end."""
    width = side.frame.width - x
    items.append(Words(x, baseline_of(HEADING), printed("compare_firm"), HEADING))
    at = HEADING.leading + 2
    sentences = (
        (side.sentence, BODY),
        (draws_sentence(side.found, say), SMALL),
    )
    for words, style in sentences:
        whole = Element("P")
        for line in fit_lines(words, style, width, _SENTENCE_LINES)[0]:
            items.append(Words(x, at + baseline_of(style), line, style, element=whole))
            at += style.leading
        at += 2
    bars = rank_bars(side.names, side.found.ranks, width / CHART_SCALE, say, CHART_TEXT / CHART_SCALE)
    items.append(Picture(x, at, bars, CHART_SCALE))
    return at + bars.height * CHART_SCALE


def _apart(side: Side, room: float, found_on: Mapping[str, int]) -> list[Strip]:
    """Return the gates that differ and the questions that set the partners furthest apart, as many as fit."""
    gates = [row for row in side.gates if row.differs]
    gaps = sorted((gap for gap in side.gaps if gap.apart), key=lambda gap: -gap.apart)
    room = max(0.0, room - 2 * (_TITLE_ROW + _MORE_ROW) - 8)
    some, few = rows_that_fit(room, _gate_rows(side, gates), _gap_rows(side, gaps[: int(room // SHORT_ROW)]))
    none = "" if gates else printed("compare_gates_none" if side.gates else "compare_gates_no")
    beside = printed("compare_gaps_key") if gaps else printed("compare_gaps_none")
    every, questions = (found_on.get(printed(key), 2) for key in ("compare_every_gate", "compare_questions"))
    return [
        *_titled(side, printed("compare_gates"), none, some),
        *_more(side, some, len(gates), every),
        Strip(8),
        *_titled(side, printed("compare_gaps"), beside, few),
        *_more(side, few, len(gaps), questions),
    ]


def _gate_rows(side: Side, gates: Sequence[GateRow]) -> Iterator[Row]:
    for row in gates:
        title = f"{one_line(row.question.id)} {one_line(row.question.title)}"
        yield broken_row(side, title, [gate_cell(side, place, gate) for place, gate in enumerate(row.gates)], CELL)


def _gap_rows(side: Side, gaps: Sequence[QuestionGap]) -> Iterator[Row]:
    # Where one answer does not fit its column in words, all are given in figures.
    short = any(measure(words, CELL) > side.room for gap in gaps for words in answer_cells(side, gap.row.answers))
    for gap in gaps:
        title = f"{one_line(gap.row.question.id)} {one_line(gap.row.question.title)}"
        cells = answer_cells(side, gap.row.answers, short=short)
        yield broken_row(side, title, cells, CELL, one_decimal(gap.apart, say))


def _titled(side: Side, title: str, beside: str, rows: Sequence[Row]) -> list[Strip]:
    """Return a list under its heading, with quieter words beside it."""
    items: list[Item] = [Words(0, baseline_of(HEADING), title, HEADING)]
    if beside:
        x = measure(title, HEADING) + 7
        words = fit_lines(beside, QUIET, side.frame.width - x, 1)[0][0]
        items.append(Words(x, baseline_of(HEADING), words, QUIET))
    table = Element("Table")
    return [Strip(_TITLE_ROW, tuple(items)), *(row_strip(side, table, row) for row in rows)]


def _more(side: Side, shown: Sequence[Row], count: int, page: int) -> list[Strip]:
    """Return how many of `count` rows are left out, or that one is cut, and where all is; nothing where all is here."""
    left = count - len(shown)
    if not left and not any(row.is_cut for row in shown):
        return []
    words = printed("compare_more", count=left, page=page) if left else printed("compare_in_full", page=page)
    return [Strip(_MORE_ROW, (Words(side.frame.width, 1.5 + baseline_of(SMALL), words, SMALL, "end"),))]
