"""What a printed portfolio needs to know of each partner."""

from __future__ import annotations

from datetime import date
from typing import Protocol


class PortfolioRow(Protocol):
    """One partner with its newest assessment, as `models.partner_list.PartnerRow` has it.

    Scores are points from 0 to 100, shares run from 0 to 1; all are None where there is no assessment.
    """

    @property
    def partner_id(self) -> str:
        """Tells partners of one name apart."""

    @property
    def name(self) -> str:
        """As typed."""

    @property
    def type(self) -> str:
        """A partner type code."""

    @property
    def band(self) -> str | None:
        """The recommendation, a value of `Band`; None where there is no assessment."""

    @property
    def supported(self) -> float | None:
        """Points; None where nothing applies."""

    @property
    def best(self) -> float | None:
        """Points; None where nothing applies."""

    @property
    def coverage(self) -> float | None:
        """Share of the applicable weight that is rated."""

    @property
    def open_gate_count(self) -> int:
        """Gates that are unknown or unanswered."""

    @property
    def too_little(self) -> bool:
        """On hold because too little is answered."""

    @property
    def provisional(self) -> bool:
        """Enough is answered to recommend, not enough to be firm."""

    @property
    def own_weights(self) -> bool:
        """Whether the assessment has weights of its own."""

    @property
    def finished_on(self) -> date | None:
        """The day a final assessment is counted on; None while open."""

    @property
    def dimensions(self) -> tuple[tuple[str, float | None, float | None], ...]:
        """Dimension id, supported points, best points."""
