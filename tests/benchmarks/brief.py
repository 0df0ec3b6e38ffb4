"""A 5-page brief, warm, against the same text drawn straight on a ReportLab canvas at the same places.

`python -m tests.benchmarks.brief` prints the medians of interleaved runs and exits 1 above the bound. Our side is the
whole way: scored, lines broken, pages filled, charts and rules drawn, tagged for screen readers, with outline and
metadata; the other side only replays the finished text.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from statistics import median
from time import perf_counter

from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from assessments.answer import Answer, Grade, State
from assessments.assessment import Assessment
from assessments.questionnaire_file import packaged_questionnaire
from assessments.scoring import score_assessment
from reports.brief import lay_brief
from reports.document import document_bytes
from reports.painting import text_runs
from reports.style import frame_of
from tests.reports.briefs import TODAY, blank

BOUND = 1.6
RUNS = 25
PAGES = 5

Run = tuple[float, float, str, float, str]


def five_pages() -> Assessment:
    """Return an assessment of the packaged questionnaire, shortened, whose brief has five pages of notes."""
    full = packaged_questionnaire()
    dimensions = tuple(replace(dimension, questions=dimension.questions[:1]) for dimension in full.dimensions)
    questionnaire = replace(full, dimensions=dimensions)
    for sentences in range(20, 0, -1):
        note = "They showed the register of models and who reviews it. " * sentences
        answers = {
            question_id: Answer(State.RATED, 4, grade=Grade.SEEN, note=note, answered_on=TODAY)
            for question_id in questionnaire.questions
        }
        assessment = blank(questionnaire=questionnaire, answers=answers)
        if len(lay_brief(assessment, score_assessment(assessment, TODAY)).pages) == PAGES:
            return assessment
    raise SystemExit("No brief of five pages was found; change the notes in tests/benchmarks/brief.py.")


def finished_text(assessment: Assessment) -> list[list[Run]]:
    """Return every piece of text of the brief, page by page, with its place and font."""
    laid = lay_brief(assessment, score_assessment(assessment, TODAY))
    frame = laid.frame
    return [
        [(x, y, font, size, run) for x, y, font, size, _, run in text_runs(page, frame) if isinstance(run, str)]
        for page in laid.pages
    ]


def draw_straight(pages: Sequence[Sequence[Run]]) -> bytes:
    """Return a PDF of the text alone."""
    frame = frame_of("a4")
    file = BytesIO()
    canvas = Canvas(
        file,
        pagesize=(frame.page_width, frame.page_height),
        invariant=1,
        pageCompression=1,
        initialFontName="NotoSans-Regular",
    )
    for page in pages:
        for x, y, font, size, run in page:
            canvas.setFont(font, size)
            canvas.drawString(x, y, run)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def main() -> int:
    """Print the figures; return 1 when the brief takes too long."""
    assessment = five_pages()
    pages = finished_text(assessment)
    ours: list[float] = []
    straight: list[float] = []
    for number in range(RUNS + 3):
        # A fresh value each time, so that nothing kept with an assessment helps.
        fresh = replace(assessment, purpose=f"{assessment.purpose} {number}")
        started = perf_counter()
        document_bytes(lay_brief(fresh, score_assessment(fresh, TODAY)))
        between = perf_counter()
        draw_straight(pages)
        straight.append(perf_counter() - between)
        ours.append(between - started)
    ratio = median(ours[3:]) / median(straight[3:])
    pieces = sum(map(len, pages))
    print(f"{len(pages)} pages, {pieces} pieces of text, {RUNS} interleaved runs, medians")
    print(f"brief    {median(ours[3:]) * 1000:7.1f} ms")
    print(f"straight {median(straight[3:]) * 1000:7.1f} ms")
    print(f"ratio    {ratio:7.2f} (at most {BOUND})")
    return 1 if ratio > BOUND else 0


if __name__ == "__main__":
    sys.exit(main())
