from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.answer import Answer, Grade
from assessments.assessment import Assessment, Scope
from assessments.contradiction_rules import ContradictionKind, GateWithoutEvidence, RatingAgainstMeasure
from assessments.contradictions import Contradiction, contradictions
from assessments.evidence import Link
from assessments.questionnaire import GateRule
from assessments.questionnaire_fields import QuestionnaireError
from assessments.questionnaire_file import (
    PACKAGED,
    packaged_questionnaire,
    questionnaire_body,
    questionnaire_from_body,
    read_questionnaire,
)
from assessments.risk_register import Risk
from assessments.scoring import score_assessment
from assessments.shared_goals import Goal
from assessments.sheets import Sheet, Sheets
from assessments.value_exchange import Exchange, Kind, Side
from assessments.wording_contradictions import contradiction_words
from resources import FOLDER
from tests.assessment_strategies import assessments
from tests.conftest import TODAY
from tests.models.builders import an_assessment, rated

FILE = (FOLDER / PACKAGED).read_text(encoding="utf-8")
TILTED = (
    Exchange(UUID(int=1), "Fee", Side.OURS, Kind.MONEY, 5, 5),
    Exchange(UUID(int=2), "Data", Side.THEIRS, Kind.DATA, 2, 1),
)
"""Our return 1/5, theirs 5/2: balance 0.08."""


def goals(*pairs: tuple[int, int]) -> tuple[Goal, ...]:
    return tuple(Goal(UUID(int=place), f"Goal {place}", ours=a, theirs=b) for place, (a, b) in enumerate(pairs))


def with_answers(answers: dict[str, Answer], **sheets: object) -> Assessment:
    return an_assessment(answers=answers, sheets=Sheets(**sheets))  # type: ignore[arg-type]


def found(assessment: Assessment) -> tuple[Contradiction, ...]:
    return contradictions(assessment, score_assessment(assessment, TODAY))


def words(assessment: Assessment) -> list[str]:
    return [contradiction_words(one, assessment, str) for one in found(assessment)]


def test_a_fair_rating_over_a_tilted_exchange_names_both_places() -> None:
    assessment = with_answers({"V3": rated(5)}, exchanges=TILTED)
    (only,) = found(assessment)
    assert [(place.question_id, place.sheet) for place in only.places] == [("V3", None), ("", Sheet.EXCHANGES)]
    assert (only.value, only.favoured) == (Fraction(2, 25), Side.THEIRS)
    assert words(assessment) == [
        "V3 Fairness of the exchange is rated 5, while the value exchange balances at 0.08 (expected: 0.60 or more). "
        "It favours them."
    ]


def test_a_rating_below_five_or_a_balance_of_exactly_the_limit_is_no_contradiction() -> None:
    assert found(with_answers({"V3": rated(4)}, exchanges=TILTED)) == ()
    even = (TILTED[0], replace(TILTED[1], cost=5, worth=3))  # returns 3/5 and 1
    assert found(with_answers({"V3": rated(5)}, exchanges=even)) == ()


def test_a_shared_outcome_rated_five_with_goals_apart_is_shown() -> None:
    apart = with_answers({"G1": rated(5)}, goals=goals((5, 0), (0, 5)))
    assert words(apart) == [
        "G1 Shared outcome is rated 5, while the shared goals align at 0 of 100 (expected: 50 or more)."
    ]
    assert found(with_answers({"G1": rated(5)}, goals=goals((5, 0), (5, 5)))) == ()  # exactly 50


def test_a_figure_just_under_the_limit_is_never_shown_as_the_limit() -> None:
    assessment = with_answers({"G1": rated(5), "V3": rated(5)}, exchanges=TILTED, goals=goals((5, 0), (0, 5)))
    fairness, outcome = found(assessment)
    nearly = [replace(fairness, value=Fraction(5999, 10000)), replace(outcome, value=Fraction(4999, 100))]
    said = [contradiction_words(one, assessment, str) for one in nearly]
    assert "balances at 0.59 (" in said[0]
    assert "align at 49 of 100 (" in said[1]


def test_a_serious_risk_without_owner_leads_to_its_row() -> None:
    risks = (
        Risk(UUID(int=1), "Small", 2, 3),
        Risk(UUID(int=2), "Unlawful profiling", 3, 5, owner=" "),
        Risk(UUID(int=3), "Owned", 5, 5, owner="Legal"),
    )
    assessment = with_answers({}, risks=risks)
    (only,) = found(assessment)
    assert (only.places[0].sheet, only.places[0].row_id, only.risk) == (Sheet.RISKS, UUID(int=2), "K2")
    assert words(assessment) == ["Risk K2, “Unlawful profiling”, has an exposure of 15 and no owner."]


@pytest.mark.parametrize("grade", [None, Grade.ASSUMED])
def test_a_gate_passed_on_an_assumption_is_shown(grade: Grade | None) -> None:
    assert words(with_answers({"T4": rated(4, grade)})) == [
        "T4 Openness about AI use is a gate rated 4 on an assumption, with no file and no link behind it."
    ]


def test_a_gate_with_their_word_a_link_or_a_bad_rating_is_no_contradiction() -> None:
    link = Link(UUID(int=1), "T4", "https://example.org", datetime(2026, 11, 1, tzinfo=UTC))
    assert found(with_answers({"T4": rated(4, Grade.STATED)})) == ()
    assert found(replace(with_answers({"T4": rated(4, None)}), links=(link,))) == ()
    assert found(with_answers({"T4": rated(2, None)})) == ()
    assert found(with_answers({"R2": rated(5, None)})) == ()  # optional, not switched on
    assert len(found(replace(with_answers({"R2": rated(5, None)}), switched_on=frozenset({"R2"})))) == 1


def test_a_question_out_of_scope_contradicts_nothing() -> None:
    question = packaged_questionnaire().questions["V3"]
    quick = replace(with_answers({"V3": rated(5)}, exchanges=TILTED), scope=Scope.QUICK)
    assert question.gate is GateRule.NONE
    assert bool(found(quick)) == question.core
    dropped = replace(question, core=False)
    dimensions = [
        replace(one, questions=tuple(dropped if q.id == "V3" else q for q in one.questions))
        for one in quick.questionnaire.dimensions
    ]
    narrower = replace(quick.questionnaire, dimensions=tuple(dimensions))
    assert found(replace(quick, questionnaire=narrower)) == ()


def test_undefined_measures_say_nothing() -> None:
    assessment = with_answers({"G1": rated(5), "V3": rated(5)}, goals=goals((5, 0)), exchanges=TILTED[:1])
    assert found(assessment) == ()


@given(one=assessments())
def test_sheets_links_and_contradiction_rules_never_change_a_score(one: Assessment) -> None:
    bare = replace(one, sheets=Sheets(), links=(), questionnaire=replace(one.questionnaire, contradictions=()))
    as_of = one.as_of(TODAY)
    assert score_assessment(one, as_of) == score_assessment(bare, as_of)
    result = score_assessment(one, as_of)
    for each in contradictions(one, result):
        assert 1 <= len(each.places) <= 2
        assert contradiction_words(each, one, str)


# --- in the questionnaire file


def test_the_packaged_questionnaire_looks_for_the_four_of_the_method() -> None:
    fairness, outcome, risk, gate = packaged_questionnaire().contradictions
    assert isinstance(fairness, RatingAgainstMeasure)
    assert (fairness.question_id, fairness.rating, fairness.below) == ("V3", 5, Fraction(3, 5))
    assert isinstance(outcome, RatingAgainstMeasure)
    assert (outcome.question_id, outcome.below) == ("G1", Fraction(50))
    assert risk.kind is ContradictionKind.RISK_WITHOUT_OWNER
    assert isinstance(gate, GateWithoutEvidence)


def test_rules_are_part_of_the_content_and_survive_being_stored() -> None:
    whole = packaged_questionnaire()
    assert questionnaire_from_body(questionnaire_body(whole)) == whole
    assert questionnaire_from_body(questionnaire_body(whole)).content_hash == whole.content_hash
    other = read_questionnaire(FILE.replace("below = 0.6", "below = 0.5"), "other.toml")
    assert other.content_hash != whole.content_hash


def test_a_text_from_before_there_were_rules_keeps_its_meaning_and_its_hash() -> None:
    old = read_questionnaire(FILE[: FILE.index("# Shown beside the score")], "old.toml")
    assert old.contradictions == ()
    keys = {
        "format",
        "id",
        "version",
        "title",
        "rating_labels",
        "partner_types",
        "thresholds",
        "dimensions",
        "questions",
    }
    assert json.loads(questionnaire_body(old)).keys() == keys  # exactly what was hashed then
    assert old.content_hash != packaged_questionnaire().content_hash
    assert found(replace(with_answers({"V3": rated(5)}, exchanges=TILTED), questionnaire=old)) == ()


RULE = '[[contradictions]]\nid = "x"\nkind = "{kind}"\n{fields}'
AGAINST = {"question": '"V3"', "rating": "5", "measure": '"balance"', "below": "0.6"}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"question": '"V99"'}, '"question" must be the id of a question of this questionnaire'),
        ({"rating": "6"}, '"rating" must be a whole number from 1 to 5'),
        ({"rating": '"5 or 1"'}, '"rating" must be a whole number'),
        ({"measure": '"__import__"'}, '"measure" must be one of alignment, balance'),
        ({"below": "1.5"}, '"below" must be a number above 0 and up to 1'),
        ({"below": "nan"}, '"below" must be a number'),
        ({"below": None}, '"below" is missing'),
        ({"extra": "1"}, "'extra' is not known"),
    ],
)
def test_a_wrong_rule_is_refused_with_file_rule_and_field(changes: dict[str, str | None], sentence: str) -> None:
    fields = {key: value for key, value in {**AGAINST, **changes}.items() if value is not None}
    text = FILE + RULE.format(
        kind="rating_against_measure", fields="\n".join(f"{key} = {value}" for key, value in fields.items())
    )
    with pytest.raises(QuestionnaireError) as refused:
        read_questionnaire(text, "own.toml")
    assert str(refused.value).startswith('own.toml, contradiction "x"')
    assert sentence in str(refused.value)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (RULE.format(kind="gate_without_evidence", fields="") * 2, '"x" stands there twice'),
        (RULE.format(kind="eval", fields=""), '"kind" must be one of rating_against_measure'),
        (RULE.format(kind="risk_without_owner", fields="exposure = 26"), "from 1 to 25"),
        ('[[contradictions]]\nid = "a b"\nkind = "gate_without_evidence"', "contradiction 5"),
    ],
)
def test_other_wrong_rules_are_refused(text: str, sentence: str) -> None:
    with pytest.raises(QuestionnaireError, match=sentence):
        read_questionnaire(FILE + "\n" + text, "own.toml")


def test_contradictions_that_are_no_list_are_refused() -> None:
    old = FILE[: FILE.index("# Shown beside the score")]
    with pytest.raises(QuestionnaireError, match='"contradictions" must be a list of tables'):
        read_questionnaire("contradictions = 3\n" + old, "own.toml")


@given(st.decimals(min_value=Decimal("0.001"), max_value=1, places=3), st.integers(1, 5), st.integers(1, 25))
def test_any_allowed_rule_is_read_back_as_written(below: Decimal, rating: int, exposure: int) -> None:
    fields = "\n".join(f"{k} = {v}" for k, v in {**AGAINST, "below": str(below), "rating": rating}.items())
    text = FILE + RULE.format(kind="rating_against_measure", fields=fields)
    text += "\n" + RULE.format(kind="risk_without_owner", fields=f"exposure = {exposure}").replace('"x"', '"y"')
    whole = read_questionnaire(text, "own.toml")
    assert questionnaire_from_body(questionnaire_body(whole)) == whole
