from __future__ import annotations

from pathlib import Path

import pytest

from models.errors import StoreError
from models.workspace import open_workspace
from models.workspace_check import check_workspace
from tests.models.builders import a_partner, filled_workspace, write_by_hand
from tests.proofs.damage import run


def test_fifty_damaged_files_end_in_a_sentence_and_stay_as_they_are() -> None:
    refused, whole = run(50, seed=7)
    assert refused + whole == 50


@pytest.mark.parametrize(
    ("statement", "place"),
    [
        ("UPDATE answer SET rating = NULL WHERE question_id = 'G1'", "answer"),
        ("UPDATE answer SET state = 'maybe' WHERE question_id = 'G1'", "answer"),
        ("UPDATE answer SET grade = 9 WHERE question_id = 'G1'", "answer"),
        ("UPDATE answer SET evidence_date = 'soon' WHERE question_id = 'G1'", "answer"),
        ("UPDATE answer SET question_id = 'Z9' WHERE question_id = 'G1'", "answer"),
        ("UPDATE assessment SET created_at = 'then'", "assessment"),
        ("UPDATE assessment SET scope = 'some'", "assessment"),
        ("UPDATE assessment SET weights = '{\"goals\": 1}'", "assessment"),
        ("UPDATE assessment SET weights = '[" + "[" * 2000 + "'", "assessment"),
        ('UPDATE assessment SET weights = \'{"goals": "1/0"}\'', "assessment"),
        ("UPDATE assessment SET switched_on = '[1]'", "assessment"),
        ("UPDATE partner SET tags = '[1, 2]'", "assessment"),
        ("UPDATE assessment SET finished_on = 'never'", "assessment"),
    ],
)
def test_a_row_changed_by_hand_is_named_with_its_table(tmp_path: Path, statement: str, place: str) -> None:
    path = filled_workspace(tmp_path / "a.rapport")
    write_by_hand(path, statement, checks=False)
    workspace = open_workspace(path)
    with pytest.raises(StoreError, match=rf"holds something Rapport did not write: table {place}, row 0000"):
        workspace.all_assessments()
    workspace.close()


def test_a_partner_changed_by_hand_is_named(tmp_path: Path) -> None:
    path = filled_workspace(tmp_path / "a.rapport")
    write_by_hand(path, "UPDATE partner SET tags = '[1, 2]'", checks=False)
    workspace = open_workspace(path)
    with pytest.raises(StoreError, match=r"table partner, row 0000"):
        workspace.read_partner(a_partner().id)
    workspace.close()


def test_a_history_changed_by_hand_is_named(tmp_path: Path) -> None:
    path = filled_workspace(tmp_path / "a.rapport")
    write_by_hand(path, "DROP TRIGGER change_no_update")
    write_by_hand(path, "UPDATE change SET edits = '[[\"song\", {}, null, null]]'")
    workspace = open_workspace(path)
    with pytest.raises(StoreError, match="table change, row 7"):
        workspace.changes()
    workspace.close()


def test_a_questionnaire_changed_by_hand_is_not_the_one_it_was_stored_as(tmp_path: Path) -> None:
    path = filled_workspace(tmp_path / "a.rapport")
    write_by_hand(path, "DROP TRIGGER questionnaire_no_update")
    write_by_hand(path, "UPDATE questionnaire SET body = replace(body, '\"core\":true', '\"core\":false')")
    workspace = open_workspace(path)
    with pytest.raises(StoreError, match="is not the text it was stored as"):
        workspace.all_assessments()
    workspace.close()


def test_a_whole_file_has_no_problems(tmp_path: Path) -> None:
    path = filled_workspace(tmp_path / "a.rapport")
    before = path.read_bytes()
    report = check_workspace(path)
    assert report.problems == ()
    assert (report.partners, report.assessments, report.answers, report.changes) == (3, 4, 111, 7)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("UPDATE summary SET supported = 99", "Table summary, row 0000"),
        ("DELETE FROM summary", "is missing"),
        ("UPDATE summary SET newest = 0", "the newest assessment of partner"),
        ("UPDATE answer SET note = 'forged' WHERE question_id = 'G1'", "is not what the history says: note"),
        ("DELETE FROM answer WHERE question_id = 'G2'", "the history says it should be there"),
        ("UPDATE partner SET name = 'Forged'", "its sort or search key"),
        ("UPDATE partner SET country = 'Forged'", "is not what the history says: country"),
        ("UPDATE workspace SET own_name = 'Forged'", "is not what the history says: own_name"),
        ("INSERT INTO reopening SELECT id, created_at, 'forged' FROM assessment", "is not in the history"),
        ("DELETE FROM workspace", "Table workspace: its single row is missing"),
        (
            "DELETE FROM partner WHERE name = 'Zebra'",
            "has lost",
        ),
    ],
)
def test_a_check_finds_what_no_longer_fits(tmp_path: Path, statement: str, sentence: str) -> None:
    path = filled_workspace(tmp_path / "a.rapport")
    write_by_hand(path, statement)
    problems = check_workspace(path).problems
    assert any(sentence in problem for problem in problems)
    assert len(problems) <= 50


@pytest.mark.parametrize("table", ["partner", "assessment"])
def test_an_id_changed_by_hand_is_named(tmp_path: Path, table: str) -> None:
    path = filled_workspace(tmp_path / "a.rapport")
    write_by_hand(path, f"UPDATE {table} SET id = 'x' || substr(id, 2)", checks=False)
    workspace = open_workspace(path)
    read = workspace.all_partners if table == "partner" else workspace.all_assessments
    with pytest.raises(StoreError, match=f"table {table}, row x000"):
        read()
    workspace.close()
    assert check_workspace(path).problems != ()
