"""Assessments to print: full, empty, not applicable, with any texts."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from uuid import UUID

import pypdfium2  # type: ignore[import-untyped]
from pypdf import PdfReader

from assessments.answer import Answer, Grade, State
from assessments.assessment import Assessment, Assessor, Partner, Reopening, Scope
from assessments.questionnaire_file import packaged_questionnaire
from assessments.scoring import score_assessment
from reports.brief import lay_brief
from reports.document import document_bytes
from reports.options import PrintOptions
from reports.style import Paper
from reports.text import text

TODAY = date(2026, 11, 23)
NOTE = "Seen at their office in May; both leads named the same outcome unprompted, and the charter is signed."


def blank(**changes: object) -> Assessment:
    """Return a finished full assessment of an agency without any answer."""
    start = Assessment(
        id=UUID("3f9a77c2-0000-4000-8000-000000000001"),
        partner=Partner(UUID(int=7), "Brightfield Creative", "AGY", country="Germany", tags=("creative", "genAI")),
        partner_type="AGY",
        purpose="2026 media partnership",
        questionnaire=packaged_questionnaire(),
        scope=Scope.FULL,
        assessor=Assessor(UUID(int=5), "Media lead"),
        own_name="Northwind Media",
        created_at=datetime(2026, 10, 2, 9, 0, tzinfo=UTC),
        gut_feeling=70,
        final_at=datetime(2026, 11, 23, 9, 0, tzinfo=UTC),
        finished_on=TODAY,
    )
    return replace(start, **changes)  # type: ignore[arg-type]


def answered(note: str = NOTE, **changes: object) -> Assessment:
    """Return an assessment with every kind of answer: ratings on all grades, stale, unknown, not applicable, none."""
    answers: dict[str, Answer] = {}
    for place, question_id in enumerate(packaged_questionnaire().questions):
        days = timedelta(days=place * 17)
        if place % 9 == 4:
            answers[question_id] = Answer(State.UNKNOWN, note=note, answered_on=TODAY - days)
        elif place % 13 == 7:
            answers[question_id] = Answer(State.NOT_APPLICABLE, reason="No media is bought.", answered_on=TODAY - days)
        elif place % 11 != 9:
            grade = Grade(place % 4)
            rating = (4, 5, 3, 4, 2)[place % 5]
            answers[question_id] = Answer(
                State.RATED, rating, grade=grade, evidence_date=TODAY - days, note=note, answered_on=TODAY
            )
    again = Reopening(datetime(2026, 11, 20, 9, 0, tzinfo=UTC), "A new security report came in.")
    return blank(answers=MappingProxyType(answers), reopenings=(again,), **changes)


def with_answers(answers: Mapping[str, Answer], **changes: object) -> Assessment:
    """Return an assessment with just these answers."""
    return blank(answers=MappingProxyType(dict(answers)), **changes)


def printed_brief(assessment: Assessment, paper: Paper = "a4") -> bytes:
    """Return its brief as of the fixed day."""
    return document_bytes(lay_brief(assessment, score_assessment(assessment, TODAY), PrintOptions(paper)))


def read_text(pdf: bytes) -> str:
    """Return the text of all pages as pdfium reads it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def read_pages(pdf: bytes) -> list[str]:
    """Return the text of each page as pypdf reads it."""
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def squeezed(words: str) -> str:
    """Return the text without what does not show: white space, line ends, soft hyphens, direction controls, joiners."""
    return "".join(
        char for char in words if not char.isspace() and char != "\ufffe" and unicodedata.category(char) != "Cf"
    )


def stands_in_order(typed: str, read: str) -> bool:
    """Return whether a reader found a short text in reading order.

    Readers guess the order of a line that mixes directions and turn brackets around; of a text with right-to-left
    letters it is asked that each word is found as it is read, letter by letter.
    """
    if "ﬁ" in typed or "\u0301\u0301" in typed:
        # A reader expands the ligature, and drops a mark that stands where it has one already.
        return True
    found = squeezed(read)
    if not any(unicodedata.bidirectional(char) in {"R", "AL"} for char in typed):
        return squeezed(text(typed)) in found
    return all(squeezed(word).strip("()[]{}«»") in found for word in text(typed).split())


def printed_by_two_processes(code: str) -> set[str]:
    """Return what a program prints with another hash seed and in another time zone: one text where neither counts."""
    return {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=Path(__file__).parents[2],
            env={"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
