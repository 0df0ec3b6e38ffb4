"""The partner's copy: what stands in it, and that nothing else can."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from uuid import UUID

import pytest

from assessments.answer import Answer, Grade, State
from assessments.assessment import Assessment
from assessments.partner_copy import partner_copy
from assessments.scoring import score_assessment
from assessments.shared_goals import Goal
from reports.brief import lay_brief
from reports.document import document_bytes
from tests.reports.briefs import TODAY, blank, read_pages, squeezed
from tests.reports.partner_copies import a_copy, copy_bytes, everything_in, marked


def test_a_mark_in_every_field_that_is_not_allowed_never_appears() -> None:
    marks: dict[str, str] = {}
    assessment = marked(a_copy(), "", marks)
    assert len(marks) > 400
    for name in ("purpose", "answers.note", "sheets.risks.owner", "sheets.decision.who", "attachments.name"):
        assert name in set(marks.values())
    pdf = copy_bytes(assessment)
    found = everything_in(pdf)
    assert [f"{place}: {mark}" for mark, place in marks.items() if mark in found] == []
    assert "MARK" not in squeezed(found)


def test_the_walk_sees_marks_where_they_may_be() -> None:
    """The team's brief of the same assessment shows them: the search above can find what it looks for."""
    marks: dict[str, str] = {}
    assessment = marked(a_copy(), "", marks)
    team = document_bytes(lay_brief(assessment, score_assessment(assessment, TODAY)))
    found = everything_in(team)
    shown = {place for mark, place in marks.items() if mark in found}
    for place in ("purpose", "answers.note", "sheets.risks.owner", "sheets.decision.who", "attachments.name"):
        assert place in shown


@pytest.mark.parametrize(
    "change",
    [
        lambda one: replace(one, purpose="Another"),
        lambda one: replace(one, gut_feeling=3),
        lambda one: replace(
            one, weights={"goals": Fraction(5), **dict.fromkeys(("value", "trust", "risk"), Fraction(1))}
        ),
        lambda one: replace(one, sheets=replace(one.sheets, risks=(), exchanges=(), meetings=(), decision=None)),
        lambda one: replace(one, sheets=replace(one.sheets, conditions=one.sheets.conditions[:1])),
        lambda one: replace(one, sheets=replace(one.sheets, goals=one.sheets.goals[:2])),
        lambda one: replace(
            one, sheets=replace(one.sheets, goals=tuple(replace(goal, ours=1) for goal in one.sheets.goals[:2]))
        ),
        lambda one: replace(one, attachments=(), links=(), reopenings=()),
        lambda one: replace(one, answers={key: replace(given, note="x") for key, given in one.answers.items()}),
        lambda one: replace(one, answers={key: other_rating(given) for key, given in one.answers.items()}),
        lambda one: replace(one, assessor=replace(one.assessor, name="Somebody else")),
        lambda one: replace(one, id=UUID(int=99), created_at=datetime.fromisoformat("2020-01-01T00:00+00:00")),
    ],
)
def test_what_is_not_allowed_changes_not_one_byte(change: Callable[[Assessment], Assessment]) -> None:
    assert copy_bytes(change(a_copy())) == copy_bytes(a_copy())


def other_rating(given: Answer) -> Answer:
    return replace(given, rating=6 - given.rating) if given.rating is not None else given


# --- what it says


def test_it_holds_shared_goals_agreed_conditions_and_open_questions_in_order() -> None:
    assessment = a_copy()
    pages = read_pages(copy_bytes(assessment))
    found = squeezed("".join(pages))
    for words in (
        "PARTNER COPY",
        "Brightfield Creative",
        "Partnership with Northwind Media",
        "Incremental reach",
        "48 %",
    ):
        assert squeezed(words) in found
    assert squeezed("Sign data-processing terms") in found
    for words in ("A reference they may show", "Agree brand-safety exit clause", "3F9A-77C2"):
        assert squeezed(words) not in found
    copy = partner_copy(assessment, score_assessment(assessment, TODAY))
    places = [found.index(squeezed(words)) for words in copy.questions]
    assert places == sorted(places)
    assert len(places) > 10


def test_a_question_is_open_when_unknown_unanswered_or_without_fresh_evidence_that_was_seen() -> None:
    stale = TODAY.replace(year=2024)
    answers = {
        "G1": Answer(State.RATED, 5, grade=Grade.SEEN, evidence_date=TODAY, answered_on=TODAY),
        "G2": Answer(State.RATED, 5, grade=Grade.SEEN, evidence_date=stale, answered_on=TODAY),
        "G3": Answer(State.RATED, 5, grade=Grade.STATED, answered_on=TODAY),
        "G4": Answer(State.UNKNOWN, answered_on=TODAY),
        "G5": Answer(State.NOT_APPLICABLE, reason="Not here.", answered_on=TODAY),
    }
    assessment = blank(answers=answers)
    questions = assessment.questionnaire.questions
    copy = partner_copy(assessment, score_assessment(assessment, TODAY))
    assert copy.questions[:4] == tuple(questions[key].text for key in ("G2", "G3", "G4", "G6"))


def test_an_empty_one_and_a_draft_say_so() -> None:
    whole = {
        key: Answer(State.RATED, 4, grade=Grade.SEEN, answered_on=TODAY) for key in blank().questionnaire.questions
    }
    pages = read_pages(copy_bytes(blank(answers=whole, own_name="", final_at=None, finished_on=None)))
    for words in ("DRAFT", "No shared goal is written", "No condition is agreed yet.", "No question is open."):
        assert words in pages[0]
    assert "Partnership with" not in pages[0]


def test_titles_repeat_over_many_pages_and_the_same_copy_has_the_same_bytes() -> None:
    goals = tuple(Goal(UUID(int=n), f"Goal {n}. " + "word " * 30, ours=3, theirs=3) for n in range(200))
    assessment = a_copy()
    assessment = replace(assessment, sheets=replace(assessment.sheets, goals=goals))
    pdf = copy_bytes(assessment)
    pages = read_pages(pdf)
    assert len(pages) > 8
    assert all("Shared goals, continued" in page for page in pages[1:8])
    assert all(f"Goal {n}." in "".join(pages) for n in range(200))
    assert copy_bytes(assessment) == pdf
