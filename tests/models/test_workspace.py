from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from uuid import UUID

import pytest

from assessments.answer import UNANSWERED, Answer, Grade
from assessments.assessment import Assessment, Assessor, Reopening, Scope
from assessments.band import Band
from assessments.scoring import score_assessment
from models import edits
from models.errors import NotFoundError, StoreError
from models.partner_list import open_list
from models.settings import OwnSettings
from models.workspace import Workspace, create_workspace, open_workspace
from tests.conftest import TODAY
from tests.models.builders import a_partner, an_assessment, fully_answered, rated


def reread(workspace: Workspace, assessment: Assessment) -> Assessment:
    """What a second reader finds in the file."""
    reader = open_workspace(workspace.path)
    try:
        return reader.read_assessment(assessment.id)
    finally:
        reader.close()


def test_an_assessment_comes_back_as_it_was_stored(opened: Workspace) -> None:
    assessment = an_assessment(
        answers={
            "G1": rated(
                5,
                Grade.VERIFIED,
                evidence_date=TODAY - timedelta(days=40),
                note="Zwei Zeilen\n\tund 漢字",
                flagged=True,
            ),
            "T4": Answer(note="Asked, no answer yet."),
        },
        weights={
            "goals": Fraction(1, 3),
            "value": Fraction(2),
            "trust": Fraction(1),
            "risk": Fraction(5, 7),
            "learning": Fraction(1),
        },
        switched_on=frozenset({"R2"}),
        gut_feeling=70,
        scope=Scope.QUICK,
        reopenings=(Reopening(datetime(2026, 11, 3, tzinfo=UTC), "A reference called back."),),
        final_at=datetime(2026, 11, 9, 8, tzinfo=UTC),
        finished_on=date(2026, 11, 9),
        own_name="Nordwind Media",
    )
    change = opened.commit(
        "new", [edits.add_partner(assessment.partner), *edits.add_assessment(assessment)], today=TODAY
    )
    assert reread(opened, assessment) == assessment
    assert change.assessments[assessment.id] == (assessment, score_assessment(assessment, TODAY))


def test_a_commit_returns_what_the_file_now_holds(opened: Workspace, stored: Assessment) -> None:
    change = opened.commit("rating", [edits.edit_answer(stored, "G2", rated(2))], today=TODAY)
    assert change.assessment_ids == (stored.id,)
    assert change.assessments[stored.id][0] == reread(opened, stored)
    assert reread(opened, stored).answer("G2") == rated(2)


def test_only_the_columns_that_differ_are_kept_in_the_history(opened: Workspace, stored: Assessment) -> None:
    change = opened.commit(
        "flag", [edits.edit_answer(stored, "G1", replace(stored.answer("G1"), flagged=True))], today=TODAY
    )
    assert change.edits[0].before == {"flagged": 0}
    assert change.edits[0].after == {"flagged": 1}
    assert opened.changes(stored.id, 1)[0].edits == change.edits


def test_an_edit_without_effect_stores_nothing(opened: Workspace, stored: Assessment) -> None:
    before = len(opened.changes())
    change = opened.commit("same", [edits.edit_answer(stored, "G1", stored.answer("G1"))], today=TODAY)
    assert change.edits == ()
    assert len(opened.changes()) == before


def test_an_overtaken_edit_is_refused_and_the_other_edits_with_it(opened: Workspace, stored: Assessment) -> None:
    opened.commit("first", [edits.edit_answer(stored, "G1", rated(1))], today=TODAY)
    before = reread(opened, stored)
    both = [edits.edit_answer(stored, "G3", rated(3)), edits.edit_answer(stored, "G1", rated(5))]
    with pytest.raises(
        StoreError, match=r"Another window or program changed this in .* since it was read \(answer G1\)"
    ):
        opened.commit("second", both, today=TODAY)
    assert reread(opened, stored) == before
    assert len(opened.changes()) == 2


def test_reverting_is_undo_and_reverting_that_is_redo(opened: Workspace, stored: Assessment) -> None:
    change = opened.commit("clear", [edits.edit_answer(stored, "G1", UNANSWERED)], today=TODAY)
    cleared = reread(opened, stored)
    undone = opened.revert(change.seq, today=TODAY)
    assert reread(opened, stored) == stored
    assert undone.reverts == change.seq
    assert undone.label == "clear"
    opened.revert(undone.seq, today=TODAY)
    assert reread(opened, stored) == cleared


def test_a_change_that_something_was_built_on_cannot_be_reverted(opened: Workspace, stored: Assessment) -> None:
    first = opened.commit("one", [edits.edit_answer(stored, "G1", rated(1))], today=TODAY)
    opened.commit("two", [edits.edit_answer(reread(opened, stored), "G1", rated(2))], today=TODAY)
    with pytest.raises(StoreError):
        opened.revert(first.seq, today=TODAY)
    with pytest.raises(StoreError):
        opened.revert(1, today=TODAY)
    assert reread(opened, stored).answer("G1") == rated(2)


def test_an_unknown_change_partner_or_assessment_is_said_to_be_gone(opened: Workspace) -> None:
    with pytest.raises(NotFoundError, match="no change 77"):
        opened.revert(77, today=TODAY)
    with pytest.raises(NotFoundError, match="does not have this partner any more"):
        opened.read_partner(UUID(int=9))
    with pytest.raises(NotFoundError, match="does not have this assessment any more"):
        opened.read_assessment(UUID(int=9))
    assert not opened.has_partner(UUID(int=9))
    assert opened.place(UUID(int=9)) is None


def test_the_summary_follows_every_commit_and_revert(opened: Workspace, stored: Assessment) -> None:
    def shown() -> float | None:
        reader = open_list(opened.path)
        row = reader.rows(reader.ids())[0]
        reader.close()
        return row.supported

    before = shown()
    change = opened.commit("rating", [edits.edit_answer(stored, "G2", rated(5))], today=TODAY)
    overall = change.assessments[stored.id][1].overall
    assert overall is not None
    assert shown() == float(overall.supported) != before
    opened.revert(change.seq, today=TODAY)
    assert shown() == before


def test_a_partner_shows_its_newest_assessment_also_after_undo(opened: Workspace, stored: Assessment) -> None:
    def newest() -> str | None:
        reader = open_list(opened.path)
        row = reader.rows(reader.ids())[0]
        reader.close()
        return row.assessment_id

    later = an_assessment(7)
    change = opened.commit("again", edits.add_assessment(later), today=TODAY)
    assert newest() == str(later.id)
    assert [head.id for head in opened.assessments_of(stored.partner.id)] == [later.id, stored.id]
    opened.revert(change.seq, today=TODAY)
    assert newest() == str(stored.id)
    assert opened.assessments_of(stored.partner.id)[0].band is Band.HOLD


def test_stale_evidence_is_found_when_its_day_comes(opened: Workspace) -> None:
    assessment = fully_answered()
    opened.commit("new", [edits.add_partner(assessment.partner), *edits.add_assessment(assessment)], today=TODAY)
    later = date(2027, 11, 24)
    assert opened.refresh_summaries(date(2027, 11, 23)) == 0
    assert opened.refresh_summaries(later) == 1
    assert opened.refresh_summaries(later) == 0
    reader = open_list(opened.path)
    overall = score_assessment(assessment, later).overall
    assert overall is not None
    assert reader.rows(reader.ids())[0].supported == float(overall.supported)
    reader.close()


def test_a_finished_assessment_keeps_our_name_of_that_day(opened: Workspace, stored: Assessment) -> None:
    opened.commit("own", [edits.edit_own(opened.own, OwnSettings("Nordwind"))], today=TODAY)
    finished = replace(reread(opened, stored), final_at=datetime(2026, 11, 20, tzinfo=UTC), finished_on=TODAY)
    opened.commit("finish", [edits.edit_assessment(stored, finished)], today=TODAY)
    opened.commit("own", [edits.edit_own(opened.own, OwnSettings("Südwind", paper="letter"))], today=TODAY)
    assert reread(opened, stored).own_name == "Nordwind"
    assert opened.own == OwnSettings("Südwind", paper="letter")


def test_a_finished_assessment_refuses_changes_until_it_is_reopened(opened: Workspace, stored: Assessment) -> None:
    finished = replace(stored, final_at=datetime(2026, 11, 20, tzinfo=UTC), finished_on=TODAY)
    opened.commit("finish", [edits.edit_assessment(stored, finished)], today=TODAY)
    for edit in (
        edits.edit_answer(finished, "G2", rated(3)),
        edits.edit_assessment(finished, replace(finished, purpose="x")),
    ):
        with pytest.raises(StoreError, match="is finished"):
            opened.commit("late", [edit], today=TODAY)
    reopening = Reopening(datetime(2026, 11, 21, tzinfo=UTC), "New evidence")
    opened.commit(
        "reopen", [edits.edit_assessment(finished, stored), edits.add_reopening(stored, reopening)], today=TODAY
    )
    opened.commit("rating", [edits.edit_answer(stored, "G2", rated(3))], today=TODAY)
    assert reread(opened, stored).reopenings == (reopening,)


def test_evidence_from_tomorrow_is_refused_at_the_door(opened: Workspace, stored: Assessment) -> None:
    tomorrow = rated(3, evidence_date=TODAY + timedelta(days=1))
    with pytest.raises(StoreError, match="G2: Evidence cannot be from the future"):
        opened.commit("rating", [edits.edit_answer(stored, "G2", tomorrow)], today=TODAY)
    assert reread(opened, stored) == stored


def test_a_question_the_questionnaire_does_not_have_is_refused(stored: Assessment) -> None:
    with pytest.raises(ValueError, match="no question Z9"):
        edits.edit_answer(stored, "Z9", rated(3))


def test_the_place_is_kept_outside_the_history(opened: Workspace, stored: Assessment) -> None:
    before = len(opened.changes())
    opened.remember_place(stored.id, "T4")
    opened.remember_place(stored.id, "T5")
    assert opened.place(stored.id) == "T5"
    assert len(opened.changes()) == before
    with pytest.raises(StoreError):
        opened.remember_place(UUID(int=9), "T4")


def test_changes_can_be_limited_and_chosen_by_assessment(opened: Workspace, stored: Assessment) -> None:
    opened.commit("other", [edits.add_partner(a_partner(50, "Other"))], today=TODAY)
    for rating in (1, 2, 3):
        opened.commit(f"G2 {rating}", [edits.edit_answer(reread(opened, stored), "G2", rated(rating))], today=TODAY)
    assert [change.label for change in opened.changes(stored.id, 2)] == ["G2 3", "G2 2"]
    assert [change.label for change in opened.changes(None, 100)] == ["G2 3", "G2 2", "G2 1", "other", "new"]
    assert [change.label for change in opened.changes(UUID(int=9))] == []


def test_one_assessor_may_serve_many_assessments_but_not_under_two_names(opened: Workspace, stored: Assessment) -> None:
    opened.commit("again", edits.add_assessment(an_assessment(7)), today=TODAY)
    assert opened.assessor_name(stored.assessor.id) == "A. Assessor"
    other = an_assessment(8, assessor=Assessor(stored.assessor.id, "B. Assessor"))
    with pytest.raises(StoreError):
        opened.commit("third", edits.add_assessment(other), today=TODAY)


def test_the_questionnaire_stays_when_the_assessment_is_undone(opened: Workspace, stored: Assessment) -> None:
    opened.revert(1, today=TODAY)
    assert not opened.has_assessment(stored.id)
    opened.revert(2, today=TODAY)
    assert reread(opened, stored) == stored


def test_a_workspace_opened_in_one_thread_works_in_another(workspace: Path) -> None:
    opened: list[Workspace] = []
    thread = threading.Thread(target=lambda: opened.append(open_workspace(workspace)))
    thread.start()
    thread.join()
    assert opened[0].own == OwnSettings()
    opened[0].close()
    opened[0].close()


def test_a_new_workspace_never_replaces_a_file(tmp_path: Path) -> None:
    path = tmp_path / "notes.rapport"
    path.write_text("mine")
    with pytest.raises(StoreError, match="exists already"):
        create_workspace(path)
    assert path.read_text() == "mine"
    with pytest.raises(StoreError, match="no folder"):
        create_workspace(tmp_path / "nowhere" / "a.rapport")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    "name", ["a b.rapport", "100%?#&=;'\"é漢.rapport", "-rf.rapport", "file:x?mode=memory", "x" * 200]
)
def test_any_file_name_is_only_a_name(tmp_path: Path, name: str) -> None:
    create_workspace(tmp_path / name).close()
    open_workspace(tmp_path / name).close()
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_finishing_keeps_our_name_as_it_is_on_the_day_and_not_as_it_was_when_read(
    opened: Workspace, stored: Assessment
) -> None:
    opened.commit("own", [edits.edit_own(opened.own, OwnSettings("Nordwind"))], today=TODAY)
    finished = replace(stored, final_at=datetime(2026, 11, 20, tzinfo=UTC), finished_on=TODAY)
    change = opened.commit("finish", [edits.edit_assessment(stored, finished)], today=TODAY)
    assert change.assessments[stored.id][0].own_name == "Nordwind"
