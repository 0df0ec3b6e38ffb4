from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from assessments.assessment import Assessment
from assessments.text_rules import TextRefused, clean_name, clean_text
from models import edits
from models.errors import StoreError
from models.partner_list import ListFilter, open_list
from models.settings import OwnSettings
from models.workspace import Workspace, open_workspace
from tests.conftest import TODAY
from tests.models.builders import a_partner, an_assessment, rated

STRINGS = json.loads((Path(__file__).parents[1] / "data" / "strings.json").read_text(encoding="utf-8"))


def allowed(check: Any, text: str) -> bool:
    try:
        check(text)
    except TextRefused:
        return False
    return True


def test_there_are_140_strings() -> None:
    assert len(STRINGS) == 140


@pytest.mark.parametrize("text", [pytest.param(one["text"], id=one["id"]) for one in STRINGS])
def test_every_string_is_stored_as_it_is_or_refused(opened: Workspace, stored: Assessment, text: str) -> None:
    wished = replace(stored, purpose=text)
    commits = {
        "purpose": [edits.edit_assessment(stored, wished)],
        "note": [edits.edit_answer(stored, "G2", rated(3, note=text))],
    }
    for label, parts in commits.items():
        if allowed(clean_text, text):
            opened.commit(label, parts, today=TODAY)
        else:
            with pytest.raises(StoreError):
                opened.commit(label, parts, today=TODAY)
    reader = open_workspace(opened.path)
    found = reader.read_assessment(stored.id)
    reader.close()
    if allowed(clean_text, text):
        assert (found.purpose, found.answer("G2").note) == (text, text)
    else:
        assert found == stored


@pytest.mark.parametrize("text", [pytest.param(one["text"], id=one["id"]) for one in STRINGS])
def test_every_string_is_a_name_as_it_is_or_refused(opened: Workspace, text: str) -> None:
    partner = a_partner(9, text, tags=(text,))
    if not allowed(clean_name, text):
        with pytest.raises(StoreError):
            opened.commit("new", [edits.add_partner(partner)], today=TODAY)
        assert not opened.has_partner(partner.id)
        return
    opened.commit("new", [edits.add_partner(partner)], today=TODAY)
    assert opened.read_partner(partner.id) == partner
    reader = open_list(opened.path)
    row = reader.rows(reader.ids())[0]
    assert (row.name, row.tags) == (text, (text,))
    assert reader.ids(ListFilter(tag=text)) == [row.partner_id]
    if text.strip():
        assert reader.ids(ListFilter(text=text)) == [row.partner_id]
    assert reader.tags() == [text]
    reader.close()


@pytest.mark.parametrize("bad", ["a\x00b", "\ud800", "\ufffe", "a\x07b"])
def test_no_way_in_lets_an_illegal_text_through(opened: Workspace, stored: Assessment, bad: str) -> None:
    before = opened.path.read_bytes()
    ways = [
        edits.edit_own(opened.own, OwnSettings(name=bad)),
        edits.edit_own(opened.own, OwnSettings(assessor=bad)),
        edits.edit_own(opened.own, OwnSettings(type=bad)),
        edits.add_partner(a_partner(9, "Name", country=bad)),
        edits.add_partner(a_partner(9, "Name", website=bad)),
        edits.add_partner(a_partner(9, "Name", contact=bad)),
        edits.add_partner(a_partner(9, "Name", type=bad)),
        edits.add_partner(a_partner(9, "Name", tags=("good", bad))),
        edits.edit_answer(stored, "G1", replace(stored.answer("G1"), note=bad)),
        edits.edit_answer(stored, "V5", replace(stored.answer("V5"), reason=bad)),
        edits.edit_assessment(stored, replace(stored, purpose=bad)),
        edits.edit_assessment(stored, replace(stored, partner_type=bad)),
    ]
    for way in ways:
        with pytest.raises(StoreError):
            opened.commit("bad", [way], today=TODAY)
    with pytest.raises(StoreError):
        opened.commit(bad, edits.add_assessment(an_assessment(50)), today=TODAY)
    with pytest.raises(StoreError):
        opened.remember_place(stored.id, bad)
    assert opened.path.read_bytes() == before


def test_long_notes_are_kept_whole(opened: Workspace, stored: Assessment) -> None:
    long = "x" * 99_999 + "é"
    change = opened.commit("note", [edits.edit_answer(stored, "G2", rated(3, note=long))], today=TODAY)
    assert change.assessments[stored.id][0].answer("G2").note == long
    with pytest.raises(StoreError, match="100,000"):
        opened.commit("note", [edits.edit_answer(stored, "G3", rated(3, note=long + "!"))], today=TODAY)
