"""What to ask next: the agenda of the next call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from assessments.judging import Judged
from assessments.result import Ask, AskKind, Gate, GateOutcome

URGENCY = tuple(AskKind)


def ask_next(
    by_dimension: Mapping[str, Sequence[Judged]],
    weights: Mapping[str, Fraction],
    gates: Sequence[Gate],
) -> tuple[Ask, ...]:
    """Return everything worth asking, most urgent first.

    Gates failed on unverified evidence, then open gates, then capping gates (rated 2 before weakly evidenced), then
    by the points that the overall supported score gains when the answer is confirmed at its high end.

    Args:
        by_dimension: Dimension id -> its questions in scope.
        weights: Dimension id -> share of the overall score.
        gates: As judged.
    """
    kinds = {gate.question_id: _kind(gate) for gate in gates}
    capped = [gate.question_id for gate in gates if gate.outcome is GateOutcome.CAPPING]
    asks = []
    for dimension, items in by_dimension.items():
        total = sum((item.question.weight for item in items if item.applicable), Fraction(0))
        for item in items:
            gain = Fraction(0)
            if item.applicable:
                gain = weights[dimension] * item.question.weight * (item.high - item.low) / total
            kind = kinds.get(item.question.id) or AskKind.GAIN
            if gain or kind is not AskKind.GAIN:
                asks.append(Ask(item.question.id, kind, gain))
    return tuple(sorted(asks, key=lambda a: (URGENCY.index(a.kind), a.question_id not in capped, -a.gain)))


def _kind(gate: Gate) -> AskKind | None:
    if gate.outcome is GateOutcome.FAILED:
        return AskKind.GATE_FAILED_UNVERIFIED if gate.unverified else None
    if gate.outcome is GateOutcome.OPEN:
        return AskKind.GATE_OPEN
    return AskKind.GATE_CAPPING if gate.outcome in (GateOutcome.CAPPING, GateOutcome.WEAK) else None
