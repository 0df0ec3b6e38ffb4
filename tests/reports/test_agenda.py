from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType
from uuid import UUID

import pytest
from pypdf import PdfReader

from assessments.answer import Answer, Grade, State
from assessments.assessment import Assessment, Assessor, Partner
from assessments.questionnaire import GateRule
from assessments.questionnaire_file import packaged_questionnaire
from assessments.result import AskKind
from assessments.scoring import score_assessment
from reports.agenda import MOST_ASKED, lay_agenda
from reports.document import Document, document_bytes, write_document
from reports.options import PLAIN, PrintOptions
from reports.strips import Words
from reports.style import Paper
from tests.reports.briefs import NOTE, TODAY, answered, blank, read_pages, read_text, squeezed, with_answers
from tests.reports.laid import assert_pages_hold
from tests.reports.test_front import with_dimensions

LONG = "Wholly unbreakable " * 12


def laid(assessment: Assessment, options: PrintOptions = PLAIN) -> Document:
    return lay_agenda(assessment, score_assessment(assessment, TODAY), options)


def pages_of(assessment: Assessment) -> list[str]:
    return [squeezed(page) for page in read_pages(document_bytes(laid(assessment)))]


def confirmed() -> Assessment:
    proven = Answer(State.RATED, 5, grade=Grade.VERIFIED, answered_on=TODAY)
    return with_answers(dict.fromkeys(packaged_questionnaire().questions, proven))


def every_gate() -> Assessment:
    """Return an assessment of a questionnaire in which every question is a gate."""
    questionnaire = packaged_questionnaire()
    dimensions = tuple(
        replace(one, questions=tuple(replace(question, gate=GateRule.ALWAYS) for question in one.questions))
        for one in questionnaire.dimensions
    )
    return blank(questionnaire=replace(questionnaire, dimensions=dimensions))


CASES: dict[str, Callable[[], Assessment]] = {
    "answered": answered,
    "nothing answered": blank,
    "nothing open": confirmed,
    "every gate": every_gate,
    "longest": lambda: blank(
        partner=Partner(UUID(int=7), "W" * 200, "AGY"),
        purpose="P" * 20_000,
        own_name="O" * 200,
        assessor=Assessor(UUID(int=5), "A" * 200),
        questionnaire=with_dimensions(3, LONG),
    ),
}


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("case", CASES)
def test_nothing_overlaps_or_runs_over_an_edge(case: str, paper: Paper) -> None:
    assert_pages_hold(laid(CASES[case](), PrintOptions(paper, footer="A footer of our own " * 8)))


def test_each_question_has_its_text_reason_evidence_anchors_and_room_to_write() -> None:
    assessment = answered()
    found = "".join(pages_of(assessment))
    asks = score_assessment(assessment, TODAY).ask_next
    for number, ask in enumerate(asks[:MOST_ASKED], start=1):
        question = assessment.questionnaire.questions[ask.question_id]
        assert squeezed(f"{number}. {question.id} · {question.title}") in found
        for words in (question.text, question.why, question.evidence, *question.anchors):
            assert squeezed(words) in found
    assert found.count("Whyitmatters") == found.count("Evidencepromised,bywhomandwhen") == MOST_ASKED
    for words in ("Date and time", "Our side", "Their side", "1 Adverse", "5 Proven", "up to"):
        assert squeezed(words) in found


def test_gates_come_first_and_all_of_them_have_room() -> None:
    assessment = every_gate()
    asks = score_assessment(assessment, TODAY).ask_next
    assert sum(ask.kind is AskKind.GATE_OPEN for ask in asks) == len(asks) > MOST_ASKED
    found = "".join(pages_of(assessment))
    assert found.count("Evidencepromised") == len(asks)
    assert "Gate:notaskedyet" in found
    assert "Ifthereistime" not in found


def test_what_comes_after_the_call_is_listed_with_its_full_text() -> None:
    assessment = blank()
    found = "".join(pages_of(assessment))
    asks = score_assessment(assessment, TODAY).ask_next
    assert "Ifthereistime" in found
    for number, ask in enumerate(asks[MOST_ASKED:], start=MOST_ASKED + 1):
        question = assessment.questionnaire.questions[ask.question_id]
        assert squeezed(f"{number}. {question.id} · {question.title}: {question.text}") in found


def test_it_names_no_score_no_recommendation_no_rating_and_no_note_and_is_marked_internal() -> None:
    bad = Answer(State.RATED, 1, grade=Grade.STATED, note=NOTE, answered_on=TODAY)
    for assessment in (answered(), with_answers(dict.fromkeys(packaged_questionnaire().questions, bad))):
        pages = pages_of(assessment)
        found = "".join(pages)
        for words in (
            "supported",
            "Decline",
            "Hold:",
            "Proceed",
            "rated 1",
            "unverified",
            NOTE,
            "feeling",
        ):
            assert squeezed(words) not in found
        assert all("Internal:notforthepartner" in page for page in pages)
        assert all(f"Page{number}of{len(pages)}" in page for number, page in enumerate(pages, start=1))


def test_no_question_is_divided_between_pages() -> None:
    for assessment in (answered(), blank()):
        for page in pages_of(assessment):
            assert page.count("Whyitmatters") == page.count("Evidencepromised")


def test_nothing_to_ask_says_so() -> None:
    assert squeezed("Nothing is open") in "".join(pages_of(confirmed()))


def test_the_same_assessment_gives_the_same_bytes() -> None:
    assert document_bytes(laid(answered())) == document_bytes(laid(answered()))
    assert document_bytes(laid(blank())) != document_bytes(laid(answered()))


def test_it_is_written_with_title_and_outline(tmp_path: pytest.TempPathFactory) -> None:
    path = tmp_path / "Agenda.pdf"  # type: ignore[operator]
    write_document(laid(blank()), path)
    reader = PdfReader(path)
    assert reader.metadata is not None
    assert reader.metadata.title == "Call agenda: Brightfield Creative"
    titles = [str(entry["/Title"]) for entry in reader.outline if isinstance(entry, dict)]
    assert titles == ["Questions for this call", "If there is time"]


def test_a_purpose_of_many_lines_runs_on() -> None:
    purpose = "\n".join(f"Line {number} of the purpose" for number in range(200))
    found = squeezed(read_text(document_bytes(laid(blank(purpose=purpose)))))
    assert all(f"Line{number}ofthepurpose" in found for number in range(200))


def test_without_a_name_of_ours_and_an_assessor_nothing_is_said_of_them() -> None:
    document = laid(blank(own_name="", assessor=Assessor(UUID(int=5), ""), answers=MappingProxyType({})))
    words = [item.text for placed in document.pages[0] for item in placed.strip.items if isinstance(item, Words)]
    assert not any(word.startswith(("Assessor", "for ")) for word in words)
