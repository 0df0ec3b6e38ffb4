"""`score` says what stands beside the score, in words and in the documented shape."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from assessments.answer import Answer, State
from assessments.robustness import robustness
from assessments.scoring import score_assessment
from models import edits
from models.workspace import create_workspace
from tests.conftest import TODAY
from tests.reports.sheeted import sheeted, sheets
from ui import cli

DAY = TODAY.isoformat()
WEIGHTS = {"goals": Fraction(2), **dict.fromkeys(("value", "trust", "risk", "learning"), Fraction(1))}


def workspace_of(folder: Path, **changes: Any) -> Path:
    """Write a workspace with one open assessment that has everything beside its score."""
    path = folder / "Sheets.rapport"
    workspace = create_workspace(path)
    assessment = sheeted(attachments=(), final_at=None, finished_on=None, own_name="", **changes)
    rows = [edits.add_partner(assessment.partner), *edits.add_assessment(assessment)]
    workspace.commit("new", rows, today=TODAY)
    workspace.close()
    return path


def score_of(path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert cli.run_command(["score", str(path), "--json", "--as-of", DAY]) == 0
    said = capsys.readouterr().out
    assert said.isascii()
    scores: dict[str, Any] = json.loads(said)
    assert scores["version"] == 1
    return dict(scores["scores"][0])


def test_robustness_is_what_the_engine_gives(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    score = score_of(workspace_of(tmp_path), capsys)
    assessment = sheeted()
    found = robustness(assessment, score_assessment(assessment, TODAY))
    assert found is not None
    assert score["robustness"]["draws"] == found.draws
    assert score["robustness"]["holds"] == float(found.holds)
    assert sum(score["robustness"]["shares"].values()) == pytest.approx(1)
    assert set(score["robustness"]["flips"]) == set(found.flips)
    down = score["robustness"]["flips"]["learning"]["score_down"]
    assert down == {"at": 40.0, "recommendation": "pilot", "held_by": []}
    assert score["robustness"]["flips"]["goals"]["score_up"]["held_by"] == ["gate_weak"]
    assert score["robustness"]["sentences"][0].startswith("Holds in ")


def test_figures_of_the_sheets(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = score_of(workspace_of(tmp_path, weights=WEIGHTS), capsys)
    assert found["weights_changed"] is True
    assert found["sheets"]["goals"]["one_sided"] == ["A reference they may show"]
    assert found["sheets"]["exchange"]["balance"] == pytest.approx(0.981818)
    assert found["sheets"]["exchange"]["favoured"] == "theirs"
    assert found["sheets"]["exchange"]["money"] == [
        {"giver": "ours", "currency": "EUR", "low": "110000", "high": "120000.5"}
    ]
    assert found["sheets"]["risks"][0] == {
        "number": "K1",
        "risk": "Unsafe generated content",
        "exposure": 12,
        "exposure_after": 6,
    }
    assert found["sheets"]["conditions"] == {"open": 3, "agreed": 0, "done": 1, "dropped": 0}
    assert found["sheets"]["meetings"] == 2
    assert found["sheets"]["decision"] == {"what": "Twelve months, with two conditions", "on": DAY}
    assert found["check_again"][0] == {"question": "L4", "stale_from": "2026-11-26", "stale": False}


def test_an_assessment_without_sheets_has_the_same_keys(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    failed = Answer(State.RATED, 1, answered_on=TODAY)
    found = score_of(workspace_of(tmp_path, sheets=type(sheets())(), answers={"T4": failed}, links=()), capsys)
    assert found["robustness"]["draws"] == 0
    assert found["robustness"]["holds"] is None
    assert found["robustness"]["sentences"][0].startswith("A failed gate decides")
    assert found["sheets"]["exchange"]["balance"] is None
    assert found["sheets"]["decision"] is None
    assert found["contradictions"] == []
    assert found["weights_changed"] is False


def test_one_partner_is_told_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    alone = tuple(replace(risk, owner="", likelihood=5, impact=5, risk="Line\nbreak") for risk in sheets().risks)
    path = workspace_of(tmp_path, weights=WEIGHTS, sheets=replace(sheets(), risks=alone))
    assert cli.run_command(["score", str(path), "Brightfield Creative", "--as-of", DAY]) == 0
    said = capsys.readouterr().out
    for words in (
        "weights changed",
        "What would change it",
        "Holds in",
        "it favours them.",
        "Alignment 63.6 of 100.",
        "Risk K1, “Line\\nbreak”, has an exposure of 25 and no owner.",
    ):
        assert words in said


def test_the_list_says_which_scores_have_weights_of_their_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = workspace_of(tmp_path, weights=WEIGHTS)
    assert cli.run_command(["list", str(path)]) == 0
    assert capsys.readouterr().out.rstrip().endswith("(weights changed)")
    assert cli.run_command(["list", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["partners"][0]["newest"]["weights_changed"] is True
