"""Ten thousand weightings of 200 partners x 36 questions: our draws against looping published libraries' weighted sum.

`python -m tests.benchmarks.robustness` prints the figures and ends with exit code 1 above a bound. The libraries are
for this benchmark only and no dependency of ours: `pip install pymcdm scikit-criteria`. They are looped over part of
the same weights and their time is scaled up; ours also ranks the partners in every draw, theirs only sum.
"""

from __future__ import annotations

import random
import sys
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from importlib import import_module
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any

import numpy as np

from assessments.acceptability import rank_shares
from assessments.answer import Answer, Grade, State
from assessments.assessment import Assessment
from assessments.comparison import Comparison, compare, standing
from assessments.doubt import Doubt, doubt_of, drawn_points, fully_drawn_points, supported_points
from assessments.draws import DRAWS, drawn_weights
from assessments.firmness import firmness
from assessments.questionnaire_file import packaged_questionnaire
from assessments.scoring import score_assessment
from tests.assessments.small_assessments import assessed

if TYPE_CHECKING:
    from numpy.typing import NDArray

TODAY = date(2026, 11, 23)
PARTNERS = 200
LOOPED = 1000
LEAST_FASTER = 40.0
MOST_MEBIBYTES = 80.0
MOST_FOR_DOUBT = 3.0
MOST_DIFFERENCE = 0.02
"""Between the shortcut and the full draw at 10,000 draws each: about 0.005 is the shortcut's, the rest is chance."""
MOST_STANDING = 1.0
"""Milliseconds of one what-if step with twelve partners."""


def answered(number: int) -> Assessment:
    """Return a partner with an answer to every question: rated on evidence of every grade, some unknown."""
    questionnaire, chance = packaged_questionnaire(), random.Random(number)
    answers = {}
    for key in questionnaire.questions:
        rated = Answer(State.RATED, chance.randint(1, 5), grade=chance.choice(list(Grade)), answered_on=TODAY)
        answers[key] = rated if chance.random() < 0.95 else Answer(State.UNKNOWN, answered_on=TODAY)
    return assessed(questionnaire, answers, number + 1)


@dataclass(frozen=True, slots=True)
class Case:
    """The same partners for every runner."""

    doubts: list[Doubt]
    weights: dict[str, Fraction]
    values: NDArray[np.float64]
    """Points of every answer at its supported end, shape (partners, questions)."""
    parts: NDArray[np.float64]
    """Share of each question in its dimension's score, shape (dimensions, questions), in alphabetical order."""


def case() -> Case:
    """Return 200 invented partners, judged beforehand."""
    questionnaire = packaged_questionnaire()
    weights = {dimension.id: Fraction(1, len(questionnaire.dimensions)) for dimension in questionnaire.dimensions}
    keys = tuple(sorted(weights))
    partners = [answered(number) for number in range(PARTNERS)]
    asked = list(questionnaire.questions.values())
    totals = {d.id: sum((q.weight for q in d.questions), Fraction(0)) for d in questionnaire.dimensions}
    parts = np.zeros((len(keys), len(asked)))
    for column, question in enumerate(asked):
        parts[keys.index(question.dimension), column] = float(question.weight / totals[question.dimension])
    values = np.array([[_supported(one, question.id) for question in asked] for one in partners])
    doubts = [doubt_of(one, score_assessment(one, TODAY), keys) for one in partners]
    return Case(doubts, weights, values, parts)


def _supported(assessment: Assessment, key: str) -> float:
    answer = assessment.answers[key]
    if answer.rating is None:
        return 0.0
    firm = answer.grade in (Grade.SEEN, Grade.VERIFIED)
    return float(max(0, (answer.rating - 1) * 25 - (0 if firm else 25)))


PointsOf = Callable[[Doubt, "NDArray[np.float64]"], "NDArray[np.float64]"]


def run(found: Case, points_of: PointsOf) -> NDArray[np.float64]:
    """Return the share of draws in which each partner has each rank."""
    _, weights = drawn_weights(found.weights)
    points = np.empty((len(found.doubts), DRAWS))
    for place, doubt in enumerate(found.doubts):
        points[place] = points_of(doubt, weights)
    return rank_shares(points)


def weights_only(found: Case) -> NDArray[np.float64]:
    """Draw weights, keep the supported answers."""
    return run(found, supported_points)


def timed(work: Callable[[], object], runs: int = 7) -> float:
    """Return the median in milliseconds, after one run to warm up."""
    times = []
    for _ in range(runs + 1):
        start = perf_counter()
        work()
        times.append((perf_counter() - start) * 1000)
    return median(times[1:])


def peak_of(work: Callable[[], object]) -> float:
    """Return the largest extra memory in MiB while it runs."""
    tracemalloc.start()
    work()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 2**20


def looped(found: Case) -> dict[str, float]:
    """Return milliseconds that each library needs for all the draws, one call per weighting."""
    _, weights = drawn_weights(found.weights)
    by_question = weights[:LOOPED] @ found.parts
    ours = np.array([supported_points(doubt, weights[:LOOPED]) for doubt in found.doubts]).T
    return {name: _loop(sum_of, by_question, ours) for name, sum_of in (_pymcdm(found), _scikit(found))}


WeightedSum = Callable[[Any], "NDArray[np.float64]"]


def _loop(sum_of: WeightedSum, by_question: NDArray[np.float64], ours: NDArray[np.float64]) -> float:
    start = perf_counter()
    theirs = [sum_of(weights) for weights in by_question]
    spent = (perf_counter() - start) * 1000 * DRAWS / LOOPED
    if not np.allclose(theirs, ours):
        raise AssertionError("The library's weighted sums are not ours.")
    return spent


def _pymcdm(found: Case) -> tuple[str, WeightedSum]:
    method = import_module("pymcdm.methods").WSM(normalization_function=lambda column, cost: column)
    benefit = np.ones(found.values.shape[1])
    return "pymcdm", lambda weights: method(found.values, weights, benefit)


def _scikit(found: Case) -> tuple[str, WeightedSum]:
    make = import_module("skcriteria").mkdm
    model = import_module("skcriteria.agg.simple").WeightedSumModel()
    best = [max] * found.values.shape[1]
    return "scikit-criteria", lambda weights: model.evaluate(make(found.values, best, weights=weights)).e_.score


def twelve() -> Comparison:
    """Return twelve of the partners as the compare page has them."""
    partners = [answered(number) for number in range(12)]
    return compare([(one, score_assessment(one, TODAY)) for one in partners])


def main() -> int:
    """Print the figures and return 1 when one is above its bound."""
    found, page = case(), twelve()
    ours = timed(lambda: weights_only(found))
    doubt = timed(lambda: run(found, drawn_points))
    full = timed(lambda: run(found, fully_drawn_points), runs=1)
    memory = max(peak_of(lambda: weights_only(found)), peak_of(lambda: run(found, drawn_points)))
    difference = float(np.abs(run(found, drawn_points) - run(found, fully_drawn_points)).max())
    step, drawn = timed(lambda: standing(page), runs=50), timed(lambda: firmness(page))
    checks = [
        (memory, MOST_MEBIBYTES, f"extra memory      {memory:9.1f} MiB  at most {MOST_MEBIBYTES:.0f}"),
        (
            doubt / ours,
            MOST_FOR_DOUBT,
            f"answer doubt      {doubt:9.1f} ms   {doubt / ours:.2f}x, at most {MOST_FOR_DOUBT:.0f}x",
        ),
        (difference, MOST_DIFFERENCE, f"shortcut differs  {difference:9.4f}      at most {MOST_DIFFERENCE}"),
        (step, MOST_STANDING, f"what-if step      {step:9.3f} ms   12 partners, at most {MOST_STANDING:.0f}"),
    ]
    print(f"weights only      {ours:9.1f} ms   {DRAWS:,} draws, {PARTNERS} partners, ranks in every draw")
    for name, spent in looped(found).items():
        times = spent / ours
        words = f"{name:17} {spent:9.1f} ms   ours is {times:.0f}x faster, at least {LEAST_FASTER:.0f}x"
        checks.append((LEAST_FASTER / times, 1.0, words))
    print(f"every answer drawn{full:9.1f} ms   the check of the shortcut")
    print(f"compare page      {drawn:9.1f} ms   12 partners, all figures")
    for value, bound, words in checks:
        print(words + ("" if value <= bound else "   ABOVE ITS BOUND"))
    return int(any(value > bound for value, bound, _ in checks))


if __name__ == "__main__":
    sys.exit(main())
