from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from assessments.answer import Answer, Grade, State
from assessments.assessment import Assessment, Scope
from assessments.check_again import check_again
from assessments.freshness import is_firm
from assessments.questionnaire_file import packaged_questionnaire
from assessments.wording_evidence import check_again_words, freshness_words
from tests.assessment_strategies import assessments
from tests.conftest import TODAY
from tests.models.builders import an_assessment, rated

G1 = packaged_questionnaire().questions["G1"]
YEAR_AGO = date(2025, 11, 23)  # 12 months to the day: fresh until today, stale tomorrow


def dated(day: date, grade: Grade = Grade.SEEN) -> Answer:
    return rated(4, grade, evidence_date=day)


def test_stale_evidence_comes_before_what_goes_stale_soon() -> None:
    answers = {"G1": dated(YEAR_AGO), "V1": dated(date(2024, 5, 31)), "T4": dated(TODAY), "R1": dated(YEAR_AGO)}
    found = check_again(an_assessment(answers=answers), TODAY)
    assert [(one.question_id, one.stale_from, one.is_stale) for one in found] == [
        ("V1", date(2025, 6, 1), True),
        ("G1", date(2026, 11, 24), False),
        ("R1", date(2026, 11, 24), False),
    ]
    assert [check_again_words(one, str) for one in found[:2]] == [
        "Stale since 2025-06-01: it counts one rating lower.",
        "Stale from 2026-11-24.",
    ]


def test_soon_is_sixty_days_and_the_last_of_them_counts() -> None:
    on_the_last = TODAY + timedelta(60) - timedelta(1)
    for day, listed in ((on_the_last, True), (on_the_last + timedelta(1), False)):
        answers = {"G1": dated(date(day.year - 1, day.month, day.day))}
        assert bool(check_again(an_assessment(answers=answers), TODAY)) == listed
    answers = {"G1": dated(YEAR_AGO)}
    assert check_again(an_assessment(answers=answers), TODAY, within_days=0) == ()
    assert check_again(an_assessment(answers=answers), TODAY, within_days=1)
    assert check_again(an_assessment(answers=answers), TODAY, within_days=10**6)


def test_only_ratings_that_evidence_supports_are_listed() -> None:
    old = date(2020, 1, 1)
    for answer in (
        dated(old, Grade.STATED),
        rated(4, None, evidence_date=old),
        Answer(State.UNKNOWN, grade=Grade.SEEN, evidence_date=old, answered_on=old),
        Answer(grade=Grade.VERIFIED, evidence_date=old),
    ):
        assert check_again(an_assessment(answers={"G1": answer}), TODAY) == ()
        assert freshness_words(answer, G1, TODAY, str) == ""


def test_an_undated_answer_counts_from_its_own_day_and_one_out_of_scope_is_left_out() -> None:
    answer = rated(4, answered_on=date(2025, 1, 1))
    assert check_again(an_assessment(answers={"G1": answer}), TODAY)[0].counted_from == date(2025, 1, 1)
    not_core = next(q.id for q in packaged_questionnaire().questions.values() if not q.core and q.gate == "none")
    assert check_again(an_assessment(answers={not_core: answer}), TODAY)
    assert check_again(an_assessment(answers={not_core: answer}, scope=Scope.QUICK), TODAY) == ()


def test_the_card_says_until_when_and_since_when() -> None:
    assert freshness_words(dated(TODAY), G1, TODAY, str) == "Fresh until 2027-11-23, stale from 2027-11-24."
    stale = freshness_words(dated(YEAR_AGO), G1, TODAY + timedelta(1), str)
    assert stale == "Stale since 2026-11-24: counts one rating lower until it is renewed."


@given(one=assessments(), days=st.integers(0, 400))
def test_what_is_listed_as_stale_is_what_no_longer_supports_its_rating(one: Assessment, days: int) -> None:
    found = check_again(one, TODAY, days)
    questions = one.questionnaire.questions
    for item in found:
        answer, question = one.answer(item.question_id), questions[item.question_id]
        assert item.is_stale == (not is_firm(answer, question, TODAY))
        assert not is_firm(answer, question, TODAY + timedelta(days))
        assert is_firm(answer, question, item.stale_from - timedelta(1))
        assert not is_firm(answer, question, item.stale_from)
