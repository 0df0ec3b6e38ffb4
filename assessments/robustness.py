"""How firm a recommendation is: whether it survives other weights, and what would flip it.

NumPy is imported when first used. Takes some tens of milliseconds: never on the window's own thread.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from assessments.assessment import Assessment
from assessments.band import Band
from assessments.draws import DRAWS, drawn_weights
from assessments.flips import Flips, flips_of
from assessments.margins import SCORE_BOUNDS, Bound, Margins, margins
from assessments.recommendation import STRICTNESS
from assessments.result import Result

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_BANDS = (*STRICTNESS, Band.HOLD)
_CONDITIONS, _HOLD = _BANDS.index(Band.CONDITIONS), _BANDS.index(Band.HOLD)


@dataclass(frozen=True, slots=True)
class Robustness:
    """What other weights and other scores would do to the recommendation."""

    band: Band
    """The recommendation at the user's own weights."""
    draws: int
    shares: Mapping[Band, Fraction]
    """Every band, best first and hold last -> share of the draws that end there; they sum to 1."""
    flips: Mapping[str, Flips]
    """Dimension id -> flip points, in questionnaire order."""

    @property
    def holds(self) -> Fraction:
        """Share of the draws that keep the recommendation, 0 to 1; standard error at most 0.005."""
        return self.shares[self.band]


def robustness(assessment: Assessment, result: Result, count: int = DRAWS) -> Robustness | None:
    """Return the share of weightings that keep the recommendation, and every flip point.

    The weights are drawn around the user's own; the answers stay at their supported end.

    Args:
        assessment: As scored.
        result: Of the same assessment.
        count: Number of draws.

    Returns:
        None when SCORING rules 6a to 6c decide: no weights matter then, as `no_robustness_sentence` says.

    Source:
        Dirichlet weights, see `assessments.draws`. That the share keeping the result measures robustness is ours, after
        Lahdelma, Hokkanen & Salminen (1998), EJOR 106.
    """
    found = margins(assessment, result)
    if found is None:
        return None
    import numpy as np

    keys, weights = drawn_weights(found.weights, count)
    counts = np.bincount(_band_indices(found, keys, weights), minlength=len(_BANDS))
    return Robustness(
        band=result.recommendation.band,
        draws=count,
        shares={band: Fraction(int(n), count) for band, n in zip(_BANDS, counts, strict=True)},
        flips={key: flips_of(key, found) for key in found.weights},
    )


def bands_at(found: Margins, keys: tuple[str, ...], weights: NDArray[np.float64]) -> list[Band]:
    """Return the recommendation at each row of weights, by rule 6 all at once.

    Args:
        found: Of the assessment.
        keys: Dimension id of each column.
        weights: Shape (rows, dimensions), each above 0.
    """
    return [_BANDS[index] for index in _band_indices(found, keys, weights)]


def _band_indices(found: Margins, keys: tuple[str, ...], weights: NDArray[np.float64]) -> NDArray[np.int64]:
    import numpy as np

    def met(bound: Bound) -> NDArray[np.bool_]:
        by_dimension = found.by_bound[bound]
        # Margins are exact before they become floats: at a bound exactly, the sum is exactly 0.
        column = np.array([float(by_dimension.get(key, 0)) for key in keys])
        return np.asarray(weights @ column >= 0)

    missed = sum((~met(bound)).astype(np.int64) for bound in SCORE_BOUNDS)
    index = np.maximum(missed, _BANDS.index(found.cap))
    index = np.where(met(Bound.APPLICABLE), index, np.maximum(index, _CONDITIONS))
    return np.where(met(Bound.COVERAGE), index, _HOLD)
