from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.risk_register import Risk, numbered, unowned_serious
from assessments.shared_goals import Goal, alignment, one_sided
from assessments.value_exchange import Exchange, Kind, Side, balance

POINTS = st.integers(0, 5)


def goals(*pairs: tuple[int, int]) -> list[Goal]:
    return [Goal(UUID(int=place), f"Goal {place}", ours=a, theirs=b) for place, (a, b) in enumerate(pairs)]


def exchange(giver: Side, cost: int, worth: int) -> Exchange:
    return Exchange(UUID(int=0), "Item", giver, Kind.DATA, cost, worth)


def test_the_same_importances_align_fully_and_disjoint_ones_not_at_all() -> None:
    assert alignment(goals((5, 5), (3, 3))) == 100
    assert alignment(goals((5, 0), (0, 2))) == 0


def test_alignment_is_worked_by_hand() -> None:
    # ours 4:1, theirs 1:1 -> shares 0.8/0.2 and 0.5/0.5 -> half the distance 0.3
    assert alignment(goals((4, 1), (1, 1))) == 70


def test_alignment_needs_two_goals_and_both_sides() -> None:
    assert alignment(goals((5, 5))) is None
    assert alignment(goals((5, 0), (3, 0))) is None


@given(st.lists(st.tuples(POINTS, POINTS), min_size=2, max_size=8))
def test_alignment_is_the_same_from_either_side(pairs: list[tuple[int, int]]) -> None:
    one, other = alignment(goals(*pairs)), alignment(goals(*((b, a) for a, b in pairs)))
    assert one == other
    assert one is None or 0 <= one <= 100


def test_goals_of_one_side_are_the_finding() -> None:
    sheet = goals((5, 0), (3, 3), (0, 1), (0, 0))
    assert [goal.outcome for goal in one_sided(sheet)] == ["Goal 0", "Goal 2"]


def test_balance_names_the_favoured_side() -> None:
    found = balance([exchange(Side.OURS, 4, 2), exchange(Side.THEIRS, 2, 4)])
    assert found is not None
    assert (found.ours, found.theirs) == (Fraction(1), Fraction(1))
    assert found.favoured is None
    tilted = balance([exchange(Side.OURS, 5, 5), exchange(Side.THEIRS, 2, 4)])
    assert tilted is not None
    assert tilted.favoured is Side.THEIRS
    assert tilted.balance == Fraction(4, 5) / Fraction(5, 2)


def test_balance_is_undefined_where_a_side_gives_nothing_or_nobody_gains() -> None:
    assert balance([exchange(Side.OURS, 4, 2)]) is None
    assert balance([exchange(Side.OURS, 4, 0), exchange(Side.THEIRS, 4, 0)]) is None


@given(st.lists(st.tuples(st.sampled_from(list(Side)), POINTS, POINTS), max_size=8))
def test_swapping_the_sides_keeps_the_balance(items: list[tuple[Side, int, int]]) -> None:
    other = {Side.OURS: Side.THEIRS, Side.THEIRS: Side.OURS}
    one = balance([exchange(*item) for item in items])
    swapped = balance([exchange(other[side], cost, worth) for side, cost, worth in items])
    assert (one is None) == (swapped is None)
    if one and swapped:
        assert one.balance == swapped.balance
        assert swapped.favoured == (other[one.favoured] if one.favoured else None)


@pytest.mark.parametrize(
    "wrong",
    [{"cost": 6}, {"worth": -1}, {"amount_low": Decimal(1)}, {"amount_low": Decimal("NaN"), "currency": "EUR"},
     {"amount_low": Decimal(2), "amount_high": Decimal(1), "currency": "EUR"}],
)  # fmt: skip
def test_an_exchange_that_cannot_be_is_refused(wrong: dict[str, object]) -> None:
    values = {"cost": 1, "worth": 1, **wrong}
    with pytest.raises(ValueError, match=r"amount|Cost"):
        Exchange(UUID(int=0), "Item", Side.OURS, Kind.MONEY, **values)  # type: ignore[arg-type]


def test_risks_are_numbered_k_and_serious_ones_need_an_owner() -> None:
    serious = Risk(UUID(int=1), "Unlawful profiling", 3, 5)
    owned = Risk(UUID(int=2), "Unsafe content", 5, 5, owner="Legal")
    small = Risk(UUID(int=3), "Key person leaves", 2, 3, likelihood_after=1, impact_after=3)
    assert list(numbered([serious, owned, small])) == ["K1", "K2", "K3"]
    assert unowned_serious([serious, owned, small]) == (serious,)
    assert (small.exposure, small.exposure_after, serious.exposure_after) == (6, 3, None)


def test_half_a_pair_after_the_response_is_refused() -> None:
    with pytest.raises(ValueError, match="both"):
        Risk(UUID(int=1), "Risk", 3, 5, likelihood_after=1)
