"""The brief that `tests.benchmarks.briefs` measures, made once: `python -m tests.benchmarks.one_brief NOTE`.

It imports what the program itself needs for a brief, and nothing else.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from assessments.answer import Answer, Grade, State
from assessments.assessment import Assessment, Assessor, Partner, Scope
from assessments.questionnaire_file import packaged_questionnaire
from assessments.scoring import score_assessment
from reports.brief import lay_brief
from reports.document import Document, document_bytes
from reports.options import PrintOptions

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as main.py does
TODAY = date(2026, 11, 23)
OPTIONS = PrintOptions(parts=frozenset({"robustness", "sheets", "answers", "lists"}))


def short_assessment(note: str, purpose: str = "2026 media partnership") -> Assessment:
    """Return an assessment of the first question of every dimension, all answered with this note."""
    full = packaged_questionnaire()
    dimensions = tuple(replace(dimension, questions=dimension.questions[:1]) for dimension in full.dimensions)
    questionnaire = replace(full, dimensions=dimensions)
    answers: Mapping[str, Answer] = {
        question_id: Answer(State.RATED, 4, grade=Grade.SEEN, note=note, answered_on=TODAY)
        for question_id in questionnaire.questions
    }
    return Assessment(
        id=UUID("3f9a77c2-0000-4000-8000-000000000001"),
        partner=Partner(UUID(int=7), "Brightfield Creative", "AGY", country="Germany", tags=("creative", "genAI")),
        partner_type="AGY",
        purpose=purpose,
        questionnaire=questionnaire,
        scope=Scope.FULL,
        assessor=Assessor(UUID(int=5), "Media lead"),
        own_name="Northwind Media",
        created_at=datetime(2026, 10, 2, 9, 0, tzinfo=UTC),
        answers=answers,
    )


def laid_brief(assessment: Assessment) -> Document:
    """Return the brief with every word in its place: page one, robustness, sheets, answers and lists."""
    return lay_brief(assessment, score_assessment(assessment, TODAY), OPTIONS)


def main() -> None:
    """Make the brief and forget it."""
    document_bytes(laid_brief(short_assessment(sys.argv[1])))


if __name__ == "__main__":
    main()
