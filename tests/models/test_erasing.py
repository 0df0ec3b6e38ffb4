"""What is deleted for good leaves no trace in the file, and nothing else changes."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from assessments.questionnaire_file import packaged_questionnaire
from assessments.shared_goals import Goal
from assessments.sheets import Sheets
from assessments.text_rules import TextRefused, clean_text
from models import edits
from models.erasing import Chosen, count_contents, erase, lost_changes
from models.errors import NotFoundError
from models.exchange import export_workspace
from models.partner_list import ListFilter, open_list
from models.schema import TABLES
from models.workspace import create_workspace, open_workspace
from models.workspace_check import check_workspace
from tests.conftest import TODAY
from tests.models.builders import a_partner, an_assessment, rated
from tests.models.marked import COMMON, FULL, MARK, OPEN, OTHER, PARTNER, UNDONE, marked_workspace

STRINGS = Path(__file__).parents[1] / "data" / "strings.json"
ALL = Chosen(partners=(PARTNER,))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "Partners.rapport"
    marked_workspace(found)
    return found


def rows(path: Path, sql: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def export_of(path: Path) -> dict[str, Any]:
    with closing(open_workspace(path)) as opened:
        return export_workspace(opened)


def whole(path: Path) -> None:
    assert check_workspace(path).problems == ()
    assert rows(path, "PRAGMA integrity_check") == [("ok",)]


def test_every_text_of_a_partner_is_in_the_file_before_and_none_after(tmp_path: Path) -> None:
    path = tmp_path / "Partners.rapport"
    marks = marked_workspace(path)
    before = path.read_bytes()
    assert [mark for mark in marks if mark.encode() not in before] == []
    schema = rows(path, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")

    report = erase(path, ALL)

    assert report.is_swept
    after = path.read_bytes()
    assert MARK not in after.lower()
    assert [one for one in (PARTNER, FULL, OPEN, UNDONE) if str(one).encode() in after] == []
    assert MARK.decode() not in json.dumps(export_of(path))
    assert list(tmp_path.iterdir()) == [path]
    assert rows(path, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name") == schema
    whole(path)


def test_what_earlier_changes_left_in_free_space_goes_too(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:  # as an SQLite that overwrites nothing
        connection.execute("PRAGMA secure_delete = OFF")
        connection.execute("CREATE TABLE former (text TEXT)")
        connection.executemany("INSERT INTO former VALUES (?)", [(f"zq7mark former {n} " * 99,) for n in range(99)])
        connection.execute("DROP TABLE former")
    assert b"zq7mark former" in path.read_bytes()
    erase(path, ALL)
    assert MARK not in path.read_bytes().lower()


def test_the_marked_partner_has_a_row_in_every_table_that_belongs_to_an_assessment(path: Path) -> None:
    owned = [name for name, table in TABLES.items() if "assessment_id" in table.columns]
    assert len(owned) >= 12
    for name in owned:
        assert rows(path, f"SELECT 1 FROM \"{name}\" WHERE assessment_id = '{FULL}'"), name


def test_everything_else_stays_as_it_was(path: Path) -> None:
    def others() -> dict[str, Any]:
        found = export_of(path)
        assessments = [one for one in found["assessments"] if one["id"] not in (str(FULL), str(OPEN))]
        return {
            "partners": [one for one in found["partners"] if one["id"] != str(PARTNER)],
            "assessments": assessments,
            "own": found["own"],
            "questionnaires": found["questionnaires"],
        }

    before = others()
    erase(path, ALL)
    assert others() == before
    assert len(export_of(path)["partners"]) == 3


def test_a_file_that_another_assessment_has_too_stays_and_the_others_go(path: Path) -> None:
    erase(path, ALL)
    with closing(open_workspace(path)) as opened:
        (kept,) = opened.read_assessment(OTHER).attachments
        assert opened.read_blob(kept.sha256) == COMMON
    assert rows(path, "SELECT count(*) FROM attachment_blob") == [(1,)]


def test_a_file_that_only_the_history_of_another_assessment_names_stays_for_its_undo(path: Path) -> None:
    from models import sheet_edits

    with closing(open_workspace(path)) as opened:
        other = opened.read_assessment(OTHER)
        taken = opened.commit("no file", [sheet_edits.remove_attachment(other, other.attachments[0])], today=TODAY)
        erase(path, ALL)
        opened.revert(taken.seq, today=TODAY)
        assert opened.read_assessment(OTHER).attachments == other.attachments
        assert opened.read_blob(other.attachments[0].sha256) == COMMON
    whole(path)


def test_counting_can_be_given_up_between_two_steps(path: Path) -> None:
    class GivenUp(Exception):
        pass

    steps: list[tuple[int, int]] = []

    def watch(done: int, total: int) -> None:
        steps.append((done, total))
        if done == 2:
            raise GivenUp

    with pytest.raises(GivenUp):
        count_contents(path, ALL, watch)
    assert steps == [(0, 9), (1, 9), (2, 9)]


def test_what_belongs_to_a_partner_is_counted_by_name(path: Path) -> None:
    found = count_contents(path, ALL)
    assert found.names == (marked_name(path),)
    assert (found.assessments, found.finished, found.answers) == (2, 1, 6)
    assert (found.sheet_rows, found.decisions, found.files, found.links) == (5, 1, 2, 1)
    assert erase(path, ALL).contents == found


def marked_name(path: Path) -> str:
    ((name,),) = rows(path, f"SELECT name FROM partner WHERE id = '{PARTNER}'")
    return str(name)


def test_one_assessment_goes_alone_and_its_partner_shows_the_one_before(path: Path) -> None:
    with closing(open_list(path)) as listing:
        (before,) = listing.rows([str(PARTNER)])
    assert (before.assessment_id, before.assessment_count) == (str(OPEN), 2)
    report = erase(path, Chosen(assessments=(OPEN,)))
    assert report.contents.names == (marked_name(path),)
    assert (report.contents.assessments, report.contents.finished) == (1, 0)
    assert str(OPEN).encode() not in path.read_bytes()
    with closing(open_list(path)) as listing:
        (after,) = listing.rows([str(PARTNER)])
    assert (after.assessment_id, after.assessment_count) == (str(FULL), 1)
    whole(path)


def test_a_finished_assessment_can_be_deleted_too(path: Path) -> None:
    assert erase(path, Chosen(assessments=(FULL,))).contents.finished == 1
    whole(path)


def test_several_partners_go_at_once(path: Path) -> None:
    report = erase(path, Chosen(partners=(PARTNER, UUID(int=4))))
    assert len(report.contents.names) == 2
    whole(path)


def test_all_partners_may_go_and_the_workspace_can_be_worked_in_as_before(path: Path) -> None:
    with closing(open_workspace(path)) as opened:
        everyone = tuple(partner.id for partner in opened.all_partners())
        erase(path, Chosen(partners=everyone))
        assert opened.all_partners() == []
        assert opened.own.name == "Nordwind Media"
    assert rows(path, "SELECT count(*) FROM assessor") == [(0,)]
    whole(path)
    marked = [name for name, table in TABLES.items() if name not in ("workspace", "questionnaire", "change")]
    assert [name for name in marked if rows(path, f'SELECT 1 FROM "{name}"')] == []


def test_the_history_says_that_something_was_deleted_and_not_what(path: Path) -> None:
    with closing(open_workspace(path)) as opened:
        newest = opened.changes(limit=1)[0].seq
        erase(path, ALL)
        found = opened.changes(limit=1_000)
    assert found[0].label == "deleting a partner"
    assert found[0].edits == found[0].assessment_ids == ()
    assert found[0].seq > newest
    assert [one.label for one in found if not one.edits] == ["deleting a partner"]


def test_a_change_about_others_too_keeps_their_part_and_can_still_be_undone(tmp_path: Path) -> None:
    from models.sample import create_sample

    with closing(create_sample(tmp_path / "Sample.rapport", TODAY)) as sample:
        first, *rest = sample.all_partners()
        made = sample.changes(limit=1)[0].seq
        erase(sample.path, Chosen(partners=(first.id,)))
        assert str(first.id).encode() not in sample.path.read_bytes()
        assert lost_changes(sample.path, [made]) == frozenset()
        whole(sample.path)
        sample.revert(made, today=TODAY)
        assert sample.all_partners() == []
        assert len(rest) == 5


def test_a_sample_from_which_a_partner_was_deleted_is_not_untouched(tmp_path: Path) -> None:
    from models.sample import create_sample, is_untouched

    with closing(create_sample(tmp_path / "Sample.rapport", TODAY)) as sample:
        assert is_untouched(sample)
        erase(sample.path, Chosen(partners=(sample.all_partners()[0].id,)))
        assert not is_untouched(sample)


def test_changes_that_went_are_told_and_their_numbers_are_never_given_again(path: Path) -> None:
    with closing(open_workspace(path)) as opened:
        numbers = [change.seq for change in opened.changes(limit=1_000)]
        gone = lost_changes(path, numbers)
        assert gone == frozenset()
        erase(path, ALL)
        gone = lost_changes(path, numbers)
        assert gone
        assert max(numbers) in gone
        with pytest.raises(NotFoundError, match="deleted for good"):
            opened.revert(max(numbers), today=TODAY)
        partner = opened.all_partners()[0]
        from dataclasses import replace

        from models.edits import edit_partner

        next_one = opened.commit("x", [edit_partner(partner, replace(partner, country="DE"))], today=TODAY)
        assert next_one.seq > max(numbers)


def test_after_a_deletion_the_history_can_no_more_be_changed_than_before(path: Path) -> None:
    erase(path, ALL)
    for sql in ("DELETE FROM change", "UPDATE change SET label = 'x'", "DELETE FROM attachment_blob"):
        with pytest.raises(sqlite3.IntegrityError, match="is never"):
            rows(path, sql)


def test_the_list_finds_nothing_of_it_any_more(path: Path) -> None:
    erase(path, ALL)
    with closing(open_list(path)) as listing:
        assert len(listing.ids(ListFilter(text=MARK.decode()))) == 0
        assert MARK.decode() not in "".join(listing.tags())


def test_every_string_of_a_partner_that_stays_survives_in_a_change_that_it_shared(tmp_path: Path) -> None:
    path, kept = tmp_path / "Strings.rapport", []
    for one in json.loads(STRINGS.read_text("utf-8")):
        with suppress(TextRefused):
            kept.append(clean_text(one["text"], 2_000))
    assert len(kept) > 100
    with closing(create_workspace(path)) as workspace:
        shared = [edits.add_partner(a_partner(number, f"Partner {number}")) for number in (1, 2)]
        for number, partner in ((11, a_partner(1, "Partner 1")), (12, a_partner(2, "Partner 2"))):
            answers = {key: rated(3, note=text) for key, text in zip(packaged_questionnaire().questions, kept)}  # noqa: B905
            goals = tuple(
                Goal(UUID(int=1_000 + place), f"{number} {text}", source=text) for place, text in enumerate(kept)
            )
            sheets = Sheets(goals=goals[:100])
            shared += edits.add_assessment(an_assessment(number, partner, answers, sheets=sheets))
        workspace.commit("import", shared, today=TODAY)
        before = workspace.read_assessment(UUID(int=12))
        erase(path, Chosen(partners=(UUID(int=1),)))
        assert workspace.read_assessment(UUID(int=12)) == before
        assert str(UUID(int=11)).encode() not in path.read_bytes()
        whole(path)
        (made,) = [change.seq for change in workspace.changes(limit=9) if change.edits]
        undone = workspace.revert(made, today=TODAY)
        assert workspace.all_partners() == []
        workspace.revert(undone.seq, today=TODAY)
        assert workspace.read_assessment(UUID(int=12)) == before
