"""Assessments on small questionnaires of every shape, for properties of scores, draws and comparisons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction
from uuid import UUID

from hypothesis import strategies as st

from assessments.answer import Answer, Grade, State
from assessments.assessment import Assessment, Assessor, Partner, Scope
from assessments.questionnaire import Dimension, GateRule, Question, Questionnaire, Thresholds

TODAY = date(2026, 11, 23)
THRESHOLDS = Thresholds(
    Fraction(75), Fraction(60), Fraction(45), Fraction(40), Fraction("0.5"), Fraction("0.7"), Fraction("0.25")
)
DIMENSIONS = ("goals", "value", "trust", "risk", "learning")
UNKNOWN = Answer(State.UNKNOWN, answered_on=TODAY)
LEFT_OUT = Answer(State.NOT_APPLICABLE, reason="Does not apply.", answered_on=TODAY)


def rated(rating: int, grade: Grade = Grade.SEEN) -> Answer:
    return Answer(State.RATED, rating, grade=grade, answered_on=TODAY)


def question(key: str, dimension: str, weight: Fraction = Fraction(1), gate: GateRule = GateRule.NONE) -> Question:
    return Question(
        id=key,
        dimension=dimension,
        title=key,
        text="?",
        why="",
        evidence="",
        anchors=("1", "2", "3", "4", "5"),
        weight=weight,
        core=True,
        gate=gate,
        two_sided=False,
        applies_to=frozenset({"TEC"}),
        evidence_months=12,
    )


def questionnaire(questions: Sequence[Question], weights: Mapping[str, Fraction]) -> Questionnaire:
    dimensions = tuple(
        Dimension(key, key.title(), key.title(), weight, tuple(q for q in questions if q.dimension == key))
        for key, weight in weights.items()
    )
    labels = ("1", "2", "3", "4", "5")
    return Questionnaire("small", "1.0", "Small", labels, {"TEC": "Technology"}, dimensions, THRESHOLDS, "0" * 64)


def assessed(instrument: Questionnaire, answers: Mapping[str, Answer], number: int = 1) -> Assessment:
    return Assessment(
        id=UUID(int=number),
        partner=Partner(UUID(int=1000 + number), f"Partner {number}", "TEC"),
        partner_type="TEC",
        purpose="",
        questionnaire=instrument,
        scope=Scope.FULL,
        assessor=Assessor(UUID(int=1), ""),
        own_name="",
        created_at=datetime(2026, 1, 1, tzinfo=UTC),
        answers=answers,
    )


def scored_at(*scores: int, number: int = 1) -> Assessment:
    """Return an assessment whose dimensions are supported at these multiples of 25, all firmly."""
    questions = [question(f"{key}1", key) for key in DIMENSIONS[: len(scores)]]
    answers = {q.id: rated(score // 25 + 1) for q, score in zip(questions, scores, strict=True)}
    instrument = questionnaire(questions, dict.fromkeys(DIMENSIONS[: len(scores)], Fraction(1)))
    return assessed(instrument, answers, number)


weights = st.fractions(Fraction(1, 10), 10, max_denominator=20)
ratings = st.builds(rated, st.integers(1, 5), st.sampled_from(Grade))
firm_ratings = st.builds(rated, st.integers(2, 5), st.sampled_from([Grade.SEEN, Grade.VERIFIED]))


@st.composite
def questionnaires(draw: st.DrawFn) -> Questionnaire:
    """One to five dimensions of one to four questions; a gate now and then."""
    keys = DIMENSIONS[: draw(st.integers(1, 5))]
    rules = st.sampled_from([GateRule.NONE] * 7 + [GateRule.ALWAYS])
    questions = [
        question(f"{key}{place}", key, draw(weights), draw(rules))
        for key in keys
        for place in range(draw(st.integers(1, 4)))
    ]
    return questionnaire(questions, {key: draw(weights) for key in keys})


@st.composite
def answered(draw: st.DrawFn, instrument: Questionnaire, number: int = 1) -> Assessment:
    """Answers in any state, mostly rated, with weights of the assessment's own now and then."""
    given = st.one_of(firm_ratings, firm_ratings, firm_ratings, ratings, st.sampled_from([UNKNOWN, LEFT_OUT]))
    answers = {key: draw(given) for key in instrument.questions}
    own = {key: draw(weights) for key in instrument.dimension_by_id} if draw(st.booleans()) else {}
    return replace(assessed(instrument, answers, number), weights=own)


@st.composite
def small_assessments(draw: st.DrawFn) -> Assessment:
    return draw(answered(draw(questionnaires())))


@st.composite
def partners(draw: st.DrawFn, least: int = 2, most: int = 5) -> list[Assessment]:
    """Several partners assessed on the same questionnaire with the same weights."""
    instrument = draw(questionnaires())
    count = draw(st.integers(least, most))
    return [replace(draw(answered(instrument, number)), weights={}) for number in range(1, count + 1)]


def shuffled_questionnaire(instrument: Questionnaire, draw: st.DataObject) -> Questionnaire:
    """Return the same questionnaire with its dimensions and questions in another order."""
    dimensions = draw.draw(st.permutations(instrument.dimensions))
    return replace(
        instrument,
        dimensions=tuple(
            replace(one, questions=tuple(draw.draw(st.permutations(one.questions)))) for one in dimensions
        ),
    )
