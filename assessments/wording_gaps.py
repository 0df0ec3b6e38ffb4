"""Review gaps and a gate's notice in words."""

from __future__ import annotations

from assessments.assessment import Assessment
from assessments.freshness import stale_from
from assessments.result import Gate, GateOutcome, Result
from assessments.review import GapKind, ReviewGap, Severity
from assessments.wording_figures import Say, percent


def severity_word(severity: Severity, say: Say) -> str:
    """Return the heading of a group of gaps."""
    return {
        Severity.ERROR: say("Decides the outcome"),
        Severity.WARNING: say("Weakens the brief"),
        Severity.INFO: say("Worth a look"),
    }[severity]


def gap_words(gap: ReviewGap, assessment: Assessment, result: Result, say: Say) -> str:
    """Return what is missing or weak, as one short sentence without the question's name."""
    thresholds = assessment.questionnaire.thresholds
    template = {
        GapKind.GATE_OPEN: say("Gate without an answer: it holds the recommendation."),
        GapKind.GATE_FAILED_UNVERIFIED: say("Gate rated 1 on unverified evidence: it declines. Confirm it first."),
        GapKind.NOTHING_APPLICABLE: say("Nothing applies: there is nothing to score."),
        GapKind.TOO_LITTLE_ANSWERED: say("{share} of the weight is answered; a recommendation takes {enough}."),
        GapKind.GATE_WEAK: say("Gate passed on stale evidence: it caps at conditions.")
        if any(gate.stale for gate in result.gates if gate.question_id == gap.question_id)
        else say("Gate passed without firm evidence: it caps at conditions."),
        GapKind.UNANSWERED: say("Not answered yet."),
        GapKind.PROVISIONAL: say("{share} of the weight is answered; under {firm} the brief says provisional."),
        GapKind.TOO_MUCH_NOT_APPLICABLE: say(
            "More than {left_out} of the weight does not apply: it caps at conditions."
        ),
        GapKind.STALE: say("Evidence is stale since {stale}: it counts one rating lower."),
        GapKind.WITHOUT_EVIDENCE: say("No evidence grade: it counts as assumed, one rating lower."),
        GapKind.UNKNOWN: say("Unknown: the score allows anything from 0 to 100 here."),
        GapKind.FLAGGED: say("Marked to come back to."),
        GapKind.WITHOUT_NOTE: say("No note: a reader cannot tell what was seen."),
        GapKind.NO_PURPOSE: say("The purpose is empty: the brief's title says less."),
        GapKind.OUT_OF_SCOPE: say("Answered, but outside this scope: kept and listed, not scored."),
    }[gap.kind]
    return template.format(
        share=percent(result.overall.coverage) if result.overall else percent(0),
        enough=percent(thresholds.enough_coverage),
        firm=percent(thresholds.firm_coverage),
        left_out=percent(thresholds.not_applicable_share),
        stale=_stale_day(gap, assessment),
    )


def gate_notice(gate: Gate, say: Say) -> str:
    """Return what a gate's answer does, the moment it is given; empty when it passed, is open or is inactive."""
    if gate.outcome is GateOutcome.FAILED and gate.unverified:
        return say("Gate rated 1: as it stands this declines, unverified. Confirm it first.")
    notices = {
        GateOutcome.FAILED: say("Gate rated 1: this declines, whatever the other answers say."),
        GateOutcome.CAPPING: say("Gate rated 2: the recommendation can be no better than a pilot."),
        GateOutcome.NOT_APPLICABLE: say("Gate not applicable: the recommendation can be no better than conditions."),
    }
    if gate.outcome is GateOutcome.WEAK:
        if gate.stale:
            return say("Gate passed on stale evidence: no better than conditions until it is renewed.")
        return say("Gate passed without firm evidence: no better than conditions until it is seen or verified.")
    return notices.get(gate.outcome, "")


def _stale_day(gap: ReviewGap, assessment: Assessment) -> str:
    day = assessment.answer(gap.question_id).counted_from if gap.question_id else None
    if day is None or gap.question_id is None:
        return ""
    return stale_from(day, assessment.questionnaire.questions[gap.question_id].evidence_months).isoformat()
