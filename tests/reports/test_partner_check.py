"""The check of a finished partner copy: sound ones pass whatever is typed, and whatever else is put in is found."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import pikepdf
import pytest
from hypothesis import given, settings

from assessments.assessment import Assessment
from assessments.conditions import Condition, ConditionState
from assessments.scoring import score_assessment
from assessments.shared_goals import Goal
from assessments.text_rules import TextRefused, clean_cell, clean_name
from reports.brief import lay_brief
from reports.document import DocumentError, document_bytes, write_document
from reports.options import PrintOptions
from reports.partner_check import refuse_other_texts
from reports.strips import Placed, Strip, Words
from reports.style import BODY
from reports.written_file import Expected, replace_file
from tests.assessment_strategies import assessments
from tests.assessments.logos import png
from tests.proofs.one_page import worst_assessments
from tests.reports.briefs import NOTE, TODAY
from tests.reports.partner_copies import PARTNER, a_copy, copy_bytes
from tests.reports.sheeted import sheets

STRINGS: list[str] = [
    entry["text"]
    for entry in json.loads((Path(__file__).parents[1] / "data" / "strings.json").read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("start", range(0, len(STRINGS), 35))
def test_no_string_makes_a_sound_copy_refused(start: int) -> None:
    kept = [typed for typed in STRINGS[start : start + 35] if _is_kept(typed)]
    goals = tuple(Goal(UUID(int=n), typed, typed, typed, typed, typed, TODAY, 2, 2) for n, typed in enumerate(kept))
    conditions = tuple(
        Condition(UUID(int=n), typed, typed, TODAY, typed, ConditionState.AGREED) for n, typed in enumerate(kept)
    )
    assessment = a_copy()
    assessment = replace(assessment, sheets=replace(assessment.sheets, goals=goals, conditions=conditions))
    assert copy_bytes(assessment).startswith(b"%PDF")
    for typed in kept:
        if _is_name(typed):
            partner = replace(assessment.partner, name=typed)
            options = PrintOptions(reader="partner", confidentiality=typed, footer=typed, logo=png())
            assert copy_bytes(replace(assessment, partner=partner, own_name=typed, sheets=sheets()), options)


def _is_kept(typed: str) -> bool:
    try:
        clean_cell(typed, "It", required=True)
    except TextRefused:
        return False
    return True


def _is_name(typed: str) -> bool:
    try:
        clean_name(typed)
    except TextRefused:
        return False
    return True


def leaking(place: str, words: str) -> Any:
    """Return a copy laid with words that are not allowed in one place."""
    assessment = a_copy()
    laid = lay_brief(assessment, score_assessment(assessment, TODAY), PARTNER)
    if place == "page":
        laid.pages[0].append(Placed(500.0, Strip(12, (Words(0, 8, words, BODY),))))
    elif place == "outline":
        laid.pages[0].append(Placed(500.0, Strip(12, (Words(0, 8, "Shared goals", BODY),), outline=(0, words))))
    elif place == "subject":
        laid = replace(laid, imprint=replace(laid.imprint, subject=words))
    return laid


@pytest.mark.parametrize("place", ["page", "outline", "subject"])
@pytest.mark.parametrize("words", [NOTE, "Media lead rated 2", "63", "Legal"])
def test_anything_else_in_the_file_refuses_it_and_an_earlier_file_stays(place: str, words: str, tmp_path: Path) -> None:
    target = tmp_path / "copy.pdf"
    target.write_bytes(b"earlier")
    with pytest.raises(DocumentError, match="may not see"):
        write_document(leaking(place, words), target, records=tmp_path / "records")
    assert target.read_bytes() == b"earlier"
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []


def add_attachment(file: pikepdf.Pdf) -> None:
    file.attachments["scores.txt"] = b"63"


def add_hidden_stream(file: pikepdf.Pdf) -> None:
    file.Root.Hidden = file.make_stream(b"63")


def add_loose_stream(file: pikepdf.Pdf) -> None:
    file.pages[0].Loose = file.make_stream(b"internal note")


def add_annotation(file: pikepdf.Pdf) -> None:
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Contents="internal note")
    note.Rect = pikepdf.Array([0, 0, 10, 10])
    file.pages[0].Annots = pikepdf.Array([file.make_indirect(note)])


def add_property(file: pikepdf.Pdf) -> None:
    file.docinfo["/Keywords"] = "pilot, 63 points"


def add_packet(file: pikepdf.Pdf) -> None:
    with file.open_metadata() as packet:
        packet["pdf:Keywords"] = "pilot, 63 points"


def add_structure(file: pikepdf.Pdf) -> None:
    root = file.Root.StructTreeRoot
    root.Alt = "Radar with 63 points"


def add_actual_text(file: pikepdf.Pdf) -> None:
    page = file.pages[0]
    page.contents_add(b"/Span <</ActualText (internal note)>> BDC EMC")


def add_form(file: pikepdf.Pdf) -> None:
    page = file.pages[0]
    fonts = page.Resources.Font
    form = file.make_stream(f"BT {next(iter(fonts))} 9 Tf (63) Tj ET".encode())
    form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    form.BBox, form.Resources = pikepdf.Array([0, 0, 9, 9]), pikepdf.Dictionary(Font=fonts)
    page.Resources.XObject = pikepdf.Dictionary(Extra=form)


@pytest.mark.parametrize(
    "add",
    [
        add_attachment,
        add_hidden_stream,
        add_loose_stream,
        add_annotation,
        add_property,
        add_packet,
        add_structure,
        add_actual_text,
        add_form,
    ],
)
@pytest.mark.parametrize("password", ["", "secret"])
def test_whatever_is_put_into_the_finished_file_is_found(add: Callable[[pikepdf.Pdf], None], password: str) -> None:
    assessment = a_copy()
    laid = lay_brief(assessment, score_assessment(assessment, TODAY), PARTNER)
    assert laid.allowed is not None
    with pikepdf.open(BytesIO(document_bytes(laid))) as file:
        encryption = pikepdf.Encryption(user=password, owner=password, R=6) if password else False
        sound, changed = BytesIO(), BytesIO()
        file.save(sound, encryption=encryption)
        add(file)
        file.save(changed, encryption=encryption)
    refuse_other_texts(sound.getvalue(), laid.allowed, password)
    with pytest.raises(DocumentError, match="may not see"):
        refuse_other_texts(changed.getvalue(), laid.allowed, password)


def test_a_file_that_is_no_pdf_is_refused() -> None:
    with pytest.raises(DocumentError):
        refuse_other_texts(b"%PDF-1.7 broken", frozenset())


def test_a_copy_that_lacks_one_of_its_own_texts_among_the_allowed_is_refused() -> None:
    assessment = a_copy()
    laid = lay_brief(assessment, score_assessment(assessment, TODAY), PARTNER)
    allowed = {words for words in laid.allowed or () if not re.search("Creative", words)}
    with pytest.raises(DocumentError):
        refuse_other_texts(document_bytes(laid), frozenset(allowed))


@settings(max_examples=30, deadline=None)
@given(assessments() | worst_assessments())
def test_no_generated_assessment_has_its_sound_copy_refused(assessment: Assessment) -> None:
    assert copy_bytes(assessment)


def test_what_stands_on_the_disk_is_checked_before_it_replaces_an_earlier_file(tmp_path: Path) -> None:
    target = tmp_path / "copy.pdf"
    target.write_bytes(b"earlier")
    assessment = a_copy()
    laid = lay_brief(assessment, score_assessment(assessment, TODAY), PARTNER)
    with pikepdf.open(BytesIO(document_bytes(laid))) as file:
        add_property(file)
        changed = BytesIO()
        file.save(changed)
    expected = Expected(len(laid.pages), laid.named, allowed=laid.allowed)
    with pytest.raises(DocumentError, match="may not see"):
        replace_file(target, changed.getvalue(), expected, tmp_path / "records")
    assert target.read_bytes() == b"earlier"
