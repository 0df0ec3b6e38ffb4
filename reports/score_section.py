"""The headline: supported and answered score, the recommendation's pill and its reasons in words."""

from __future__ import annotations

from datetime import date

from assessments.assessment import Scope
from assessments.band import Band
from assessments.drawing import Box
from assessments.scoring import weights_changed
from assessments.wording import hold_words
from assessments.wording_ask import ask_sentence, reason_sentences
from assessments.wording_figures import band_symbol, band_word, points
from reports.catalogue import long_date, printed, say
from reports.contents import Contents
from reports.lines import break_lines, measure
from reports.strips import Item, Strip, Words, baseline_of
from reports.structure import Element
from reports.style import CAPTION, FIGURE, LEAD, PILL, SMALL, Style
from reports.text import one_line
from reports.widows import NO_BREAK, fit_held, hold_end, plain

_LEFT = 96.0
_GAP = 14.0
_PILL_HEIGHT = 19.0
_ASK_LINES = 3
_REASON = Style("sans", 9.4, 13.7)
_REASON_LINES = 6
_ASK_STRONG = Style("semibold", LEAD.size, LEAD.leading)
_WORD_GAP = 3.0


def score_section(contents: Contents) -> Strip:
    """Return the headline block: figures, recommendation, the one ask and why; what does not fit follows on page 2."""
    x = _LEFT + _GAP
    width = contents.frame.width - x
    items: list[Item] = [*_figures(contents), *_pills(contents, x)]
    assessment, result = contents.assessment, contents.result
    ask = one_line(ask_sentence(assessment, result, say, _whole_day))
    why = one_line(" ".join(reason_sentences(assessment, result, contents.robustness, say)))
    at = _PILL_HEIGHT + 7
    asked, cut = _ask_lines(ask, width)
    whole = Element("P")
    for number, line in enumerate(asked):
        start = x
        if not number:
            items.append(Words(x, at + baseline_of(LEAD), printed("asked"), _ASK_STRONG, element=whole))
            start += _asked_width()
        items.append(Words(start, at + baseline_of(LEAD), line, LEAD, element=whole))
        at += LEAD.leading
    at += 2
    reasons, lost = fit_held(why, _REASON, width, _REASON_LINES)
    for line in reasons:
        items.append(Words(x, at + baseline_of(_REASON), line, _REASON))
        at += _REASON.leading
    if cut or lost:
        contents.keep_rest("recommendation", f"{printed('asked')} {plain(ask)} {why}")
        rest = printed("rest", where=contents.rest_page("recommendation"))
        items.append(Words(contents.frame.width, at + baseline_of(SMALL), rest, SMALL, "end"))
        at += SMALL.leading
    return Strip(max(at, 3.4 * CAPTION.leading + FIGURE.size * 0.72), tuple(items))


def _ask_lines(ask: str, width: float) -> tuple[list[str], bool]:
    """Return the lines of the ask, the first of which leaves room for "Asked of you:", and whether it was cut."""
    first = break_lines(ask, LEAD, width - _asked_width(), 1)[0]
    rest = ask.removeprefix(first).lstrip(" ")
    if rest and " " not in rest and NO_BREAK not in rest and " " in first:
        return _ask_lines(hold_end(ask), width)
    lines, cut = fit_held(rest, LEAD, width, _ASK_LINES - 1)
    return [plain(first), *(plain(line) for line in lines if line)], cut


def _whole_day(day: date) -> str:
    """Return a day that no line breaks in two."""
    return long_date(day).replace(" ", NO_BREAK)


def _asked_width() -> float:
    return measure(printed("asked"), _ASK_STRONG) + _WORD_GAP


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
    whole = Element("P")
    items: list[Item] = [Words(middle, baseline, figure, FIGURE, "middle", whole)]
    if overall is None:
        captions = [printed("nothing_applies")]
    elif overall.answered is None:
        captions = [printed("supported"), printed("nothing_answered")]
    else:
        captions = [printed("supported"), printed("as_answered", points=points(overall.answered))]
        captions += [printed("up_to", points=points(overall.best))] if overall.best > overall.supported else []
    for number, caption in enumerate(captions):
        items.append(Words(middle, baseline + 15 + number * CAPTION.leading, caption, CAPTION, "middle", whole))
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
