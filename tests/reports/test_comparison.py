from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType

import pytest
from pypdf import PdfReader

from assessments.answer import Answer, State
from assessments.assessment import Assessment, Scope
from assessments.charts_net import MOST_SERIES
from assessments.comparison import compare
from assessments.comparison_gaps import question_gaps
from assessments.firmness import firmness
from assessments.questionnaire_file import packaged_questionnaire
from assessments.scoring import score_assessment
from reports.comparison import lay_comparison
from reports.comparison_contents import Side
from reports.document import document_bytes, write_document
from reports.options import PrintOptions
from reports.strips import Picture
from reports.style import Paper, frame_of
from reports.text import text
from tests.reports.briefs import TODAY, read_pages, read_text, squeezed
from tests.reports.compared import compared, laid, partner, partners
from tests.reports.laid import assert_pages_hold
from tests.reports.test_front import with_dimensions

LONG = "Wholly unbreakable " * 12


def named(number: int, name: str) -> dict[str, object]:
    return {"partner": replace(partner(number).partner, name=name)}


def longest(number: int) -> dict[str, object]:
    return {
        **named(number, "W" * 199 + str(number)),
        "purpose": "P" * 3_000,
        "own_name": "O" * 200,
        "assessor": replace(partner(number).assessor, name="A" * 200),
        "final_at": None,
        "finished_on": None,
        "weights": MappingProxyType(
            {
                "goals": Fraction(number + 1),
                "value": Fraction(1),
                "trust": Fraction(1),
                "risk": Fraction(1),
                "learning": Fraction(1),
            }
        ),
    }


CASES: dict[str, Callable[[], list[Assessment]]] = {
    "two": lambda: partners(2),
    "three": lambda: partners(3),
    "four": lambda: partners(4),
    "five": lambda: partners(5),
    "six": lambda: partners(6),
    "six longest": lambda: partners(6, longest),
    "six without an answer": lambda: partners(6, lambda _: {"answers": MappingProxyType({})}),
    "nothing applies": lambda: partners(
        3,
        lambda _: {
            "answers": MappingProxyType(
                dict.fromkeys(
                    packaged_questionnaire().questions,
                    Answer(State.NOT_APPLICABLE, reason="Nothing of it.", answered_on=TODAY),
                )
            )
        },
    ),
    "quick beside full": lambda: partners(3, lambda n: {"scope": Scope.QUICK if n else Scope.FULL}),
    "one name": lambda: partners(4, lambda n: named(n, "The same name")),
    "twelve dimensions": lambda: partners(6, lambda _: {"questionnaire": with_dimensions(12, LONG)}),
    "one dimension": lambda: partners(2, lambda _: {"questionnaire": with_dimensions(1, "One")}),
}


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("case", CASES)
def test_nothing_overlaps_or_runs_over_an_edge(case: str, paper: Paper) -> None:
    options = PrintOptions(paper, footer="A footer of our own " * 8, confidentiality="For the board only " * 6)
    assert_pages_hold(laid(CASES[case](), options))


def test_page_one_holds_what_sets_partners_apart() -> None:
    page = squeezed(read_pages(document_bytes(laid(partners(3))))[0])
    for words in (
        "3 partners compared",
        "same questionnaire 1.0",
        "for Northwind Media",
        "As of 23 November 2026",
        "Partner 0",
        "Partner 2",
        "Goals",
        "Trust & communication",
        "Supported",
        "up to",
        "On firm evidence",
        "How firm is the ranking?",
        "Gates that differ",
        "Biggest differences",
        "Page 1 of",
        "sha256",
    ):
        assert squeezed(words) in page


def test_the_appendix_has_every_question_with_every_answer_and_the_method() -> None:
    pages = [squeezed(page) for page in read_pages(document_bytes(laid(partners(4))))]
    rest = "".join(pages[1:])
    for question in packaged_questionnaire().questions.values():
        assert squeezed(question.id + question.title) in rest
    for words in ("Head to head", "Weights used", "SMAA-2", "no probability", "Keeney and Raiffa", "Not asked"):
        assert squeezed(words) in rest
    assert all(f"Page{number}of{len(pages)}" in page for number, page in enumerate(pages, start=1))


def test_the_table_of_questions_repeats_the_names_on_each_of_its_pages() -> None:
    pages = [squeezed(page) for page in read_pages(document_bytes(laid(partners(6))))]
    with_questions = [page for page in pages[1:] if "continued" in page]
    assert with_questions
    assert all(f"Partner{number}" in page for page in with_questions for number in range(6))


def test_a_name_above_a_narrow_column_is_not_broken_within_a_word() -> None:
    named_so = partners(6, lambda n: {} if n else {"partner": replace(partner(0).partner, name="Clear Measurement")})
    pages = read_pages(document_bytes(laid(named_so)))
    assert sum(page.count("Measurement") for page in pages[1:]) > 6
    assert all(page.count("Measureme") == page.count("Measurement") for page in pages)


def test_the_biggest_difference_comes_first_and_what_is_left_out_is_counted() -> None:
    document = laid(partners(6))
    page = squeezed(read_pages(document_bytes(document))[0])
    assert "more:allonpage" in page
    after = page.split(squeezed("overall supported score"))[1]
    comparison, found = compared(partners(6))
    largest = max(question_gaps(comparison, found.weights), key=lambda gap: gap.apart)
    assert after.startswith(largest.row.question.id)


def test_other_weights_than_the_stored_ones_are_printed_as_a_what_if() -> None:
    comparison = compare([(one, score_assessment(one, TODAY)) for one in partners(3)])
    weights = {"goals": Fraction(3), "value": Fraction(1), "trust": Fraction(1), "risk": Fraction(1)}
    weights["learning"] = Fraction(0)
    pdf = document_bytes(lay_comparison(comparison, firmness(comparison, weights, count=200)))
    page = squeezed(read_pages(pdf)[0])
    assert squeezed("What if: compared at other weights than the stored ones: Goals 50 %, Value 17 %") in page
    assert squeezed("Order, what if") in page
    stored = squeezed(read_pages(document_bytes(laid(partners(3))))[0])
    assert "Whatif" not in stored


def test_different_scopes_versions_and_weights_are_said_on_page_one() -> None:
    scopes = squeezed(read_pages(document_bytes(laid(CASES["quick beside full"]())))[0])
    assert squeezed("Scopes differ: compared only on the") in scopes
    other = replace(packaged_questionnaire(), version="2.0", content_hash="f" * 64)
    versions = partners(2, lambda n: {"questionnaire": other} if n else {})
    page = squeezed(read_pages(document_bytes(laid(versions)))[0])
    assert "differentquestionnaireversions" in page
    weights = squeezed(read_pages(document_bytes(laid(CASES["six longest"]())))[0])
    assert squeezed("weighted differently") in weights


@pytest.mark.parametrize("count", [2, 4, 6])
def test_the_radar_shows_at_most_four_partners_and_says_so(count: int) -> None:
    document = laid(partners(count))
    pictures = [item for placed in document.pages[0] for item in placed.strip.items if isinstance(item, Picture)]
    radar = next(one for one in pictures if "Radar" in one.drawing.title)
    assert radar.drawing.description.count("Partner ") == min(count, MOST_SERIES)
    assert ("Thefirstfouroverlaid" in squeezed(read_pages(document_bytes(document))[0])) is (count > MOST_SERIES)


def test_seven_partners_are_refused_with_a_sentence() -> None:
    comparison = compare([(one, score_assessment(one, TODAY)) for one in partners(7)])
    with pytest.raises(ValueError, match=r"Choose 2 to 6 partners to print side by side, not 7\."):
        lay_comparison(comparison, firmness(comparison, count=50))


def test_the_same_partners_give_the_same_bytes_and_another_answer_gives_others() -> None:
    first = document_bytes(laid(partners(3)))
    assert document_bytes(laid(partners(3))) == first
    document = laid(partners(3, lambda n: {"answers": MappingProxyType({})} if n == 2 else {}))
    assert document_bytes(document) != first
    assert document.fingerprint != laid(partners(3)).fingerprint


def test_it_is_written_and_read_back(tmp_path: pytest.TempPathFactory) -> None:
    path = tmp_path / "Comparison.pdf"  # type: ignore[operator]
    document = laid(partners(2))
    written = write_document(document, path)
    reader = PdfReader(path)
    assert written.pages == len(document.pages) == len(reader.pages)
    assert reader.metadata is not None
    assert reader.metadata.title == "2 partners compared"
    titles = [str(entry["/Title"]) for entry in reader.outline if isinstance(entry, dict)]
    assert titles[:2] == ["The partners", "How firm is the ranking?"]
    assert "Method, and what it cannot say" in titles


def test_every_name_stands_in_full_somewhere() -> None:
    found = squeezed(read_text(document_bytes(laid(partners(6, lambda n: named(n, "Ill" * 66 + str(n)))))))
    for number in range(6):
        assert "Ill" * 66 + str(number) in found


def test_a_name_from_right_to_left_does_not_turn_the_sentence_around_it() -> None:
    comparison, found = compared(partners(2, lambda n: named(n, ("שותפות מדיה", "شركة الإعلان")[n])))
    side = Side(comparison, found, frame_of("a4"), "")
    assert all(text(one.assessment.partner.name) in side.sentence for one in comparison.partners)
    assert side.sentence.endswith(".")  # the full stop stands outside of both names' own direction
