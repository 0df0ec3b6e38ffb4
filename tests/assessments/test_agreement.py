from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from assessments.agreement import RELY, krippendorff_alpha
from tests.assessments.vectors import VECTORS


def test_krippendorff_2011_4x12() -> None:
    vector = VECTORS["krippendorff_2011_4x12"]
    alpha = krippendorff_alpha(vector["inputs"]["raters_by_units"])
    assert alpha == Fraction(vector["expected_recomputed"]["ordinal"]["fraction"])
    assert alpha > RELY


def test_krippendorff_edge() -> None:
    inputs = VECTORS["krippendorff_edge"]["inputs"]
    assert krippendorff_alpha(inputs["all_same"]) is None
    assert krippendorff_alpha(inputs["perfect"]) == 1


def test_one_assessor_alone_has_no_agreement() -> None:
    assert krippendorff_alpha([[1, 2, 3]]) is None
    assert krippendorff_alpha([]) is None


RATINGS = st.integers(2, 5).flatmap(
    lambda questions: st.lists(
        st.lists(st.one_of(st.none(), st.integers(1, 5)), min_size=questions, max_size=questions),
        min_size=2,
        max_size=4,
    )
)


@given(RATINGS, st.randoms(use_true_random=False))
def test_the_order_of_assessors_and_questions_never_matters(ratings: list[list[int | None]], random: object) -> None:
    shuffled = [list(column) for column in zip(*reversed(ratings), strict=True)]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    again = [list(row) for row in zip(*shuffled, strict=True)]
    assert krippendorff_alpha(again) == krippendorff_alpha(ratings)


@given(RATINGS)
def test_alpha_never_exceeds_one(ratings: list[list[int | None]]) -> None:
    alpha = krippendorff_alpha(ratings)
    assert alpha is None or alpha <= 1
