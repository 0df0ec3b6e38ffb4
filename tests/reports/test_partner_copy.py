"""The partner's copy: what stands in it, and that nothing else can."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import Any
from uuid import UUID

import pikepdf
import pytest

from assessments.answer import Answer, Grade, State
from assessments.assessment import Assessment
from assessments.conditions import Condition, ConditionState
from assessments.partner_copy import partner_copy
from assessments.scoring import score_assessment
from assessments.shared_goals import Goal
from assessments.text_rules import TextRefused, clean_cell, clean_name
from reports.brief import lay_brief
from reports.document import DocumentError, document_bytes, write_document
from reports.options import PrintOptions
from reports.partner_check import refuse_other_texts
from reports.strips import Placed, Strip, Words
from reports.style import BODY
from tests.assessments.logos import png
from tests.reports.briefs import NOTE, TODAY, answered, blank, read_pages, read_text, squeezed
from tests.reports.sheeted import sheeted, sheets

STRINGS: list[str] = [
    entry["text"]
    for entry in json.loads((Path(__file__).parents[1] / "data" / "strings.json").read_text(encoding="utf-8"))
]
PARTNER = PrintOptions(reader="partner")

ALLOWED = {
    "partner.name",
    "own_name",
    "sheets.goals.outcome",
    "sheets.goals.metric",
    "sheets.goals.baseline",
    "sheets.goals.target",
    "sheets.goals.source",
    "sheets.goals.due",
    "sheets.conditions.what",
    "sheets.conditions.owner",
    "sheets.conditions.due",
    "sheets.conditions.closes",
    "questionnaire.dimensions.questions.text",
}
"""Of goals that both sides hold and of agreed conditions. `assessments.partner_copy` says why each."""

STRUCTURE = {
    "partner_type",
    "questionnaire.partner_types",
    "questionnaire.dimensions.id",
    "questionnaire.dimensions.questions.id",
    "questionnaire.dimensions.questions.dimension",
    "questionnaire.dimensions.questions.applies_to",
    "questionnaire.contradictions",
    "switched_on",
}
"""Ids by which parts find each other: another text would make another assessment of it."""


def a_copy(**changes: object) -> Assessment:
    """Return an assessment with every kind of answer and row; some conditions are agreed, some goals shared."""
    full = sheets()
    first, *others = full.conditions
    agreed = replace(first, state=ConditionState.AGREED)
    return sheeted(answers=answered().answers, sheets=replace(full, conditions=(agreed, *others)), **changes)


def copy_bytes(assessment: Assessment, options: PrintOptions = PARTNER) -> bytes:
    return document_bytes(lay_brief(assessment, score_assessment(assessment, TODAY), options))


def everything_in(pdf: bytes) -> str:
    """Return the bytes, all streams unpacked, and all texts of a file as one text."""
    found = [pdf.decode("latin-1"), read_text(pdf), "\n".join(read_pages(pdf))]
    with pikepdf.open(BytesIO(pdf)) as file:
        for item in file.objects:
            if isinstance(item, pikepdf.Stream):
                found.append(item.read_bytes().decode("latin-1"))
            found.append(repr(item))
        found += [repr(value) for value in file.docinfo.values()]
    # Text strings may be written two bytes a letter.
    return "\n".join(found).replace("\0", "").replace("\\x00", "")


# --- the walk over every field


def marked(value: Any, place: str, marks: dict[str, str]) -> Any:
    """Return a value with a mark of its own in each text and day that may not be printed, whatever holds it."""
    if place in STRUCTURE:
        return value
    if is_dataclass(value) and not isinstance(value, type):
        changes = {
            field.name: marked(getattr(value, field.name), _at(place, field.name), marks)
            for field in fields(value)
            if field.init
        }
        return replace(value, **changes)
    if isinstance(value, Mapping):
        return MappingProxyType({key: marked(one, place, marks) for key, one in value.items()})
    if isinstance(value, tuple | frozenset | list):
        return type(value)(marked(one, place, marks) for one in value)
    if place in ALLOWED:
        return value
    return _marked_leaf(value, place, marks)


def _at(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name


def _marked_leaf(value: Any, place: str, marks: dict[str, str]) -> Any:
    number = len(marks)
    if isinstance(value, str) and type(value) is str:
        if place == "sheets.exchanges.currency":
            marks["ZQX"] = place
            return "ZQX" if value else ""
        mark = f"MARK{number:05}"
        marks[mark] = place
        makers: dict[str, Callable[[], str]] = {
            "attachments.sha256": lambda: f"{number:05}".join(["fade", "d" * 55]),
            "links.url": lambda: f"https://example.org/{mark}",
            "attachments.question_id": lambda: value,
            "links.question_id": lambda: value,
            "answers.reason": lambda: mark if value else "",
        }
        made = makers.get(place, lambda: mark)()
        if made not in (mark, value, ""):
            marks[made] = place
        return made
    if isinstance(value, Decimal):
        marks["777666"] = place
        return Decimal("777666.55")
    if isinstance(value, UUID):
        made_id = UUID(int=0xFEED_0000_0000_0000_0000_0000_0000_0000 + number)
        marks[str(made_id)] = marks[made_id.hex] = place
        return made_id
    return value


def test_a_mark_in_every_field_that_is_not_allowed_never_appears() -> None:
    marks: dict[str, str] = {}
    assessment = marked(a_copy(), "", marks)
    assert len(marks) > 400
    for name in ("purpose", "answers.note", "sheets.risks.owner", "sheets.decision.who", "attachments.name"):
        assert name in set(marks.values())
    pdf = copy_bytes(assessment)
    found = everything_in(pdf)
    assert [f"{place}: {mark}" for mark, place in marks.items() if mark in found] == []
    assert "MARK" not in squeezed(found)


def test_the_walk_sees_marks_where_they_may_be() -> None:
    """The team's brief of the same assessment shows them: the search above can find what it looks for."""
    marks: dict[str, str] = {}
    assessment = marked(a_copy(), "", marks)
    team = document_bytes(lay_brief(assessment, score_assessment(assessment, TODAY)))
    found = everything_in(team)
    shown = {place for mark, place in marks.items() if mark in found}
    for place in ("purpose", "answers.note", "sheets.risks.owner", "sheets.decision.who", "attachments.name"):
        assert place in shown


@pytest.mark.parametrize(
    "change",
    [
        lambda one: replace(one, purpose="Another"),
        lambda one: replace(one, gut_feeling=3),
        lambda one: replace(
            one, weights={"goals": Fraction(5), **dict.fromkeys(("value", "trust", "risk"), Fraction(1))}
        ),
        lambda one: replace(one, sheets=replace(one.sheets, risks=(), exchanges=(), meetings=(), decision=None)),
        lambda one: replace(one, sheets=replace(one.sheets, conditions=one.sheets.conditions[:1])),
        lambda one: replace(one, sheets=replace(one.sheets, goals=one.sheets.goals[:2])),
        lambda one: replace(
            one, sheets=replace(one.sheets, goals=tuple(replace(goal, ours=1) for goal in one.sheets.goals[:2]))
        ),
        lambda one: replace(one, attachments=(), links=(), reopenings=()),
        lambda one: replace(one, answers={key: replace(given, note="x") for key, given in one.answers.items()}),
        lambda one: replace(one, answers={key: other_rating(given) for key, given in one.answers.items()}),
        lambda one: replace(one, assessor=replace(one.assessor, name="Somebody else")),
        lambda one: replace(one, id=UUID(int=99), created_at=datetime.fromisoformat("2020-01-01T00:00+00:00")),
    ],
)
def test_what_is_not_allowed_changes_not_one_byte(change: Callable[[Assessment], Assessment]) -> None:
    assert copy_bytes(change(a_copy())) == copy_bytes(a_copy())


def other_rating(given: Answer) -> Answer:
    return replace(given, rating=6 - given.rating) if given.rating is not None else given


# --- what it says


def test_it_holds_shared_goals_agreed_conditions_and_open_questions_in_order() -> None:
    assessment = a_copy()
    pages = read_pages(copy_bytes(assessment))
    found = squeezed("".join(pages))
    for words in (
        "PARTNER COPY",
        "Brightfield Creative",
        "Partnership with Northwind Media",
        "Incremental reach",
        "48 %",
    ):
        assert squeezed(words) in found
    assert squeezed("Sign data-processing terms") in found
    for words in ("A reference they may show", "Agree brand-safety exit clause", "3F9A-77C2"):
        assert squeezed(words) not in found
    copy = partner_copy(assessment, score_assessment(assessment, TODAY))
    places = [found.index(squeezed(words)) for words in copy.questions]
    assert places == sorted(places)
    assert len(places) > 10


def test_a_question_is_open_when_unknown_unanswered_or_without_fresh_evidence_that_was_seen() -> None:
    stale = TODAY.replace(year=2024)
    answers = {
        "G1": Answer(State.RATED, 5, grade=Grade.SEEN, evidence_date=TODAY, answered_on=TODAY),
        "G2": Answer(State.RATED, 5, grade=Grade.SEEN, evidence_date=stale, answered_on=TODAY),
        "G3": Answer(State.RATED, 5, grade=Grade.STATED, answered_on=TODAY),
        "G4": Answer(State.UNKNOWN, answered_on=TODAY),
        "G5": Answer(State.NOT_APPLICABLE, reason="Not here.", answered_on=TODAY),
    }
    assessment = blank(answers=answers)
    questions = assessment.questionnaire.questions
    copy = partner_copy(assessment, score_assessment(assessment, TODAY))
    assert copy.questions[:4] == tuple(questions[key].text for key in ("G2", "G3", "G4", "G6"))


def test_an_empty_one_and_a_draft_say_so() -> None:
    whole = {
        key: Answer(State.RATED, 4, grade=Grade.SEEN, answered_on=TODAY) for key in blank().questionnaire.questions
    }
    pages = read_pages(copy_bytes(blank(answers=whole, own_name="", final_at=None, finished_on=None)))
    for words in ("DRAFT", "No shared goal is written", "No condition is agreed yet.", "No question is open."):
        assert words in pages[0]
    assert "Partnership with" not in pages[0]


def test_titles_repeat_over_many_pages_and_the_same_copy_has_the_same_bytes() -> None:
    goals = tuple(Goal(UUID(int=n), f"Goal {n}. " + "word " * 30, ours=3, theirs=3) for n in range(200))
    assessment = a_copy()
    assessment = replace(assessment, sheets=replace(assessment.sheets, goals=goals))
    pdf = copy_bytes(assessment)
    pages = read_pages(pdf)
    assert len(pages) > 8
    assert all("Shared goals, continued" in page for page in pages[1:8])
    assert all(f"Goal {n}." in "".join(pages) for n in range(200))
    assert copy_bytes(assessment) == pdf


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


# --- the check of the finished file


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
