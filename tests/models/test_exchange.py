from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.assessment import Assessment
from models import edits, json_file
from models.errors import StoreError
from models.exchange import export_workspace, import_file, write_export
from models.sample import whole_assessments
from models.settings import OwnSettings
from models.workspace import Workspace, create_workspace, open_workspace
from models.workspace_check import check_workspace
from tests.assessment_strategies import assessments, with_own_ids
from tests.conftest import TODAY
from tests.models.builders import a_partner, an_assessment, filled_workspace, without_rights

Broken = Callable[[dict[str, Any]], object]


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    """An exchange file of three partners and four assessments."""
    workspace = open_workspace(filled_workspace(tmp_path / "from.rapport"))
    write_export(workspace, tmp_path / "from.json")
    workspace.close()
    return tmp_path / "from.json"


@settings(max_examples=25, deadline=None)
@given(st.lists(assessments(), max_size=4).map(with_own_ids), st.booleans())
def test_export_import_export_gives_the_same_bytes(found: list[Assessment], letter: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first, second = (create_workspace(Path(folder) / name) for name in ("a.rapport", "b.rapport"))
        own = OwnSettings("Nordwind", "ADV", "A. Assessor", "letter" if letter else "a4")
        first.commit("own", [edits.edit_own(first.own, own)], today=TODAY)
        first.commit("all", whole_assessments(found), today=TODAY)
        write_export(first, Path(folder) / "a.json")
        report = import_file(second, Path(folder) / "a.json", as_new=False, today=TODAY)
        write_export(second, Path(folder) / "b.json")
        assert (Path(folder) / "a.json").read_bytes() == (Path(folder) / "b.json").read_bytes()
        assert report.assessments_added == len(found)
        assert second.all_assessments() == first.all_assessments()
        assert import_file(second, Path(folder) / "b.json", as_new=False, today=TODAY).change is None
        for workspace in (first, second):
            workspace.close()
            assert check_workspace(workspace.path).problems == ()


def test_one_undo_takes_an_import_back(opened: Workspace, exported: Path) -> None:
    before = export_workspace(opened)
    report = import_file(opened, exported, as_new=False, today=TODAY)
    assert (report.partners_added, report.partners_known) == (3, 0)
    assert (report.assessments_added, report.assessments_known) == (4, 0)
    assert opened.own.name == "Nordwind Media"
    assert report.change is not None
    opened.revert(report.change, today=TODAY)
    assert export_workspace(opened) == before


def test_our_own_settings_are_not_overwritten(opened: Workspace, exported: Path) -> None:
    opened.commit("own", [edits.edit_own(opened.own, OwnSettings("Südwind"))], today=TODAY)
    import_file(opened, exported, as_new=False, today=TODAY)
    assert opened.own == OwnSettings("Südwind")


def test_what_is_known_is_left_alone_and_the_rest_added(opened: Workspace, exported: Path) -> None:
    opened.commit("one", [edits.add_partner(an_assessment().partner)], today=TODAY)
    report = import_file(opened, exported, as_new=False, today=TODAY)
    assert (report.partners_added, report.partners_known) == (2, 1)


@pytest.mark.parametrize("what", ["partner", "assessment", "assessor"])
def test_known_ids_with_other_content_are_refused_unless_new(opened: Workspace, exported: Path, what: str) -> None:
    original = an_assessment(11)
    other = {
        "partner": replace(original, partner=a_partner(1, "Somebody else")),
        "assessment": replace(original, purpose="Something else"),
        "assessor": replace(an_assessment(77), assessor=replace(original.assessor, name="Somebody else")),
    }[what]
    opened.commit("one", [edits.add_partner(other.partner), *edits.add_assessment(other)], today=TODAY)
    before = opened.path.read_bytes()
    with pytest.raises(StoreError, match=rf"from.json”: the {what} .* with other content. Nothing was imported"):
        import_file(opened, exported, as_new=False, today=TODAY)
    assert opened.path.read_bytes() == before
    report = import_file(opened, exported, as_new=True, today=TODAY)
    assert (report.partners_added, report.assessments_added) == (3, 4)
    opened.close()
    assert check_workspace(opened.path).problems == ()


def _first(value: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = value["assessments"][0]
    return found


def _answer(value: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = _first(value)["answers"][0]
    return found


@pytest.mark.parametrize(
    ("broken", "sentence"),
    [
        (lambda v: v.update(format="rapport-assessment"), "format must be “rapport-workspace”"),
        (lambda v: v.pop("format"), "format is missing"),
        (lambda v: v.update(version=2), "version 2 is not known"),
        (lambda v: v.update(version=True), "version must be a whole number"),
        (lambda v: v.update(extra=1), "extra is not known here"),
        (lambda v: v.update(partners={}), "partners must be a list"),
        (lambda v: v.update(own=[]), "own must be an object"),
        (lambda v: v["own"].update(paper="a3"), "own.paper must be one of"),
        (lambda v: v["partners"][1].update(name=""), "partners[1].name: "),
        (lambda v: v["partners"][1].update(name="a\nb"), "partners[1].name: "),
        (lambda v: v["partners"][1].update(name=5), "partners[1].name must be a text"),
        (lambda v: v["partners"][1].update(type="XYZ"), "partners[1].type is not a known partner type"),
        (lambda v: v["partners"][1].update(id="1"), "partners[1].id must be a UUID"),
        (lambda v: v["partners"][1].update(id=v["partners"][0]["id"]), "partners[1].id stands twice"),
        (lambda v: v["partners"][1].update(tags=["x"] * 500), "partners[1].tags has 500 items"),
        (lambda v: v["partners"][1].update(tags=[["x"]]), "partners[1].tags[0] must be a text"),
        (lambda v: v["partners"][1].update(archived="no"), "partners[1].archived must be true or false"),
        (lambda v: v["questionnaires"][0].update(title=7), "questionnaires[0]: "),
        (lambda v: v["questionnaires"][0]["questions"][0].update(weight="0"), "questionnaires[0]: "),
        (lambda v: v["questionnaires"][0]["questions"][0].update(weight="1e999999999"), "questionnaires[0]: "),
        (lambda v: v["questionnaires"][0].update(title="Other"), "no questionnaire of this file has that content hash"),
        (lambda v: _first(v).update(partner=v["assessments"][0]["id"]), "assessments[0].partner: no partner"),
        (lambda v: _first(v).update(partner_type="XYZ"), "assessments[0].partner_type is not a partner type"),
        (lambda v: _first(v).update(scope="some"), "assessments[0].scope must be one of quick, full"),
        (lambda v: _first(v).update(created_at="2026-11-01"), "assessments[0].created_at must"),
        (lambda v: _first(v).update(created_at="0001-01-01T00:00:00+23:00"), "assessments[0].created_at is outside"),
        (lambda v: _first(v).update(weights={"goals": "0"}), "assessments[0].weights.goals must be a fraction"),
        (lambda v: _first(v).update(weights={"goals": "1"}), "assessments[0].weights must name every dimension"),
        (lambda v: _first(v).update(weights={"fun": "1"}), "assessments[0].weights.fun is not known"),
        (lambda v: _first(v).update(switched_on=["Z9"]), "assessments[0].switched_on[0]: the questionnaire has no"),
        (
            lambda v: _first(v).update(gut_feeling=101),
            "assessments[0].gut_feeling must be a whole number from 0 to 100",
        ),
        (lambda v: _first(v).update(gut_feeling=1.5), "assessments[0].gut_feeling must be a whole number"),
        (lambda v: _first(v).update(finished_on="2026-11-09", final_at=None), "stand together"),
        (lambda v: _first(v).update(assessor={"name": "x"}), "assessments[0].assessor.id is missing"),
        (lambda v: _first(v)["assessor"].update(name="Other"), "has another name than before under the same id"),
        (lambda v: _first(v)["answers"].append(dict(_answer(v))), "is answered twice"),
        (lambda v: _answer(v).update(question="Z9"), "assessments[0].answers[0].question: the questionnaire has no"),
        (lambda v: _answer(v).update(state="maybe"), "assessments[0].answers[0].state must be one of"),
        (lambda v: _answer(v).update(rating=6), "assessments[0].answers[0].rating must be a whole number from 1 to 5"),
        (lambda v: _answer(v).update(rating=None), "assessments[0].answers[0]: A rated answer has a rating"),
        (lambda v: _answer(v).update(grade=4), "assessments[0].answers[0].grade must"),
        (
            lambda v: _answer(v).update(evidence_date="2026-02-30"),
            "assessments[0].answers[0].evidence_date must be a day",
        ),
        (
            lambda v: _answer(v).update(evidence_date="2026-W10-1"),
            "assessments[0].answers[0].evidence_date must be a day",
        ),
        (lambda v: _answer(v).update(note="a\x00b"), "assessments[0].answers[0].note: "),
        (lambda v: _answer(v).update(note="x" * 100_001), "assessments[0].answers[0].note: "),
        (lambda v: _answer(v).update(note="\ud800"), "assessments[0].answers[0].note: "),
        (
            lambda v: _first(v).update(reopenings=[{"at": "2026-11-09T08:00:00+00:00", "reason": ""}]),
            "reason is missing",
        ),
        (lambda v: _answer(v).update(evidence_date="2030-01-01"), "Evidence cannot be from the future"),
    ],
)
def test_a_bad_file_is_refused_with_its_place(opened: Workspace, exported: Path, broken: Broken, sentence: str) -> None:
    value = json.loads(exported.read_text(encoding="utf-8"))
    broken(value)
    exported.write_text(json.dumps(value), encoding="utf-8")
    before = opened.path.read_bytes()
    with pytest.raises(StoreError) as error:
        import_file(opened, exported, as_new=False, today=TODAY)
    assert sentence in str(error.value)
    assert opened.path.read_bytes() == before


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "line 1, column 1"),
        (b"hello", "line 1, column 1"),
        (b'{"format": NaN}', "NaN is not a JSON number"),
        (b'{"format": -Infinity}', "-Infinity is not a JSON number"),
        (b'{"format": 1, "format": 2}', "the key “format” stands twice"),
        (b"[" * 200_000, "nested too deep"),
        (b'{"a":' * 200_000, "nested too deep"),
        (b'{"format": "\xff"}', "byte 12 is not UTF-8"),
        ("{}".encode("utf-16"), "is not UTF-8"),
        (b'{"version": ' + b"9" * 5000 + b"}", "is not a JSON file"),
        (b"[]", "The whole must be an object"),
        (b'{"type": "FeatureCollection"}', " is no export that this program reads: format is missing. Nothing was"),
        (b'{"format": "rapport-workspace", "version": 2, "reviews": []}', "this program reads version 1."),
        (b"null", "The whole must be an object"),
        (b'{"own": ' + b'{"own":' * 400 + b"1" + b"}" * 401, "format is missing"),
    ],
)
def test_what_is_no_strict_json_is_refused(opened: Workspace, tmp_path: Path, data: bytes, sentence: str) -> None:
    path = tmp_path / "bad.json"
    path.write_bytes(data)
    with pytest.raises(StoreError) as error:
        import_file(opened, path, as_new=False, today=TODAY)
    assert sentence in str(error.value)
    assert "bad.json" in str(error.value)


def test_files_that_cannot_be_read_or_written_are_named(
    opened: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(StoreError, match=r"gone\.json” cannot be read"):
        import_file(opened, tmp_path / "gone.json", as_new=False, today=TODAY)
    with pytest.raises(StoreError, match="cannot be read"):
        import_file(opened, tmp_path, as_new=False, today=TODAY)
    with pytest.raises(StoreError, match="cannot be written"):
        write_export(opened, tmp_path / "no folder" / "out.json")
    monkeypatch.setattr(json_file, "LARGEST", 10)
    (tmp_path / "large.json").write_text(" " * 11)
    with pytest.raises(StoreError, match="is larger than"):
        import_file(opened, tmp_path / "large.json", as_new=False, today=TODAY)


def test_an_export_that_fails_leaves_the_old_one(opened: Workspace, exported: Path) -> None:
    before = exported.read_bytes()
    folder = exported.parent
    folder.chmod(0o555)
    with without_rights(folder), pytest.raises(StoreError, match="cannot be written"):
        write_export(opened, exported)
    folder.chmod(0o755)
    assert exported.read_bytes() == before
    assert not list(folder.glob(".rapport-*"))


def test_a_file_with_a_byte_order_mark_is_read(opened: Workspace, exported: Path) -> None:
    exported.write_bytes(b"\xef\xbb\xbf" + exported.read_bytes())
    assert import_file(opened, exported, as_new=False, today=TODAY).partners_added == 3
