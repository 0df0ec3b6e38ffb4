from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings

from assessments.answer import Answer, Grade, State
from assessments.assessment import Assessment, Assessor, Partner, Reopening, Scope
from assessments.record import assessment_from_record, assessment_record, fingerprint
from assessments.record_fields import RecordError
from tests.assessment_strategies import QUESTIONNAIRE, assessments

DAY = date(2026, 11, 20)


def a_full_one() -> Assessment:
    return Assessment(
        id=UUID(int=2),
        partner=Partner(UUID(int=1), "Brightfield", "AGY", "UK", "example.org", "Ann", ("a", "b"), archived=False),
        partner_type="AGY",
        purpose="Media partnership",
        questionnaire=QUESTIONNAIRE,
        scope=Scope.FULL,
        assessor=Assessor(UUID(int=3), "A. Assessor"),
        own_name="Nordwind",
        created_at=datetime(2026, 11, 1, 9, tzinfo=UTC),
        answers={
            "G1": Answer(State.RATED, 4, grade=Grade.SEEN, note="Seen.", answered_on=DAY),
            "T4": Answer(State.UNKNOWN, answered_on=DAY),
        },
        weights={name: Fraction(1, 3) for name in QUESTIONNAIRE.dimension_by_id},
        switched_on=frozenset({"R2"}),
        gut_feeling=60,
        final_at=datetime(2026, 11, 20, tzinfo=UTC),
        finished_on=DAY,
        reopenings=(Reopening(datetime(2026, 11, 5, tzinfo=UTC), "New evidence"),),
    )


def shuffled(value: Any, chance: random.Random) -> Any:
    """The same JSON with keys in another order."""
    if isinstance(value, dict):
        items = [(key, shuffled(item, chance)) for key, item in value.items()]
        chance.shuffle(items)
        return dict(items)
    return [shuffled(item, chance) for item in value] if isinstance(value, list) else value


@settings(max_examples=60, deadline=None)
@given(assessments())
def test_a_record_read_back_is_the_same_assessment(assessment: Assessment) -> None:
    record = json.loads(json.dumps(assessment_record(assessment)))
    assert assessment_from_record(record) == assessment
    assert assessment_from_record(record).questionnaire.content_hash == assessment.questionnaire.content_hash


@settings(max_examples=30, deadline=None)
@given(assessments())
def test_the_fingerprint_does_not_depend_on_the_order_of_keys(assessment: Assessment) -> None:
    record = shuffled(assessment_record(assessment), random.Random(1))
    backwards = replace(
        assessment,
        answers=dict(reversed([*assessment.answers.items()])),
        weights=dict(reversed([*assessment.weights.items()])),
    )
    expected = fingerprint(assessment, DAY)
    assert fingerprint(assessment_from_record(record), DAY) == fingerprint(backwards, DAY) == expected
    assert len(expected) == 64


@pytest.mark.parametrize(
    "change",
    [
        lambda a: replace(a, partner=replace(a.partner, name="Brightfield Ltd")),
        lambda a: replace(a, partner=replace(a.partner, country="FR")),
        lambda a: replace(a, partner=replace(a.partner, tags=("a",))),
        lambda a: replace(a, partner_type="TEC"),
        lambda a: replace(a, purpose="Other"),
        lambda a: replace(a, scope=Scope.QUICK),
        lambda a: replace(a, assessor=replace(a.assessor, name="B. Assessor")),
        lambda a: replace(a, own_name="Südwind"),
        lambda a: replace(a, answers={**a.answers, "G1": replace(a.answers["G1"], rating=5)}),
        lambda a: replace(a, answers={**a.answers, "G1": replace(a.answers["G1"], note="Seen!")}),
        lambda a: replace(a, answers={**a.answers, "G1": replace(a.answers["G1"], grade=Grade.STATED)}),
        lambda a: replace(a, answers={**a.answers, "G1": replace(a.answers["G1"], evidence_date=DAY)}),
        lambda a: replace(a, answers={"G1": a.answers["G1"]}),
        lambda a: replace(a, weights={}),
        lambda a: replace(a, switched_on=frozenset()),
        lambda a: replace(a, gut_feeling=None),
        lambda a: replace(a, gut_feeling=0),
        lambda a: replace(a, reopenings=()),
        lambda a: replace(a, final_at=None, finished_on=None),
        lambda a: replace(a, questionnaire=replace(a.questionnaire, title="Other")),
    ],
)
def test_everything_printed_changes_the_fingerprint(change: Callable[[Assessment], Assessment]) -> None:
    assert fingerprint(change(a_full_one()), DAY) != fingerprint(a_full_one(), DAY)


def test_the_day_changes_the_fingerprint_and_archiving_does_not() -> None:
    one = a_full_one()
    assert fingerprint(one, date(2026, 11, 21)) != fingerprint(one, DAY)
    archived = replace(one, partner=replace(one.partner, archived=True))
    assert fingerprint(archived, DAY) == fingerprint(one, DAY)


@pytest.mark.parametrize(
    ("broken", "sentence"),
    [
        (lambda r: r.update(format="other"), "format must be “rapport-assessment”."),
        (lambda r: r.update(version=9), "version 9 is not known"),
        (lambda r: r.update(version=9, later=[]), "version 9 is not known"),
        (lambda r: r.pop("partner"), "partner is missing."),
        (lambda r: r["partner"].update(name="\x07"), "partner.name: "),
        (lambda r: r["partner"].update(surprise=1), "partner.surprise is not known here."),
        (lambda r: r["assessment"]["answers"][0].update(rating=True), "assessment.answers[0].rating must be"),
        (
            lambda r: r["assessment"]["reopenings"].append(r["assessment"]["reopenings"][0]),
            "in the order they happened",
        ),
        (lambda r: r["questionnaire"].pop("dimensions"), "questionnaire: "),
        (lambda r: r.update(questionnaire=3), "questionnaire must be an object"),
    ],
)
def test_a_bad_record_is_refused_with_its_place(broken: Callable[[dict[str, Any]], object], sentence: str) -> None:
    record = json.loads(json.dumps(assessment_record(a_full_one())))
    broken(record)
    with pytest.raises(RecordError) as error:
        assessment_from_record(record)
    assert sentence in str(error.value)
