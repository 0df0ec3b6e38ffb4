"""What the list page shows of an assessment without reading its answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from assessments.assessment import Assessment
from assessments.band import Band
from assessments.freshness import is_firm, stale_from
from assessments.result import GateOutcome, Result, Rule


@dataclass(frozen=True, slots=True)
class Summary:
    """Figures of one assessment, as floats good enough to sort and to show."""

    supported: float | None
    """Points 0 to 100; None when nothing is applicable."""
    answered: float | None
    best: float | None
    coverage: float
    """Share 0 to 1."""
    evidenced: float
    band: Band
    open_gate_count: int
    too_little: bool
    """Held because too little is answered."""
    provisional: bool
    dimensions: tuple[tuple[str, float | None, float | None], ...]
    """(Dimension id, supported, best) in questionnaire order."""
    fresh_until: date | None
    """First day on which staleness would change the score while open; None when it never does."""


def summary_of(assessment: Assessment, result: Result) -> Summary:
    """Return the figures the list shows."""
    overall = result.overall
    rules = {reason.rule for reason in result.recommendation.reasons}
    return Summary(
        supported=_points(overall.supported if overall else None),
        answered=_points(overall.answered if overall else None),
        best=_points(overall.best if overall else None),
        coverage=float(overall.coverage) if overall else 0.0,
        evidenced=float(overall.evidenced) if overall else 0.0,
        band=result.recommendation.band,
        open_gate_count=sum(gate.outcome is GateOutcome.OPEN for gate in result.gates),
        too_little=Rule.TOO_LITTLE_ANSWERED in rules,
        provisional=result.recommendation.provisional,
        dimensions=tuple(
            (key, _points(score.supported if score else None), _points(score.best if score else None))
            for key, score in result.dimensions.items()
        ),
        fresh_until=_fresh_until(assessment, result),
    )


def _points(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def _fresh_until(assessment: Assessment, result: Result) -> date | None:
    days = []
    for key in result.in_scope:
        question, answer = assessment.questionnaire.questions[key], assessment.answer(key)
        if answer.counted_from is not None and is_firm(answer, question, result.as_of):
            days.append(stale_from(answer.counted_from, question.evidence_months))
    return min(days, default=None)
