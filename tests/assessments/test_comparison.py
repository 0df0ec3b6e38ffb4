from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.answer import Grade
from assessments.assessment import Assessment, Scope
from assessments.comparison import Comparison, WeightsFrom, compare, standing
from assessments.comparison_table import dimension_rows, question_rows
from assessments.result import Result
from assessments.scoring import score_assessment
from tests.assessments.small_assessments import (
    DIMENSIONS,
    LEFT_OUT,
    TODAY,
    assessed,
    partners,
    question,
    questionnaire,
    rated,
    scored_at,
)


def entry(assessment: Assessment) -> tuple[Assessment, Result]:
    return assessment, score_assessment(assessment, TODAY)


def compared(*assessments: Assessment) -> Comparison:
    return compare([entry(one) for one in assessments])


def three() -> list[Assessment]:
    return [
        scored_at(100, 75, 75, 75, 75, number=1),
        scored_at(75, 75, 50, 50, 50, number=2),
        scored_at(50, 50, 50, 50, 100, number=3),
    ]


@pytest.mark.parametrize("count", [0, 1, 13])
def test_fewer_than_two_or_more_than_twelve_partners_are_refused(count: int) -> None:
    with pytest.raises(ValueError, match="2 to 12 partners"):
        compared(*(scored_at(100, number=number) for number in range(count)))


def test_one_assessment_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="chosen twice"):
        compared(scored_at(100), scored_at(75))


def test_twelve_partners_stand_in_the_order_of_their_points() -> None:
    found = compared(*(scored_at(25 * (n % 5), 50, number=n + 1) for n in range(12)))
    assert [one.place for one in standing(found)] == [10, 7, 5, 3, 1, 10, 7, 5, 3, 1, 10, 7]


@given(partners(3, 6))
def test_adding_a_partner_never_changes_anothers_score_or_points(assessments: list[Assessment]) -> None:
    fewer, more = compared(*assessments[:-1]), compared(*assessments)
    for one, other in zip(fewer.partners, more.partners, strict=False):
        assert one.result == other.result
    shown = [one.points for one in standing(more)]
    assert [one.points for one in standing(fewer)] == shown[:-1]


@given(partners(), st.data())
def test_the_order_in_which_partners_are_given_permutes_the_standing(
    assessments: list[Assessment], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(assessments))))
    found = standing(compared(*assessments))
    assert standing(compared(*(assessments[place] for place in order))) == tuple(found[place] for place in order)


@given(partners())
def test_points_at_the_common_weights_are_the_supported_scores(assessments: list[Assessment]) -> None:
    found = compared(*assessments)
    for partner, one in zip(found.partners, standing(found), strict=True):
        overall = partner.own.overall
        if overall is None:
            assert one.points is None
        else:
            assert one.points == pytest.approx(float(overall.supported), abs=1e-8)


def test_what_if_weights_turn_the_order_and_are_stored_nowhere() -> None:
    found = compared(*three())
    assert [one.place for one in standing(found)] == [1, 2, 2]
    tilted = standing(found, {**dict.fromkeys(DIMENSIONS, Fraction(0)), "learning": Fraction(1)})
    assert [(one.place, one.points) for one in tilted] == [(2, 75), (3, 50), (1, 100)]
    assert [one.place for one in standing(found)] == [1, 2, 2]


def test_a_dimension_that_does_not_apply_to_a_partner_leaves_its_points() -> None:
    one = scored_at(75, 25)
    other = replace(one, id=three()[1].id, answers={**one.answers, "value1": LEFT_OUT})
    found = compared(one, other)
    assert [s.points for s in standing(found)] == [50, 75]
    assert standing(found, {"goals": Fraction(0), "value": Fraction(1)})[1].points is None
    assert standing(found, {"goals": Fraction(0), "value": Fraction(1)})[1].place == 2


def test_the_shared_weights_are_the_assessments_own_where_these_agree() -> None:
    first, second, _ = three()
    weights = dict(zip(DIMENSIONS, map(Fraction, (2, 2, 2, 2, 1)), strict=True))
    agreed = compared(replace(first, weights=weights), replace(second, weights={k: w * 3 for k, w in weights.items()}))
    assert agreed.weights_from is WeightsFrom.ASSESSMENTS
    assert agreed.weights["learning"] == Fraction(1, 9)
    mixed = compared(replace(first, weights=weights), second)
    assert mixed.weights_from is WeightsFrom.QUESTIONNAIRE
    assert set(mixed.weights.values()) == {Fraction(1, 5)}


def test_questionnaires_with_other_weights_are_compared_at_equal_ones() -> None:
    first, second, _ = three()
    heavier = tuple(replace(d, weight=d.weight + (d.id == "goals")) for d in second.questionnaire.dimensions)
    changed = replace(second, questionnaire=replace(second.questionnaire, dimensions=heavier))
    found = compared(first, changed)
    assert found.weights_from is WeightsFrom.EQUAL
    assert found.common.versions_differ


def versions() -> tuple[Assessment, Assessment]:
    """Two versions of a questionnaire: g2 is new, v1 reads differently."""
    weights = {"goals": Fraction(1), "value": Fraction(1)}
    g1, g2, v1 = question("g1", "goals"), question("g2", "goals"), question("v1", "value")
    old = questionnaire([g1, v1], weights)
    new = replace(questionnaire([g1, g2, replace(v1, text="Another question?")], weights), version="2.0")
    return (
        assessed(old, {"g1": rated(5), "v1": rated(1)}, 1),
        assessed(new, {"g1": rated(4), "g2": rated(1), "v1": rated(5)}, 2),
    )


def test_versions_are_compared_on_questions_of_the_same_id_and_content_only() -> None:
    found = compared(*versions())
    assert found.common.versions_differ
    assert not found.common.scopes_differ
    assert [q.id for q in found.common.questions] == ["g1"]
    assert found.common.of_all == 3
    assert [one.points for one in standing(found)] == [100, 75]
    assert [d.id for d in found.dimensions] == ["goals"]
    assert [row.question.id for row in question_rows(found)] == ["g1"]


def test_the_own_result_stays_beside_the_limited_one() -> None:
    old, new = versions()
    found = compared(old, new)
    assert found.partners[1].own == score_assessment(new, TODAY)
    assert found.partners[1].own.overall != found.partners[1].result.overall


def test_a_quick_assessment_is_compared_with_a_full_one_on_the_core_questions() -> None:
    weights = {"goals": Fraction(1)}
    instrument = questionnaire([question("g1", "goals"), replace(question("g2", "goals"), core=False)], weights)
    full = assessed(instrument, {"g1": rated(3), "g2": rated(5)}, 1)
    quick = replace(assessed(instrument, {"g1": rated(4), "g2": rated(5)}, 2), scope=Scope.QUICK)
    found = compared(full, quick)
    assert found.common.scopes_differ
    assert not found.common.versions_differ
    assert [one.points for one in standing(found)] == [50, 75]


def test_partner_types_are_no_difference_of_scope() -> None:
    weights = {"goals": Fraction(1)}
    both = frozenset({"TEC", "AGY"})
    questions = [replace(question("g1", "goals"), applies_to=both), question("g2", "goals")]
    instrument = questionnaire(questions, weights)
    technology = assessed(instrument, {"g1": rated(3), "g2": rated(5)}, 1)
    agency = replace(assessed(instrument, {"g1": rated(3)}, 2), partner_type="AGY")
    found = compared(technology, agency)
    assert not found.common.is_limited
    assert [row.answers[1] for row in question_rows(found)] == [rated(3), None]
    assert [row.differs for row in question_rows(found)] == [False, True]


def test_assessments_without_a_common_question_are_refused() -> None:
    one = scored_at(100)
    stranger = assessed(questionnaire([question("x", "goals")], {"goals": Fraction(1)}), {"x": rated(5)}, 2)
    with pytest.raises(ValueError, match="no question in common"):
        compared(one, stranger)


def test_rows_say_whether_partners_differ_in_points_or_in_evidence() -> None:
    one = scored_at(75, 50)
    other = replace(one, id=three()[1].id, answers={"goals1": rated(4, Grade.STATED), "value1": rated(3)})
    found = compared(one, other)
    assert [row.differs for row in question_rows(found)] == [True, False]
    assert [row.differs for row in dimension_rows(found)] == [True, False]
    noted = replace(other, answers={**one.answers, "value1": replace(rated(3), note="Seen in May.")})
    assert not any(row.differs for row in question_rows(compared(one, noted)))
