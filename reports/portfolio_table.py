"""The table of a printed portfolio: a row for each partner, its titles repeated on every page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from assessments.band import Band
from assessments.wording_figures import NOT_SCORED, band_symbol, percent, pill_words, points
from reports.catalogue import long_date, printed, say, short_day
from reports.headings import part_heading, under_heading
from reports.portfolio_row import PortfolioRow
from reports.strips import Strip, kept_with_next, paragraph, space
from reports.style import BODY, CELL, QUIET, SMALL, STRONG, Style
from reports.table import Cell, Column, table
from reports.text import one_line

_NAME = Style("semibold", 8.2, 11.4)
_KEYS = ("partner", "type", "supported", "recommendation", "coverage", "as_of", "gates")
_WIDTHS = {"type": 85.0, "supported": 55.0, "recommendation": 115.0, "coverage": 50.0, "as_of": 57.0, "gates": 28.0}
"""Of all columns but the first, which has the rest of the page; room between them included, in points."""
_BETWEEN = 7.0
_AT_END = frozenset({"coverage", "gates"})


def partners_strips(rows: Sequence[PortfolioRow], types: Mapping[str, str], as_of: date, width: float) -> list[Strip]:
    """Return the table in the order of the rows, or one sentence where there is none.

    Args:
        rows: Partners with their newest assessments.
        types: Type code -> words.
        as_of: The day that open assessments are counted on.
        width: Of the page between its margins.
    """
    heading = part_heading(printed("portfolio_table"))
    if not rows:
        return [*heading, *paragraph(printed("portfolio_empty"), BODY, width)]
    if any(row.band and not row.finished_on for row in rows):
        words = printed("portfolio_drafts", day=long_date(as_of))
        heading += [*kept_with_next(paragraph(words, QUIET, width)), space(2, keep=True)]
    kinds = {code: one_line(name) for code, name in types.items()}
    cells = [_cells(row, kinds.get(row.type) or one_line(row.type)) for row in rows]
    lines = table(_columns(width), [printed(f"portfolio_{key}") for key in _KEYS], cells)
    return [*heading, *under_heading(printed("portfolio_table"), lines)]


def _columns(width: float) -> list[Column]:
    columns = []
    x = 0.0
    for key in _KEYS:
        wide = _WIDTHS.get(key, width - sum(_WIDTHS.values()))
        gap = 0 if key == _KEYS[-1] else _BETWEEN
        columns.append(Column(x, wide - gap, "end" if key in _AT_END else "start"))
        x += wide
    return columns


def _cells(row: PortfolioRow, kind: str) -> list[Cell]:
    name = Cell(one_line(row.name), _NAME)
    if row.band is None:
        none = printed("portfolio_none")
        return [name, Cell(kind, SMALL), Cell(NOT_SCORED, QUIET), Cell(none, QUIET), *[Cell(NOT_SCORED, QUIET)] * 3]
    return [
        name,
        Cell(kind, SMALL),
        Cell(_score(row), CELL),
        Cell(_recommendation(row), Style(CELL.face, CELL.size, CELL.leading, row.band)),
        Cell(NOT_SCORED if row.coverage is None else percent(row.coverage), CELL),
        Cell(short_day(row.finished_on) if row.finished_on else printed("portfolio_draft"), SMALL),
        Cell(str(row.open_gate_count), STRONG if row.open_gate_count else QUIET),
    ]


def _score(row: PortfolioRow) -> str:
    """Return "65 up to 72"; one figure where nothing is open."""
    low, best = points(row.supported), points(row.best)
    return low if low == best else printed("portfolio_supported_best", supported=low, best=best)


def _recommendation(row: PortfolioRow) -> str:
    band = Band(row.band or Band.HOLD)
    words = f"{band_symbol(band)} {pill_words(band, row.open_gate_count, row.too_little, say)}"
    marks = [printed("portfolio_provisional")] * row.provisional + [printed("portfolio_weights")] * row.own_weights
    return f"{words}\n{', '.join(marks)}" if marks else words
