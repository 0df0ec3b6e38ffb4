"""Ways to arrive at dimension weights: sliders, presets, swing weights and rank order. All exact, all sum to 1.

Pairwise comparison is in `assessments.pairwise`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from assessments.questionnaire import Dimension

Weights = Mapping[str, Fraction]

LARGEST_SWING = 100
"""Points of the dimension whose swing from worst to best matters most."""


class PresetKind(StrEnum):
    """What a preset does."""

    EQUAL = "equal"
    QUESTIONNAIRE = "questionnaire"
    """As the questionnaire has them."""
    DOUBLE = "double"
    """One dimension counts twice as much as each other one."""


@dataclass(frozen=True, slots=True)
class Preset:
    """Ready weights to start from."""

    kind: PresetKind
    dimension_id: str | None
    """The dimension that counts double; None for the other kinds."""
    weights: Weights
    """Dimension id -> share, sum 1."""


def presets(dimensions: Sequence[Dimension]) -> tuple[Preset, ...]:
    """Return equal weights, the questionnaire's own where these differ, and each dimension counting double. Ours."""
    equal = {dimension.id: Fraction(1, len(dimensions)) for dimension in dimensions}
    own = normalised({dimension.id: dimension.weight for dimension in dimensions})
    found = [Preset(PresetKind.EQUAL, None, equal)]
    if own != equal:
        found.append(Preset(PresetKind.QUESTIONNAIRE, None, own))
    if len(dimensions) > 1:
        found += [Preset(PresetKind.DOUBLE, key, normalised({**equal, key: 2 * equal[key]})) for key in equal]
    return tuple(found)


def normalised(raw: Weights) -> dict[str, Fraction]:
    """Return the same proportions with sum 1.

    Args:
        raw: Id -> points of any scale, 0 or more; at least one above 0.

    Raises:
        ValueError: A weight is negative, or all are 0.
    """
    total = sum(raw.values(), Fraction(0))
    if any(weight < 0 for weight in raw.values()):
        raise ValueError("A weight cannot be negative.")
    if total == 0:
        raise ValueError("At least one weight must be above 0.")
    return {key: Fraction(weight) / total for key, weight in raw.items()}


def swing_weights(swings: Weights) -> dict[str, Fraction]:
    """Return weights from swings: how much the step from a dimension's worst to its best score matters.

    Args:
        swings: Id -> points above 0, at most 100. The step that matters most has 100, the others are judged against it.

    Raises:
        ValueError: Points outside this range, or none has 100. The message is a sentence for the user.

    Source:
        Swing weighting: von Winterfeldt & Edwards (1986); worked in Goodwin & Wright, Decision Analysis for Management
        Judgment, ch. 3.
    """
    if any(not 0 < points <= LARGEST_SWING for points in swings.values()):
        raise ValueError(f"A swing is judged with more than 0 and at most {LARGEST_SWING} points.")
    if LARGEST_SWING not in swings.values():
        raise ValueError(f"Give {LARGEST_SWING} points to the swing that matters most; judge the others against it.")
    return normalised(swings)


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


def moved_weight(
    weights: Weights, key: str, to: Fraction, locked: Collection[str] = (), least: Fraction = Fraction(0)
) -> dict[str, Fraction]:
    """Return weights after one slider was moved, sum still 1.

    The others share what is left in their old proportions above the least share (equally where none is above it);
    locked ones stay. A wish that these leave no room for is clipped.

    Args:
        weights: Id -> share, sum 1, each at least `least`. During a drag always those before it, so that a slider
            pulled to the end and back leaves the others as they were.
        key: The slider that moved; not locked.
        to: The share it was moved to, 0 to 1.
        locked: Ids that keep their share.
        least: No share that moves falls under it; an assessment's own weights stay above 0, a what-if may reach it.
    """
    free = [other for other in weights if other != key and other not in locked]
    kept = sum((weights[other] for other in weights if other != key and other in locked), Fraction(0))
    most = 1 - kept - least * len(free)
    share = min(max(to, least), most) if free else 1 - kept
    left = most - share
    above = {other: max(weights[other] - least, Fraction(0)) for other in free}
    total = sum(above.values(), Fraction(0))
    after = {other: least + (left * part / total if total else left / len(free)) for other, part in above.items()}
    return {other: share if other == key else after.get(other, weights[other]) for other in weights}


def whole_shares(weights: Mapping[str, Fraction | float], parts: int = 100, fewest: int = 1) -> dict[str, Fraction]:
    """Return shares in whole parts with sum exactly 1: what sliders and tables show.

    Each is rounded down, and what is missing goes to the largest remainders, the first of equal ones first. A share
    that would be nothing gets one part from the largest, unless `fewest` allows nothing.

    Args:
        weights: Id -> share above 0, sum about 1; 0 too where `fewest` is 0.
        parts: 100 for whole percent; 1,000 to store weights from a pairwise comparison as tidy decimals.
        fewest: 1 where every share is worth something; 0 for a what-if, in which a weight may vanish.

    Source:
        Largest remainder method (Hamilton).
    """
    exact = {key: share * parts for key, share in normalised({key: Fraction(w) for key, w in weights.items()}).items()}
    whole = {key: share.__floor__() for key, share in exact.items()}
    missing = parts - sum(whole.values())
    for key in sorted(exact, key=lambda key: whole[key] - exact[key])[:missing]:
        whole[key] += 1
    for key in [key for key, count in whole.items() if count < fewest]:
        whole[max(whole, key=lambda key: whole[key])] -= 1
        whole[key] = 1
    return {key: Fraction(count, parts) for key, count in whole.items()}
