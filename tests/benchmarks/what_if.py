"""How long a frame takes while a what-if weight is dragged on the compare page with twelve partners.

`python -m tests.benchmarks.what_if` moves a slider as the mouse does, paints the whole page after each step, and prints
the median and the slowest twentieth; exits 1 above the bound. The shares of draws are not worked out meanwhile: the
page waits for the hand to rest.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from ui.pages.compare_page import ComparePage

BOUND = 33.0
"""Milliseconds from the slider's step to the painted page: thirty frames a second."""
PARTNERS = 12
STEPS = 300


def make_workspace(path: Path) -> list[UUID]:
    """Write a workspace with twelve partners, open answers and weak evidence among them; return their ids."""
    from assessments.answer import Answer, Grade, State
    from models import edits
    from models.workspace import create_workspace
    from tests.reports.briefs import TODAY
    from tests.reports.sheeted import sheeted

    one = sheeted(attachments=(), links=(), final_at=None, finished_on=None, own_name="")
    questions = list(one.questionnaire.questions)
    partners = []
    with_file = create_workspace(path)
    for number in range(PARTNERS):
        answers = {
            key: Answer(
                State.RATED,
                rating=1 + (place * 7 + number * 3) % 5,
                grade=Grade((place + number) % 4),
                answered_on=TODAY,
            )
            for place, key in enumerate(questions)
            if (place + number) % 6
        }
        partner = replace(one.partner, id=UUID(int=1000 + number), name=f"Partner {number + 1} with a usual name")
        assessment = replace(
            one, id=UUID(int=2000 + number), partner=partner, answers=answers, created_at=datetime.now(UTC)
        )
        rows = [edits.add_partner(partner), *edits.add_assessment(assessment)]
        with_file.commit("benchmark", rows, today=TODAY)
        partners.append(partner.id)
    with_file.close()
    return partners


def open_page(path: Path, partners: list[UUID]) -> ComparePage:
    """Return the page once it shows the partners."""
    from PySide6.QtCore import QEventLoop

    from tests.reports.briefs import TODAY
    from ui.documents.workspace_document import WorkspaceDocument
    from ui.pages.compare_page import ComparePage

    page = ComparePage(WorkspaceDocument(path, lambda: TODAY))
    page.resize(1084, 760)
    loop = QEventLoop()
    page.shown.connect(loop.quit)
    page.show()
    loop.exec()
    page.compare(partners)
    loop.exec()
    if page.rows.columnCount() != PARTNERS:
        raise SystemExit(f"The page shows {page.rows.columnCount()} partners, not {PARTNERS}.")
    return page


def drag(page: ComparePage) -> list[float]:
    """Return the milliseconds of each frame of one drag."""
    from PySide6.QtWidgets import QSlider

    slider = page.what_if.findChildren(QSlider)[0]
    slider.setSliderDown(True)
    frames = []
    span = slider.maximum() - slider.minimum()
    for step in range(1, STEPS + 1):
        before = page.what_if.weights
        began = time.perf_counter()
        slider.setSliderPosition(slider.minimum() + (step * 7) % span)
        page.repaint()
        frames.append((time.perf_counter() - began) * 1000)
        if page.what_if.weights == before:
            raise SystemExit("The slider moved, and the weights did not follow.")
    return frames


def main() -> int:
    """Print the frame times; return 1 when the median is above the bound."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from ui.theme import fonts
    from ui.theme.palette import theme

    app = QApplication([])
    fonts.load_fonts()
    theme.apply(app, "light")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Partners.rapport"
        frames = drag(open_page(path, make_workspace(path)))
    middle, slow = median(frames), quantiles(frames, n=20)[-1]
    print(f"frame of a drag, {PARTNERS} partners: median {middle:.1f} ms (bound {BOUND:.0f}), 1 in 20 over {slow:.1f}")
    sys.stdout.flush()
    os._exit(0 if middle <= BOUND else 1)


if __name__ == "__main__":
    main()
