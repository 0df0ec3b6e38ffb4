"""The appendix of a comparison: everything behind page one, in full."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from assessments.assessment import Scope
from assessments.draws import CONCENTRATION
from assessments.scoring import weights_changed
from assessments.wording_beside import weights_changed_words
from assessments.wording_comparison import central_words, draws_sentence
from assessments.wording_figures import count_words, one_decimal, percent, points
from assessments.wording_robustness import share_words
from reports.catalogue import printed, say, short_day
from reports.catalogue_documents import COMPARE_METHOD
from reports.comparison_contents import Side
from reports.comparison_rows import answer_cells, gate_cell
from reports.headings import list_heading, part_heading, under_heading, wrapped_heading
from reports.lines import fit_lines, measure
from reports.share_columns import share_columns
from reports.strips import Strip, kept_with_next, paragraph, space
from reports.style import BODY, CELL, QUIET, SMALL, STRONG
from reports.table import Cell, Column, table
from reports.text import one_line, text

_APART, _BETWEEN = 28.0, 8.0
_WIDE = 160.0
"""Of the first column where the others need not stand under the partners'."""
_CONTINUED = 60.0
"""Room for saying that a title goes on."""


def appendix_strips(side: Side) -> list[Strip]:
    """Return the parts in the order they are looked up."""
    parts: tuple[tuple[str, Callable[[Side], list[Strip]]], ...] = (
        ("compare_partners", _partners),
        ("compare_firm", _firmness),
        ("compare_every_gate", _gates),
        ("compare_questions", _questions),
        ("compare_weights", _weights),
        ("method", _method),
    )
    strips: list[Strip] = []
    for key, section in parts:
        body = section(side)
        if body:
            strips += [*part_heading(printed(key)), *body, space(12)]
    return strips


def _partners(side: Side) -> list[Strip]:
    """Return who is compared, by which assessment of which questionnaire; here every name stands in full."""
    width = side.frame.width
    shares = (0.24, 0.22, 0.17, 0.16, 0.21)
    titles = [printed(f"compare_{key}") for key in ("partner", "assessed", "version", "as_of", "result")]
    rows = [_partner_row(side, place) for place in range(len(side.partners))]
    columns = share_columns(shares, titles, rows, width, _BETWEEN)
    return under_heading(printed("compare_partners"), table(columns, titles, rows))


def _partner_row(side: Side, place: int) -> list[Cell]:
    one = side.partners[place]
    assessment, overall = one.assessment, one.own.overall
    questionnaire = assessment.questionnaire
    kind = questionnaire.partner_types.get(assessment.partner_type, assessment.partner_type)
    scope = printed("compare_quick" if assessment.scope is Scope.QUICK else "compare_full")
    state = [] if assessment.is_final else [printed("compare_draft")]
    result = [side.pill(place)]
    if overall is not None and overall.answered is None:
        result.append(printed("nothing_answered"))
    elif overall is not None:
        figures = printed("compare_supported_best", supported=points(overall.supported), best=points(overall.best))
        result.append(figures)
    if weights_changed(assessment):
        result.append(weights_changed_words(say))
    return [
        Cell(side.names[place], STRONG),
        Cell("\n".join(filter(None, (one_line(kind), text(assessment.purpose)))), BODY),
        Cell(f"{one_line(questionnaire.title)} {one_line(questionnaire.version)}, {scope}", BODY),
        Cell("\n".join((short_day(one.own.as_of), *state, one_line(assessment.assessor.name))).strip(), BODY),
        Cell("\n".join(result), BODY),
    ]


def _firmness(side: Side) -> list[Strip]:
    """Return the sentences in full, who beats whom how often, and the weights that favour each."""
    width, found = side.frame.width, side.found
    title = printed("compare_wins")
    rows = [
        [
            Cell(name, STRONG),
            *(Cell("" if place == other else share_words(wins[other], say), BODY) for other in range(len(wins))),
        ]
        for place, (name, wins) in enumerate(zip(side.names, found.wins, strict=True))
    ]
    central = printed("compare_central")
    dimensions = side.comparison.dimensions
    favoured = [
        [Cell(name, STRONG), Cell(one_line(central_words(centre, dimensions, say)), BODY)]
        for name, centre in zip(side.names, found.central_weights, strict=True)
    ]
    first = max(side.first, _WIDE)
    columns = [Column(0, first - 8), Column(first, width - first)]
    return [
        *paragraph(side.sentence, BODY, width),
        *paragraph(draws_sentence(found, say), QUIET, width),
        space(8),
        *list_heading(title),
        *kept_with_next(paragraph(printed("compare_wins_note"), QUIET, width)),
        *under_heading(title, table(side.columns(), ["", *side.heads()], rows, 0, side.head_style())),
        space(8),
        *list_heading(central),
        *under_heading(central, table(columns, (), favoured)),
    ]


def _gates(side: Side) -> list[Strip]:
    rows = [
        [
            Cell(f"{one_line(row.question.id)} {one_line(row.question.title)}", STRONG if row.differs else BODY),
            *(Cell(gate_cell(side, place, gate), CELL) for place, gate in enumerate(row.gates)),
        ]
        for row in side.gates
    ]
    title = printed("compare_every_gate")
    return under_heading(title, table(side.columns(), ["", *side.heads()], rows, 0, side.head_style())) if rows else []


def _questions(side: Side) -> list[Strip]:
    """Return every question that is compared, a table for each dimension, names and dimension repeated."""
    width = side.frame.width
    columns = [*side.columns(_APART), Column(width - _APART, _APART, "end")]
    room = columns[1].width
    heads, style = ["", *side.heads(room), printed("compare_gap")], side.head_style(room)
    every = {gap.row.question.id: answer_cells(side, gap.row.answers) for gap in side.gaps}
    if any(measure(words, CELL) > room for cells in every.values() for words in cells):
        # Where one answer does not fit on a line, the evidence has a line of its own in all.
        every = {key: [words.replace(" · ", "\n") for words in cells] for key, cells in every.items()}
    strips: list[Strip] = []
    for dimension in side.comparison.dimensions:
        gaps = [gap for gap in side.gaps if gap.row.question.dimension == dimension.id]
        if not gaps:
            continue
        rows = [
            [
                Cell(f"{one_line(gap.row.question.id)} {one_line(gap.row.question.title)}", BODY),
                *(Cell(words, CELL if gap.row.differs else SMALL) for words in every[gap.row.question.id]),
                Cell(one_decimal(gap.apart, say), STRONG if gap.apart else SMALL),
            ]
            for gap in gaps
        ]
        title = one_line(dimension.title)
        short = fit_lines(one_line(dimension.title), SMALL, width - _CONTINUED, 1)[0][0]
        strips += [
            *wrapped_heading(title, width),
            *under_heading(short, table(columns, heads, rows, 0, style)),
            space(9),
        ]
    return strips


def _weights(side: Side) -> list[Strip]:
    """Return the shares that all have in common and, where they differ, each assessment's own."""
    width = side.frame.width
    shared = side.found.weights
    dimensions = side.comparison.dimensions
    own = [{key.id: one.own.weights.get(key.id, Fraction(0)) for key in dimensions} for one in side.partners]
    differs = any(one != dict(shared) for one in own)
    each = (width - side.first) / (len(own) + 1)
    columns = [Column(0, side.first - 8), *(Column(side.first + n * each, each - 8) for n in range(len(own) + 1))]
    heads = ["", printed("compare_shared"), *side.heads(each - 8)]
    rows = [
        [
            Cell(one_line(dimension.title), BODY),
            Cell(percent(shared.get(dimension.id, Fraction(0))), STRONG),
            *(Cell(percent(one[dimension.id]), BODY) for one in own),
        ]
        for dimension in dimensions
    ]
    if not differs:
        columns, heads, rows = [Column(0, _WIDE), Column(_WIDE + 8, 100)], heads[:2], [row[:2] for row in rows]
    notice = [*kept_with_next(paragraph(side.notices, BODY, width)), space(4, keep=True)] if side.notices else []
    style = side.head_style(each - 8)
    return [*notice, *under_heading(printed("compare_weights"), table(columns, heads, rows, 0, style))]


def _method(side: Side) -> list[Strip]:
    strips: list[Strip] = []
    values = {"count": count_words(side.found.draws, say), "concentration": f"{CONCENTRATION:.0f}"}
    for words in COMPARE_METHOD:
        strips += [*paragraph(words.format(**values), BODY, side.frame.width), space(6)]
    return strips
