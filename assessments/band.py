"""The bands of a recommendation."""

from __future__ import annotations

from enum import StrEnum


class Band(StrEnum):
    """The recommendation, from best to worst; hold stands apart."""

    PROCEED = "proceed"
    CONDITIONS = "conditions"
    PILOT = "pilot"
    DECLINE = "decline"
    HOLD = "hold"
