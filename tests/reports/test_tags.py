from __future__ import annotations

from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest

from assessments.scoring import score_assessment
from reports.brief import lay_brief
from reports.document import document_bytes
from reports.headings import list_heading
from reports.painting import Imprint, paint_pages
from reports.strips import Placed, Strip, Words, fill_pages, paragraph
from reports.style import BODY, HEADING, TITLE, frame_of
from reports.table import Cell, Column, table
from reports.text import text
from tests.reports.briefs import TODAY, answered, squeezed
from tests.reports.documents import NAMES, SAMPLES, finished
from tests.reports.tagged import Node, artifacts, read_tree, unmarked_text

FRAME = frame_of("a4")
HEADINGS = ("H1", "H2", "H3", "H4")


def painted(strips: list[Strip]) -> bytes:
    return paint_pages(fill_pages(strips, FRAME.top, FRAME.height), FRAME, Imprint("Title", "", "", TODAY))


@pytest.mark.parametrize("name", NAMES)
def test_everything_shown_is_some_elements_or_an_artifact(name: str) -> None:
    assert unmarked_text(finished(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_tree_read_back_has_headings_tables_with_header_cells_and_figures_with_their_numbers(name: str) -> None:
    tree = read_tree(finished(name))
    assert [node.kind for node in tree.all() if node.kind == "H1"] == ["H1"]
    levels = [HEADINGS.index(node.kind) for node in tree.all() if node.kind in HEADINGS]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(node.words() for node in tree.all() if node.kind in HEADINGS)
    for found in tree.all("Table"):
        assert any(cell.scope for cell in found.all("TH"))
        assert len({len(row.kids) for row in found.kids}) == 1
        assert {cell.kind for row in found.kids for cell in row.kids} <= {"TH", "TD"}
    for figure in tree.all("Figure"):
        assert len(figure.alt) > 10
        left, bottom, right, top = figure.box
        assert 0 < left < right < 600
        assert 0 < bottom < top < 842


@pytest.mark.parametrize("name", NAMES)
def test_every_row_of_a_table_is_headed_by_the_cell_that_names_it(name: str) -> None:
    for found in read_tree(finished(name)).all("Table"):
        first, *others = found.kids
        titled = {cell.scope for cell in first.kids} != {"Row", ""}
        for row in others if titled else found.kids:
            heads = [cell for cell in row.kids if cell.kind == "TH"]
            # What we give and what we get stand beside each other, and neither names the other.
            names_none = [cell.words() for cell in first.kids] == ["We give", "We get"]
            assert [cell.scope for cell in heads] == ([] if names_none else ["Row"])
            assert all(cell.words() for cell in heads)
        for cell in first.kids if titled else ():
            assert (cell.kind, cell.scope) == (("TH", "Column") if cell.words() else ("TD", ""))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_brief_of_the_sample_has_all_of_it(name: str) -> None:
    tree = read_tree(finished(name))
    assert next(tree.all("H1")).words() == name
    assert len(list(tree.all("H2"))) > 5
    assert len(list(tree.all("H4"))) > 10
    assert len(list(tree.all("Table"))) > 2
    assert any(cell.scope == "Column" for cell in tree.all("TH"))
    assert all(any(char.isdigit() for char in figure.alt) for figure in tree.all("Figure"))
    assert len(list(tree.all("Figure"))) >= 2


def test_words_are_read_in_the_order_of_the_page_and_footers_are_not_read() -> None:
    pdf = finished("sheets")
    words = read_tree(pdf).words()
    places = [words.index(one) for one in ("Gates", "Strengths", "Main risks", "Answers", "What the score is not")]
    assert places == sorted(places)
    assert "Page 2 of" not in words
    assert "Page 2 of" in artifacts(pdf)
    assert "continued" not in words


def test_the_lines_of_a_text_are_one_paragraph_over_pages_and_their_words_stay_apart() -> None:
    words = " ".join(f"word{number}" for number in range(2500))
    tree = read_tree(painted(paragraph(words, BODY, FRAME.width)))
    (only,) = tree.kids
    assert only.kind == "P"
    assert [page for page, _ in only.marks] == [0, 1, 2, 3]
    assert only.text.split() == words.split()


def test_chinese_lines_are_not_torn_by_spaces() -> None:
    words = "漢字" * 200
    tree = read_tree(painted(paragraph(words, BODY, FRAME.width)))
    assert tree.words() == words


def test_right_to_left_text_is_told_in_the_order_typed() -> None:
    pdf = painted(paragraph(text("שלום עולם " * 60 + "(12)"), BODY, FRAME.width))
    with pikepdf.open(BytesIO(pdf)) as file:
        (whole,) = file.Root.StructTreeRoot.K
        (only,) = whole.K
        assert str(only.ActualText).split() == [*["שלום", "עולם"] * 60, "(12)"]
    with pikepdf.open(BytesIO(painted(paragraph("plain", BODY, FRAME.width)))) as file:
        assert "/ActualText" not in file.Root.StructTreeRoot.K[0].K[0]


def test_a_table_over_pages_is_one_table_whose_repeated_titles_are_not_read_again() -> None:
    columns = [Column(0, 100), Column(110, 100)]
    rows = [[Cell(f"row {number}", BODY), Cell("" if number % 7 else "value", BODY)] for number in range(120)]
    pdf = painted([*list_heading("Heading"), *table(columns, ["Name", "Value"], rows)])
    (found,) = read_tree(pdf).all("Table")
    assert [cell.words() for cell in found.all("TH") if cell.scope == "Column"] == ["Name", "Value"]
    assert [cell.words() for cell in found.all("TH") if cell.scope == "Row"] == [f"row {row}" for row in range(120)]
    assert [row.kids[0].words() for row in found.kids[1:]] == [f"row {number}" for number in range(120)]
    assert {len(row.kids) for row in found.kids} == {2}
    assert artifacts(pdf).count("Name") >= 2


def test_a_row_longer_than_a_page_keeps_its_cells_whole() -> None:
    words = " ".join(f"w{number}" for number in range(3000))
    (found,) = read_tree(
        painted(table([Column(0, 60), Column(70, 300)], ["A", "B"], [[Cell("short", BODY), Cell(words, BODY)]]))
    ).all("Table")
    assert [cell.words().split() for cell in found.kids[1].kids] == [["short"], words.split()]


def test_a_table_without_titles_has_row_headers_and_one_column_is_a_list() -> None:
    rows = [[Cell("label", BODY), Cell("value", BODY)]]
    (found,) = read_tree(painted(table([Column(0, 60), Column(70, 60)], (), rows))).kids
    assert [(cell.kind, cell.scope) for cell in found.kids[0].kids] == [("TH", "Row"), ("TD", "")]
    (listed,) = read_tree(painted(table([Column(0, 60)], (), [[Cell("one", BODY)], [Cell("two", BODY)]]))).kids
    assert [(kid.kind, kid.kids[0].kind, kid.words()) for kid in listed.kids] == [
        ("LI", "LBody", "one"),
        ("LI", "LBody", "two"),
    ]


def test_words_without_an_element_get_one_from_their_style() -> None:
    def kinds(*words: Words) -> list[tuple[str, str]]:
        page = [Placed(FRAME.top, Strip(100, words))]
        return [(node.kind, node.words()) for node in read_tree(paint_pages([page], FRAME, _imprint())).kids]

    assert kinds(Words(0, 10, "Title", TITLE), Words(0, 37, "goes on", TITLE)) == [("H1", "Title goes on")]
    assert kinds(Words(0, 10, "Gates", HEADING), Words(0, 24, "text", BODY)) == [("H2", "Gates"), ("P", "text")]
    assert kinds(Words(0, 10, "left", BODY), Words(90, 10, "right", BODY)) == [("P", "left"), ("P", "right")]
    assert kinds(Words(0, 10, "one", BODY), Words(0, 60, "far below", BODY)) == [("P", "one"), ("P", "far below")]


def test_an_answer_stands_under_its_question_and_a_question_under_its_dimension() -> None:
    tree = read_tree(finished("sheets"))
    nodes = [node for node in tree.all() if node.kind in (*HEADINGS, "P")]
    at = next(place for place, node in enumerate(nodes) if node.kind == "H4")
    assert nodes[at].words().startswith("G1 Shared outcome")
    assert next(node.kind for node in reversed(nodes[:at]) if node.kind in HEADINGS) == "H3"
    assert nodes[at + 1].kind == "P"


def test_all_that_is_read_is_all_that_is_shown() -> None:
    assessment = answered()
    pdf = document_bytes(lay_brief(assessment, score_assessment(assessment, TODAY)))
    words = squeezed(read_tree(pdf).words())
    for question in assessment.questionnaire.questions.values():
        assert squeezed(question.text) in words


def _imprint() -> Imprint:
    return Imprint("Title", "", "", TODAY)


def test_an_element_is_read_where_its_first_words_are() -> None:
    tree: Node = read_tree(finished("comparison"))
    assert [kid.kind for kid in tree.kids].index("H1") < 4
