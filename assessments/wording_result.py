"""The recommendation in sentences: what decided it, and what confirming would change."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from assessments.answer import Grade
from assessments.assessment import Assessment, Scope
from assessments.band import Band
from assessments.questionnaire import Questionnaire, Thresholds
from assessments.result import Reason, Result, Rule
from assessments.wording_figures import Say, band_word, figure, percent, points

_TITLED = 3
"""Up to so many questions are named with their titles; more go by their ids, and all are named."""


class _Shown(NamedTuple):
    """How one reason is put."""

    titles: bool
    also: bool
    """Another rule that decides as much was named before."""


def recommendation_sentences(assessment: Assessment, result: Result, say: Say) -> tuple[str, ...]:
    """Return the recommendation's reasons as two to four plain sentences."""
    return (
        *decided_sentences(assessment, result, say),
        *unverified_sentences(result, say),
        confirmed_sentence(result, say),
        *doubt_sentences(assessment, result, say),
    )


def decided_sentences(assessment: Assessment, result: Result, say: Say, *, titles: bool = True) -> tuple[str, ...]:
    """Return one sentence for each rule that decided, the first that ties and "also" the others (SCORING rule 6).

    Every one begins with words of ours. Without `titles` questions are named by their ids alone, for a place where
    their titles stand beside.
    """
    reasons = result.recommendation.reasons
    return tuple(
        _reason_sentence(reason, assessment, result, say, _Shown(titles, also=place > 0))
        for place, reason in enumerate(reasons)
    )


def unverified_sentences(result: Result, say: Say) -> tuple[str, ...]:
    """Return what to confirm first where a failed gate decided on evidence that nobody has seen."""
    reasons = result.recommendation.reasons
    failed = {key for reason in reasons if reason.rule is Rule.GATE_FAILED for key in reason.ids}
    unverified = [gate.question_id for gate in result.gates if gate.unverified and gate.question_id in failed]
    if not unverified:
        return ()
    template = (
        say("The rating of {names} is unverified: confirm it first.")
        if len(unverified) == 1
        else say("The ratings of {names} are unverified: confirm them first.")
    )
    return (template.format(names=listed(unverified, say)),)


def confirmed_sentence(result: Result, say: Say) -> str:
    """Return what the recommendation would be if everything open were confirmed at its best."""
    recommendation = result.recommendation
    if recommendation.band is Band.DECLINE and recommendation.reasons[0].rule is Rule.GATE_FAILED:
        return say("No other answer can lift it.")
    if recommendation.reasons[0].rule is Rule.NOTHING_APPLICABLE:
        return say("There is nothing to confirm while no question applies.")
    if recommendation.settled:
        return say("Confirming everything would keep it here: settled.")
    word = band_word(recommendation.if_confirmed, say)
    if recommendation.band is Band.HOLD:
        return say("If everything open is confirmed at its best: {band}.").format(band=word)
    return say("Confirming everything would make it: {band}.").format(band=word)


def doubt_sentences(assessment: Assessment, result: Result, say: Say) -> tuple[str, ...]:
    """Return what a reader has to know besides: provisional, quick."""
    sentences = []
    if result.recommendation.provisional and result.overall:
        share = percent(result.overall.coverage)
        sentences.append(say("Provisional: {share} of the weight is answered.").format(share=share))
    if assessment.scope is Scope.QUICK:
        sentences.append(say("Quick assessment: core questions and gates only."))
    return tuple(sentences)


def listed(words: Sequence[str], say: Say) -> str:
    """Return words as a list in a sentence: "A", "A and B", "A, B and C"."""
    if len(words) < 2:
        return "".join(words)
    return say("{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1])


def named_questions(questionnaire: Questionnaire, ids: Sequence[str], say: Say, at_most: int = 3) -> str:
    """Return questions by id and title; past `at_most` the rest is counted."""
    names = [f"{key} {questionnaire.questions[key].title}" for key in ids]
    if len(names) > at_most:
        rest = len(names) - at_most
        names = [*names[:at_most], say("{n} more").format(n=rest)]
    return listed(names, say)


def _each_named(questionnaire: Questionnaire, ids: Sequence[str], say: Say, with_titles: bool) -> str:
    """Return every question that decides: rule 6 names each, so many of them go by their ids alone."""
    short = not with_titles or len(ids) > _TITLED
    return listed([key if short else f"{key} {questionnaire.questions[key].title}" for key in ids], say)


def _reason_sentence(reason: Reason, assessment: Assessment, result: Result, say: Say, shown: _Shown) -> str:
    questionnaire = assessment.questionnaire
    thresholds = questionnaire.thresholds
    asked = [key for key in reason.ids if key in questionnaire.questions]
    titles = [questionnaire.dimension_by_id[key].title for key in reason.ids if key in questionnaire.dimension_by_id]
    return _template(reason, assessment, result, say, shown.also).format(
        names=_each_named(questionnaire, asked, say, shown.titles),
        dimensions=listed(titles, say),
        share=percent(result.overall.coverage) if result.overall else percent(0),
        enough=percent(thresholds.enough_coverage),
        floor=points(thresholds.dimension_floor),
        left_out=percent(thresholds.not_applicable_share),
        **_score_and_bounds(result, thresholds, say),
    )


def _template(reason: Reason, assessment: Assessment, result: Result, say: Say, also: bool) -> str:
    if reason.rule is Rule.SCORE:
        return _score_template(result, say)
    words = _also_words(say) if also else {}
    key = _weak_key(reason, assessment, result) if reason.rule is Rule.GATE_WEAK else str(reason.rule)
    one, several = words.get(key) or _first_words(say)[key]
    return one if len(reason.ids) == 1 else several


def _weak_key(reason: Reason, assessment: Assessment, result: Result) -> str:
    """Return why gates count as weak: all stale, all on their word, or some of each."""
    gates = [gate for gate in result.gates if gate.question_id in reason.ids]
    if all(gate.stale for gate in gates):
        return "stale"
    stated = all(assessment.answer(gate.question_id).grade is Grade.STATED and not gate.stale for gate in gates)
    return "stated" if stated else "not_firm"


def _same(words: str) -> tuple[str, str]:
    return words, words


def _first_words(say: Say) -> dict[str, tuple[str, str]]:
    """Return the sentence of each rule that decides first, for one question and for several."""
    return {
        Rule.GATE_FAILED: (say("Decided by a gate rated 1: {names}."), say("Decided by gates rated 1: {names}.")),
        Rule.NOTHING_APPLICABLE: _same(say("Nothing applies here, so there is nothing to go by.")),
        Rule.GATE_OPEN: (
            say("Held by a gate without an answer: {names}."),
            say("Held by gates without an answer: {names}."),
        ),
        Rule.TOO_LITTLE_ANSWERED: _same(say("Too little is answered: {share} of the weight, and it takes {enough}.")),
        Rule.GATE_CAPPING: (say("Capped by a gate rated 2: {names}."), say("Capped by gates rated 2: {names}.")),
        Rule.DIMENSION_FLOOR: _same(say("Capped because less than {floor} points are supported in {dimensions}.")),
        Rule.GATE_NOT_APPLICABLE: (
            say("Capped by a gate marked not applicable: {names}."),
            say("Capped by gates marked not applicable: {names}."),
        ),
        Rule.TOO_MUCH_NOT_APPLICABLE: _same(say("Capped because more than {left_out} of the weight does not apply.")),
        "stale": (
            say("Capped by a gate passed on stale evidence: {names}."),
            say("Capped by gates passed on stale evidence: {names}."),
        ),
        "stated": (
            say("Capped by a gate passed on their word alone: {names}."),
            say("Capped by gates passed on their word alone: {names}."),
        ),
        "not_firm": (
            say("Capped by a gate passed without firm evidence: {names}."),
            say("Capped by gates passed without firm evidence: {names}."),
        ),
    }


def _also_words(say: Say) -> dict[str, tuple[str, str]]:
    """Return the sentence of each rule that can tie with one named before it."""
    return {
        Rule.TOO_LITTLE_ANSWERED: _same(
            say("Also too little is answered: {share} of the weight, and it takes {enough}.")
        ),
        Rule.GATE_CAPPING: (
            say("Also capped by a gate rated 2: {names}."),
            say("Also capped by gates rated 2: {names}."),
        ),
        Rule.DIMENSION_FLOOR: _same(say("Also capped because less than {floor} points are supported in {dimensions}.")),
        Rule.GATE_NOT_APPLICABLE: (
            say("Also capped by a gate marked not applicable: {names}."),
            say("Also capped by gates marked not applicable: {names}."),
        ),
        Rule.TOO_MUCH_NOT_APPLICABLE: _same(
            say("Also capped because more than {left_out} of the weight does not apply.")
        ),
        "stale": (
            say("Also capped by a gate passed on stale evidence: {names}."),
            say("Also capped by gates passed on stale evidence: {names}."),
        ),
        "stated": (
            say("Also capped by a gate passed on their word alone: {names}."),
            say("Also capped by gates passed on their word alone: {names}."),
        ),
        "not_firm": (
            say("Also capped by a gate passed without firm evidence: {names}."),
            say("Also capped by gates passed without firm evidence: {names}."),
        ),
    }


def _score_template(result: Result, say: Say) -> str:
    if result.recommendation.band is Band.PROCEED:
        return say("Decided by the score: {score}, where {low} is enough.")
    if result.recommendation.band is Band.DECLINE:
        return say("Decided by the score: {score}, under the {high} that a pilot takes.")
    return say("Decided by the score: {score}, in the range from {low} to under {high}.")


def _score_and_bounds(result: Result, thresholds: Thresholds, say: Say) -> dict[str, str]:
    low, high = {
        Band.PROCEED: (thresholds.proceed, None),
        Band.CONDITIONS: (thresholds.conditions, thresholds.proceed),
        Band.PILOT: (thresholds.pilot, thresholds.conditions),
    }.get(result.recommendation.band, (None, thresholds.pilot))
    score = result.overall.supported if result.overall else None
    shown = points(score)
    if score is not None and high is not None and score < high <= Fraction(shown):
        # A score just under a bound is not rounded up to it: the sentence would contradict itself.
        hundredths = (score * 100).__floor__()
        shown = figure(f"{hundredths // 100}.{hundredths % 100:02d}", say)
    return {"score": shown, "low": points(low), "high": points(high)}
