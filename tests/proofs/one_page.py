"""The decider's page: one page for any assessment, nothing overlapping, nothing beyond its margins.

`python3 tests/proofs/one_page.py 500` lays and paints so many generated assessments on both papers: names and cells
from one letter to their limits, no row to forty in a sheet, twelve conditions, nothing answered to all answered,
decided or not. What is laid is checked, and what the finished file shows.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import get_args

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path[0] = str(ROOT)
    import bootstrap

    bootstrap.ensure(qt=False, tests=True)

import pypdfium2  # type: ignore[import-untyped]  # noqa: E402
from hypothesis import HealthCheck, Phase, given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

from assessments.answer import Answer, Grade, State  # noqa: E402
from assessments.assessment import Assessment  # noqa: E402
from assessments.conditions import Condition, ConditionState, Decision  # noqa: E402
from assessments.drawing import Line  # noqa: E402
from assessments.scoring import score_assessment  # noqa: E402
from assessments.sheets import NO_SHEETS, Sheet, SheetRow, Sheets  # noqa: E402
from reports.brief import lay_brief  # noqa: E402
from reports.document import Document, document_bytes  # noqa: E402
from reports.lines import measure  # noqa: E402
from reports.options import PrintOptions  # noqa: E402
from reports.scripts import is_complex  # noqa: E402
from reports.strips import Image, Picture, Placed, Words  # noqa: E402
from reports.style import Frame, Paper  # noqa: E402
from tests.assessment_strategies import QUESTIONNAIRE, assessments, names  # noqa: E402
from tests.assessments.logos import png  # noqa: E402
from tests.conftest import TODAY  # noqa: E402
from tests.reports.sheeted import many  # noqa: E402

_CLOSE = 0.35
"""Points by which words as laid may touch."""
_OVERHANG = 1.2
"""Points by which a letter may reach out of its own box."""
_LEANING = 0.12
"""Share of its height by which it may reach over the next one: "ľ" before "4"."""
_WORDS = ("a", "Owner", "Data-processing", "Ärztekammer", "広告", "Donaudampfschifffahrtsgesellschaftskapitän")


@dataclass(frozen=True, slots=True)
class Rect:
    """Where something stands, in points from the top left corner of the page."""

    left: float
    top: float
    right: float
    bottom: float
    what: str

    def overlaps(self, other: Rect, close: float) -> bool:
        """Tell whether both take the same room."""
        beside = max(close, _LEANING * max(self.bottom - self.top, other.bottom - other.top) if close else 0.0)
        return (
            self.left + beside < other.right
            and other.left + beside < self.right
            and self.top + close < other.bottom
            and other.top + close < self.bottom
        )


def refuse_page(document: Document) -> None:
    """Accept a document of one page on which nothing overlaps and nothing stands beyond the margins.

    Raises:
        AssertionError: Naming what does.
    """
    assert len(document.pages) == 1
    frame = document.frame
    for placed in document.pages[0]:
        for item in placed.strip.items:
            if isinstance(item, Line) and _is_level(item):
                _refuse_beyond([Rect(item.points[0][0], placed.top, item.points[1][0], placed.top, "a rule")], frame)
    laid = [rect for placed in document.pages[0] for rect in _rects(placed)]
    _refuse_beyond(laid, frame)
    _refuse_overlap(laid, _CLOSE)
    # The marks of a shaped line stand over its letters, in pieces of their own.
    shaped = [rect for rect in _on_page(laid, frame) if is_complex(rect.what)]
    shown = _shown(document_bytes(document), frame)
    _refuse_overlap([rect for rect in shown if not any(rect.overlaps(one, 0.0) for one in shaped)], _OVERHANG)


def _on_page(laid: Sequence[Rect], frame: Frame) -> list[Rect]:
    return [replace(rect, left=frame.left + rect.left, right=frame.left + rect.right) for rect in laid]


def _is_level(line: Line) -> bool:
    return len(line.points) == 2 and line.points[0][1] == line.points[1][1]


def _rects(placed: Placed) -> list[Rect]:
    """Return the words and pictures of a strip; letters reach from their capitals' height to their descenders."""
    found = []
    for item in placed.strip.items:
        if isinstance(item, Words):
            wide, size = measure(item.text, item.style), item.style.size
            left = item.x - {"start": 0, "middle": wide / 2, "end": wide}[item.anchor]
            base = placed.top + item.y
            found.append(Rect(left, base - 0.72 * size, left + wide, base + 0.2 * size, item.text))
        elif isinstance(item, Picture):
            right, bottom = item.x + item.drawing.width * item.scale, item.y + item.drawing.height * item.scale
            found.append(Rect(item.x, placed.top + item.y, right, placed.top + bottom, "a drawing"))
        elif isinstance(item, Image):
            right, bottom = item.x + item.width, item.y + item.height
            found.append(Rect(item.x, placed.top + item.y, right, placed.top + bottom, "the logo"))
    return found


def _shown(pdf: bytes, frame: Frame) -> list[Rect]:
    """Return where the finished file shows text, without the empty pieces; refuse what is beyond the margins."""
    with closing(pypdfium2.PdfDocument(pdf)) as file:
        assert len(file) == 1
        with closing(file[0]) as page:
            found = []
            for piece in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
                left, bottom, right, top = piece.get_bounds()
                found.append(Rect(left, frame.page_height - top, right, frame.page_height - bottom, "text"))
    found = [rect for rect in found if rect.right - rect.left > _CLOSE]
    for rect in found:
        # A letter may reach a little out of its own width; paper ends far from there.
        assert rect.left >= frame.left - 3, rect
        assert rect.right <= frame.page_width - frame.left + 3, rect
        assert 20 <= rect.top <= rect.bottom <= frame.page_height - 20, rect
    return found


def _refuse_beyond(found: Sequence[Rect], frame: Frame) -> None:
    for rect in found:
        assert rect.left >= -0.01, rect
        assert rect.right <= frame.width + 0.01, rect
        assert frame.top - 0.01 <= rect.top, rect
        assert rect.bottom <= frame.page_height - 20, rect


def _refuse_overlap(found: Sequence[Rect], close: float) -> None:
    below = sorted(found, key=lambda rect: rect.top)
    for place, rect in enumerate(below):
        for other in below[place + 1 :]:
            if other.top >= rect.bottom:
                break
            assert not rect.overlaps(other, close), (rect, other)


@st.composite
def worst_assessments(draw: st.DrawFn) -> Assessment:
    """An assessment with anything from nothing to everything in it, texts up to their limits."""
    base = draw(assessments())
    # The shape follows from what was drawn: choices drawn one by one would mostly be the simplest.
    chance = Random(repr(base))
    name = draw(names) if chance.random() < 0.3 else chance.choice(["W" * 200, "Brightfield", "Société d’études " * 12])
    purposes = ["", base.purpose, "P" * 2_000, "To reach new audiences together. " * 40]
    return replace(
        base,
        answers=_answers(chance),
        partner=replace(base.partner, name=name.strip()),
        purpose=chance.choice(purposes),
        own_name=chance.choice(["", "Northwind Media", "O" * 200]),
        sheets=NO_SHEETS if chance.random() < 0.15 else _sheets(chance),
    )


def _sheets(chance: Random) -> Sheets:
    longest = chance.choice([1, 3, 8, 25])

    def words(number: int) -> str:
        return f"{number} " + " ".join(chance.choice(_WORDS) for _ in range(chance.randint(1, longest)))

    def states(rows: Sequence[SheetRow]) -> list[SheetRow]:
        return [
            replace(row, state=chance.choice(list(ConditionState))) if isinstance(row, Condition) else row
            for row in rows
        ]

    found = many(chance.choice([1, 2, 3, 6, 12, 40]), words)
    for sheet in Sheet:
        most = 0 if chance.random() < 0.25 else 12 if sheet is Sheet.CONDITIONS else 40
        found = found.with_rows(sheet, states(found.rows(sheet)[:most]))
    decision = Decision(words(1), words(2), TODAY, chance.choice(["", words(3)])) if chance.random() < 0.3 else None
    return replace(found, decision=decision)


def _answers(chance: Random) -> dict[str, Answer]:
    """Return answers of one quality: none, bad, mixed or good, all or some of them."""
    share, lowest, unknown = chance.choice([(0, 1, 0), (0.6, 1, 0.1), (1, 1, 0.1), (1, 2, 0), (1, 3, 0.02), (1, 4, 0)])
    given: dict[str, Answer] = {}
    for key in QUESTIONNAIRE.questions:
        if chance.random() < share:
            given[key] = _answer(chance, lowest, unknown)
    return given


def _answer(chance: Random, lowest: int, unknown: float) -> Answer:
    if chance.random() < unknown:
        return Answer(State.UNKNOWN, answered_on=TODAY)
    if chance.random() < 0.04:
        return Answer(State.NOT_APPLICABLE, reason="Not here.", answered_on=TODAY)
    rating, grade = chance.randint(lowest, 5), Grade(chance.randint(min(2, lowest - 1), 3))
    day = TODAY - timedelta(days=chance.randint(0, 200 if lowest > 2 else 500))
    return Answer(State.RATED, rating, grade=grade, evidence_date=day, answered_on=TODAY)


_options = st.builds(
    PrintOptions,
    paper=st.sampled_from(get_args(Paper)),
    reader=st.just("decider"),
    confidentiality=st.sampled_from(["", "Confidential", "C" * 100]),
    logo=st.sampled_from([b"", png(60, 24), png(20, 40)]),
    footer=st.sampled_from(["", "Northwind Media, registered in Hamburg", "Registered office and board " * 7]),
)


def run(count: int, *, derandomize: bool = False) -> Counter[str]:
    """Check so many assessments, each on both papers; return what they held.

    Raises:
        AssertionError: A page is wrong, with the assessment that shows it.
    """
    done: Counter[str] = Counter()

    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        derandomize=derandomize,
        suppress_health_check=list(HealthCheck),
        # What is found is not made smaller: its shape follows from all of what was drawn.
        phases=[Phase.generate],
    )
    @given(worst_assessments(), _options)
    def check(assessment: Assessment, options: PrintOptions) -> None:
        result = score_assessment(assessment, TODAY)
        for paper in get_args(Paper):
            refuse_page(lay_brief(assessment, result, replace(options, paper=paper)))
        done["assessments"] += 1
        done[str(result.recommendation.band)] += 1
        done["twelve conditions"] += len(assessment.sheets.conditions) == 12
        done["no risks"] += not assessment.sheets.risks
        done["nothing answered"] += not assessment.answers
        done["decided"] += assessment.sheets.decision is not None

    check()
    return done


if __name__ == "__main__":
    began = time.monotonic()
    try:
        figures = run(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
    except AssertionError as error:
        sys.exit(
            f"{error}\n{''.join(getattr(error, '__notes__', []))[:10_000]}"
        )  # the assessment: its name and texts come first
    print(dict(figures), f"{time.monotonic() - began:.0f} s")
