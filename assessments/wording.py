"""Results in words, for window, terminal and paper alike.

Every template is passed to `say` before anything is filled in: identity on paper and in the terminal, a translation in
the window. What users typed is only ever filled in, never read as a template.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import cache

from assessments.answer import Answer, Grade, State
from assessments.assessment import Assessment
from assessments.gates import CAPPING_RATING
from assessments.questionnaire import Questionnaire
from assessments.result import Ask, AskKind, Band, Gate, GateOutcome, Result, Rule
from resources import read_toml

Say = Callable[[str], str]

NOT_SCORED = "—"


def points(value: Fraction | float | None) -> str:
    """Return points rounded half up to a whole number; a dash for None."""
    return NOT_SCORED if value is None else str((Fraction(value) + Fraction(1, 2)).__floor__())


def percent(share: Fraction | float) -> str:
    """Return a share from 0 to 1 as "82 %", rounded half up, yet 100 % only for all and 0 % only for none."""
    whole = (Fraction(share) * 100 + Fraction(1, 2)).__floor__()
    if 0 < share < 1:
        whole = min(max(whole, 1), 99)
    return f"{whole}\u00a0%"


def one_decimal(value: Fraction) -> str:
    """Return points rounded half up to one decimal: "1.0"."""
    tenths = (value * 10 + Fraction(1, 2)).__floor__()
    return f"{tenths // 10}.{tenths % 10}"


@cache
def _bands() -> dict[str, dict[str, str]]:
    bands: dict[str, dict[str, str]] = read_toml("palette.toml")["bands"]
    return bands


def band_word(band: Band, say: Say) -> str:
    """Return a band's name: "Proceed with conditions"."""
    return say(_bands()[band]["word"])


def band_symbol(band: Band) -> str:
    """Return a band's shape, which tells bands apart without colour."""
    return _bands()[band]["symbol"]


def pill_words(band: Band, open_gates: int, too_little: bool, say: Say) -> str:
    """Return the short words beside a band's shape; a hold says why: "Hold: 2 gates open"."""
    if band is not Band.HOLD:
        return band_word(band, say)
    if open_gates:
        return (say("Hold: 1 gate open") if open_gates == 1 else say("Hold: {n} gates open")).format(n=open_gates)
    return say("Hold: too little answered") if too_little else say("Hold: nothing applies")


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
        GateOutcome.INACTIVE: say("not asked"),
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
