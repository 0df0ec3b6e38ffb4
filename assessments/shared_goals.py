"""The shared-goals sheet: what both sides want, and how alike they want it. It stands beside the score, never in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

from assessments.text_rules import clean_cell

HIGHEST_IMPORTANCE = 5


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal with what it is worth to each side.

    Raises:
        ValueError: An importance is not a whole number from 0 to 5, or a text breaks the text rules.
    """

    id: UUID
    outcome: str
    metric: str = ""
    baseline: str = ""
    target: str = ""
    source: str = ""
    """Where the figures come from."""
    due: date | None = None
    ours: int = 0
    """Importance to us, 0 (none) to 5."""
    theirs: int = 0
    """Importance to them, 0 (none) to 5."""

    def __post_init__(self) -> None:
        clean_cell(self.outcome, "The outcome", required=True)
        for text in (self.metric, self.baseline, self.target, self.source):
            clean_cell(text, "A text of a goal")
        for importance in (self.ours, self.theirs):
            if not 0 <= importance <= HIGHEST_IMPORTANCE:
                raise ValueError(f"An importance is a whole number from 0 to 5, not {importance}.")


def alignment(goals: Sequence[Goal]) -> Fraction | None:
    """Return how alike the two sides spread their importance over the goals, 0 (nothing shared) to 100 (the same).

    100 * (1 - half the sum of |p - q|), p and q each side's importances divided by that side's sum.

    Returns:
        None under two goals, or where one side gives no goal any importance.

    Source:
        One minus the total variation distance of two distributions.
    """
    ours = sum(goal.ours for goal in goals)
    theirs = sum(goal.theirs for goal in goals)
    if len(goals) < 2 or not ours or not theirs:
        return None
    distance = sum((abs(Fraction(goal.ours, ours) - Fraction(goal.theirs, theirs)) for goal in goals), Fraction(0))
    return 100 * (1 - distance / 2)


def one_sided(goals: Sequence[Goal]) -> tuple[Goal, ...]:
    """Return the goals that only one side holds, in sheet order: they are the finding."""
    return tuple(goal for goal in goals if bool(goal.ours) != bool(goal.theirs))
