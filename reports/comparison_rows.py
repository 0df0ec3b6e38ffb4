"""The rows of a comparison's page one: a column for each partner."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assessments.answer import Answer
from assessments.charts import dimension_role, score_bar
from assessments.charts_net import MOST_SERIES, legend_sample, series_styles
from assessments.comparison import standing
from assessments.drawing import Box, Line, Marker, Shape
from assessments.questionnaire import Dimension
from assessments.result import Gate
from assessments.wording import answer_words, gate_symbol, gate_words, grade_word
from assessments.wording_comparison import rank_word
from assessments.wording_figures import NOT_SCORED, percent, points
from reports.catalogue import printed, say
from reports.comparison_contents import Side
from reports.lines import break_lines, fit_lines, measure
from reports.scripts import is_complex
from reports.strips import Item, Strip, Words, baseline_of
from reports.structure import Element, header_row, table_cells
from reports.style import BODY, CELL, QUIET, SMALL_STRONG, STRONG, Style
from reports.table import hairline
from reports.text import one_line
from reports.widows import fit_held

SHORT_ROW = 14.4
_FIGURE = Style("serif", 15, 18)
_NAME_LINES = 3
_ROW_LINES = 4
_BAR_ROW, _LOW_BAR_ROW = 18.5, 14.0
_MANY_DIMENSIONS = 7
_NUMBER = 17.0
_LONGEST_BAR = 92.0
_PAD_OF_NAME = 3.0
_PILL_PAD = 3.0
_PILL_SIDE = 5.0


def heads_strip(side: Side, table: Element) -> Strip:
    """Return every partner's line in the charts, its name and its recommendation."""
    cells = header_row(table, ("", *side.names))
    items: list[Item] = []
    names = [fit_lines(name, STRONG, side.room, _NAME_LINES)[0] for name in side.names]
    top = 11.0
    below = top + max(len(lines) for lines in names) * STRONG.leading + 3
    height = below
    for place, lines in enumerate(names):
        x = side.x(place)
        if place < MOST_SERIES:
            items += _shifted(legend_sample(series_styles()[place], 8.0, 8.5), x, 0)
        for number, line in enumerate(lines):
            y = top + number * STRONG.leading + baseline_of(STRONG)
            items.append(Words(x, y, line, STRONG, element=cells[place + 1]))
        bottom = _add_pill(items, side, place, below, cells[place + 1])
        height = max(height, bottom)
    items.append(hairline(height + 5, 0, side.frame.width))
    return Strip(height + 5, tuple(items))


def _add_pill(items: list[Item], side: Side, place: int, top: float, cell: Element) -> float:
    """Add a partner's recommendation, on two lines where its column is narrow. Return where it ends."""
    band = side.partners[place].own.recommendation.band
    style = replace(SMALL_STRONG, role=band.value)
    lines = fit_lines(side.pill(place), style, side.room - 2 * _PILL_SIDE, 3)[0]
    width = max(measure(line, style) for line in lines) + 2 * _PILL_SIDE
    height = len(lines) * style.leading + 2 * _PILL_PAD - 1
    x = side.x(place)
    items.append(Box(x, top, width, height, f"{band.value}_soft", min(height / 2, 8.0)))
    for number, line in enumerate(lines):
        y = top + _PILL_PAD - 0.5 + number * style.leading + baseline_of(style)
        items.append(Words(x + _PILL_SIDE, y, line, style, element=cell))
    return top + height


def dimension_rows(side: Side, table: Element, most: int) -> list[Strip]:
    """Return a row for each dimension, with figure and bar of every partner; a name has so many lines at the most."""
    dimensions = side.comparison.dimensions
    usual = _BAR_ROW if len(dimensions) <= _MANY_DIMENSIONS else _LOW_BAR_ROW
    strips = []
    for nth, dimension in enumerate(dimensions):
        cells = table_cells(table, len(side.partners) + 1, 0)
        lines = _name_lines(dimension, side.first - 10, most)
        style = BODY if len(lines) == 1 else CELL
        tall = usual if len(lines) == 1 else max(usual, len(lines) * style.leading + _PAD_OF_NAME)
        base = tall / 2 + BODY.size * 0.36
        first = base - (len(lines) - 1) / 2 * style.leading
        items: list[Item] = [
            Words(0, first + number * style.leading, line, style, element=cells[0]) for number, line in enumerate(lines)
        ]
        for place, one in enumerate(side.partners):
            score, x = one.score(dimension.id), side.x(place)
            figure = points(score.supported if score and score.answered is not None else None)
            items.append(Words(x + _NUMBER - 3, base, figure, STRONG, "end", cells[place + 1]))
            width = min(_LONGEST_BAR, side.room - _NUMBER - 4)
            bar = score_bar(score, dimension_role(dimension, nth), width, 8.0, say)
            items += _shifted(bar.shapes, x + _NUMBER + 4, (tall - 8.0) / 2)
        items.append(hairline(tall, 0, side.frame.width))
        strips.append(Strip(tall, tuple(items)))
    return strips


def _name_lines(dimension: Dimension, width: float, most: int) -> list[str]:
    """Return a dimension's title or, where it does not fit, its short one: on one line if that will do."""
    names = one_line(dimension.title), one_line(dimension.short)
    for name in names:
        if measure(name, BODY) <= width:
            return [name]
    if most == 1:
        return [cut_line(names[1], BODY, width)]
    fitted = [fit_held(name, CELL, width, most) for name in names]
    return next((lines for lines, cut in fitted if not cut), fitted[1][0])


def whole_row(side: Side, table: Element) -> Strip:
    """Return the supported scores as large figures, each with its best case."""
    cells = table_cells(table, len(side.partners) + 1, 0)
    height = _FIGURE.leading + 6
    base = height / 2 + _FIGURE.size * 0.36
    items: list[Item] = [Words(0, base, printed("compare_supported"), STRONG, element=cells[0])]
    for place, one in enumerate(side.partners):
        overall, x = one.own.overall, side.x(place)
        rated = overall is not None and overall.answered is not None
        figure = points(overall.supported) if overall is not None and rated else NOT_SCORED
        items.append(Words(x, base, figure, _FIGURE, element=cells[place + 1]))
        if overall is not None and overall.best > overall.supported:
            words = printed("up_to", points=points(overall.best))
            items.append(Words(x + measure(figure, _FIGURE) + 4, base, words, QUIET, element=cells[place + 1]))
    items.append(hairline(height, 0, side.frame.width))
    return Strip(height, tuple(items))


def line_rows(side: Side, table: Element) -> list[Strip]:
    """Return how much is answered, and the order at the weights in use."""
    wholes = [one.own.overall for one in side.partners]
    covered = [NOT_SCORED if whole is None else percent(whole.coverage) for whole in wholes]
    evidenced = [NOT_SCORED if whole is None else percent(whole.evidenced) for whole in wholes]
    order = [
        NOT_SCORED if found.points is None else f"{rank_word(found.place, say)} · {points(found.points)}"
        for found in standing(side.comparison, side.found.weights)
    ]
    key = "compare_order_common" if side.comparison.common.is_limited else "compare_order"
    title = printed("compare_order_what_if" if side.is_what_if else key)
    return [
        row_strip(side, table, broken_row(side, printed("compare_coverage"), covered, BODY)),
        row_strip(side, table, broken_row(side, printed("compare_evidenced"), evidenced, BODY)),
        row_strip(side, table, broken_row(side, title, order, STRONG)),
    ]


@dataclass(frozen=True, slots=True)
class Row:
    """One row with its cells broken into lines."""

    title: Sequence[str]
    words: Sequence[Sequence[str]]
    """The lines of each partner's cell."""
    style: Style
    named: Style
    figure: str
    """At the end of the first column."""
    is_cut: bool

    @property
    def height(self) -> float:
        """In points; that of one line is `SHORT_ROW`."""
        count = max(len(lines) for lines in (self.title, *self.words))
        return SHORT_ROW + (count - 1) * max(self.style.leading, self.named.leading)


def rows_that_fit(room: float, first: Iterable[Row], second: Iterable[Row]) -> tuple[list[Row], list[Row]]:
    """Return the rows of two lists that fit, taken in turn from the top of each, the second list's first.

    Args:
        room: For both lists' rows together, in points.
        first: Rows of one list; no more are made than one that does not fit.
        second: Rows of the other one.
    """
    rows = (iter(first), iter(second))
    taken: tuple[list[Row], list[Row]] = ([], [])
    going = [1, 0]
    while going:
        for place in tuple(going):
            row = next(rows[place], None)
            if row is None or row.height > room:
                going.remove(place)
            else:
                room -= row.height
                taken[place].append(row)
    return taken


def broken_row(side: Side, title: str, words: Sequence[str], style: Style, figure: str = "") -> Row:
    """Return a row in which every cell takes as many lines as it needs, four at the most."""
    named = CELL if style == CELL else BODY
    first = _title_lines(title, named, side.first - 10, figure)
    cells = [fit_held(word, style, side.room, _ROW_LINES) for word in words]
    is_cut = any(cut for _, cut in (first, *cells))
    return Row(first[0], [lines for lines, _ in cells], style, named, figure, is_cut)


def _title_lines(title: str, style: Style, width: float, figure: str) -> tuple[list[str], bool]:
    """Return the lines of a title, the first one short where a figure stands behind it, and whether it was cut."""
    beside = width - (measure(figure, SMALL_STRONG) + 6 if figure else 0)
    if not figure or is_complex(title):
        return fit_held(title, style, beside, _ROW_LINES)
    first = break_lines(title, style, beside, 1)[0]
    rest = title[len(first) :].lstrip(" ")
    if not rest:
        return [first], False
    lines, cut = fit_held(rest, style, width, _ROW_LINES - 1)
    return [first, *lines], cut


def row_strip(side: Side, table: Element, row: Row) -> Strip:
    """Return a row as the next one of a table."""
    cells = table_cells(table, len(side.partners) + 1, 0)
    base = SHORT_ROW / 2 + row.style.size * 0.36
    items: list[Item] = [
        Words(0, base + number * row.named.leading, line, row.named, element=cells[0])
        for number, line in enumerate(row.title)
    ]
    if row.figure:
        items.append(Words(side.first - 10, base, row.figure, SMALL_STRONG, "end", cells[0]))
    for place, lines in enumerate(row.words):
        items += [
            Words(side.x(place), base + number * row.style.leading, line, row.style, element=cells[place + 1])
            for number, line in enumerate(lines)
        ]
    items.append(hairline(row.height, 0, side.frame.width))
    return Strip(row.height, tuple(items))


def gate_cell(side: Side, place: int, gate: Gate | None) -> str:
    """Return how a gate stands for one partner, with its sign."""
    if gate is None:
        return NOT_SCORED
    return f"{gate_symbol(gate)} {one_line(gate_words(gate, side.partners[place].assessment, say))}"


def answer_cells(side: Side, answers: Sequence[Answer | None], *, short: bool = False) -> list[str]:
    """Return every partner's answer: "4 Strong · Seen", or in short "4 · Seen"."""
    return [_answer_cell(side, answer, short) for answer in answers]


def _answer_cell(side: Side, answer: Answer | None, short: bool) -> str:
    if answer is None:
        return printed("compare_not_asked")
    if short and answer.rating is not None:
        return f"{answer.rating} · {grade_word(answer.grade, say)}"
    words = one_line(answer_words(side.partners[0].assessment.questionnaire, answer, say))
    return words if answer.rating is None else f"{words} · {grade_word(answer.grade, say)}"


def cut_line(words: str, style: Style, width: float) -> str:
    """Return one line, cut within a word where it is too long: in a narrow column half a word says more than none."""
    if measure(words, style) <= width:
        return words
    return fit_lines(words.replace(" ", "\u00a0"), style, width, 1)[0][0]


def _shifted(shapes: Sequence[Shape], x: float, y: float) -> list[Item]:
    """Return a small drawing's bars and lines as decoration at another place; the figures stand beside them."""
    moved: list[Item] = []
    for shape in shapes:
        if isinstance(shape, Line):
            moved.append(replace(shape, points=tuple((px + x, py + y) for px, py in shape.points)))
        elif isinstance(shape, Box | Marker):
            moved.append(replace(shape, x=shape.x + x, y=shape.y + y))
    return moved
