"""The one ask of a brief, and why: sentences of ours that follow from the result, the conditions and the decision."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from assessments.assessment import Assessment
from assessments.band import Band
from assessments.conditions import ConditionState
from assessments.result import Result, Rule
from assessments.robustness import Robustness
from assessments.value_exchange import Side, balance
from assessments.wording_beside import balance_figure
from assessments.wording_figures import Say, points
from assessments.wording_result import (
    confirmed_sentence,
    decided_sentences,
    doubt_sentences,
    named_questions,
    unverified_sentences,
)
from assessments.wording_robustness import falls_sentence, holds_sentence, rises_sentence

_AHEAD = (ConditionState.OPEN, ConditionState.AGREED)
"""Conditions that are still to be met."""


def ask_sentence(assessment: Assessment, result: Result, say: Say, on: Callable[[date], str]) -> str:
    """Return what the reader is asked to do, in one sentence that continues "Asked of you:".

    Args:
        assessment: With its conditions and, once taken, its decision.
        result: Of the same assessment.
        say: See `wording_figures`.
        on: A day as it is written.
    """
    decision = assessment.sheets.decision
    band = result.recommendation.band
    if decision is not None:
        taken = say("nothing more to decide; it was decided on {day}").format(day=on(decision.on))
        return f"{taken}{_follow_up(assessment, say, on)}."
    if band is Band.HOLD:
        return _hold_sentence(result, say)
    if band is Band.DECLINE:
        return _decline_sentence(assessment, result, say)
    return _approve_sentence(assessment, band, say, on)


def reason_sentences(assessment: Assessment, result: Result, found: Robustness | None, say: Say) -> tuple[str, ...]:
    """Return why, in at most three sentences: what decided, what stands out, and what would change it."""
    sentences = (
        _decided_sentence(assessment, result, say),
        _standing_sentence(assessment, result, say),
        _change_sentence(assessment, result, found, say),
    )
    return tuple(sentence for sentence in sentences if sentence)


def _approve_sentence(assessment: Assessment, band: Band, say: Say, on: Callable[[date], str]) -> str:
    """Return the ask of the three bands that go ahead."""
    ahead = [one for one in assessment.sheets.conditions if one.state in _AHEAD]
    listed_any = any(one.state is not ConditionState.DROPPED for one in assessment.sheets.conditions)
    if band is Band.CONDITIONS and not ahead:
        return (
            say("approve the partnership: every condition listed is met.")
            if listed_any
            else say("first name the conditions, as none is listed yet; then approve the partnership on them.")
        )
    whole = {
        Band.PROCEED: say("approve the partnership"),
        Band.CONDITIONS: say("approve the partnership"),
        Band.PILOT: say("approve a pilot only"),
    }[band]
    if not ahead:
        return f"{whole}."
    if band is Band.PROCEED:
        return f"{whole}{_follow_up(assessment, say, on)}."
    template = (
        say(", once the pending condition is met")
        if len(ahead) == 1
        else say(", once the {n} pending conditions are met")
    )
    return f"{whole}{template.format(n=len(ahead))}{_last_day(assessment, say, on)}."


def _follow_up(assessment: Assessment, say: Say, on: Callable[[date], str]) -> str:
    """Return that what is pending has to be seen to, as a clause; empty where nothing is."""
    ahead = [one for one in assessment.sheets.conditions if one.state in _AHEAD]
    if not ahead:
        return ""
    template = (
        say("; see that the pending condition is met")
        if len(ahead) == 1
        else say("; see that the {n} pending conditions are met")
    )
    return template.format(n=len(ahead)) + _last_day(assessment, say, on)


def _last_day(assessment: Assessment, say: Say, on: Callable[[date], str]) -> str:
    """Return by when the pending conditions are to be met; empty where one of them has no day."""
    days = [one.due for one in assessment.sheets.conditions if one.state in _AHEAD]
    known = [day for day in days if day is not None]
    if not known or len(known) < len(days):
        return ""
    template = say(", by {day}") if len(days) == 1 else say(", the last by {day}")
    return template.format(day=on(max(known)))


def _decline_sentence(assessment: Assessment, result: Result, say: Say) -> str:
    unverified = {gate.question_id for gate in result.gates if gate.unverified}
    for reason in result.recommendation.reasons:
        if reason.rule is Rule.GATE_FAILED and unverified.issuperset(reason.ids):
            names = named_questions(assessment.questionnaire, reason.ids, say, 2)
            template = (
                say("decline, unless the unverified rating proves wrong: {names}.")
                if len(reason.ids) == 1
                else say("decline, unless the unverified ratings prove wrong: {names}.")
            )
            return template.format(names=names)
    if result.recommendation.settled:
        return say("decline the partnership.")
    return say("decline the partnership as it stands.")


def _hold_sentence(result: Result, say: Say) -> str:
    rules = {reason.rule: reason.ids for reason in result.recommendation.reasons}
    if Rule.NOTHING_APPLICABLE in rules:
        return say("decide nothing: no question applies.")
    gates = rules.get(Rule.GATE_OPEN, ())
    if not gates:
        return say("decide nothing yet; first have more of the questions answered.")
    if len(gates) == 1:
        return say("decide nothing yet; first have the open gate answered.")
    return say("decide nothing yet; first have the {n} open gates answered.").format(n=len(gates))


def _decided_sentence(assessment: Assessment, result: Result, say: Say) -> str:
    """Return every rule that decided, and how far to trust it."""
    return _joined(
        [*decided_sentences(assessment, result, say, titles=False), *doubt_sentences(assessment, result, say)]
    )


def _standing_sentence(assessment: Assessment, result: Result, say: Say) -> str:
    """Return the best and the least supported dimension, and whom the exchange favours."""
    names = {key: dimension.short for key, dimension in assessment.questionnaire.dimension_by_id.items()}
    scores = {
        key: score.supported
        for key, score in result.dimensions.items()
        if score is not None and score.answered is not None
    }
    clauses = []
    if len(set(scores.values())) > 1:
        best, least = max(scores, key=lambda key: scores[key]), min(scores, key=lambda key: scores[key])
        clauses.append(
            say("Best supported is {best} ({high}), least {least} ({low}).").format(
                best=names[best], high=points(scores[best]), least=names[least], low=points(scores[least])
            )
        )
    found = balance(assessment.sheets.exchanges)
    if found is not None:
        template = {
            None: say("Both sides gain alike."),
            Side.OURS: say("The exchange favours us (balance {balance})."),
            Side.THEIRS: say("The exchange favours them (balance {balance})."),
        }[found.favoured]
        clauses.append(template.format(balance=balance_figure(found, say)))
    return _joined(clauses)


def _change_sentence(assessment: Assessment, result: Result, found: Robustness | None, say: Say) -> str:
    """Return how firm the recommendation is and what would change it."""
    confirmed = confirmed_sentence(result, say)
    if found is None:
        return _joined([*unverified_sentences(result, say), confirmed])
    rises = rises_sentence(assessment, result, found, say) if result.recommendation.settled else confirmed
    return _joined([holds_sentence(found, say), falls_sentence(assessment, result, found, say), rises or confirmed])


def _joined(sentences: Iterable[str]) -> str:
    """Return sentences as one, with semicolons. Each begins with a word of ours, whose capital goes where it can."""
    clauses = [sentence.removesuffix(".") for sentence in sentences if sentence]
    rest = [clause[:1].lower() + clause[1:] for clause in clauses[1:]]
    return "; ".join([*clauses[:1], *rest]) + ("." if clauses else "")
