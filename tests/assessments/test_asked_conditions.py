"""Weak answers ask to become conditions until they have one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from assessments.asked_conditions import weak_without_condition
from assessments.conditions import Condition
from assessments.sample import sample_assessments
from assessments.scoring import score_assessment
from assessments.sheets import NO_SHEETS, Sheet

DAY = date(2026, 11, 23)


def test_every_weak_answer_in_scope_asks_and_a_condition_settles_it() -> None:
    for sample in sample_assessments(DAY):
        assessment = replace(sample, sheets=NO_SHEETS)
        result = score_assessment(assessment, DAY)
        asking = weak_without_condition(assessment, result)
        assert all(assessment.answer(key).rating in (1, 2) for key in asking)
        assert len(asking) == sum(assessment.answer(key).rating in (1, 2) for key in result.in_scope)
        if asking:
            condition = Condition(UUID(int=1), "Mend it", question_id=asking[0])
            settled = NO_SHEETS.with_rows(Sheet.CONDITIONS, [condition])
            assert weak_without_condition(replace(assessment, sheets=settled), result) == asking[1:]
