from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from io import BytesIO

import pytest
from pypdf import PdfReader

from assessments.answer import Answer, Grade, State
from assessments.assessment import Partner, Reopening, Scope
from assessments.questionnaire_file import packaged_questionnaire
from assessments.sample import sample_assessments
from reports.style import Paper
from tests.reports.briefs import (
    TODAY,
    answered,
    blank,
    printed_brief,
    printed_by_two_processes,
    read_pages,
    read_text,
    squeezed,
    with_answers,
)


def test_the_same_assessment_gives_the_same_bytes_in_any_process() -> None:
    code = (
        "import hashlib; from tests.reports.briefs import answered, printed_brief;"
        "print(hashlib.sha256(printed_brief(answered(switched_on=frozenset({'R2'})))).hexdigest())"
    )
    prints = printed_by_two_processes(code)
    assert len(prints) == 1
    assert printed_brief(answered()) == printed_brief(answered())


@pytest.mark.parametrize(("paper", "size"), [("a4", (595.28, 841.89)), ("letter", (612, 792))])
def test_the_brief_has_the_paper_asked_for(paper: Paper, size: tuple[float, float]) -> None:
    for page in PdfReader(BytesIO(printed_brief(answered(), paper))).pages:
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(size, abs=0.01)


def test_every_font_is_embedded() -> None:
    partner = replace(blank().partner, name="漢字 한국 ✓ Łódź")
    reader = PdfReader(BytesIO(printed_brief(answered(note="日本語 שלום 🚀", partner=partner))))
    seen = set()
    for page in reader.pages:
        for reference in page["/Resources"]["/Font"].values():  # type: ignore[index]
            font = reference.get_object()
            assert "/FontFile2" in font["/FontDescriptor"]
            seen.add(str(font["/BaseFont"]).split("+")[1])
    assert seen == {
        "NotoSans-Regular",
        "NotoSans-SemiBold",
        "NotoSerif-SemiBold",
        "DejaVuSans",
        "NotoSansSC-Regular",
        "NotoSansKR-Hangul",
        "NotoSansHebrew-Regular",
    }


def test_the_file_says_what_it_is() -> None:
    reader = PdfReader(BytesIO(printed_brief(answered())))
    assert reader.metadata is not None
    assert reader.metadata.title == "Partnership brief: Brightfield Creative"
    assert reader.metadata.author == "Northwind Media"
    assert reader.metadata.subject == "AI advertising questionnaire 1.0, as of 23 November 2026"
    assert str(reader.metadata.get("/CreationDate")) == "D:20261123000000Z"
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"  # type: ignore[index]
    titles = [str(entry["/Title"]) for entry in reader.outline if isinstance(entry, dict)]
    assert "Answers" in titles
    assert "Method, and what it cannot say" in titles


def test_page_one_holds_what_a_decision_needs() -> None:
    page = read_pages(printed_brief(answered()))[0]
    for words in (
        "Brightfield Creative",
        "Agency · 2026 media partnership · for Northwind Media",
        "As of 23 November 2026",
        "Media lead",
        "supported",
        "as answered",
        "Gates",
        "Strengths",
        "Gaps",
        "What to ask next",
        "Prepared by",
        "Decided by",
        "Assessment 3F9A-77C2 · sha256 ",
    ):
        assert words in page
    assert "ut feeling" not in page


def test_every_page_says_which_of_how_many_it_is() -> None:
    pages = read_pages(printed_brief(answered()))
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in page
        assert "Northwind Media" in page


def test_every_answer_in_scope_is_in_the_appendix() -> None:
    assessment = answered()
    found = squeezed(read_text(printed_brief(assessment)))
    for question_id, question in assessment.questionnaire.questions.items():
        answer = assessment.answer(question_id)
        assert squeezed(question_id + question.title + question.text) in found
        if answer.rating is not None:
            assert squeezed(question.anchors[answer.rating - 1]) in found


def test_stale_evidence_says_since_when() -> None:
    old = Answer(State.RATED, 4, grade=Grade.SEEN, evidence_date=TODAY.replace(year=2024), answered_on=TODAY)
    found = read_text(printed_brief(with_answers({"G1": old})))
    assert "Seen, 23 Nov 2024" in found
    assert "Stale since 24 " in found


def test_reasons_reopenings_and_gut_feeling_stand_in_the_appendix() -> None:
    pages = read_pages(printed_brief(answered()))
    rest = squeezed("".join(pages[1:]))
    assert "Nomediaisbought." in rest
    assert squeezed("20 November 2026: A new security report came in.") in rest
    assert squeezed("70 of 100. Kept for later comparison, never part of the score. Internal.") in rest
    assert squeezed("What the score is not") in rest


def test_a_draft_a_quick_and_a_provisional_assessment_say_so_on_page_one() -> None:
    page = read_pages(printed_brief(answered(final_at=None, finished_on=None, scope=Scope.QUICK)))[0]
    assert "Draft: not finished" in page
    assert "Quick assessment" in page
    rated = Answer(State.RATED, 4, grade=Grade.SEEN, answered_on=TODAY)
    questions = packaged_questionnaire().questions
    part = [key for key, question in questions.items() if question.gate.value == "always"]
    part += [key for key in questions if key not in part][:11]
    assert "Provisional" in read_pages(printed_brief(with_answers(dict.fromkeys(part, rated))))[0]


def test_answers_out_of_scope_are_printed_with_the_reason() -> None:
    questionnaire = packaged_questionnaire()
    outside = next(
        key for key, question in questionnaire.questions.items() if not question.core and question.gate == "none"
    )
    answer = Answer(State.RATED, 2, grade=Grade.SEEN, note="Kept all the same.", answered_on=TODAY)
    found = squeezed(read_text(printed_brief(with_answers({outside: answer}, scope=Scope.QUICK))))
    assert "Keptallthesame." in found
    assert squeezed("left out of a quick assessment") in found


def test_an_assessment_without_answers_is_printed_without_a_figure() -> None:
    page = read_pages(printed_brief(blank()))[0]
    assert "nothing rated yet" in page
    assert "Hold: 10 gates open" in page
    assert "—" in page


def test_an_assessment_where_nothing_applies_is_printed() -> None:
    nothing = Answer(State.NOT_APPLICABLE, reason="Another company does it.", answered_on=TODAY)
    pages = read_pages(printed_brief(with_answers(dict.fromkeys(packaged_questionnaire().questions, nothing))))
    assert "nothing applies" in pages[0]
    assert "Hold: nothing applies" in pages[0]


def test_page_one_stays_one_page_and_says_where_the_rest_is() -> None:
    partner = Partner(blank().partner.id, "W" * 200, "AGY")
    for paper in ("a4", "letter"):
        pages = read_pages(printed_brief(blank(partner=partner, purpose="P" * 100_000), paper))
        assert "Prepared by" in pages[0]
        assert "Rest on page 2" in pages[0]
        assert "Partner" in pages[1]
        where = next(number for number, page in enumerate(pages, start=1) if "PPPPPPPPPPPP" in page and number > 1)
        assert f"Rest on page {where}" in pages[0]


def test_changed_weights_are_printed() -> None:
    weights = dict.fromkeys(packaged_questionnaire().dimension_by_id, Fraction(1)) | {"trust": Fraction(4)}
    found = squeezed(read_text(printed_brief(answered(weights=weights))))
    assert squeezed("The weights were changed for this assessment") in found
    assert "50%20%" in found


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_no_page_ends_within_the_thresholds(paper: Paper) -> None:
    for assessment in sample_assessments(TODAY):
        pages = [squeezed(page) for page in read_pages(printed_brief(assessment, paper))]
        (page,) = [page for page in pages if "Thresholds" + squeezed("Proceed, from a supported score") in page]
        assert squeezed("Not-applicable weight over this share") in page


def test_braces_in_names_are_data() -> None:
    partner = replace(blank().partner, name="{partner} {0}")
    assert "{partner} {0}" in read_pages(printed_brief(blank(partner=partner, own_name="{name}")))[0]


def test_briefs_made_at_the_same_time_do_not_mix() -> None:
    names = [f"Partner {number} 漢✓" for number in range(6)]
    assessments = [blank(partner=replace(blank().partner, name=name)) for name in names]
    with ThreadPoolExecutor(6) as pool:
        together = list(pool.map(printed_brief, assessments))
    assert together == [printed_brief(assessment) for assessment in assessments]


def test_a_reason_of_any_length_flows_through_its_table() -> None:
    again = Reopening(datetime(2026, 11, 20, 9, 0, tzinfo=UTC), "Ж" * 100_000)
    assert read_text(printed_brief(blank(reopenings=(again,)))).count("Ж") == 100_000


def test_uneven_question_weights_are_listed() -> None:
    full = packaged_questionnaire()
    goals = full.dimensions[0]
    first = replace(goals.questions[0], weight=goals.questions[0].weight * 3)
    uneven = replace(goals, questions=(first, *goals.questions[1:]))
    found = read_text(printed_brief(blank(questionnaire=replace(full, dimensions=(uneven, *full.dimensions[1:])))))
    assert "Within its dimension" in found
    assert "Within its dimension" not in read_text(printed_brief(blank()))


def test_a_type_changed_later_and_a_flag_are_printed() -> None:
    flagged = Answer(State.UNKNOWN, grade=Grade.STATED, evidence_date=TODAY, flagged=True, answered_on=TODAY)
    partner = replace(blank().partner, type="RES")
    found = read_text(printed_brief(with_answers({"G1": flagged}, partner=partner)))
    assert "Type of the partner now" in found
    assert "Flagged to come back to" in found
    assert "Stated, 23 Nov 2026" in found


def test_a_dimension_without_questions_in_scope_is_left_out_of_the_answers() -> None:
    full = packaged_questionnaire()
    learning = full.dimensions[-1]
    others = tuple(replace(question, applies_to=frozenset({"ADV"})) for question in learning.questions)
    questionnaire = replace(full, dimensions=(*full.dimensions[:-1], replace(learning, questions=others)))
    rated = Answer(State.RATED, 4, grade=Grade.SEEN, answered_on=TODAY)
    found = read_text(printed_brief(with_answers({learning.questions[0].id: rated}, questionnaire=questionnaire)))
    assert "Does not apply to this type of partner (Agency)." in found
    assert squeezed(learning.questions[1].text) not in squeezed(found)
