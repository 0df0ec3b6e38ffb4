"""How we print is kept in the workspace: undone, exported and imported like the other settings of our own."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from models import edits
from models.errors import StoreError
from models.exchange import import_file, write_export
from models.settings import OwnSettings
from models.sheet_edits import keep_blob
from models.workspace import Workspace, create_workspace
from models.workspace_check import check_workspace
from tests.assessments.logos import png
from tests.conftest import TODAY

LOGO = png()
SHA = hashlib.sha256(LOGO).hexdigest()
OWN = OwnSettings("Nordwind", "ADV", "A.", "letter", "For the board only", "Nordwind Media · Hafenstraße 1", SHA)


def keep(workspace: Workspace, own: OwnSettings = OWN) -> int:
    return workspace.commit("settings", [keep_blob(SHA, LOGO), edits.edit_own(workspace.own, own)], today=TODAY).seq


def test_what_is_kept_is_read_again_and_undo_brings_the_logo_back(opened: Workspace) -> None:
    assert opened.own == OwnSettings(confidentiality="Confidential")
    keep(opened)
    assert opened.own == OWN
    without = opened.commit("settings", [edits.edit_own(OWN, replace(OWN, logo=None))], today=TODAY)
    assert opened.own.logo is None
    opened.revert(without.seq, today=TODAY)
    assert opened.own == OWN
    assert opened.read_blob(SHA) == LOGO
    opened.close()
    assert check_workspace(opened.path).problems == ()


@pytest.mark.parametrize(
    ("bad", "sentence"),
    [
        ({"footer": "x" * 201}, "The footer can have 200 characters"),
        ({"footer": "one\ntwo"}, "a line break"),
        ({"confidentiality": "x" * 101}, "The confidentiality line can have 100 characters"),
        ({"confidentiality": "a\x1bb"}, "a control character"),
        ({"logo": "0" * 64}, "Nothing was changed"),
    ],
)
def test_what_breaks_a_rule_is_refused_and_changes_nothing(
    opened: Workspace, bad: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(StoreError, match=sentence):
        opened.commit("settings", [edits.edit_own(opened.own, replace(opened.own, **bad))], today=TODAY)
    assert opened.own == OwnSettings()


def exported(folder: Path) -> Path:
    workspace = create_workspace(folder / "from.rapport")
    keep(workspace)
    write_export(workspace, folder / "from.json")
    workspace.close()
    return folder / "from.json"


def test_an_export_carries_them_with_the_logo(opened: Workspace, tmp_path: Path) -> None:
    import_file(opened, exported(tmp_path), as_new=False, today=TODAY)
    assert opened.own == OWN
    assert opened.read_blob(SHA) == LOGO
    write_export(opened, tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "from.json").read_bytes()


def test_an_export_of_before_leaves_them_as_in_a_new_workspace(opened: Workspace, tmp_path: Path) -> None:
    path = exported(tmp_path)
    value = json.loads(path.read_text())
    for name in ("confidentiality", "footer", "logo"):
        del value["own"][name]
    del value["files"]
    path.write_text(json.dumps(value))
    import_file(opened, path, as_new=False, today=TODAY)
    assert opened.own == OwnSettings("Nordwind", "ADV", "A.", "letter")


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda v: v["files"].clear(), "own.logo is not a PNG picture"),
        (lambda v: v["own"].update(logo="../logo.png"), "own.logo is not a PNG picture"),
        (lambda v: v["own"].update(logo=7), "own.logo must be a text"),
        (lambda v: v["own"].update(footer="x" * 201), "own.footer: The footer can have 200"),
        (lambda v: v["own"].update(confidentiality=["a"]), "own.confidentiality must be a text"),
    ],
)
def test_an_export_that_somebody_changed_is_refused(
    opened: Workspace, tmp_path: Path, spoil: Callable[[dict[str, Any]], object], sentence: str
) -> None:
    path = exported(tmp_path)
    value = json.loads(path.read_text())
    spoil(value)
    path.write_text(json.dumps(value))
    with pytest.raises(StoreError, match=sentence):
        import_file(opened, path, as_new=False, today=TODAY)
    assert opened.own == OwnSettings()


def test_a_logo_without_its_bytes_is_found_by_a_check(opened: Workspace) -> None:
    opened.close()
    with closing(sqlite3.connect(opened.path, isolation_level=None)) as connection:
        connection.execute("UPDATE workspace SET logo = ?", ("0" * 64,))
    assert any("workspace" in problem for problem in check_workspace(opened.path).problems)
