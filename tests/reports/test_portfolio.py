from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import pytest
from pypdf import PdfReader

from assessments.band import Band
from assessments.charts_portfolio import MOST_POINTS
from assessments.questionnaire_file import packaged_questionnaire
from models.partner_list import PartnerRow
from reports.document import Document, document_bytes, write_document
from reports.options import PLAIN, PrintOptions
from reports.portfolio import Portfolio, lay_portfolio
from reports.portfolio_row import PortfolioRow
from reports.strips import Picture
from reports.style import Paper
from tests.reports.briefs import TODAY, read_pages, read_text, squeezed
from tests.reports.laid import assert_pages_hold

TYPES = dict(packaged_questionnaire().partner_types)
BANDS = tuple(Band)


def row(number: int, **changes: object) -> PartnerRow:
    """Return one partner of a list; every seventh is a draft."""
    low = (number * 37) % 101
    start = PartnerRow(
        partner_id=f"{number:08}",
        assessment_id=f"a{number:07}",
        name=f"Partner {number}",
        tags=(),
        type=tuple(TYPES)[number % len(TYPES)],
        archived=False,
        is_final=number % 7 > 0,
        band=BANDS[number % len(BANDS)].value,
        supported=float(low),
        answered=float(low),
        best=min(100.0, low + 12.0),
        coverage=0.8,
        evidenced=0.6,
        open_gate_count=2 if number % len(BANDS) == 4 else 0,
        too_little=False,
        provisional=number % 5 == 0,
        dimensions=tuple(
            (key, float((low + place * 17) % 101), 100.0) for place, key in enumerate(("goals", "value", "risk"))
        ),
        assessment_count=1,
        own_weights=number % 6 == 0,
        finished_on=date(2026, 11, 1) if number % 7 else None,
    )
    return start._replace(**changes)  # type: ignore[arg-type]


def unassessed(number: int) -> PartnerRow:
    return row(
        number,
        assessment_id=None,
        band=None,
        supported=None,
        answered=None,
        best=None,
        coverage=None,
        dimensions=(),
        finished_on=None,
        open_gate_count=0,
        provisional=False,
        own_weights=False,
    )


def laid(rows: Sequence[PortfolioRow], options: PrintOptions = PLAIN, **changes: object) -> Document:
    start = Portfolio(rows, TODAY, TYPES, "Northwind Media", sorted_by="supported score, highest first")
    return lay_portfolio(replace(start, **changes), options)  # type: ignore[arg-type]


@dataclass(frozen=True)
class OtherRow:
    """Not of the list, but with all that a portfolio needs."""

    partner_id: str = "1"
    name: str = "W" * 200
    type: str = "Of no questionnaire " * 10
    band: str | None = "hold"
    supported: float | None = None
    best: float | None = None
    coverage: float | None = 0.0
    open_gate_count: int = 12
    too_little: bool = False
    provisional: bool = True
    own_weights: bool = True
    finished_on: date | None = None
    dimensions: tuple[tuple[str, float | None, float | None], ...] = ()


CASES: dict[str, Sequence[PortfolioRow]] = {
    "none": [],
    "one": [row(1)],
    "forty": [row(number) for number in range(40)],
    "longest": [OtherRow(), *(row(number)._replace(name="W" * 200) for number in range(30))],
    "without assessments": [unassessed(number) for number in range(20)],
    "both": [*(row(number) for number in range(20)), *(unassessed(number) for number in range(20, 30))],
}


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("case", CASES)
def test_nothing_overlaps_or_runs_over_an_edge(case: str, paper: Paper) -> None:
    options = PrintOptions(paper, footer="A footer of our own " * 8)
    assert_pages_hold(laid(CASES[case], options, own_name="O" * 200, listed="tag “genAI” " * 30, of_all=9_999))


def test_two_thousand_partners_are_all_there_on_numbered_pages_under_repeated_titles() -> None:
    document = laid([row(number) for number in range(2_000)])
    assert_pages_hold(replace(document, pages=[document.pages[0], document.pages[1], document.pages[-1]]))
    pages = [squeezed(page) for page in read_pages(document_bytes(document))]
    found = "".join(pages)
    assert all(f"Partner{number}" in found for number in range(2_000))
    for number, page in enumerate(pages, start=1):
        assert f"Page{number}of{len(pages)}" in page
        assert "Recommendation" in page
        assert page.count("Supported") >= 1
        assert ("Partners,continued" in page) is (number > 1)


def test_no_page_of_the_table_begins_or_ends_with_a_single_row() -> None:
    for count in range(8, 60):
        document = laid([row(number, provisional=False, own_weights=False) for number in range(count)])
        last = squeezed(read_pages(document_bytes(document))[-1])
        assert last.count("Partner") != 2 or len(document.pages) == 1  # its title and one row


def test_counts_shares_and_all_columns_are_printed() -> None:
    found = squeezed(read_text(document_bytes(laid([row(number) for number in range(20)] + [unassessed(20)]))))
    for words in (
        "21 partners",
        "sorted by supported score, highest first",
        "for Northwind Media",
        "As of 23 November 2026",
        "✓ 4",
        "19 %",
        "No assessment yet",
        "up to",
        "1 Nov 2026",
        "draft",
        "Drafts are not finished; they are counted as of 23 November 2026.",
        "provisional, weights changed",
        "… Hold: 2 gates open",
        "◐ Proceed with conditions",
    ):
        assert squeezed(words) in found, words


def test_what_is_listed_is_said_in_the_subtitle() -> None:
    page = squeezed(read_pages(document_bytes(laid([row(1), row(2)], of_all=40, listed="tag genAI")))[0])
    assert squeezed("2 of 40 partners · listed: tag genAI · sorted by") in page
    assert "of2partners" not in squeezed(read_pages(document_bytes(laid([row(1), row(2)], of_all=2)))[0])


def test_the_map_says_whom_it_leaves_out() -> None:
    rows = [row(number) for number in range(MOST_POINTS + 5)]
    rows[3] = rows[3]._replace(dimensions=())
    document = laid(rows)
    page = squeezed(read_pages(document_bytes(document))[0])
    assert squeezed("Not on the map, because value exchange or risk is not scored: 1.") in page
    assert squeezed("The map shows the first 1,000 in the order of the table.") in page
    pictures = [item for placed in document.pages[0] for item in placed.strip.items if isinstance(item, Picture)]
    assert len(pictures) == 1
    assert not [
        item for placed in laid([unassessed(1)]).pages[0] for item in placed.strip.items if isinstance(item, Picture)
    ]


def test_an_empty_list_says_so() -> None:
    assert squeezed("No partner is listed.") in squeezed(read_text(document_bytes(laid([]))))


def test_the_same_rows_give_the_same_bytes_and_another_day_gives_others() -> None:
    rows = [row(number) for number in range(30)]
    assert document_bytes(laid(rows)) == document_bytes(laid(rows))
    other = laid(rows, as_of=date(2026, 11, 24))
    assert other.fingerprint != laid(rows).fingerprint
    assert document_bytes(other) != document_bytes(laid(rows))


def test_it_is_written_and_read_back(tmp_path: pytest.TempPathFactory) -> None:
    path = tmp_path / "Portfolio.pdf"  # type: ignore[operator]
    write_document(laid([row(number) for number in range(30)]), path)
    titles = [str(entry["/Title"]) for entry in PdfReader(path).outline if isinstance(entry, dict)]
    assert titles == ["Recommendations", "Value exchange against risk control", "Partners"]


def test_the_map_is_lower_only_where_that_leaves_one_page() -> None:
    def maps(count: int) -> tuple[int, list[float]]:
        made = laid([row(number) for number in range(count)], PrintOptions(paper="letter"))
        drawn = [item for page in made.pages for placed in page for item in placed.strip.items]
        return len(made.pages), [item.drawing.height * item.scale for item in drawn if isinstance(item, Picture)]

    usual = maps(1)[1]
    pages, lower = maps(6)
    assert pages == 1
    assert 200 < lower[0] < usual[0]
    assert maps(30) == (2, usual)
