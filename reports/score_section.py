"""The headline: supported and answered score, the recommendation's pill and its reasons in words."""

from __future__ import annotations

from assessments.assessment import Scope
from assessments.band import Band
from assessments.drawing import Box
from assessments.scoring import weights_changed
from assessments.wording import hold_words
from assessments.wording_figures import band_symbol, band_word, points
from assessments.wording_result import recommendation_sentences
from assessments.wording_robustness import robustness_sentences
from reports.catalogue import printed, say
from reports.contents import Contents
from reports.lines import fit_lines, measure
from reports.strips import Item, Strip, Words, baseline_of
from reports.style import CAPTION, FIGURE, LEAD, PILL, SMALL, Style
from reports.text import text

_LEFT = 96.0
_GAP = 14.0
_PILL_HEIGHT = 19.0
_MOST_LINES = 6
_FIRM_SENTENCES = 2
"""Of how firm the recommendation is: in what share of the weightings it holds, and what would pull it down."""


def score_section(contents: Contents) -> Strip:
    """Return the headline block; reasons that do not fit are cut here and printed on page 2."""
    figures = _figures(contents)
    x = _LEFT + _GAP
    items: list[Item] = [*figures, *_pills(contents, x)]
    sentences = " ".join(_sentences(contents))
    lines, cut = fit_lines(text(sentences).replace("\n", " "), LEAD, contents.frame.width - x, _MOST_LINES)
    at = _PILL_HEIGHT + 8
    for line in lines:
        items.append(Words(x, at + baseline_of(LEAD), line, LEAD))
        at += LEAD.leading
    if cut:
        contents.keep_rest("recommendation", sentences)
        rest = printed("rest", page=contents.rest_page("recommendation"))
        items.append(Words(contents.frame.width, at + baseline_of(SMALL), rest, SMALL, "end"))
        at += SMALL.leading
    return Strip(max(at, 3.4 * CAPTION.leading + FIGURE.size * 0.72), tuple(items))


def _sentences(contents: Contents) -> list[str]:
    """Return what decided, and how firm that is."""
    assessment, result, found = contents.assessment, contents.result, contents.robustness
    sentences = [*recommendation_sentences(assessment, result, say)]
    if found is not None:
        sentences += robustness_sentences(assessment, result, found, say)[:_FIRM_SENTENCES]
    return sentences


def recommendation_pill(contents: Contents) -> str:
    """Return the recommendation as the pill shows it: symbol and word."""
    result = contents.result
    band = result.recommendation.band
    words = hold_words(result, say) if band is Band.HOLD else band_word(band, say)
    return f"{band_symbol(band)} {words}"


def _figures(contents: Contents) -> list[Item]:
    """Return the big figure with what it is, centred on the left."""
    overall = contents.result.overall
    middle = _LEFT / 2
    baseline = FIGURE.size * 0.76
    # Nothing rated is not a score of 0: there is no figure to show.
    figure = points(overall.supported if overall and overall.answered is not None else None)
    items: list[Item] = [Words(middle, baseline, figure, FIGURE, "middle")]
    if overall is None:
        captions = [printed("nothing_applies")]
    elif overall.answered is None:
        captions = [printed("supported"), printed("nothing_answered")]
    else:
        captions = [printed("supported"), printed("as_answered", points=points(overall.answered))]
        captions += [printed("up_to", points=points(overall.best))] if overall.best > overall.supported else []
    for number, caption in enumerate(captions):
        items.append(Words(middle, baseline + 15 + number * CAPTION.leading, caption, CAPTION, "middle"))
    return items


def _pills(contents: Contents, x: float) -> list[Item]:
    """Return the band's pill and, beside it, what the reader must know of the assessment's state."""
    band = contents.result.recommendation.band
    items: list[Item] = []
    at = x
    for words, role, style in [
        (recommendation_pill(contents), band.value, PILL),
        *((mark, "hold", SMALL) for mark in state_marks(contents)),
    ]:
        shown = Style(style.face, style.size, style.leading, role)
        width = measure(words, shown) + 2 * 9
        if at + width > contents.frame.width:
            break
        items.append(Box(at, 0, width, _PILL_HEIGHT, f"{role}_soft", _PILL_HEIGHT / 2))
        items.append(Words(at + 9, _PILL_HEIGHT / 2 + shown.size * 0.36, words, shown))
        at += width + 6
    return items


def state_marks(contents: Contents) -> list[str]:
    """Return the marks of an assessment that is not the full, finished, firm thing."""
    assessment = contents.assessment
    marks = []
    if not assessment.is_final:
        marks.append(printed("draft"))
    if assessment.scope is Scope.QUICK:
        marks.append(printed("quick"))
    if contents.result.recommendation.provisional:
        marks.append(printed("provisional"))
    if weights_changed(assessment):
        marks.append(printed("weights_mark"))
    return marks
