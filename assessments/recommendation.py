"""The recommendation: SCORING rule 6, first that applies, with every rule that ties named as deciding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from assessments.band import Band
from assessments.questionnaire import Thresholds
from assessments.result import Gate, GateOutcome, Reason, Recommendation, Rule, Score

STRICTNESS = (Band.PROCEED, Band.CONDITIONS, Band.PILOT, Band.DECLINE)
"""From the most to the least permissive; hold stands apart."""


@dataclass(frozen=True, slots=True)
class Totals:
    """What the recommendation is read from."""

    supported: Fraction | None
    """The overall score, points 0 to 100; None when nothing is applicable."""
    coverage: Fraction
    """Answered weight over the applicable one, 0 to 1; 0 when nothing is applicable."""
    dimensions: Mapping[str, Score | None]
    gates: tuple[Gate, ...]
    not_applicable_share: Fraction
    """Not-applicable weight over the weight of the scope, 0 to 1."""


class Decision(NamedTuple):
    """A band and all rules that tie in deciding it."""

    band: Band
    reasons: tuple[Reason, ...]


def recommend(totals: Totals, best: Fraction | None, thresholds: Thresholds) -> Recommendation:
    """Return the band with all rules that decide it, and the band if everything is confirmed.

    Args:
        totals: Of the answers at their supported end.
        best: The overall score with every open answer at its high end; None when nothing is applicable.
        thresholds: Of the questionnaire.
    """
    band, reasons = decide(totals, thresholds)
    scored = band is not Band.HOLD and reasons[0].rule is not Rule.GATE_FAILED
    return Recommendation(
        band=band,
        reasons=reasons,
        provisional=scored and totals.coverage < thresholds.firm_coverage,
        if_confirmed=_if_confirmed(totals, best, thresholds),
    )


def decide(totals: Totals, thresholds: Thresholds) -> Decision:
    """Return the band, with all rules that decide it."""
    decided = _without_score(totals, thresholds) or _by_score(totals, thresholds)
    return Decision(_band_of_reasons(decided), tuple(reason for _, reason in decided))


def band_of(score: Fraction, thresholds: Thresholds) -> Band:
    """Return the band of a score, read before any rounding; each band includes its lower bound."""
    if score >= thresholds.proceed:
        return Band.PROCEED
    if score >= thresholds.conditions:
        return Band.CONDITIONS
    return Band.PILOT if score >= thresholds.pilot else Band.DECLINE


Decided = list[tuple[Band, Reason]]


def _without_score(totals: Totals, thresholds: Thresholds) -> Decided:
    """Rules 6a to 6c: what decides before any score is read."""
    failed = _gates(totals, GateOutcome.FAILED)
    if failed:
        return [(Band.DECLINE, Reason(Rule.GATE_FAILED, failed))]
    if totals.supported is None:
        return [(Band.HOLD, Reason(Rule.NOTHING_APPLICABLE))]
    held: Decided = []
    open_gates = _gates(totals, GateOutcome.OPEN)
    if open_gates:
        held.append((Band.HOLD, Reason(Rule.GATE_OPEN, open_gates)))
    if totals.coverage < thresholds.enough_coverage:
        held.append((Band.HOLD, Reason(Rule.TOO_LITTLE_ANSWERED)))
    return held


def _by_score(totals: Totals, thresholds: Thresholds) -> Decided:
    """Rule 6d: the band of the supported score, then the strictest cap; all that tie."""
    assert totals.supported is not None
    low = {key: score.supported for key, score in totals.dimensions.items() if score is not None}
    candidates: Decided = [
        (band_of(totals.supported, thresholds), Reason(Rule.SCORE)),
        *_caps(totals, thresholds, low),
        *_weak_caps(totals),
    ]
    return _strictest(candidates)


def _caps(totals: Totals, thresholds: Thresholds, dimensions: Mapping[str, Fraction]) -> Decided:
    """Caps that confirming evidence cannot lift, for given dimension scores."""
    floor = tuple(key for key, score in dimensions.items() if score < thresholds.dimension_floor)
    capping = _gates(totals, GateOutcome.CAPPING)
    left_out = _gates(totals, GateOutcome.NOT_APPLICABLE)
    caps: Decided = []
    if capping:
        caps.append((Band.PILOT, Reason(Rule.GATE_CAPPING, capping)))
    if floor:
        caps.append((Band.PILOT, Reason(Rule.DIMENSION_FLOOR, floor)))
    if left_out:
        caps.append((Band.CONDITIONS, Reason(Rule.GATE_NOT_APPLICABLE, left_out)))
    if totals.not_applicable_share > thresholds.not_applicable_share:
        caps.append((Band.CONDITIONS, Reason(Rule.TOO_MUCH_NOT_APPLICABLE)))
    return caps


def _weak_caps(totals: Totals) -> Decided:
    weak = _gates(totals, GateOutcome.WEAK)
    return [(Band.CONDITIONS, Reason(Rule.GATE_WEAK, weak))] if weak else []


def _if_confirmed(totals: Totals, best: Fraction | None, thresholds: Thresholds) -> Band:
    # Every open answer at its high end: an open gate passes then and a weak one is confirmed, while a rated gate
    # stays as it was answered.
    if _gates(totals, GateOutcome.FAILED):
        return Band.DECLINE
    if best is None:
        return Band.HOLD
    high = {key: score.best for key, score in totals.dimensions.items() if score is not None}
    candidates = [(band_of(best, thresholds), Reason(Rule.SCORE)), *_caps(totals, thresholds, high)]
    return _band_of_reasons(_strictest(candidates))


def _strictest(candidates: Decided) -> Decided:
    strictest = max((band for band, _ in candidates), key=STRICTNESS.index)
    return [(band, reason) for band, reason in candidates if band is strictest]


def _band_of_reasons(reasons: Iterable[tuple[Band, Reason]]) -> Band:
    return next(band for band, _ in reasons)


def _gates(totals: Totals, outcome: GateOutcome) -> tuple[str, ...]:
    return tuple(gate.question_id for gate in totals.gates if gate.outcome is outcome)
