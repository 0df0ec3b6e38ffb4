from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from assessments.assessment import Scope
from assessments.questionnaire import GateRule
from assessments.questionnaire_file import packaged_questionnaire
from reports.blank_questionnaire import BlankForm, lay_blank
from reports.document import Document, document_bytes, write_document
from reports.options import PLAIN, PrintOptions
from reports.style import Paper
from tests.reports.briefs import TODAY, read_pages, squeezed
from tests.reports.laid import assert_pages_hold
from tests.reports.test_front import with_dimensions

QUESTIONNAIRE = packaged_questionnaire()
LONG = "Wholly unbreakable " * 12

FORMS = {
    "every type": BlankForm(QUESTIONNAIRE, own_name="Northwind Media"),
    "agency": BlankForm(QUESTIONNAIRE, "AGY"),
    "researcher, quick": BlankForm(QUESTIONNAIRE, "RES", Scope.QUICK),
    "longest": BlankForm(
        replace(
            with_dimensions(3, LONG),
            title="T" * 200,
            version="9" * 200,
            rating_labels=(LONG, "L" * 60, "M", "", "O"),
            partner_types={f"T{number}": f"Type {number} " * 20 for number in range(9)},
        ),
        own_name="O" * 200,
    ),
}


def pages_of(form: BlankForm, options: PrintOptions = PLAIN) -> list[str]:
    return [squeezed(page) for page in read_pages(document_bytes(lay_blank(form, TODAY, options)))]


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("form", FORMS)
def test_nothing_overlaps_or_runs_over_an_edge(form: str, paper: Paper) -> None:
    assert_pages_hold(lay_blank(FORMS[form], TODAY, PrintOptions(paper, footer="A footer of our own " * 8)))


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("form", ["every type", "agency", "researcher, quick"])
def test_no_question_is_divided_between_pages(form: str, paper: Paper) -> None:
    for page in pages_of(FORMS[form], PrintOptions(paper)):
        counts = {
            page.count(squeezed(words)) for words in ("Why it matters", "5 Proven", "Day of the evidence", "Note")
        }
        assert len(counts) == 1


def test_every_question_has_everything_that_answering_it_takes() -> None:
    found = "".join(pages_of(FORMS["every type"]))
    for question in QUESTIONNAIRE.questions.values():
        for words in (question.id + question.title, question.text, question.why, question.evidence, *question.anchors):
            assert squeezed(words) in found
    count = len(QUESTIONNAIRE.questions)
    for words in ("Unknown", "Not applicable, because", "How we know", "Day of the evidence", "1 Adverse", "5 Proven"):
        assert found.count(squeezed(words)) >= count
    for words in ("Assumed", "Stated", "Seen", "Verified"):
        assert found.count(words) >= count


def test_the_cover_has_lines_for_whom_it_is_about_and_says_how_to_fill_it_in() -> None:
    page = pages_of(FORMS["every type"])[0]
    for words in ("Partner", "Purpose", "Assessor", "Date", "Gut feeling", "How to fill it in", "Advertiser", "Agency"):
        assert squeezed(words) in page
    assert "Advertiser" not in pages_of(FORMS["agency"])[0]
    assert squeezed("for a partner of type Agency") in pages_of(FORMS["agency"])[0]


def test_only_what_is_asked_of_the_type_in_the_scope_is_printed() -> None:
    found = "".join(pages_of(FORMS["researcher, quick"]))
    for question in QUESTIONNAIRE.questions.values():
        asked = "RES" in question.applies_to and (question.core or question.gate is GateRule.ALWAYS)
        assert (squeezed(question.text) in found) is asked
    assert "quick:" in found


def test_a_form_for_every_type_says_whom_a_question_is_for_and_which_are_gates() -> None:
    found = "".join(pages_of(FORMS["every type"]))
    limited = [
        one for one in QUESTIONNAIRE.questions.values() if len(one.applies_to) < len(QUESTIONNAIRE.partner_types)
    ]
    assert limited
    assert found.count("Onlyfor:") == len(limited)
    assert "Onlyfor:" not in "".join(pages_of(FORMS["agency"]))
    assert "Gate" in found


def test_pages_are_numbered_and_a_dimension_that_goes_on_says_so() -> None:
    pages = pages_of(FORMS["every type"])
    assert all(f"Page{number}of{len(pages)}" in page for number, page in enumerate(pages, start=1))
    assert sum("continued" in page for page in pages) >= 5


def document(day: date = TODAY) -> Document:
    return lay_blank(FORMS["every type"], day)


def test_the_same_form_gives_the_same_bytes_on_the_same_day() -> None:
    assert document_bytes(document()) == document_bytes(document())
    assert document_bytes(document(date(2026, 11, 24))) != document_bytes(document())


def test_it_is_written_with_title_and_outline(tmp_path: pytest.TempPathFactory) -> None:
    path = tmp_path / "Blank.pdf"  # type: ignore[operator]
    write_document(document(), path)
    titles = [str(entry["/Title"]) for entry in PdfReader(path).outline if isinstance(entry, dict)]
    assert titles == [dimension.title for dimension in QUESTIONNAIRE.dimensions]
