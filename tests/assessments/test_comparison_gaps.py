from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction
from types import MappingProxyType
from uuid import UUID

from assessments.answer import Answer, Grade, State
from assessments.assessment import Assessment, Assessor, Partner, Scope
from assessments.comparison import Comparison, compare, standing
from assessments.comparison_gaps import gate_rows, question_gaps
from assessments.questionnaire_file import packaged_questionnaire
from assessments.result import GateOutcome
from assessments.scoring import score_assessment

TODAY = date(2026, 11, 23)
QUESTIONNAIRE = packaged_questionnaire()


def rated(rating: int, grade: Grade = Grade.SEEN) -> Answer:
    return Answer(State.RATED, rating, grade=grade, answered_on=TODAY)


def assessed(number: int, kind: str = "AGY", /, **answers: Answer) -> Assessment:
    """Return an assessment in which every question is rated 4 but for the answers given."""
    every: Mapping[str, Answer] = {**dict.fromkeys(QUESTIONNAIRE.questions, rated(4)), **answers}
    return Assessment(
        id=UUID(int=number),
        partner=Partner(UUID(int=100 + number), f"Partner {number}", kind),
        partner_type=kind,
        purpose="",
        questionnaire=QUESTIONNAIRE,
        scope=Scope.FULL,
        assessor=Assessor(UUID(int=5), "Media lead"),
        own_name="",
        created_at=datetime(2026, 10, 2, 9, 0, tzinfo=UTC),
        answers=MappingProxyType(every),
    )


def compared(*assessments: Assessment) -> Comparison:
    return compare([(one, score_assessment(one, TODAY)) for one in assessments])


def test_a_gap_is_what_one_answer_moves_the_supported_score() -> None:
    comparison = compared(assessed(1), assessed(2, G2=rated(2)))
    gaps = {gap.row.question.id: gap.apart for gap in question_gaps(comparison, comparison.weights)}
    goals = QUESTIONNAIRE.dimension_by_id["goals"].questions
    asked = [question for question in goals if "AGY" in question.applies_to]
    expected = Fraction(1, 5) * QUESTIONNAIRE.questions["G2"].weight / sum(q.weight for q in asked) * 50
    assert gaps["G2"] == expected
    first, second = (one.own.overall for one in comparison.partners)
    assert first is not None
    assert second is not None
    assert first.supported - second.supported == expected
    assert {key for key, apart in gaps.items() if apart} == {"G2"}


def test_the_gaps_of_two_partners_of_one_type_add_up_to_the_difference_of_their_scores() -> None:
    weak = rated(2)
    comparison = compared(assessed(1), assessed(2, G1=weak, V2=weak, T3=weak, R6=weak, L1=weak))
    total = sum(gap.apart for gap in question_gaps(comparison, comparison.weights))
    high, low = (found.points for found in standing(comparison))
    assert high is not None
    assert low is not None
    assert abs(float(total) - (high - low)) < 1e-6


def test_weak_evidence_sets_partners_apart_and_equal_answers_do_not() -> None:
    comparison = compared(assessed(1), assessed(2, G2=rated(4, Grade.STATED)))
    assert [gap.row.question.id for gap in question_gaps(comparison, comparison.weights) if gap.apart] == ["G2"]
    # Fewer questions apply to a researcher, so each weighs more; that is no difference between the answers.
    other = compared(assessed(1), assessed(2, "RES"))
    assert not any(gap.apart for gap in question_gaps(other, other.weights) if not gap.row.differs)


def test_a_partner_to_whom_a_question_does_not_apply_is_left_out_of_its_gap() -> None:
    absent = Answer(State.NOT_APPLICABLE, reason="Nothing of it.", answered_on=TODAY)
    comparison = compared(assessed(1), assessed(2, G2=absent))
    gaps = {gap.row.question.id: gap for gap in question_gaps(comparison, comparison.weights)}
    assert gaps["G2"].row.differs
    assert gaps["G2"].apart == 0


def test_weights_of_a_what_if_decide_how_far_apart_answers_are() -> None:
    comparison = compared(assessed(1), assessed(2, G2=rated(2)))
    none = {key: Fraction(0) for key in comparison.weights} | {"value": Fraction(1)}
    assert not any(gap.apart for gap in question_gaps(comparison, none))
    only = {key: Fraction(0) for key in comparison.weights} | {"goals": Fraction(1)}
    by_goals = {gap.row.question.id: gap.apart for gap in question_gaps(comparison, only)}
    by_all = {gap.row.question.id: gap.apart for gap in question_gaps(comparison, comparison.weights)}
    assert by_goals["G2"] == 5 * by_all["G2"]


def test_gates_differ_by_how_they_stand_or_for_whom_they_count() -> None:
    open_gate = Answer(State.UNKNOWN, answered_on=TODAY)
    comparison = compared(assessed(1), assessed(2, G1=open_gate), assessed(3, "RES"))
    rows = {row.question.id: row for row in gate_rows(comparison)}
    outcomes = [gate.outcome if gate else None for gate in rows["G1"].gates]
    assert outcomes == [GateOutcome.PASSED, GateOutcome.OPEN, GateOutcome.PASSED]
    assert rows["G1"].differs
    assert not rows["G6"].differs
    left_out = [key for key, row in rows.items() if None in row.gates]
    assert left_out
    assert all(rows[key].differs for key in left_out)


def test_an_optional_gate_counts_only_where_it_is_switched_on() -> None:
    assert "R2" not in {row.question.id for row in gate_rows(compared(assessed(1), assessed(2)))}
    switched = replace(assessed(2), switched_on=frozenset({"R2"}))
    rows = {row.question.id: row for row in gate_rows(compared(assessed(1), switched))}
    assert rows["R2"].gates[0] is None
    assert rows["R2"].differs
