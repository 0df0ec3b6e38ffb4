"""Results in words, for window, terminal and paper alike.

See `wording_figures` for `say`. What users typed is only ever filled in, never read as a template.
"""

from __future__ import annotations

from assessments.answer import Answer, Grade, State
from assessments.assessment import Assessment
from assessments.gates import CAPPING_RATING
from assessments.questionnaire import Questionnaire
from assessments.result import Ask, AskKind, Gate, GateOutcome, Result, Rule
from assessments.scope import is_in_scope
from assessments.wording_figures import Say, pill_words


def hold_words(result: Result, say: Say) -> str:
    """Return the pill's words for a whole result."""
    rules = {reason.rule for reason in result.recommendation.reasons}
    open_gates = sum(gate.outcome is GateOutcome.OPEN for gate in result.gates)
    return pill_words(result.recommendation.band, open_gates, Rule.TOO_LITTLE_ANSWERED in rules, say)


def grade_word(grade: Grade | None, say: Say) -> str:
    """Return how we know, in one word; no grade counts as assumed."""
    words = {
        Grade.ASSUMED: say("Assumed"),
        Grade.STATED: say("Stated"),
        Grade.SEEN: say("Seen"),
        Grade.VERIFIED: say("Verified"),
    }
    return words[grade or Grade.ASSUMED]


def rating_word(questionnaire: Questionnaire, rating: int) -> str:
    """Return the questionnaire's word for a rating from 1 to 5."""
    return questionnaire.rating_labels[rating - 1]


def answer_words(questionnaire: Questionnaire, answer: Answer, say: Say) -> str:
    """Return an answer's state in words: "4 Strong", "Unknown", "Not applicable", "Unanswered"."""
    if answer.rating is not None:
        return f"{answer.rating} {rating_word(questionnaire, answer.rating)}"
    words = {
        State.UNKNOWN: say("Unknown"),
        State.NOT_APPLICABLE: say("Not applicable"),
        State.UNANSWERED: say("Unanswered"),
    }
    return words[answer.state]


def gate_symbol(gate: Gate) -> str:
    """Return the mark that stands before a gate."""
    marks = {
        GateOutcome.PASSED: "✓",
        GateOutcome.WEAK: "!",
        GateOutcome.CAPPING: "△",
        GateOutcome.FAILED: "✕",
        GateOutcome.OPEN: "…",
        GateOutcome.NOT_APPLICABLE: "–",
        GateOutcome.INACTIVE: "–",
    }
    return marks[gate.outcome]


def gate_words(gate: Gate, assessment: Assessment, say: Say) -> str:
    """Return how a gate stands, in one to three words: "seen", "stated only", "rated 2", "unanswered"."""
    question = assessment.questionnaire.questions[gate.question_id]
    answer = assessment.answer(gate.question_id)
    if gate.outcome is GateOutcome.PASSED:
        return say("verified") if answer.grade is Grade.VERIFIED else say("seen")
    if gate.outcome is GateOutcome.WEAK:
        if gate.stale:
            return say("evidence stale")
        return say("stated only") if answer.grade is Grade.STATED else say("assumed only")
    words = {
        GateOutcome.CAPPING: say("rated 2"),
        GateOutcome.FAILED: say("rated 1, unverified") if gate.unverified else say("rated 1"),
        GateOutcome.OPEN: say("unknown") if answer.state is State.UNKNOWN else say("unanswered"),
        GateOutcome.NOT_APPLICABLE: say("not applicable"),
        GateOutcome.INACTIVE: say("not switched on") if is_in_scope(question, assessment) else say("not asked"),
    }
    return words[gate.outcome]


def ask_words(ask: Ask, assessment: Assessment, say: Say) -> str:
    """Return why a question is on the agenda, in two to four words: "gate unanswered", "gate rated 2"."""
    answer = assessment.answer(ask.question_id)
    words = {
        AskKind.GATE_FAILED_UNVERIFIED: say("gate rated 1, unverified"),
        AskKind.GATE_OPEN: say("gate unknown") if answer.state is State.UNKNOWN else say("gate unanswered"),
        AskKind.GATE_CAPPING: say("gate rated 2")
        if answer.rating == CAPPING_RATING
        else say("gate without firm evidence"),
    }
    if ask.kind in words:
        return words[ask.kind]
    if answer.state is State.RATED:
        return say("no firm evidence")
    return say("unknown") if answer.state is State.UNKNOWN else say("unanswered")
