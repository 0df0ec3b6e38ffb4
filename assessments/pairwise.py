"""Weights from pairwise comparison (AHP), with the consistency of the judgements. NumPy is imported when first used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RANDOM_INDEX = {1: 0.0, 2: 0.0, 3: 0.58, 4: 0.90, 5: 1.12, 6: 1.24, 7: 1.32, 8: 1.41, 9: 1.45, 10: 1.49}
"""Mean consistency index of random reciprocal matrices, by size. Source: Saaty (1980)."""

SECOND_LOOK = 0.10
"""A consistency ratio above this asks for a second look and never blocks. Source: Saaty (1980)."""

Judgements = Mapping[tuple[str, str], float]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the judgements say, and how well they agree with each other."""

    weights: Mapping[str, float]
    """Id -> share, sum 1."""
    lambda_max: float
    """Principal eigenvalue; equals the number of elements when the judgements are consistent."""
    consistency_index: float
    consistency_ratio: float
    """Index over the random index of Saaty (1980); 0 for one or two elements."""
    most_disturbing: tuple[str, str] | None
    """The judgement whose change would help consistency most; None when the judgements are consistent."""
    implied: float | None
    """How many times the first of that pair matters as much as the second, going by the other judgements."""

    @property
    def second_look(self) -> bool:
        """Whether the judgements contradict each other enough to look again."""
        return self.consistency_ratio > SECOND_LOOK


def compare_pairwise(ids: Sequence[str], judgements: Judgements) -> Comparison:
    """Return the weights of up to ten elements.

    Args:
        ids: The elements.
        judgements: (a, b) -> how many times a matters as much as b, above 0 (Saaty's scale runs 1/9 to 9). One of
            (a, b) and (b, a) is enough; a missing pair counts as equal, 1.

    Raises:
        ValueError: More than ten elements, an unknown id, or a judgement that is not above 0.

    Source:
        Principal right eigenvector: Saaty (1980).
    """
    import numpy as np

    if not 1 <= len(ids) <= max(RANDOM_INDEX):
        raise ValueError(f"Compare one to {max(RANDOM_INDEX)} elements, not {len(ids)}.")
    place = {key: index for index, key in enumerate(ids)}
    matrix = np.ones((len(ids), len(ids)))
    for (one, other), times in judgements.items():
        if one not in place or other not in place or not times > 0:
            raise ValueError(f"The judgement {one} against {other} is not of known elements, or not above 0.")
        matrix[place[one], place[other]] = times
        matrix[place[other], place[one]] = 1 / times
    weights, lambda_max = _principal(matrix)
    size = len(ids)
    index = max(0.0, (lambda_max - size) / (size - 1)) if size > 1 else 0.0
    ratio = index / RANDOM_INDEX[size] if RANDOM_INDEX[size] else 0.0
    disturbing = _most_disturbing(ids, matrix, weights)
    return Comparison(
        weights=dict(zip(ids, map(float, weights), strict=True)),
        lambda_max=float(lambda_max),
        consistency_index=float(index),
        consistency_ratio=float(ratio),
        most_disturbing=disturbing,
        implied=_implied(matrix, *(place[key] for key in disturbing)) if disturbing else None,
    )


def _principal(matrix: NDArray[np.float64]) -> tuple[NDArray[np.float64], float]:
    import numpy as np

    values, vectors = np.linalg.eig(matrix)
    largest = int(np.argmax(values.real))
    vector = np.abs(vectors[:, largest].real)
    return vector / vector.sum(), float(values[largest].real)


def _most_disturbing(
    ids: Sequence[str], matrix: NDArray[np.float64], weights: NDArray[np.float64]
) -> tuple[str, str] | None:
    # The judgement furthest, in logarithm, from what the weights imply: Saaty's own way of finding it.
    import numpy as np

    doubt = {
        (ids[i], ids[j]): abs(float(np.log(matrix[i, j] * weights[j] / weights[i])))
        for i, j in combinations(range(len(ids)), 2)
    }
    if not doubt or max(doubt.values()) < 1e-6:
        return None
    return max(doubt, key=lambda pair: doubt[pair])


def _implied(matrix: NDArray[np.float64], one: int, other: int) -> float:
    # The geometric mean of all ways round: one against a third, times the third against the other.
    import numpy as np

    thirds = [third for third in range(len(matrix)) if third not in (one, other)]
    return float(np.exp(np.mean([np.log(matrix[one, third] * matrix[third, other]) for third in thirds])))
