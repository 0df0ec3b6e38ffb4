"""Repeatable random draws: weights around the user's own. NumPy is imported when first used."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DRAWS = 10_000
"""Draws for every share that is shown: its standard error is at most 0.5 / sqrt(10,000) = 0.005."""

_KEPT = 4
"""Most assessments of a workspace have the same weights; 10,000 draws of five take 400 kB."""

CONCENTRATION = 20.0
"""How closely drawn weights stay around the user's: a share of 0.2 varies by about 0.09 (standard deviation). Ours."""


def seed_of(*content: Any) -> int:
    """Return a seed that depends on nothing but the given JSON-able values, so that a note changes no figure."""
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), default=str)
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")


def weight_draws(weights: Sequence[float], seed: int, count: int = DRAWS) -> NDArray[np.float64]:
    """Return drawn weights around the given ones, shape (count, len(weights)), each row with sum 1.

    Args:
        weights: Shares with sum 1. A share of 0 (nothing applies there) stays 0 in every draw.
        seed: See `seed_of`.
        count: Number of draws.

    Source:
        Dirichlet distribution: mean w, variance w (1 - w) / (concentration + 1).
    """
    import numpy as np

    shares = np.asarray(weights, dtype=float)
    drawn = np.random.default_rng(seed).standard_gamma(shares * CONCENTRATION, size=(count, len(shares)))
    drawn /= drawn.sum(axis=1, keepdims=True)
    return drawn


def drawn_weights(weights: Mapping[str, Fraction], count: int = DRAWS) -> tuple[tuple[str, ...], NDArray[np.float64]]:
    """Return dimension ids in alphabetical order and the weights drawn around theirs, shape (count, dimensions).

    The draws follow from the ids and weights alone, in whatever order they are given: the same weights have the same
    draws in every assessment and every comparison.

    Args:
        weights: Dimension id -> share, sum 1.
        count: Number of draws.

    Returns:
        The draws of the last few weights are kept, so nothing may be written into them.
    """
    keys = tuple(sorted(weights))
    return keys, _draws_of(keys, tuple(weights[key] for key in keys), count)


@lru_cache(maxsize=_KEPT)
def _draws_of(keys: tuple[str, ...], shares: tuple[Fraction, ...], count: int) -> NDArray[np.float64]:
    import numpy as np

    seed = seed_of("weights", {key: str(share) for key, share in zip(keys, shares, strict=True)})
    # Column by column in memory: every use weighs and adds up whole columns.
    drawn = np.asfortranarray(weight_draws([float(share) for share in shares], seed, count))
    drawn.flags.writeable = False
    return drawn
