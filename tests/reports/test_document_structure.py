"""How the documents beside the brief nest for a screen reader, read back from the finished files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any

import pikepdf
import pytest

from assessments.scoring import score_assessment
from reports.agenda import lay_agenda
from reports.blank_questionnaire import lay_blank
from reports.document import Document, document_bytes
from tests.reports.briefs import TODAY, blank
from tests.reports.compared import laid as laid_comparison
from tests.reports.compared import partners
from tests.reports.test_blank_questionnaire import FORMS
from tests.reports.test_portfolio import laid as laid_portfolio
from tests.reports.test_portfolio import row

DOCUMENTS: dict[str, Callable[[], Document]] = {
    "comparison": lambda: laid_comparison(partners(6)),
    "portfolio": lambda: laid_portfolio([row(number) for number in range(60)]),
    "agenda": lambda: lay_agenda(blank(), score_assessment(blank(), TODAY)),
    "blank questionnaire": lambda: lay_blank(FORMS["every type"], TODAY),
}
HEADINGS = ("/H1", "/H2", "/H3", "/H4")


def elements(name: str) -> list[tuple[str, list[str]]]:
    """Return kind and kids' kinds of everything in the structure tree, in reading order."""
    with pikepdf.open(BytesIO(document_bytes(DOCUMENTS[name]()))) as file:
        return list(_below(file.Root.StructTreeRoot))


def _below(node: Any) -> Iterator[tuple[str, list[str]]]:
    held = node.get("/K", [])
    kids = [kid for kid in (held if isinstance(held, pikepdf.Array) else [held]) if _is_element(kid)]
    if "/S" in node:
        yield str(node.S), [str(kid.S) for kid in kids]
    for kid in kids:
        yield from _below(kid)


def _is_element(node: Any) -> bool:
    return isinstance(node, pikepdf.Dictionary) and "/S" in node


@pytest.mark.parametrize("name", DOCUMENTS)
def test_headings_begin_with_the_title_and_skip_no_level(name: str) -> None:
    levels = [HEADINGS.index(kind) for kind, _ in elements(name) if kind in HEADINGS]
    assert levels[0] == 0
    assert levels.count(0) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize(("name", "count"), [("agenda", 12), ("blank questionnaire", 36)])
def test_the_five_ratings_of_a_question_are_a_list(name: str, count: int) -> None:
    found = elements(name)
    assert sum(kind == "/L" and len(kids) == 5 for kind, kids in found) == count
    assert all(kids == ["/Lbl", "/LBody"] for kind, kids in found if kind == "/LI")


def test_a_portfolio_is_one_table_over_all_its_pages() -> None:
    tables = [kids for kind, kids in elements("portfolio") if kind == "/Table"]
    assert [len(kids) for kids in tables] == [61]
