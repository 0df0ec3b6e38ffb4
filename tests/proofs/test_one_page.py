from __future__ import annotations

from tests.proofs.one_page import run


def test_the_decider_gets_one_sound_page_for_two_dozen_generated_assessments() -> None:
    figures = run(24, derandomize=True)

    assert figures["assessments"] >= 24
    assert min(figures[one] for one in ("twelve conditions", "no risks", "nothing answered", "decided")) > 0
