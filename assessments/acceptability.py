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

    totals = np.einsum("dnk,dk->dn", np.broadcast_to(values, (len(weights), *values.shape[1:])), weights)
    above = totals[:, None, :] > totals[:, :, None]
    level = totals[:, None, :] == totals[:, :, None]
    better, tied = above.sum(axis=2), level.sum(axis=2)
    size = totals.shape[1]
    place = np.arange(size)
    held = (place >= better[:, :, None]) & (place < (better + tied)[:, :, None])
    ranks = (held / tied[:, :, None]).mean(axis=0)
    beats = above.transpose(0, 2, 1).mean(axis=0)
    wins = beats + level.mean(axis=0) / 2
    np.fill_diagonal(wins, 0.0)
    first = np.where(better == 0, 1 / tied, 0.0)
    central = [_mean_weights(first[:, i], weights) for i in range(size)]
    confidence = [_confidence(values, i, centre) for i, centre in enumerate(central)]
    return Acceptability(ranks, wins, tuple(central), tuple(confidence))


def _mean_weights(first: NDArray[np.float64], weights: NDArray[np.float64]) -> tuple[float, ...] | None:
    total = first.sum()
    return tuple(float(w) for w in first @ weights / total) if total else None


def _confidence(values: NDArray[np.float64], place: int, centre: tuple[float, ...] | None) -> float | None:
    import numpy as np

    if centre is None:
        return None
    totals = values @ np.asarray(centre)
    return float((totals[:, place] >= totals.max(axis=1)).mean())
