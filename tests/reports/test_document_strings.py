"""Every string of the checks in every field that the documents beside the brief print, read back from the file."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import cycle
from typing import Any

import pytest

from assessments.assessment import Assessment, Assessor
from assessments.questionnaire import Question, Questionnaire
from assessments.questionnaire_file import packaged_questionnaire
from assessments.scoring import score_assessment
from reports.agenda import lay_agenda
from reports.blank_questionnaire import BlankForm, lay_blank
from reports.document import Document, document_bytes
from reports.options import PrintOptions
from reports.portfolio import Portfolio, lay_portfolio
from tests.reports.briefs import TODAY, blank, read_text, squeezed
from tests.reports.compared import laid as laid_comparison
from tests.reports.compared import partner
from tests.reports.test_portfolio import row
from tests.reports.test_strings import STRINGS, accepted, visible

NAMES = [entry["text"] for entry in STRINGS if accepted(entry["text"], name=True)]
TEXTS = [entry["text"] for entry in STRINGS if accepted(entry["text"])]


def assert_printed(document: Document, *typed: str) -> None:
    """Every character of every text is found in the file, or its mark, as often as it was typed."""
    found = Counter(unmirrored(squeezed(read_text(document_bytes(document)))))
    wanted = Counter(unmirrored("".join(sum(map(visible, typed), Counter[str]()).elements())))
    assert not wanted - found


def unmirrored(words: str) -> str:
    """Return the words with every bracket opened: the reader turns those beside right-to-left letters around."""
    return words.translate(str.maketrans(")]}>»", "([{<«"))


def with_texts(texts: list[str]) -> Questionnaire:
    """Return the packaged questionnaire with the texts in every field of its questions, one after another."""
    questionnaire = packaged_questionnaire()
    rest = cycle(texts)

    def changed(question: Question) -> Question:
        anchors = (next(rest), next(rest), next(rest), next(rest), next(rest))
        return replace(
            question, title=next(rest), text=next(rest), why=next(rest), evidence=next(rest), anchors=anchors
        )

    dimensions = tuple(
        replace(one, title=next(rest), questions=tuple(changed(question) for question in one.questions))
        for one in questionnaire.dimensions
    )
    return replace(questionnaire, dimensions=dimensions)


def typed_in(question: Question) -> list[str]:
    return [question.title, question.text, question.why, question.evidence, *question.anchors]


@pytest.mark.parametrize("start", range(0, len(NAMES), 2))
def test_names_purposes_and_assessors_of_compared_partners(start: int) -> None:
    names = (NAMES + NAMES)[start : start + 2]
    texts = (TEXTS + TEXTS)[start : start + 2]

    def changed(number: int) -> Assessment:
        one = partner(number)
        who = replace(one.partner, name=names[number])
        return replace(one, partner=who, purpose=texts[number], assessor=Assessor(one.assessor.id, names[1 - number]))

    assert_printed(laid_comparison([changed(0), changed(1)]), *names, *texts, *names)


def test_the_questions_of_compared_partners() -> None:
    for start in range(0, len(TEXTS), 40):
        questionnaire = with_texts(TEXTS[start : start + 40])
        both = [replace(partner(number), questionnaire=questionnaire) for number in range(2)]
        titles = [question.title for question in questionnaire.questions.values()]
        assert_printed(laid_comparison(both), *titles, *(one.title for one in questionnaire.dimensions))


def test_all_names_and_types_of_a_portfolio() -> None:
    rows = [row(number)._replace(name=name) for number, name in enumerate(NAMES)]
    assert_printed(lay_portfolio(Portfolio(rows, TODAY, {})), *NAMES)
    types = {f"T{number}": name for number, name in enumerate(NAMES)}
    typed = [row(number)._replace(type=f"T{number}") for number in range(len(NAMES))]
    assert_printed(lay_portfolio(Portfolio(typed, TODAY, types)), *NAMES)


@pytest.mark.parametrize("entry", STRINGS, ids=lambda entry: entry["id"])
def test_what_a_portfolio_says_of_itself(entry: dict[str, Any]) -> None:
    name = entry["text"] if accepted(entry["text"], name=True) else "Northwind Media"
    listed = entry["text"] if accepted(entry["text"]) else "all"
    document = lay_portfolio(Portfolio([row(1)], TODAY, {}, name, listed=listed, sorted_by=name))
    assert_printed(document, name, listed, name)


@pytest.mark.parametrize("entry", STRINGS, ids=lambda entry: entry["id"])
def test_name_purpose_assessor_and_our_own_name_on_an_agenda(entry: dict[str, Any]) -> None:
    name = entry["text"] if accepted(entry["text"], name=True) else "Brightfield Creative"
    purpose = entry["text"] if accepted(entry["text"]) else "Refused when it was typed"
    start = blank()
    assessment = replace(
        start,
        partner=replace(start.partner, name=name),
        purpose=purpose,
        own_name=name,
        assessor=Assessor(start.assessor.id, name),
    )
    options = PrintOptions(confidentiality=name)
    assert_printed(
        lay_agenda(assessment, score_assessment(assessment, TODAY), options), name, purpose, name, name, name
    )


@pytest.mark.parametrize("start", range(0, len(TEXTS), 30))
def test_the_questions_of_an_agenda_and_of_a_blank_questionnaire(start: int) -> None:
    questionnaire = with_texts(TEXTS[start : start + 30])
    every = [typed for question in questionnaire.questions.values() for typed in typed_in(question)]
    titles = [one.title for one in questionnaire.dimensions]
    assert_printed(lay_blank(BlankForm(questionnaire), TODAY), *every, *titles)
    assessment = blank(questionnaire=questionnaire)
    result = score_assessment(assessment, TODAY)
    asked = [questionnaire.questions[ask.question_id] for ask in result.ask_next]
    listed = [typed for question in asked for typed in (question.title, question.text)]
    assert_printed(lay_agenda(assessment, result), *listed)


@pytest.mark.parametrize("start", range(0, len(NAMES), 12))
def test_what_a_blank_questionnaire_says_of_itself(start: int) -> None:
    for name in NAMES[start : start + 12]:
        questionnaire = replace(
            packaged_questionnaire(),
            title=name,
            version=name,
            rating_labels=(name, "Weak", "Workable", "Strong", "Proven"),
            partner_types={"AGY": name},
        )
        assert_printed(lay_blank(BlankForm(questionnaire, own_name=name), TODAY), *[name] * 5)
