"""The risk register: likelihood and impact before and after the response. It stands beside the score, never in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from assessments.text_rules import clean_cell

HIGHEST_LEVEL = 5
SERIOUS_EXPOSURE = 15
"""A risk of this exposure or more without an owner is a contradiction. Ours."""


class Response(StrEnum):
    """What is done about a risk. Source: terms of ISO 31000."""

    AVOID = "avoid"
    REDUCE = "reduce"
    SHARE = "share"
    ACCEPT = "accept"


@dataclass(frozen=True, slots=True)
class Risk:
    """One risk, with where it stands now and where its response leaves it.

    Raises:
        ValueError: A likelihood or an impact is not a whole number from 1 to 5, only one of a pair is given, or a text
            breaks the text rules.
    """

    id: UUID
    risk: str
    likelihood: int
    """1 (rare) to 5 (almost certain)."""
    impact: int
    """1 (slight) to 5 (severe)."""
    response: Response | None = None
    action: str = ""
    owner: str = ""
    due: date | None = None
    likelihood_after: int | None = None
    impact_after: int | None = None

    def __post_init__(self) -> None:
        clean_cell(self.risk, "The risk", required=True)
        for text in (self.action, self.owner):
            clean_cell(text, "A text of a risk")
        if (self.likelihood_after is None) != (self.impact_after is None):
            raise ValueError("After the response, give both likelihood and impact, or neither.")
        for level in (self.likelihood, self.impact, self.likelihood_after, self.impact_after):
            if level is not None and not 1 <= level <= HIGHEST_LEVEL:
                raise ValueError(f"Likelihood and impact are whole numbers from 1 to 5, not {level}.")

    @property
    def exposure(self) -> int:
        """Likelihood times impact before the response, 1 to 25."""
        return self.likelihood * self.impact

    @property
    def exposure_after(self) -> int | None:
        """Likelihood times impact after the response; None when not judged."""
        if self.likelihood_after is None or self.impact_after is None:
            return None
        return self.likelihood_after * self.impact_after


def numbered(risks: Sequence[Risk]) -> dict[str, Risk]:
    """Return K1, K2, … -> risk in sheet order. K, because R1 is a question."""
    return {f"K{number}": risk for number, risk in enumerate(risks, start=1)}


def by_exposure(risks: Sequence[Risk]) -> dict[str, Risk]:
    """Return K1, K2, … -> risk, the largest exposure before its response first, equal ones in sheet order."""
    return dict(sorted(numbered(risks).items(), key=lambda pair: -pair[1].exposure))


def unowned_serious(risks: Sequence[Risk], exposure: int = SERIOUS_EXPOSURE) -> tuple[Risk, ...]:
    """Return the risks of serious exposure (`exposure` or more) that nobody owns, in sheet order."""
    return tuple(risk for risk in risks if risk.exposure >= exposure and not risk.owner.strip())
