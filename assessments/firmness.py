"""How firm a comparison's order is, over plausible weights and what doubtful answers may turn out to be.

NumPy is imported when first used. Takes some tens of milliseconds: never on the window's own thread.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assessments.acceptability import central_weights, rank_shares, winning_shares
from assessments.comparison import Comparison
from assessments.doubt import Doubt, doubt_of, drawn_points, fully_drawn_points, supported_points
from assessments.draws import DRAWS, drawn_weights
from assessments.weighting import normalised


@dataclass(frozen=True, slots=True)
class Firmness:
    """Shares of draws, 0 to 1; partners in the comparison's order."""

    draws: int
    weights: Mapping[str, Fraction]
    """Dimension id -> share around which weights were drawn, sum 1: these figures belong to no other weights."""
    ranks: tuple[tuple[float, ...], ...]
    """Rank acceptability: partner -> share of draws in which it comes first, second, …; rows and columns sum to 1."""
    wins: tuple[tuple[float, ...], ...]
    """Pairwise winning index: how often the row's partner beats the column's, a tie counting half; diagonal 0."""
    central_weights: tuple[Mapping[str, float] | None, ...]
    """Partner -> mean of the weights that put it first; None when no draw does."""
    first_if_supported: tuple[float, ...]
    """Partner -> share of the same weights that put it first at the supported answers."""
    doubtful: tuple[bool, ...]
    """Partner -> whether any of its answers is open or weakly evidenced."""


def firmness(
    comparison: Comparison,
    weights: Mapping[str, Fraction] | None = None,
    *,
    full: bool = False,
    count: int = DRAWS,
) -> Firmness:
    """Return how often each partner comes first, second and so on, and beats each other.

    All partners share the drawn weights; each partner's doubtful answers are drawn on their own.

    Args:
        comparison: From `compare`.
        weights: What-if weights, dimension id -> 0 or more, at least one above 0; None takes the common ones.
        full: Draw every doubtful answer instead of the shortcut of `drawn_points`: slower, the check of it.
        count: Number of draws.

    Source:
        SMAA-2: Lahdelma, Hokkanen & Salminen (1998), EJOR 106; Tervonen & Lahdelma (2007), EJOR 178.
    """
    import numpy as np

    chosen = normalised({key: Fraction(weight) for key, weight in (weights or comparison.weights).items()})
    keys, drawn = drawn_weights(chosen, count)
    doubts = [doubt_of(one.assessment, one.result, keys) for one in comparison.partners]
    draw = fully_drawn_points if full else drawn_points
    points = np.array(
        [draw(doubt, drawn, nth) for doubt, nth in zip(doubts, _occurrences(comparison, doubts), strict=True)]
    )
    supported = np.array([supported_points(doubt, drawn) for doubt in doubts])
    return Firmness(
        draws=count,
        weights=chosen,
        ranks=_rows(rank_shares(points).tolist()),
        wins=_rows(winning_shares(points).tolist()),
        central_weights=tuple(
            None if centre is None else dict(zip(keys, centre, strict=True))
            for centre in central_weights(points, drawn)
        ),
        first_if_supported=tuple(row[0] for row in rank_shares(supported).tolist()),
        doubtful=tuple(bool(doubt.answers) for doubt in doubts),
    )


def _occurrences(comparison: Comparison, doubts: Sequence[Doubt]) -> list[int]:
    # Partners with the very same doubts are told apart by the order of their ids, not by their place in the list.
    seen: Counter[int] = Counter()
    occurrences = [0] * len(doubts)
    for place in sorted(range(len(doubts)), key=lambda place: comparison.partners[place].assessment.id):
        occurrences[place] = seen[doubts[place].seed]
        seen[doubts[place].seed] += 1
    return occurrences


def _rows(table: list[list[float]]) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(row) for row in table)
