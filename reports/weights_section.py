"""The numbers behind the result: weights in use and thresholds."""

from __future__ import annotations

from fractions import Fraction

from assessments.questionnaire import Dimension
from assessments.scoring import weights_changed
from assessments.wording_figures import percent, points
from reports.catalogue import printed
from reports.contents import Contents
from reports.headings import list_heading
from reports.strips import Strip, kept_with_next, paragraph, space
from reports.style import BODY, QUIET, STRONG
from reports.table import Cell, Column, table
from reports.text import one_line


def weights_section(contents: Contents) -> list[Strip]:
    """Return the dimension weights, the question weights where they differ, and what was switched on."""
    width = contents.frame.width
    changed = weights_changed(contents.assessment)
    columns = [Column(0, width - 230), Column(width - 220, 100, "end"), Column(width - 110, 110, "end")]
    titles = [printed("weight_dimension"), printed("weight_used"), printed("weight_own")]
    dimensions = contents.assessment.questionnaire.dimensions
    own = sum((dimension.weight for dimension in dimensions), Fraction(0))
    rows = [
        [
            Cell(one_line(dimension.title), BODY),
            Cell(percent(contents.result.weights[dimension.id]), STRONG),
            Cell(percent(dimension.weight / own), QUIET),
        ]
        for dimension in dimensions
    ]
    return [
        *kept_with_next(paragraph(printed("weights_changed" if changed else "weights_equal"), BODY, width)),
        space(3, keep=True),
        *table(columns, titles, rows),
        *([space(4), *paragraph(printed("weighting_methods"), QUIET, width)] if changed else []),
        space(10),
        *_question_weights(contents),
        *_switched_on(contents),
        space(6),
        *_thresholds(contents),
        space(12),
    ]


def _question_weights(contents: Contents) -> list[Strip]:
    """Return a table of question weights, or one sentence where all weigh the same."""
    width = contents.frame.width
    heading = list_heading(printed("weights_questions"))
    dimensions = contents.assessment.questionnaire.dimensions
    if all(_is_even(dimension) for dimension in dimensions):
        return [*heading, *paragraph(printed("weights_questions_equal"), BODY, width)]
    columns = [Column(0, 28), Column(32, width - 170), Column(width - 130, 130, "end")]
    titles = ["", printed("weight_question"), printed("weight_within")]
    rows = []
    for dimension in dimensions:
        total = sum((question.weight for question in dimension.questions), Fraction(0))
        rows += [
            [
                Cell(one_line(question.id), QUIET),
                Cell(one_line(question.title), BODY),
                Cell(percent(question.weight / total), STRONG),
            ]
            for question in dimension.questions
        ]
    return [*heading, *table(columns, titles, rows)]


def _is_even(dimension: Dimension) -> bool:
    return len({question.weight for question in dimension.questions}) <= 1


def _switched_on(contents: Contents) -> list[Strip]:
    questions = contents.assessment.questionnaire.questions
    chosen = [f"{key} {questions[key].title}" for key in questions if key in contents.assessment.switched_on]
    if not chosen:
        return []
    sentence = printed("switched_on", questions=one_line(", ".join(chosen)))
    return [space(4), *paragraph(sentence, BODY, contents.frame.width)]


def _thresholds(contents: Contents) -> list[Strip]:
    width = contents.frame.width
    numbers = contents.assessment.questionnaire.thresholds
    values = [
        ("threshold_proceed", points(numbers.proceed)),
        ("threshold_conditions", points(numbers.conditions)),
        ("threshold_pilot", points(numbers.pilot)),
        ("threshold_floor", points(numbers.dimension_floor)),
        ("threshold_enough", percent(numbers.enough_coverage)),
        ("threshold_firm", percent(numbers.firm_coverage)),
        ("threshold_not_applicable", percent(numbers.not_applicable_share)),
    ]
    columns = [Column(0, width - 110), Column(width - 100, 100, "end")]
    rows = [[Cell(printed(key), BODY), Cell(value, STRONG)] for key, value in values]
    *held, last = table(columns, (), rows)
    return [*list_heading(printed("thresholds")), *kept_with_next(held), last]
