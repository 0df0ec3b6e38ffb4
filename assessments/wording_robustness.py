"""How firm a recommendation is, in words first: shares of weightings and what would change it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction

from assessments.assessment import Assessment
from assessments.band import Band
from assessments.flips import Flip, Flips
from assessments.recommendation import STRICTNESS
from assessments.result import Result, Rule
from assessments.robustness import Robustness
from assessments.scoring import dimension_weights
from assessments.weighting import normalised
from assessments.wording_figures import NOT_SCORED, Say, band_word, count_words, percent, points, short_points

Named = tuple[str, Fraction, Flip]
"""A dimension's short name, where it stands now, and one of its flip points."""


def share_words(share: Fraction | float, say: Say) -> str:
    """Return a share from 0 to 1 in words that never claim all or nothing where it is not: "more than 99 %"."""
    if 0 < share < Fraction(1, 200):
        return say("less than {share}").format(share=percent(Fraction(1, 100)))
    if Fraction(199, 200) <= share < 1:
        return say("more than {share}").format(share=percent(Fraction(99, 100)))
    return percent(share)


def robustness_sentences(assessment: Assessment, result: Result, found: Robustness, say: Say) -> tuple[str, ...]:
    """Return how firm the recommendation is as three or four plain sentences, the share of weightings first."""
    sentences = (
        holds_sentence(found, say),
        falls_sentence(assessment, result, found, say),
        rises_sentence(assessment, result, found, say),
        _weights_sentence(assessment, found, say),
    )
    return tuple(sentence for sentence in sentences if sentence)


def holds_sentence(found: Robustness, say: Say) -> str:
    """Return in what share of the weightings the recommendation stays."""
    count = count_words(found.draws, say)
    if found.holds == 1:
        return say("Holds in all {n} weightings.").format(n=count)
    return say("Holds in {share} of {n} weightings.").format(share=share_words(found.holds, say), n=count)


def band_shares_sentence(found: Robustness, say: Say) -> str:
    """Return the share of every band that some weighting ends in: "Proceed 98 %, Pilot first 2 %."."""
    parts = [f"{band_word(band, say)} {share_words(share, say)}" for band, share in found.shares.items() if share]
    return ", ".join(parts) + "."


def no_robustness_sentence(result: Result, say: Say) -> str:
    """Return why no weights are drawn, for a result that `robustness` has nothing to say about."""
    rules = {reason.rule for reason in result.recommendation.reasons}
    if Rule.GATE_FAILED in rules:
        return say("A failed gate decides, whatever the weights: no weightings are drawn.")
    if Rule.GATE_OPEN in rules:
        return say("An open gate means hold, whatever the weights: no weightings are drawn.")
    if Rule.TOO_LITTLE_ANSWERED in rules:
        return say("Too little is answered to try other weights: no weightings are drawn.")
    return say("Nothing applies, so there are no weights to try.")


def score_flip_words(flip: Flip, up: bool, say: Say) -> str:
    """Return a flip point of a score as in a table: "under 60.4: Pilot first", "from 72: Proceed", or a dash."""
    if flip.at is None:
        return NOT_SCORED
    template = say("from {points}: {band}") if up else say("under {points}: {band}")
    return template.format(points=short_points(flip.at, say), band=band_word(flip.band, say))


def weight_flip_words(flip: Flip, up: bool, say: Say) -> str:
    """Return a flip point of a weight as in a table: "over 47 %: Proceed with conditions", or a dash."""
    if flip.at is None:
        return NOT_SCORED
    template = say("over {share}: {band}") if up else say("under {share}: {band}")
    return template.format(share=percent(flip.at), band=band_word(flip.band, say))


def held_words(flip: Flip, up: bool, assessment: Assessment, say: Say) -> str:
    """Return why a flip point of a score is missing: the rule that caps; empty where there is one to name."""
    if flip.at is not None:
        return ""
    if up and flip.band is Band.PROCEED:
        return say("already the best")
    if not up and flip.band is Band.DECLINE:
        return say("already the lowest")
    rules = {reason.rule for reason in flip.held_by}
    for rule, words in _caps(assessment, say).items():
        if rule in rules:
            return words
    return say("no score of it is enough")


def falls_sentence(assessment: Assessment, result: Result, found: Robustness, say: Say) -> str:
    """Return which dimension pulls the recommendation down first; empty where it is the lowest already."""
    nearest = _nearest(_scores(assessment, result, found, lambda flips: flips.score_down))
    if nearest is None:
        return "" if found.band is Band.DECLINE else say("No single dimension can pull it down.")
    name, _, flip = nearest
    return say("If {dimension} drops under {points}, it falls to {band}.").format(
        band=band_word(flip.band, say), dimension=name, points=short_points(flip.at, say)
    )


def rises_sentence(assessment: Assessment, result: Result, found: Robustness, say: Say) -> str:
    """Return which dimension lifts the recommendation first, or what holds it; empty where it is the best already."""
    if found.band is Band.PROCEED:
        return ""
    flips = _scores(assessment, result, found, lambda flips: flips.score_up)
    nearest = _nearest(flips)
    if nearest is not None:
        name, _, flip = nearest
        return say("If {dimension} reaches {points}, it rises to {band}.").format(
            band=band_word(flip.band, say), dimension=name, points=short_points(flip.at, say)
        )
    for rule, words in _caps(assessment, say).items():
        if all(rule in {reason.rule for reason in flip.held_by} for _, _, flip in flips):
            return say("No score lifts it while {cap}.").format(cap=words)
    above = STRICTNESS[STRICTNESS.index(found.band) - 1]
    return say("No single dimension lifts it to {band}.").format(band=band_word(above, say))


def _weights_sentence(assessment: Assessment, found: Robustness, say: Say) -> str:
    if len(found.flips) < 2:
        return ""
    weights = normalised(dimension_weights(assessment))
    named = [
        (assessment.questionnaire.dimension_by_id[key].short, weights[key], flips) for key, flips in found.flips.items()
    ]
    downwards = _nearest([(name, now, flips.weight_down) for name, now, flips in named])
    upwards = _nearest([(name, now, flips.weight_up) for name, now, flips in named])
    nearest = _nearest([one for one in (downwards, upwards) if one is not None])
    if nearest is None:
        return say("No single weight changes it.")
    name, now, flip = nearest
    template = (
        say("If {dimension} weighs more than {share} (now {now}), it becomes {band}.")
        if nearest is upwards
        else say("If {dimension} weighs less than {share} (now {now}), it becomes {band}.")
    )
    return template.format(
        band=band_word(flip.band, say), dimension=name, share=percent(flip.at or 0), now=percent(now)
    )


def _scores(assessment: Assessment, result: Result, found: Robustness, pick: Callable[[Flips], Flip]) -> list[Named]:
    named = []
    for key, flips in found.flips.items():
        score = result.dimensions[key]
        if score is not None:
            named.append((assessment.questionnaire.dimension_by_id[key].short, score.supported, pick(flips)))
    return named


def _nearest(flips: Iterable[Named]) -> Named | None:
    reachable = [(abs(one[2].at - one[1]), one) for one in flips if one[2].at is not None]
    return min(reachable, key=lambda pair: pair[0])[1] if reachable else None


def _caps(assessment: Assessment, say: Say) -> dict[Rule, str]:
    floor = points(assessment.questionnaire.thresholds.dimension_floor)
    return {
        Rule.GATE_CAPPING: say("a gate is rated 2"),
        Rule.DIMENSION_FLOOR: say("a dimension is under {floor} points").format(floor=floor),
        Rule.GATE_NOT_APPLICABLE: say("a gate is marked not applicable"),
        Rule.TOO_MUCH_NOT_APPLICABLE: say("too much is left out as not applicable"),
        Rule.GATE_WEAK: say("a gate rests on weak or stale evidence"),
    }
