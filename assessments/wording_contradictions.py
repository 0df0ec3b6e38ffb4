"""Contradictions in words. They are shown beside the score and never change it."""

from __future__ import annotations

from fractions import Fraction

from assessments.assessment import Assessment
from assessments.contradiction_rules import Measure, RatingAgainstMeasure, RiskWithoutOwner
from assessments.contradictions import Contradiction
from assessments.value_exchange import Side
from assessments.wording_figures import Say, hundredths, points


def contradiction_words(found: Contradiction, assessment: Assessment, say: Say) -> str:
    """Return one contradiction in one sentence or two, with both places named."""
    rule = found.rule
    if isinstance(rule, RatingAgainstMeasure):
        return _against_measure(found, rule, assessment, say)
    if isinstance(rule, RiskWithoutOwner):
        risk = next(one for one in assessment.sheets.risks if one.id == found.places[0].row_id)
        template = say("Risk {number}, “{risk}”, has an exposure of {exposure} and no owner.")
        return template.format(number=found.risk, risk=risk.risk, exposure=risk.exposure)
    template = say("{question} is a gate rated {rating} on an assumption, with no file and no link behind it.")
    return template.format(question=_question(found, assessment), rating=found.rating)


def _against_measure(found: Contradiction, rule: RatingAgainstMeasure, assessment: Assessment, say: Say) -> str:
    value = found.value if found.value is not None else Fraction(0)
    if rule.measure is Measure.ALIGNMENT:
        template = say(
            "{question} is rated {rating}, while the shared goals align at {value} of 100 (expected: {limit} or more)."
        )
        shown = points(value)
        if Fraction(shown) >= rule.below:
            shown = str(value.__floor__())
        figures = {"value": shown, "limit": points(rule.below)}
    else:
        template = say(
            "{question} is rated {rating}, while the value exchange balances at {value} (expected: {limit} or more). "
            "It favours {side}."
        )
        figures = {"value": hundredths(value, say, rule.below), "limit": hundredths(rule.below, say)}
    side = say("us") if found.favoured is Side.OURS else say("them")
    return template.format(question=_question(found, assessment), rating=found.rating, side=side, **figures)


def _question(found: Contradiction, assessment: Assessment) -> str:
    key = found.places[0].question_id
    return f"{key} {assessment.questionnaire.questions[key].title}"
