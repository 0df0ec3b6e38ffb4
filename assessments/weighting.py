"""Ways to arrive at dimension weights: sliders, swing weights and rank order. All exact, all sum to 1."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction

Weights = Mapping[str, Fraction]


def normalised(raw: Weights) -> dict[str, Fraction]:
    """Return the same proportions with sum 1.

    Args:
        raw: Id -> points of any scale, 0 or more; at least one above 0.

    Raises:
        ValueError: A weight is negative, or all are 0.

    Source:
        Swing weights read this way: points for the swing from worst to best, the largest 100, divided by their sum.
        Goodwin & Wright, Decision Analysis for Management Judgment, ch. 3.
    """
    total = sum(raw.values(), Fraction(0))
    if any(weight < 0 for weight in raw.values()):
        raise ValueError("A weight cannot be negative.")
    if total == 0:
        raise ValueError("At least one weight must be above 0.")
    return {key: Fraction(weight) / total for key, weight in raw.items()}


def rank_order_weights(ranked: Sequence[str]) -> dict[str, Fraction]:
    """Return rank-order-centroid weights: the centre of all weights that respect the order.

    Args:
        ranked: Ids, most important first, without repetition.

    Source:
        w_i = (1/n) * sum of 1/k for k = i..n. Barron & Barrett (1996), Management Science 42(11).
    """
    count = len(ranked)
    if len(set(ranked)) != count:
        raise ValueError("Each dimension has one rank.")
    tails = [sum((Fraction(1, k) for k in range(place, count + 1)), Fraction(0)) for place in range(1, count + 1)]
    return {key: tail / count for key, tail in zip(ranked, tails, strict=True)}


def moved_weight(weights: Weights, key: str, to: Fraction, locked: Collection[str] = ()) -> dict[str, Fraction]:
    """Return weights after one slider was moved, sum still 1.

    The others share what is left in their old proportions (equally where all of them were 0); locked ones stay. A
    wish that the locked ones leave no room for is clipped.

    Args:
        weights: Id -> share, sum 1.
        key: The slider that moved; not locked.
        to: The share it was moved to, 0 to 1.
        locked: Ids that keep their share.
    """
    free = [other for other in weights if other != key and other not in locked]
    kept = sum((weights[other] for other in weights if other != key and other in locked), Fraction(0))
    share = min(max(to, Fraction(0)), 1 - kept) if free else 1 - kept
    left = 1 - kept - share
    before = sum((weights[other] for other in free), Fraction(0))
    after = {
        other: left * weights[other] / before if before else left / len(free)
        for other in free
    }  # fmt: skip
    return {other: share if other == key else after.get(other, weights[other]) for other in weights}
