from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from uuid import UUID

import pytest

from assessments.answer import Answer, Grade, State
from assessments.assessment import Assessment, Assessor, Partner, Scope
from assessments.questionnaire import Questionnaire
from assessments.questionnaire_file import packaged_questionnaire
from assessments.scoring import score_assessment
from reports.brief import lay_brief
from reports.lines import measure
from reports.options import PrintOptions
from reports.strips import Words
from reports.style import Paper
from tests.reports.briefs import TODAY, answered, blank, printed_brief, read_pages, with_answers
from tests.reports.laid import assert_pages_hold
from tests.reports.sheeted import many, sheeted, sheets

LONG = "Wholly unbreakable " * 12


def longest() -> Assessment:
    """Return an assessment in which every text of page one is as long as it may be."""
    failed = Answer(State.RATED, 1, grade=Grade.STATED, answered_on=TODAY)
    return with_answers(
        dict.fromkeys(packaged_questionnaire().questions, failed),
        partner=Partner(UUID(int=7), "W" * 200, "AGY"),
        purpose="P" * 100_000,
        own_name="O" * 200,
        assessor=Assessor(UUID(int=5), "A" * 200),
        scope=Scope.QUICK,
        switched_on=frozenset({"R2"}),
        final_at=None,
        finished_on=None,
    )


def with_dimensions(count: int, words: str) -> Questionnaire:
    """Return a questionnaire of so many dimensions whose titles are `words`."""
    full = packaged_questionnaire()
    first = full.dimensions[0]
    dimensions = tuple(
        replace(
            first,
            id=f"d{number}",
            title=f"{words} {number}",
            short=words,
            questions=tuple(
                replace(question, id=f"D{number}.{place}", dimension=f"d{number}", title=words, text=words * 3)
                for place, question in enumerate(first.questions)
            ),
        )
        for number in range(count)
    )
    return replace(full, dimensions=dimensions)


CASES: dict[str, Callable[[], Assessment]] = {
    "answered": answered,
    "blank": blank,
    "longest": longest,
    "one dimension": lambda: blank(questionnaire=with_dimensions(1, "One")),
    "sheets": sheeted,
    "forty rows": lambda: sheeted(sheets=many(40, lambda n: f"Row {n} {LONG}")),
    "longest with sheets": lambda: replace(longest(), sheets=many(12, lambda _n: "W" * 500)),
    "risks only": lambda: sheeted(sheets=replace(sheets(), exchanges=(), conditions=(), decision=None)),
    "many dimensions with sheets": lambda: sheeted(questionnaire=with_dimensions(12, LONG), links=(), attachments=()),
    "twelve dimensions": lambda: blank(questionnaire=with_dimensions(12, LONG), purpose="P" * 500),
}


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("case", CASES)
def test_nothing_on_a_page_overlaps_or_runs_over_its_edge(case: str, paper: Paper) -> None:
    assessment = CASES[case]()
    assert_pages_hold(lay_brief(assessment, score_assessment(assessment, TODAY), PrintOptions(paper)))


def test_words_on_one_baseline_do_not_touch() -> None:
    for assessment in (answered(), longest(), sheeted(), replace(longest(), sheets=many(12, lambda _n: "W" * 500))):
        laid = lay_brief(assessment, score_assessment(assessment, TODAY))
        for placed in laid.pages[0]:
            rows: dict[float, list[tuple[float, float]]] = {}
            for item in placed.strip.items:
                if isinstance(item, Words):
                    wide = measure(item.text, item.style)
                    start = item.x - {"start": 0, "middle": wide / 2, "end": wide}[item.anchor]
                    rows.setdefault(round(item.y), []).append((start, start + wide))
            for spans in rows.values():
                spans.sort()
                assert all(before[1] <= after[0] + 0.01 for before, after in pairwise(spans))


def test_page_one_says_of_how_many_strengths_and_gaps_it_shows_the_first() -> None:
    page = read_pages(printed_brief(sheeted()))[0]
    ratings = [one.rating for one in sheeted().answers.values() if one.rating]
    low = sum(rating <= 3 for rating in ratings)
    assert "Strengths 3 of 24, highest first" in page
    assert f"Gaps 3 of {low}, lowest first" in page


def test_where_all_are_shown_nothing_is_counted() -> None:
    one = Answer(State.RATED, 5, grade=Grade.SEEN, answered_on=TODAY)
    page = read_pages(printed_brief(with_answers({"G1": one, "G2": replace(one, rating=3)})))[0]
    assert "highest first" not in page
    assert "lowest first" not in page


def test_high_ratings_without_evidence_are_not_called_low() -> None:
    stated = Answer(State.RATED, 5, grade=Grade.STATED, answered_on=TODAY)
    page = read_pages(printed_brief(with_answers({"G1": stated})))[0]
    assert "No question is rated 4 or 5 on fresh evidence." in page
    assert "high enough" not in page
