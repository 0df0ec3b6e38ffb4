"""How firm a ranking is: in what share of plausible weights and answers each partner comes first, second and so on.

Stochastic multicriteria acceptability analysis. Source: Lahdelma, Hokkanen & Salminen (1998), EJOR 106; Tervonen &
Lahdelma (2007), EJOR 178.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_BLOCK = 1000
"""Draws ranked at a time: enough to be fast, few enough that no copy is large."""


@dataclass(frozen=True, slots=True)
class Acceptability:
    """Shares of draws; n partners, k dimensions."""

    ranks: NDArray[np.float64]
    """Shape (n, n): row is the partner, column the rank from first to last; rows and columns each sum to 1."""
    wins: NDArray[np.float64]
    """Shape (n, n): share of draws in which the row beats the column, a tie counting half; diagonal 0."""
    central_weights: tuple[tuple[float, ...] | None, ...]
    """Mean weights of the draws that put the partner first; None when no weights do."""
    confidence: tuple[float | None, ...]
    """Share of answer draws in which the partner is first at its central weights; None without these."""


def acceptability(values: NDArray[np.float64], weights: NDArray[np.float64]) -> Acceptability:
    """Return the shares of ranks over joint draws of values and weights.

    Ties share their ranks evenly, so that the order in which partners are given never matters.

    Args:
        values: Dimension scores, shape (draws, n, k), or (1, n, k) where answers leave no doubt.
        weights: Shape (draws, k), rows with sum 1. All partners share them.
    """
    import numpy as np

    points = np.einsum("dnk,dk->nd", np.broadcast_to(values, (len(weights), *values.shape[1:])), weights)
    central = central_weights(points, weights)
    confidence = [_confidence(values, i, centre) for i, centre in enumerate(central)]
    return Acceptability(rank_shares(points), winning_shares(points), central, tuple(confidence))


def rank_shares(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the share of draws in which each partner has each rank, shape (n, n), ties shared evenly.

    Args:
        points: Shape (n, draws).
    """
    import numpy as np

    size, draws = points.shape
    place = np.arange(size)[::-1]
    held = np.zeros((size, size))
    for start in range(0, draws, _BLOCK):
        rows = np.ascontiguousarray(points[:, start : start + _BLOCK].T)
        order = np.argsort(rows, axis=1)
        in_order = np.take_along_axis(rows, order, axis=1)
        tied = (in_order[:, 1:] == in_order[:, :-1]).any(axis=1)
        if tied.any():
            held += _tied_ranks(rows[tied])
            order = order[~tied]
        held += np.bincount((order * size + place).ravel(), minlength=size * size).reshape(size, size)
    return np.asarray(held / draws)


def winning_shares(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the pairwise winning index, shape (n, n): how often the row beats the column, a tie counting half.

    Args:
        points: Shape (n, draws).
    """
    import numpy as np

    wins = np.array([(one > points).mean(axis=1) + (one == points).mean(axis=1) / 2 for one in points])
    np.fill_diagonal(wins, 0.0)
    return wins


def central_weights(points: NDArray[np.float64], weights: NDArray[np.float64]) -> tuple[tuple[float, ...] | None, ...]:
    """Return for each partner the mean weights of the draws that put it first; None when none does.

    Args:
        points: Shape (n, draws).
        weights: Shape (draws, k).
    """
    is_first = points == points.max(axis=0)
    share = 1 / is_first.sum(axis=0)
    return tuple(_mean_weights(first * share, weights) for first in is_first)


def _tied_ranks(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how often each partner holds each rank; partners level with each other share theirs evenly."""
    import numpy as np

    better = (rows[:, None, :] > rows[:, :, None]).sum(axis=2)[:, :, None]
    level = (rows[:, None, :] == rows[:, :, None]).sum(axis=2)[:, :, None]
    place = np.arange(rows.shape[1])
    return np.asarray((((place >= better) & (place < better + level)) / level).sum(axis=0))


def _mean_weights(first: NDArray[np.float64], weights: NDArray[np.float64]) -> tuple[float, ...] | None:
    total = first.sum()
    return tuple(float(w) for w in first @ weights / total) if total else None


def _confidence(values: NDArray[np.float64], place: int, centre: tuple[float, ...] | None) -> float | None:
    import numpy as np

    if centre is None:
        return None
    totals = values @ np.asarray(centre)
    return float((totals[:, place] >= totals.max(axis=1)).mean())
