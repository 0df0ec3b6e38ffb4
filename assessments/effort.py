"""How long questions take to answer: the one source of every estimate that is shown."""

from __future__ import annotations

SECONDS_PER_QUESTION = 26
"""Source: ours. Twelve minutes for the 27 questions of a quick assessment of an agency."""


def minutes_for(questions: int) -> int:
    """Return about how many minutes it takes to answer so many questions, at least 1."""
    return max(1, round(questions * SECONDS_PER_QUESTION / 60))
