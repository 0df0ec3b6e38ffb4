from __future__ import annotations

import hashlib
import json
import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessments.assessment import Assessment
from assessments.conditions import Condition, ConditionState, Decision, Meeting
from assessments.evidence import LARGEST_FILE, Attachment, Link
from assessments.risk_register import Response, Risk
from assessments.scoring import score_assessment
from assessments.shared_goals import Goal
from assessments.sheets import Sheet, Sheets
from assessments.value_exchange import Exchange, Kind, Side
from models import edits, sheet_edits
from models.errors import StoreError
from models.exchange import export_workspace, import_file, write_export
from models.workspace import Workspace, create_workspace
from models.workspace_check import check_workspace
from tests.assessment_strategies import assessments
from tests.conftest import TODAY
from tests.models.builders import an_assessment, write_by_hand
from tests.sheet_strategies import ROWS

GOALS = tuple(Goal(UUID(int=number), f"Goal {number}", ours=number, theirs=2) for number in (1, 2, 3))
FULL = Sheets(
    goals=GOALS,
    exchanges=(
        Exchange(
            UUID(int=4), "Fee", Side.OURS, Kind.MONEY, 3, 4, Decimal("99999.5"), Decimal("120000.05"), "EUR", "yearly"
        ),
    ),
    risks=(Risk(UUID(int=5), "=HYPERLINK(1)", 4, 3, Response.REDUCE, "Clause", "Legal", date(2026, 12, 5), 2, 3),),
    conditions=(Condition(UUID(int=6), "Sign terms", "Legal", None, "Copy filed", ConditionState.AGREED, "R1"),),
    meetings=(Meeting(UUID(int=7), "Media lead", "Account lead", "weekly", "call"),),
    decision=Decision("Pilot first", "Board", date(2026, 12, 1), "Two gates rest on their word."),
)
CONTENT = b"%PDF-1.7 a charter"
SHA = hashlib.sha256(CONTENT).hexdigest()
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
FILE = Attachment(UUID(int=8), "G1", "charter.pdf", SHA, len(CONTENT), NOW)
LINK = Link(UUID(int=9), "G1", "https://example.org/charter", NOW)


def with_everything(workspace: Workspace, stored: Assessment) -> Assessment:
    """Store every sheet, a file and a link, one change each."""
    for sheet in Sheet:
        workspace.commit("sheet", sheet_edits.edit_sheet(stored, sheet, FULL.rows(sheet)), today=TODAY)
    workspace.commit("decision", sheet_edits.edit_decision(stored, FULL.decision), today=TODAY)
    attached = [sheet_edits.keep_blob(SHA, CONTENT), sheet_edits.add_attachment(stored, FILE)]
    workspace.commit("file", attached, today=TODAY)
    workspace.commit("link", [sheet_edits.add_link(stored, LINK)], today=TODAY)
    return workspace.read_assessment(stored.id)


def test_every_sheet_comes_back_as_it_was_stored(opened: Workspace, stored: Assessment) -> None:
    found = with_everything(opened, stored)
    assert found == replace(stored, sheets=FULL, attachments=(FILE,), links=(LINK,))
    assert opened.read_blob(SHA) == CONTENT
    assert check_workspace(opened.path).problems == ()


def test_undoing_all_of_it_leads_back_and_redoing_forth(opened: Workspace, stored: Assessment) -> None:
    found = with_everything(opened, stored)
    reverted = [opened.revert(change.seq, today=TODAY) for change in opened.changes(limit=8)]
    assert opened.read_assessment(stored.id) == stored
    for change in reversed(reverted):
        opened.revert(change.seq, today=TODAY)
    assert opened.read_assessment(stored.id) == found
    assert opened.read_blob(SHA) == CONTENT
    assert check_workspace(opened.path).problems == ()


def test_many_rows_in_one_commit_are_one_step(opened: Workspace, stored: Assessment) -> None:
    rows = [Risk(UUID(int=number), f"Risk {number}", 1, 1) for number in range(1, 201)]
    change = opened.commit("pasting", sheet_edits.edit_sheet(stored, Sheet.RISKS, rows), today=TODAY)
    assert change.assessments[stored.id][0].sheets.risks == tuple(rows)
    assert opened.revert(change.seq, today=TODAY).assessments[stored.id][0] == stored


def test_moving_a_row_edits_only_the_rows_that_move(opened: Workspace, stored: Assessment) -> None:
    opened.commit("goals", sheet_edits.edit_sheet(stored, Sheet.GOALS, GOALS), today=TODAY)
    before = opened.read_assessment(stored.id)
    moved = (GOALS[1], GOALS[0], GOALS[2])
    change = opened.commit("moving", sheet_edits.edit_sheet(before, Sheet.GOALS, moved), today=TODAY)
    assert len(change.edits) == 2
    assert opened.read_assessment(stored.id).sheets.goals == moved
    assert sheet_edits.edit_sheet(before, Sheet.GOALS, GOALS) == []


def test_bytes_are_stored_once_and_stay_for_undo(opened: Workspace, stored: Assessment) -> None:
    again = replace(FILE, id=UUID(int=10), question_id="T4", name="copy.pdf")
    for one in (FILE, again):
        attached = [sheet_edits.keep_blob(SHA, CONTENT), sheet_edits.add_attachment(stored, one)]
        opened.commit("file", attached, today=TODAY)
    gone = opened.commit("removing", [sheet_edits.remove_attachment(stored, one) for one in (FILE, again)], today=TODAY)
    count = opened._file._raw.execute("SELECT count(*), sum(length(content)) FROM attachment_blob").fetchone()
    assert count == (1, len(CONTENT))
    opened.revert(gone.seq, today=TODAY)
    assert opened.read_assessment(stored.id).attachments == (FILE, again)
    assert CONTENT.decode() not in json.dumps([change.label for change in opened.changes()])


def test_a_finished_assessment_takes_only_conditions_and_the_decision(opened: Workspace, stored: Assessment) -> None:
    final = replace(stored, final_at=NOW, finished_on=TODAY)
    opened.commit("finishing", [edits.edit_assessment(stored, final)], today=TODAY)
    for change in (
        sheet_edits.edit_sheet(stored, Sheet.GOALS, GOALS),
        [sheet_edits.add_link(stored, LINK)],
        [sheet_edits.keep_blob(SHA, CONTENT), sheet_edits.add_attachment(stored, FILE)],
    ):
        with pytest.raises(StoreError, match="is finished"):
            opened.commit("too late", change, today=TODAY)
    opened.commit("decision", sheet_edits.edit_decision(stored, FULL.decision), today=TODAY)
    opened.commit("done", sheet_edits.edit_sheet(stored, Sheet.CONDITIONS, FULL.conditions), today=TODAY)
    assert opened.read_assessment(stored.id).sheets == Sheets(conditions=FULL.conditions, decision=FULL.decision)


def test_a_row_another_window_changed_is_not_overwritten(opened: Workspace, stored: Assessment) -> None:
    opened.commit("goals", sheet_edits.edit_sheet(stored, Sheet.GOALS, GOALS), today=TODAY)
    before = opened.read_assessment(stored.id)
    theirs = [replace(GOALS[0], outcome="Theirs"), *GOALS[1:]]
    opened.commit("theirs", sheet_edits.edit_sheet(before, Sheet.GOALS, theirs), today=TODAY)
    mine = [replace(GOALS[0], outcome="Mine"), *GOALS[1:]]
    with pytest.raises(StoreError, match="Another window"):
        opened.commit("mine", sheet_edits.edit_sheet(before, Sheet.GOALS, mine), today=TODAY)
    assert opened.read_assessment(stored.id).sheets.goals[0].outcome == "Theirs"


def test_export_and_import_carry_sheets_and_files(opened: Workspace, stored: Assessment, tmp_path: Path) -> None:
    found = with_everything(opened, stored)
    write_export(opened, tmp_path / "all.json")
    other = create_workspace(tmp_path / "other.rapport")
    import_file(other, tmp_path / "all.json", as_new=False, today=TODAY)
    assert other.read_assessment(stored.id) == found
    assert other.read_blob(SHA) == CONTENT
    assert export_workspace(other)["files"] == export_workspace(opened)["files"]
    assert len(export_workspace(other)["files"]) == 1
    known = import_file(other, tmp_path / "all.json", as_new=False, today=TODAY)
    assert (known.assessments_known, known.change) == (1, None)
    other.close()
    assert check_workspace(tmp_path / "other.rapport").problems == ()


@pytest.mark.parametrize(
    ("place", "value", "words"),
    [
        ("content", "AAAA", "not the file of that hash"),
        ("content", "###", "must be base64"),
        ("sha256", "0" * 64, "not the file of that hash"),
        (None, None, "is missing"),
    ],
)
def test_an_import_refuses_a_file_that_is_not_the_one(
    opened: Workspace, stored: Assessment, tmp_path: Path, place: str | None, value: str, words: str
) -> None:
    with_everything(opened, stored)
    record = export_workspace(opened)
    if place is None:
        record["files"] = []
    else:
        record["files"][0][place] = value
    (tmp_path / "bad.json").write_text(json.dumps(record))
    other = create_workspace(tmp_path / "other.rapport")
    with pytest.raises(StoreError, match=words):
        import_file(other, tmp_path / "bad.json", as_new=False, today=TODAY)
    assert other.all_partners() == []
    other.close()


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_sheets_never_change_a_score(opened: Workspace, stored: Assessment, data: st.DataObject) -> None:
    sheet = data.draw(st.sampled_from(Sheet))
    before = opened.read_assessment(stored.id)
    rows = data.draw(st.lists(ROWS[sheet], max_size=4, unique_by=lambda row: row.id))
    change = opened.commit("sheet", sheet_edits.edit_sheet(before, sheet, rows), today=TODAY)
    after = opened.read_assessment(stored.id)
    assert after.sheets.rows(sheet) == tuple(rows)
    assert score_assessment(after, TODAY) == score_assessment(stored, TODAY)
    if change.edits:
        assert change.assessments[stored.id] == (after, score_assessment(stored, TODAY))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(one=assessments())
def test_a_new_assessment_is_stored_with_all_its_sheets(tmp_path: Path, one: Assessment) -> None:
    path = tmp_path / f"{one.id}.rapport"
    path.unlink(missing_ok=True)
    workspace = create_workspace(path)
    workspace.commit("new", [edits.add_partner(one.partner), *edits.add_assessment(one)], today=TODAY)
    stored = workspace.read_assessment(one.id)
    workspace.close()
    assert (stored.sheets, stored.links) == (one.sheets, one.links)


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("goal", "position = position + 1"),
        ("attachment", "size = size + 1"),
        ("link", "url = 'https://elsewhere.example'"),
        ("risk", "owner = 'Nobody'"),
        ("decision", "who = 'Nobody'"),
    ],
)
def test_a_check_finds_what_was_changed_by_hand(opened: Workspace, stored: Assessment, table: str, change: str) -> None:
    with_everything(opened, stored)
    opened.close()
    write_by_hand(opened.path, f"UPDATE {table} SET {change}")
    problems = check_workspace(opened.path).problems
    assert any(f"Table {table}" in problem for problem in problems)


def test_a_check_finds_a_file_that_is_not_the_one(opened: Workspace, stored: Assessment) -> None:
    with_everything(opened, stored)
    opened._file._raw.execute("DROP TRIGGER attachment_blob_no_update")
    opened._file._raw.execute("UPDATE attachment_blob SET content = x'00'")
    assert any("attachment_blob" in problem for problem in check_workspace(opened.path).problems)
    with pytest.raises(StoreError, match="does not have the attached file"):
        opened.read_blob(SHA)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE goal SET outcome = ''",
        "UPDATE goal SET outcome = printf('%.*c', 2001, 'x')",
        "UPDATE goal SET ours = 6",
        "UPDATE goal SET theirs = -1",
        "UPDATE goal SET due = '31.12.2026'",
        "UPDATE goal SET position = -1",
        "UPDATE goal SET id = 'one'",
        "UPDATE goal SET assessment_id = '00000000-0000-0000-0000-0000000000ff'",
        "UPDATE exchange SET giver = 'nobody'",
        "UPDATE exchange SET kind = 'love'",
        "UPDATE exchange SET cost = 6",
        "UPDATE exchange SET worth = NULL",
        "UPDATE exchange SET amount_low = amount_high + 1",
        "UPDATE exchange SET amount_low = -1",
        "UPDATE exchange SET amount_high = 1.5",
        "UPDATE exchange SET currency = ''",
        "UPDATE exchange SET currency = 'eur'",
        "UPDATE exchange SET currency = 'EURO'",
        "UPDATE risk SET likelihood = 0",
        "UPDATE risk SET impact = 6",
        "UPDATE risk SET response = 'pray'",
        "UPDATE risk SET likelihood_after = NULL",
        "UPDATE risk SET due = '2026-02-30'",
        "UPDATE condition SET state = 'maybe'",
        "UPDATE condition SET what = ''",
        "UPDATE meeting SET ours = ''",
        "UPDATE decision SET decided_on = '2026'",
        "UPDATE decision SET decided_on = NULL",
        "UPDATE decision SET what = ''",
        "UPDATE link SET url = 'file:///etc/passwd'",
        "UPDATE link SET url = 'javascript:alert(1)'",
        "UPDATE link SET question_id = ''",
        "UPDATE link SET added_at = '2026-11-24'",
        "UPDATE attachment SET name = '../../x'",
        "UPDATE attachment SET name = 'a\\b'",
        "UPDATE attachment SET name = ''",
        "UPDATE attachment SET sha256 = 'x'",
        f"UPDATE attachment SET size = {LARGEST_FILE + 1}",
        "UPDATE attachment_blob SET content = x'00'",
        "DELETE FROM attachment_blob",
        "INSERT OR REPLACE INTO attachment_blob SELECT sha256, x'00' FROM attachment_blob",
        f"INSERT INTO attachment_blob VALUES ('{'0' * 64}', zeroblob({LARGEST_FILE + 1}))",
        "INSERT INTO attachment_blob VALUES ('short', x'00')",
    ],
)
def test_the_file_itself_refuses_what_breaks_a_rule_of_a_sheet(
    opened: Workspace, stored: Assessment, statement: str
) -> None:
    found = with_everything(opened, stored)
    with pytest.raises(sqlite3.IntegrityError):
        opened._file._raw.execute(statement)
    assert opened.read_assessment(stored.id) == found


def test_an_assessment_without_sheets_reads_as_before(opened: Workspace) -> None:
    plain = an_assessment(77)
    opened.commit("new", [edits.add_partner(plain.partner), *edits.add_assessment(plain)], today=TODAY)
    assert opened.read_assessment(plain.id) == plain
