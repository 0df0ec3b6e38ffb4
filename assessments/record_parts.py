"""The lists inside an assessment's record: answers, weights, optional gates, reopenings."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from assessments.answer import UNANSWERED, Answer, Grade, State
from assessments.assessment import Reopening
from assessments.questionnaire import Questionnaire
from assessments.record_fields import Fields, RecordError, checked_text
from assessments.text_rules import clean_name

_MOST_REOPENINGS = 10_000
_MOST_ANSWERS = 10_000


def answer_record(question_id: str, answer: Answer) -> dict[str, Any]:
    """Return an answer as JSON values."""
    return {
        "question": question_id,
        "state": answer.state.value,
        "rating": answer.rating,
        "reason": answer.reason,
        "grade": None if answer.grade is None else int(answer.grade),
        "evidence_date": None if answer.evidence_date is None else answer.evidence_date.isoformat(),
        "note": answer.note,
        "flagged": answer.flagged,
        "answered_on": None if answer.answered_on is None else answer.answered_on.isoformat(),
    }


def read_answers(fields: Fields, questionnaire: Questionnaire) -> dict[str, Answer]:
    """Return question id -> answer; one that says nothing is left out.

    Raises:
        RecordError: A sentence that begins with the place of what is wrong.
    """
    answers: dict[str, Answer] = {}
    keys = ("question", "state", "rating", "reason", "grade", "evidence_date", "note", "flagged", "answered_on")
    for place, item in fields.items("answers", _MOST_ANSWERS):
        one = Fields(item, place, keys)
        question_id = one.code("question")
        if question_id not in questionnaire.questions:
            raise RecordError(f"{one.at('question')}: the questionnaire has no question {question_id}.")
        if question_id in answers:
            raise RecordError(f"{one.at('question')}: {question_id} is answered twice.")
        answer = _read_answer(one)
        if answer != UNANSWERED:
            answers[question_id] = answer
    return answers


def _read_answer(one: Fields) -> Answer:
    grade = one.whole("grade", 0, 3)
    try:
        return Answer(
            state=one.choice("state", State),
            rating=one.whole("rating", 1, 5),
            reason=one.text("reason"),
            grade=None if grade is None else Grade(grade),
            evidence_date=one.day("evidence_date"),
            note=one.text("note"),
            flagged=one.yes("flagged"),
            answered_on=one.day("answered_on"),
        )
    except ValueError as error:
        raise RecordError(f"{one.place}: {error}") from error


def read_weights(fields: Fields, questionnaire: Questionnaire) -> dict[str, Fraction]:
    """Return dimension id -> weight; empty when the questionnaire's own count.

    Raises:
        RecordError: A sentence that begins with the place of what is wrong.
    """
    if not fields.has("weights"):
        return {}
    one = Fields(fields.raw("weights"), fields.at("weights"), tuple(questionnaire.dimension_by_id))
    weights = {}
    for name in questionnaire.dimension_by_id:
        if one.has(name):
            weights[name] = _read_fraction(one, name)
    if weights and len(weights) != len(questionnaire.dimensions):
        raise RecordError(f"{one.place} must name every dimension or none.")
    return weights


def _read_fraction(one: Fields, name: str) -> Fraction:
    text = one.code(name, 100)
    parts = text.split("/")
    if len(parts) <= 2 and all(part.isascii() and part.isdigit() for part in parts) and int(parts[-1]) > 0:
        weight = Fraction(int(parts[0]), int(parts[1]) if len(parts) == 2 else 1)
        if weight > 0:
            return weight
    raise RecordError(f"{one.at(name)} must be a fraction above 0, such as “1/5”.")


def read_switched_on(fields: Fields, questionnaire: Questionnaire) -> frozenset[str]:
    """Return the optional gates that count.

    Raises:
        RecordError: A sentence that begins with the place of what is wrong.
    """
    found = set()
    for place, item in fields.items("switched_on", _MOST_ANSWERS):
        name = checked_text(item, place, clean_name)
        if name not in questionnaire.questions:
            raise RecordError(f"{place}: the questionnaire has no question {name}.")
        found.add(name)
    return frozenset(found)


def read_reopenings(fields: Fields) -> tuple[Reopening, ...]:
    """Return when and why it was opened again, in order.

    Raises:
        RecordError: A sentence that begins with the place of what is wrong.
    """
    found = []
    for place, item in fields.items("reopenings", _MOST_REOPENINGS):
        one = Fields(item, place, ("at", "reason"))
        found.append(Reopening(one.moment("at"), one.code("reason", 100_000)))
    if len({one.at for one in found}) != len(found) or found != sorted(found, key=lambda one: one.at):
        raise RecordError(f"{fields.at('reopenings')} must be in the order they happened.")
    return tuple(found)
