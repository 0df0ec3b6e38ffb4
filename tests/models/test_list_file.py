"""The list as a file for spreadsheet programs: all that it knows, and no text that is taken for a formula."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.questionnaire_file import packaged_questionnaire
from assessments.text_rules import TextRefused, clean_name
from models import edits
from models.list_file import harmless, list_csv
from models.partner_list import ListFilter, ListSort, PartnerList, open_list
from models.workspace import create_workspace, open_workspace
from tests.conftest import TODAY
from tests.models.builders import a_partner, an_assessment, filled_workspace

STRINGS = json.loads((Path(__file__).parents[1] / "data" / "strings.json").read_text("utf-8"))
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@pytest.fixture
def listing(tmp_path: Path) -> Iterator[PartnerList]:
    with closing(open_list(filled_workspace(tmp_path / "Partners.rapport"))) as opened:
        yield opened


def read(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))


def lines(listing: PartnerList, chosen: ListFilter | None = None, sort: ListSort | None = None) -> list[dict[str, str]]:
    return read(list_csv(listing, packaged_questionnaire(), chosen, sort))


def test_a_line_says_all_that_the_list_knows_of_a_partner(listing: PartnerList) -> None:
    (zebra,) = lines(listing, ListFilter(text="zebra"))
    (row,) = listing.rows(list(listing.ids(ListFilter(text="zebra"))))
    assert row.supported is not None
    expected = {
        "Partner": "Zebra",
        "Type": "Agency",
        "Country": "",
        "Tags": "data",
        "Archived": "no",
        "Assessments": "1",
        "Purpose": "2026 media partnership",
        "Scope": "full",
        "State": "final",
        "Finished on": "2026-11-09",
        "Recommendation": "Decline",
        "Provisional": "no",
        "Supported score": "25",
        "Answered score": "25",
        "Best case": "25",
        "Answered (%)": "100",
        "Evidenced (%)": "100",
        "Open gates": "0",
        "Weights changed": "no",
        "Evidence goes stale on": "2027-11-24",
        "Goals: supported": "25",
        "Learning: best case": "25",
    }
    assert {heading: zebra[heading] for heading in expected} == expected
    assert len(zebra) == 20 + 2 * 5


def test_a_partner_without_an_assessment_has_empty_cells_and_no_dashes(tmp_path: Path) -> None:
    with closing(create_workspace(tmp_path / "One.rapport")) as workspace:
        workspace.commit("new", [edits.add_partner(a_partner(country="Österreich"))], today=TODAY)
        with closing(open_list(workspace.path)) as listing:
            (line,) = lines(listing)
    assert line["Recommendation"] == "No assessment yet"
    assert line["Country"] == "Österreich"
    assert [line[one] for one in ("Supported score", "State", "Open gates", "Goals: supported")] == [""] * 4


def test_the_lines_are_filtered_and_sorted_as_asked(listing: PartnerList) -> None:
    def names(chosen: ListFilter | None = None, sort: ListSort | None = None) -> list[str]:
        return [line["Partner"] for line in lines(listing, chosen, sort)]

    assert names() == ["Brightfield Creative", "Zebra", "Ärzte & Söhne"]
    assert names(sort=ListSort("name", descending=True)) == names()[::-1]
    assert names(ListFilter(tag="data")) == ["Zebra"]
    assert names(ListFilter(archived=True)) == []


def test_an_empty_list_has_its_headings(listing: PartnerList) -> None:
    content = list_csv(listing, packaged_questionnaire(), ListFilter(text="nobody"))
    assert content.startswith(b'\xef\xbb\xbf"Partner","Type",')
    assert content.endswith(b"\r\n")
    assert content.count(b"\r\n") == 1


def test_a_dimension_of_another_questionnaire_has_columns_of_its_own(tmp_path: Path) -> None:
    first, *others = packaged_questionnaire().dimensions
    with closing(create_workspace(tmp_path / "Other.rapport")) as workspace:
        assessment = an_assessment()
        workspace.commit("new", [edits.add_partner(assessment.partner), *edits.add_assessment(assessment)], today=TODAY)
        with closing(open_list(workspace.path)) as listing:
            content = list_csv(listing, replace(packaged_questionnaire(), dimensions=(first,)))
    (line,) = read(content)
    assert line["Goals: supported"] != ""
    assert all(f"{one.id}: supported" in line for one in others)


def test_the_file_has_a_byte_order_mark_and_lines_that_end_in_crlf(listing: PartnerList) -> None:
    content = list_csv(listing, packaged_questionnaire())
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == content.count(b"\n") == 4


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("=1+1", "'=1+1"),
        ("+49 30 1234", "'+49 30 1234"),
        ("-", "'-"),
        ("@SUM(1)", "'@SUM(1)"),
        ("\t=1+1", "'\t=1+1"),
        ("\r=1+1", "'\r'=1+1"),
        ("＝1+1", "'＝1+1"),
        (" =1+1", "' =1+1"),
        ("\u00a0=1+1", "'\u00a0=1+1"),
        ("Acme;=1+1", "Acme;'=1+1"),
        ("Acme; Sons", "Acme; Sons"),
        ("Acme - Sons", "Acme - Sons"),
        ("a@b.example", "a@b.example"),
        ('"=1+1"', '"=1+1"'),
        ('Acme;"=1+1;Sons', "Acme;'\"=1+1;Sons"),
        ("Acme\n=1+1", "Acme\n'=1+1"),
        ('Acme\r\n "+1', "Acme\r\n' \"+1"),
        ("", ""),
    ],
)
def test_what_a_spreadsheet_would_take_for_a_formula_gets_an_apostrophe(text: str, kept: str) -> None:
    assert harmless(text) == kept


@given(st.text(st.characters(codec="utf-8")))
def test_no_text_begins_a_cell_as_a_formula_and_nothing_else_is_changed(text: str) -> None:
    found = harmless(text)
    assert not found.startswith(STARTS)
    assert not any(cell.lstrip().startswith(STARTS) for cell in found.split(";")[1:])
    assert found.replace("'", "") == text.replace("'", "")


@given(st.text(st.sampled_from('=+@-;",\n\r\t 1a')))
def test_no_cell_begins_as_a_formula_where_semicolons_divide_cells_either(text: str) -> None:
    out = StringIO()
    csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n").writerow(["Name", harmless(text), 1, "x"])
    for line in csv.reader(StringIO(out.getvalue(), newline=""), delimiter=";"):
        assert not any(cell.lstrip().startswith(STARTS) for cell in line)


def test_every_string_that_can_be_a_name_comes_back_as_it_was_or_with_its_apostrophe(tmp_path: Path) -> None:
    names = []
    for one in STRINGS:
        try:
            names.append(clean_name(one["text"]))
        except TextRefused:
            continue
    assert len(names) > 90
    path = tmp_path / "Names.rapport"
    with closing(create_workspace(path)) as workspace:
        partners = [
            replace(a_partner(number, name), country=name, tags=(name,)) for number, name in enumerate(names, start=1)
        ]
        workspace.commit("new", [edits.add_partner(one) for one in partners], today=TODAY)
    with closing(open_list(path)) as listing:
        found = lines(listing)
    assert sorted(line["Partner"] for line in found) == sorted(map(harmless, names))
    for line in found:
        assert len(line) == 30
        assert None not in line.values()
        assert line["Country"] == line["Tags"] == line["Partner"]
        assert not line["Partner"].startswith(STARTS)


def test_a_purpose_of_several_lines_stays_one_cell(tmp_path: Path) -> None:
    path = filled_workspace(tmp_path / "Partners.rapport")
    with closing(open_workspace(path)) as workspace:
        (head, *_) = workspace.assessments_of(a_partner(4).id)
        before = workspace.read_assessment(head.id)
        after = replace(before, purpose='- first, "quoted"\n- second;=2')
        workspace.commit("purpose", [edits.edit_assessment(before, after)], today=TODAY)
    with closing(open_list(path)) as listing:
        found = {line["Partner"]: line["Purpose"] for line in lines(listing)}
    assert found["Ärzte & Söhne"] == "'- first, \"quoted\"\n'- second;'=2"
    assert len(found) == 3
