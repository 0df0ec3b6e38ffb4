"""How firm the recommendation is: shares of weightings, what would change it, the method and its limits."""

from __future__ import annotations

from assessments.charts_robustness import SWING, band_share_bar, score_swings
from assessments.draws import CONCENTRATION
from assessments.flips import Flip
from assessments.questionnaire import Dimension
from assessments.robustness import Robustness
from assessments.scoring import dimension_weights
from assessments.weighting import normalised
from assessments.wording_figures import NOT_SCORED, count_words, percent, points
from assessments.wording_robustness import (
    held_words,
    no_robustness_sentence,
    robustness_sentences,
    score_flip_words,
    weight_flip_words,
)
from reports.catalogue import printed, robustness_paragraphs, say
from reports.contents import Contents
from reports.headings import list_heading
from reports.share_columns import share_columns
from reports.strips import Picture, Strip, Words, baseline_of, paragraph, space
from reports.style import BODY, CHART_SCALE, CHART_TEXT, QUIET, SMALL_STRONG, STRONG
from reports.table import Cell, table
from reports.text import one_line, text

_TEXT_SIZE = CHART_TEXT / CHART_SCALE
_BETWEEN = 24.0
_COLUMN_GAP = 8.0


def robustness_section(contents: Contents) -> list[Strip]:
    """Return the sentences, both charts, the flip points and the method; one sentence where no weights matter."""
    width = contents.frame.width
    found = contents.robustness
    if found is None:
        return [*paragraph(no_robustness_sentence(contents.result, say), BODY, width), space(10)]
    words = " ".join(robustness_sentences(contents.assessment, contents.result, found, say))
    strips = [*paragraph(text(words), BODY, width), space(6), _charts(contents, found), space(8)]
    strips += [*list_heading(printed("robustness_flips")), *_flip_table(contents, found), space(8)]
    for note in robustness_paragraphs(count_words(found.draws, say), f"{CONCENTRATION:.0f}"):
        strips += [*paragraph(note, QUIET, width), space(4)]
    return [*strips, space(6)]


def _charts(contents: Contents, found: Robustness) -> Strip:
    """Return the bar of bands beside the swings of the dimensions, each under its title."""
    width = (contents.frame.width - _BETWEEN) / 2
    questionnaire = contents.assessment.questionnaire
    shares = band_share_bar(found, width / CHART_SCALE, say, _TEXT_SIZE)
    swings = score_swings(
        questionnaire.dimensions, contents.result, questionnaire.thresholds, width / CHART_SCALE, say, _TEXT_SIZE
    )
    top = SMALL_STRONG.leading + 4
    titles = (
        printed("robustness_shares", count=count_words(found.draws, say)),
        printed("robustness_swings", points=SWING),
    )
    items = [
        item
        for place, (title, drawn) in enumerate(zip(titles, (shares, swings), strict=True))
        for item in (
            Words(place * (width + _BETWEEN), baseline_of(SMALL_STRONG), title, SMALL_STRONG),
            Picture(place * (width + _BETWEEN), top, drawn, CHART_SCALE),
        )
    ]
    return Strip(top + max(shares.height, swings.height) * CHART_SCALE, tuple(items))


def _flip_table(contents: Contents, found: Robustness) -> list[Strip]:
    width = contents.frame.width
    shares = (0.15, 0.07, 0.23, 0.23, 0.08, 0.12, 0.12)
    keys = ("dimension", "score", "falls", "rises", "weight", "lighter", "heavier")
    titles = [printed(f"flip_{key}") for key in keys]
    weights = normalised(dimension_weights(contents.assessment))
    dimensions = [one for one in contents.assessment.questionnaire.dimensions if one.id in found.flips]
    rows = [_flip_row(contents, found, one, percent(weights[one.id])) for one in dimensions]
    return table(share_columns(shares, titles, rows, width, _COLUMN_GAP), titles, rows)


def _flip_row(contents: Contents, found: Robustness, dimension: Dimension, weight: str) -> list[Cell]:
    flips = found.flips[dimension.id]
    score = contents.result.dimensions[dimension.id]
    return [
        Cell(one_line(dimension.short), BODY),
        Cell(points(score.supported if score else None), STRONG),
        _score_cell(contents, flips.score_down, up=False),
        _score_cell(contents, flips.score_up, up=True),
        Cell(weight, STRONG),
        _weight_cell(flips.weight_down, up=False),
        _weight_cell(flips.weight_up, up=True),
    ]


def _score_cell(contents: Contents, flip: Flip, *, up: bool) -> Cell:
    if flip.at is None:
        held = held_words(flip, up, contents.assessment, say)
        return Cell(f"{NOT_SCORED} {held}", QUIET)
    return Cell(score_flip_words(flip, up, say), BODY)


def _weight_cell(flip: Flip, *, up: bool) -> Cell:
    return Cell(weight_flip_words(flip, up, say), QUIET if flip.at is None else BODY)
