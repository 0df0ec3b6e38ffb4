"""One of every document the program prints, of the sample's partners where it can be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO

from PIL import Image as Pillow

from assessments.questionnaire_file import packaged_questionnaire
from assessments.sample import sample_assessments
from assessments.scoring import score_assessment
from reports.agenda import lay_agenda
from reports.blank_questionnaire import BlankForm, lay_blank
from reports.brief import lay_brief
from reports.document import Document, document_bytes
from reports.options import PLAIN, PrintOptions, Reader
from tests.reports import compared, test_portfolio
from tests.reports.briefs import TODAY
from tests.reports.sheeted import sheeted

SAMPLES = tuple(one.partner.name for one in sample_assessments(TODAY))
NAMES = (*SAMPLES, "sheets", "decider", "partner copy", "comparison", "portfolio", "agenda", "blank")


def document(name: str, options: PrintOptions = PLAIN) -> Document:
    """Return a document by its name."""
    assessment = sample_assessments(TODAY)[SAMPLES.index(name)] if name in SAMPLES else sheeted()
    result = score_assessment(assessment, TODAY)
    readers: dict[str, Reader] = {"decider": "decider", "partner copy": "partner"}
    others: dict[str, Callable[[], Document]] = {
        "comparison": lambda: compared.laid(compared.partners(3), options),
        "portfolio": lambda: test_portfolio.laid([test_portfolio.row(number) for number in range(40)], options),
        "blank": lambda: lay_blank(BlankForm(packaged_questionnaire(), "AGY"), TODAY, options),
        "agenda": lambda: lay_agenda(assessment, result, options),
    }
    if name in others:
        return others[name]()
    return lay_brief(assessment, result, replace(options, reader=readers.get(name, "team")))


@cache
def finished(name: str) -> bytes:
    """Return the PDF of a document with the usual options."""
    return document_bytes(document(name))


def logo(*, see_through: bool = True, side: int = 40) -> bytes:
    """Return a PNG: a red square with a corner that is see-through, or not."""
    picture = Pillow.new("RGBA", (side, side), (200, 30, 30, 255))
    if see_through:
        picture.paste((0, 0, 0, 0), (0, 0, side // 2, side // 2))
    file = BytesIO()
    (picture if see_through else picture.convert("RGB")).save(file, "PNG")
    return file.getvalue()
