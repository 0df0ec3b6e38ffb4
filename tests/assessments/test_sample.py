from __future__ import annotations

from datetime import date

import pytest

from assessments.band import Band
from assessments.result import Rule
from assessments.sample import sample_assessments
from assessments.scoring import score_assessment


@pytest.mark.parametrize("today", [date(2026, 11, 23), date(2028, 2, 29), date(2031, 1, 1)])
def test_the_sample_covers_every_recommendation_and_both_holds_on_any_day(today: date) -> None:
    sample = sample_assessments(today)
    results = {one.partner.name: score_assessment(one, today) for one in sample}
    assert {name: result.recommendation.band for name, result in results.items()} == {
        "Lumen Audience Labs": Band.PROCEED,
        "Brightfield Creative": Band.CONDITIONS,
        "Open Panel Institute": Band.HOLD,
        "Meridian Exchange": Band.PILOT,
        "Clearsignal Measurement": Band.HOLD,
        "Orbit DSP": Band.DECLINE,
    }
    panel = results["Open Panel Institute"].recommendation.reasons
    assert [(reason.rule, reason.ids) for reason in panel] == [(Rule.GATE_OPEN, ("R1", "R4"))]
    held = results["Clearsignal Measurement"].recommendation.reasons
    assert [reason.rule for reason in held] == [Rule.TOO_LITTLE_ANSWERED]


def test_the_sample_is_the_same_each_time_it_is_made() -> None:
    assert sample_assessments(date(2026, 11, 23)) == sample_assessments(date(2026, 11, 23))


def test_four_of_the_sample_are_final_and_one_is_quick() -> None:
    sample = sample_assessments(date(2026, 11, 23))
    assert sum(one.is_final for one in sample) == 4
    assert [one.partner.name for one in sample if one.scope == "quick"] == ["Orbit DSP"]


def test_no_answer_of_the_sample_is_out_of_scope() -> None:
    for one in sample_assessments(date(2026, 11, 23)):
        assert score_assessment(one, date(2026, 11, 23)).out_of_scope_answered == ()
