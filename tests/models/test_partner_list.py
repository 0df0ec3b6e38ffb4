from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models import edits
from models.partner_list import NO_ASSESSMENT, ListFilter, ListSort, PartnerList, open_list
from models.search_key import search_key
from models.workspace import Workspace
from tests.conftest import TODAY
from tests.models.builders import a_partner, an_assessment, filled_workspace, fully_answered, rated

ROOT = Path(__file__).parents[2]
NAMES = {
    1: "Ärzte & Söhne",
    2: "100% Media",
    3: "beta_labs",
    4: "Beta Labs",
    5: "ＷＩＤＥ Net",
    6: "Zebra",
    7: "Kept away",
}


@pytest.fixture
def listed(opened: Workspace) -> Iterator[PartnerList]:
    """Seven partners: one archived, one without an assessment, the others from best to worst."""
    for number, name in NAMES.items():
        kind = "TEC" if number % 2 else "AGY"
        partner = a_partner(number, name, type=kind, tags=("Data", f"t{number}"), archived=number == 7)
        parts = [edits.add_partner(partner)]
        if number != 6:
            parts.extend(edits.add_assessment(fully_answered(100 + number, 6 - min(number, 5), partner=partner)))
        opened.commit(name, parts, today=TODAY)
    reader = open_list(opened.path)
    yield reader
    reader.close()


def names(listed: PartnerList, chosen: ListFilter | None = None, sort: ListSort | None = None) -> list[str]:
    return [row.name for row in listed.rows(listed.ids(chosen, sort))]


def test_names_are_sorted_as_people_do(listed: PartnerList) -> None:
    up = ["100% Media", "Beta Labs", "beta_labs", "ＷＩＤＥ Net", "Zebra", "Ärzte & Söhne"]
    assert names(listed) == up
    assert names(listed, sort=ListSort("name", descending=True)) == up[::-1]


@pytest.mark.parametrize("column", ["supported", "coverage", "recommendation"])
@pytest.mark.parametrize("descending", [False, True])
def test_what_has_no_value_comes_last_both_ways(listed: PartnerList, column: str, descending: bool) -> None:
    assert names(listed, sort=ListSort(column, descending))[-1] == "Zebra"


def test_sorting_by_score_is_by_the_supported_score(listed: PartnerList) -> None:
    rows = listed.rows(listed.ids(None, ListSort("supported", descending=True)))
    scores = [row.supported for row in rows if row.supported is not None]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 5


def test_recommendations_run_from_proceed_to_decline_with_hold_before(opened: Workspace, listed: PartnerList) -> None:
    opened.commit("hold", [*edits.add_assessment(an_assessment(300, a_partner(4), {}))], today=TODAY)
    order = [row.band for row in listed.rows(listed.ids(None, ListSort("recommendation")))]
    ranks = {"proceed": 0, "conditions": 1, "pilot": 2, "hold": 3, "decline": 4, None: 5}
    assert [ranks[band] for band in order] == sorted(ranks[band] for band in order)
    assert {"proceed", "hold", "decline", None} <= set(order)


def test_ties_go_by_name(listed: PartnerList) -> None:
    for descending in (False, True):
        found = names(listed, ListFilter(types=frozenset({"AGY"})), ListSort("type", descending))
        assert found == ["100% Media", "Beta Labs", "Zebra"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", 6),
        ("%", 1),
        ("_", 1),
        ("&", 1),
        ("SÖHNE", 1),
        ("söhne", 1),
        ("wide", 1),
        ("BETA", 2),
        ("  beta  ", 2),
        ("data", 6),
        ("t3", 1),
        ("'", 0),
        ('"', 0),
        ("\\", 0),
        ("[", 0),
        ("*", 0),
    ],
)
def test_search_text_means_itself(listed: PartnerList, text: str, found: int) -> None:
    assert len(listed.ids(ListFilter(text=text))) == found


def test_notes_are_searched_too_in_any_case(opened: Workspace, listed: PartnerList) -> None:
    assessment = opened.read_assessment(fully_answered(102).id)
    noted = rated(4, note="Das REGISTER war öffentlich.")
    opened.commit("note", [edits.edit_answer(assessment, "T4", noted)], today=TODAY)
    assert names(listed, ListFilter(text="ÖFFENT")) == ["100% Media"]
    assert names(listed, ListFilter(text="register war")) == ["100% Media"]


def test_filters_work_together(listed: PartnerList) -> None:
    assert names(listed, ListFilter(archived=True)) == ["Kept away"]
    assert names(listed, ListFilter(tag="t2")) == ["100% Media"]
    assert names(listed, ListFilter(tag="T2")) == []
    assert names(listed, ListFilter(tag='","')) == []
    assert names(listed, ListFilter(bands=frozenset({NO_ASSESSMENT}))) == ["Zebra"]
    assert names(listed, ListFilter(bands=frozenset({"proceed", NO_ASSESSMENT}), types=frozenset({"AGY"}))) == [
        "100% Media",
        "Zebra",
    ]
    assert names(listed, ListFilter(text="beta", types=frozenset({"TEC"}))) == ["beta_labs"]


def test_a_line_shows_the_newest_assessment(opened: Workspace, listed: PartnerList) -> None:
    opened.commit("again", [*edits.add_assessment(an_assessment(500, a_partner(1)))], today=TODAY)
    row = listed.rows([str(a_partner(1).id)])[0]
    assert row.assessment_id == str(an_assessment(500).id)
    assert row.band == "hold"
    assert row.open_gate_count > 0
    assert row.too_little
    assert not row.is_final
    assert [name for name, _, _ in row.dimensions] == list(an_assessment().questionnaire.dimension_by_id)
    assert row.tags == ("Data", "t1")


def test_a_line_of_a_finished_assessment_has_the_day_it_is_counted_on(tmp_path: Path) -> None:
    with closing(open_list(filled_workspace(tmp_path / "Partners.rapport"))) as listing:
        rows = {row.name: row for row in listing.rows(listing.ids())}
    assert rows["Zebra"].finished_on == date(2026, 11, 9)
    assert rows["Brightfield Creative"].finished_on is None


def test_rows_come_in_the_order_asked_for_and_without_the_vanished(listed: PartnerList) -> None:
    ids = listed.ids()[::-1]
    assert [row.partner_id for row in listed.rows([*ids, "gone"])] == ids
    assert listed.rows([]) == []


def test_totals_and_tags(listed: PartnerList) -> None:
    totals = listed.totals()
    assert (totals.partners, totals.final_assessments) == (6, 0)
    assert listed.tags() == ["Data", "t1", "t2", "t3", "t4", "t5", "t6", "t7"]


def test_the_list_needs_no_library_but_pythons_own() -> None:
    code = "import sys, models.partner_list; print([m for m in sys.modules if m.split('.')[0] in sys.argv[1:]])"
    heavy = ["sqlalchemy", "sqlmodel", "pydantic", "alembic", "PySide6", "numpy"]
    run = subprocess.run([sys.executable, "-c", code, *heavy], capture_output=True, text=True, cwd=ROOT, check=True)
    assert run.stdout.strip() == "[]"


@given(st.text(max_size=40))
@settings(max_examples=200)
def test_the_search_key_of_a_search_key_is_itself(text: str) -> None:
    assert search_key(search_key(text)) == search_key(text)


@given(st.text(max_size=40))
def test_case_does_not_matter_to_the_search_key(text: str) -> None:
    assert search_key(text.upper()) == search_key(text.upper().lower().upper())
