"""Three readers of one brief, and what the user chose for it: parts, title block, footer, logo."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from uuid import UUID

import pytest
from pypdf import PdfReader

from assessments.assessment import Assessment
from assessments.conditions import Condition
from assessments.sample import sample_assessments
from assessments.scoring import score_assessment
from reports.brief import lay_brief
from reports.document import DocumentError, document_bytes
from reports.lines import measure
from reports.options import PARTS, Part, PrintOptions
from reports.short_table import fit_keeping
from reports.strips import Image
from reports.style import BODY, Paper
from tests.assessments.logos import png
from tests.proofs.one_page import refuse_page
from tests.reports.briefs import TODAY, answered, blank, read_pages, squeezed
from tests.reports.sheeted import many, sheeted, sheets

SAMPLES = {one.partner.name: one for one in sample_assessments(TODAY)}
DECIDER = PrintOptions(reader="decider")


def pages_of(assessment: Assessment, options: PrintOptions) -> list[str]:
    return read_pages(document_bytes(lay_brief(assessment, score_assessment(assessment, TODAY), options)))


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("name", SAMPLES)
def test_the_decider_gets_one_sound_page_for_each_sample_partner(name: str, paper: Paper) -> None:
    assessment = SAMPLES[name]
    refuse_page(lay_brief(assessment, score_assessment(assessment, TODAY), replace(DECIDER, paper=paper)))


def test_the_decider_s_page_is_the_team_s_page_one_but_for_where_the_rest_is() -> None:
    for assessment in (sheeted(), answered(), blank(), *SAMPLES.values()):
        (decider,) = pages_of(assessment, DECIDER)
        team = pages_of(assessment, PrintOptions())
        plain = decider.replace(" of the team brief", "").replace("Page 1 of 1", f"Page 1 of {len(team)}")
        assert squeezed(plain) == squeezed(team[0])


def test_the_decider_s_page_names_true_pages_of_the_team_brief() -> None:
    assessment = sheeted(sheets=many(12, lambda n: f"Row {n}"))
    (decider,) = pages_of(assessment, DECIDER)
    team = pages_of(assessment, PrintOptions())
    where = {
        "Conditions and actions sheet": r"Conditions and next steps.*?and \d+ more on page (\d+) of the team brief",
        "What to ask next": r"What to ask next: \d+ on page (\d+) of the team brief",
    }
    for title, named in where.items():
        found = re.search(named, decider, re.DOTALL)
        assert found is not None
        assert title in team[int(found[1]) - 1]
        assert title not in "".join(team[1 : int(found[1]) - 1])


def test_page_one_shows_three_of_each_with_owner_day_and_what_closes_it() -> None:
    (page,) = pages_of(SAMPLES["Brightfield Creative"], DECIDER)
    found = squeezed(page)
    for words in (
        "Asked of you: approve the partnership, once the 3 pending conditions are met",
        "Reduce: Exit clause for brand safety, Legal",
        "Share: Data-processing terms, Media lead",
        "Accept: Named stand-in, Agency",
        "Sign data-processing terms",
        "Countersigned copy filed",
        "Prepared by",
        "Decided by",
    ):
        assert squeezed(words) in found


def test_an_owner_is_kept_where_the_response_is_cut() -> None:
    words, cut = fit_keeping("Reduce: a very long response that runs on and on", ", Legal", 90.0, 2)
    assert cut
    assert words.endswith("…, Legal")
    assert measure(words, BODY) <= 2 * 90.0
    assert fit_keeping("Reduce", ", Legal", 90.0, 2) == ("Reduce, Legal", False)
    assert fit_keeping("Reduce", ", " + "W" * 300, 90.0, 1)[1]


# --- parts


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_is_left_out_is_said_so_on_page_one(part: Part) -> None:
    assessment = sheeted()
    titles = {
        "robustness": "How firm the recommendation is",
        "sheets": "Shared goals sheet",
        "answers": "Both sponsors signed the written outcome",
        "lists": "Open, not applicable, out of scope",
        "weights": "Weights and thresholds",
        "record": "Gut feeling before the questions",
        "method": "Method, and what it cannot say",
    }
    whole = pages_of(assessment, PrintOptions())
    short = pages_of(assessment, PrintOptions(parts=frozenset(PARTS) - {part}))
    assert "Left out of this copy" not in whole[0]
    assert "Left out of this copy: " in short[0]
    assert squeezed(titles[part]) in squeezed("".join(whole[1:]))
    assert squeezed(titles[part]) not in squeezed("".join(short[1:]))


def test_what_page_one_cuts_is_printed_even_where_its_part_is_left_out() -> None:
    assessment = sheeted(sheets=many(20, lambda n: f"Row {n}."))
    pages = pages_of(assessment, PrintOptions(parts=frozenset()))
    named = [int(page) for page in re.findall(r"more on page (\d+)", pages[0])]
    assert len(named) == 3
    assert max(named) <= len(pages)
    for title, page in zip(("Exchange sheet", "Risk register", "Conditions and actions sheet"), named, strict=True):
        assert title in pages[page - 1]
    assert "Row 19." in "".join(pages[1:])
    assert "Shared goals sheet" not in "".join(pages)


def test_with_every_part_left_out_and_nothing_cut_page_one_stands_alone() -> None:
    one = sheets().conditions[:1]
    short = replace(sheets(), exchanges=(), risks=(), conditions=one)
    pages = pages_of(SAMPLES["Orbit DSP"], PrintOptions(parts=frozenset()))
    assert len(pages) == 1
    assert len(pages_of(sheeted(sheets=short), PrintOptions(parts=frozenset()))) <= 2


# --- title block and footer


def test_confidentiality_line_footer_and_draft_are_printed() -> None:
    options = PrintOptions(confidentiality="For the board only", footer="Northwind Media, Hamburg")
    pages = pages_of(answered(final_at=None, finished_on=None), options)
    assert squeezed("PARTNERSHIP BRIEF · DRAFT · For the board only") in squeezed(pages[0])
    assert all("Northwind Media, Hamburg" in page for page in pages)
    plain = pages_of(answered(), PrintOptions(confidentiality=""))[0]
    assert "DRAFT" not in plain
    assert "onfidential" not in plain


def test_a_long_footer_takes_two_lines_of_every_page_and_nothing_runs_into_it() -> None:
    laid = lay_brief(answered(), score_assessment(answered(), TODAY), PrintOptions(footer="Registered office " * 11))
    for page in laid.pages:
        *_, last, footer = sorted(page, key=lambda placed: placed.top)
        assert footer.strip.height > 30
        assert last.top + last.strip.height <= footer.top
        assert footer.top + footer.strip.height <= laid.frame.page_height - 20


@pytest.mark.parametrize(("wide", "high"), [(600, 24), (24, 600), (100, 100)])
def test_a_logo_stands_at_the_right_of_the_title_in_its_own_shape(wide: int, high: int) -> None:
    options = PrintOptions(reader="decider", logo=png(wide, high))
    laid = lay_brief(answered(), score_assessment(answered(), TODAY), options)
    (logo,) = [item for item in laid.pages[0][0].strip.items if isinstance(item, Image)]
    assert logo.x + logo.width == pytest.approx(laid.frame.width)
    assert logo.width / logo.height == pytest.approx(wide / high)
    assert logo.width <= 84.01
    assert logo.height <= 36.01
    assert logo.alt == "Logo of Northwind Media"
    refuse_page(laid)
    assert len(PdfReader(BytesIO(document_bytes(laid))).pages[0].images) == 1


def test_a_logo_that_cannot_be_printed_is_refused_in_a_sentence() -> None:
    with pytest.raises(DocumentError, match="Choose another one in the settings"):
        lay_brief(answered(), score_assessment(answered(), TODAY), PrintOptions(logo=b"GIF89a"))


def test_conditions_are_listed_earliest_first() -> None:
    days = [TODAY.replace(day=day) for day in (30, 25, 27)]
    rows = tuple(Condition(UUID(int=n), f"Do {day.day}.", due=day) for n, day in enumerate(days))
    (page,) = pages_of(sheeted(sheets=replace(sheets(), conditions=rows)), DECIDER)
    places = [page.index(f"Do {day}.") for day in (25, 27, 30)]
    assert all(before < after for before, after in pairwise(places))
