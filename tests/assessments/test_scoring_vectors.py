from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from assessments.answer import Answer, Grade, State
from assessments.assessment import Assessment
from assessments.band import Band
from assessments.questionnaire import GateRule, Question
from assessments.recommendation import band_of
from assessments.result import Result, Rule, Score
from assessments.scoring import score_assessment
from tests.assessments.small_assessments import THRESHOLDS, assessed, questionnaire
from tests.assessments.vectors import VECTORS


def question(data: Mapping[str, Any]) -> Question:
    return Question(
        id=data["id"],
        dimension=data["dimension"],
        title=data["id"],
        text="?",
        why="",
        evidence="",
        anchors=("1", "2", "3", "4", "5"),
        weight=Fraction(str(data["weight"])),
        core=data.get("core", True),
        gate=GateRule.ALWAYS if data["gate"] else GateRule.NONE,
        two_sided=False,
        applies_to=frozenset({"TEC"}),
        evidence_months=data.get("months", 12),
    )


def answer(data: Mapping[str, Any], as_of: date) -> Answer:
    if data.get("unknown"):
        return Answer(State.UNKNOWN, answered_on=as_of)
    if data.get("na"):
        return Answer(State.NOT_APPLICABLE, reason="Does not apply.", answered_on=as_of)
    day = date.fromisoformat(data["date"])
    return Answer(State.RATED, data["rating"], grade=Grade(data["grade"]), evidence_date=day, answered_on=as_of)


def assessment(weights: Mapping[str, Any], questions: list[Question], answers: Mapping[str, Answer]) -> Assessment:
    shares = {key: Fraction(str(weight)) for key, weight in weights.items()}
    return assessed(questionnaire(questions, shares), answers)


def meets(score: Score | None, expected: Mapping[str, Any], tolerance: float) -> None:
    assert score is not None
    for name, value in expected.items():
        found = getattr(score, name)
        assert found is value if value is None else float(found) == pytest.approx(value, abs=tolerance), name


def scored(vector_id: str) -> Result:
    """Score a vector and compare every figure that it gives."""
    vector = VECTORS[vector_id]
    inputs, expected, tolerance = vector["inputs"], vector["expected"], vector["tolerance"]["value"]
    as_of = date.fromisoformat(inputs["as_of"])
    answers = {key: answer(data, as_of) for key, data in inputs["answers"].items()}
    result = score_assessment(assessment(inputs["dimensions"], [*map(question, inputs["questions"])], answers), as_of)
    for key, figures in expected["dimensions"].items():
        meets(result.dimensions[key], figures, tolerance)
    meets(result.overall, expected["overall"], tolerance)
    assert result.recommendation.band == expected["recommendation"]
    return result


def test_exact_75_is_proceed() -> None:
    assert scored("exact_75_is_proceed").recommendation.settled


def test_coverage_is_by_dimension_weight() -> None:
    recommendation = scored("coverage_is_by_dimension_weight").recommendation
    assert {reason.rule for reason in recommendation.reasons} == {Rule.SCORE, Rule.DIMENSION_FLOOR}


def test_not_applicable_over_a_quarter_caps() -> None:
    result = scored("not_applicable_over_a_quarter_caps")
    assert [reason.rule for reason in result.recommendation.reasons] == [Rule.TOO_MUCH_NOT_APPLICABLE]


def test_stale_gate_caps_at_conditions() -> None:
    result = scored("stale_gate_caps_at_conditions")
    assert result.gates[0].stale
    assert result.recommendation.if_confirmed is Band.PROCEED


def test_gate_one_declines_though_little_is_answered() -> None:
    result = scored("gate_one_declines_though_little_is_answered")
    assert result.gates[0].unverified
    assert result.ask_next[0].question_id == "a"


def test_month_end_is_clipped_and_still_fresh() -> None:
    scored("month_end_is_clipped_and_still_fresh")


def test_golden_case_proposed_rules() -> None:
    vector = VECTORS["golden_case_proposed_rules"]
    expected, tolerance, today = vector["expected_recomputed"], vector["tolerance"]["value"], date(2026, 11, 23)
    questions, answers = [], {}
    for place, item in enumerate(vector["inputs"]):
        key = f"q{place}"
        questions.append(question({"id": key, **item}))
        if item["level"] == "NA":
            answers[key] = answer({"na": True}, today)
        elif item["level"] is not None:
            data = {"rating": item["level"], "grade": item["evidence"], "date": today.isoformat()}
            answers[key] = answer(data, today)
    result = score_assessment(assessment(dict.fromkeys(expected["dimensions"], 1), questions, answers), today)
    names = {"point": "answered", "low": "supported", "high": "best"}
    for key, figures in expected["dimensions"].items():
        meets(result.dimensions[key], {names.get(n, n): v for n, v in figures.items()}, tolerance)
    meets(result.overall, {names.get(n, n): v for n, v in expected["overall"].items()}, tolerance)
    assert result.recommendation.band is Band.HOLD
    assert [(reason.rule, len(reason.ids)) for reason in result.recommendation.reasons] == [(Rule.GATE_OPEN, 1)]
    overall = result.overall
    assert overall is not None
    assert overall.answered is not None
    for name, points in (("low", overall.supported), ("point", overall.answered), ("high", overall.best)):
        assert band_of(points, THRESHOLDS) == expected[f"band_{name}"]
    held = {question.dimension for question in questions if question.id in result.recommendation.reasons[0].ids}
    assert sorted(held) == expected["unknown_gates"]
    low = [
        key for key, one in result.dimensions.items() if one is not None and one.supported < THRESHOLDS.dimension_floor
    ]
    assert [words.split()[0] for words in expected["floor_triggered"]] == low


def test_unknown_answers_two_rules() -> None:
    vector = VECTORS["unknown_answers_two_rules"]
    inputs, expected, today = vector["inputs"], vector["expected_recomputed"], date(2026, 11, 23)
    questions, answers = [], {}
    for place, (weight, score) in enumerate(zip(inputs["weights"], inputs["scores"], strict=True)):
        key = f"q{place}"
        questions.append(question({"id": key, "dimension": "goals", "weight": weight, "gate": False}))
        if score is not None:
            answers[key] = answer({"rating": score // 25 + 1, "grade": 3, "date": today.isoformat()}, today)
    score = score_assessment(assessment({"goals": 1}, questions, answers), today).overall
    low, high = expected["interval"]
    meets(
        score,
        {"answered": expected["redistributed"], "supported": low, "best": high, "coverage": expected["coverage"]},
        vector["tolerance"]["value"],
    )
