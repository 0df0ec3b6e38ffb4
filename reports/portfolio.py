"""The printed portfolio: every listed partner by its newest assessment, with the map and the counts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reports.catalogue import long_date, printed
from reports.document import Document
from reports.foot import document_mark, frame_for
from reports.options import PLAIN, PrintOptions
from reports.painting import Imprint
from reports.plain_head import Head, flowing_pages, framed, title_block
from reports.portfolio_front import MAP_HEIGHTS, bands_strips, map_strips
from reports.portfolio_row import PortfolioRow
from reports.portfolio_table import partners_strips
from reports.strips import Page
from reports.text import one_line


@dataclass(frozen=True, slots=True)
class Portfolio:
    """What is listed, in its order."""

    rows: Sequence[PortfolioRow]
    as_of: date
    """The day that open assessments are counted on."""
    types: Mapping[str, str]
    """Partner type code -> words; a code without words is printed as it is."""
    own_name: str = ""
    of_all: int | None = None
    """How many partners there are, where only some are listed."""
    listed: str = ""
    """Which are listed, in words; empty for all."""
    sorted_by: str = ""
    """The order in words: "supported score, highest first"."""


def lay_portfolio(portfolio: Portfolio, options: PrintOptions = PLAIN) -> Document:
    """Return the portfolio: counts and map first, then a table of all rows over as many pages as they need."""
    frame = frame_for(options)
    digits = _fingerprint(portfolio)
    head = _head(portfolio, digits)
    title, bands = title_block(head, frame, options), bands_strips(portfolio.rows, frame.width)
    partners = partners_strips(portfolio.rows, portfolio.types, portfolio.as_of, frame.width)

    def filled(map_height: float) -> list[Page]:
        return flowing_pages(title, [*bands, *map_strips(portfolio.rows, frame.width, map_height), *partners], frame)

    usual, *lower = MAP_HEIGHTS
    flowing = filled(usual)
    if len(flowing) == 2:
        # A lower map is worth it where it saves the second page, and only there.
        flowing = next((pages for pages in map(filled, lower) if len(pages) == 1), flowing)
    pages = framed(flowing, head, frame, options)
    imprint = Imprint(head.title, head.own_name, head.subtitle[:500], portfolio.as_of)
    return Document(pages, frame, imprint, head.title, digits, options)


def _head(portfolio: Portfolio, digits: str) -> Head:
    count = len(portfolio.rows)
    own = one_line(portfolio.own_name)
    parts = (
        printed("portfolio_of", shown=count, all=portfolio.of_all) if portfolio.of_all not in (None, count) else "",
        printed("portfolio_listed", words=one_line(portfolio.listed)) if portfolio.listed.strip() else "",
        printed("portfolio_sorted", words=one_line(portfolio.sorted_by)) if portfolio.sorted_by.strip() else "",
        printed("for_own", name=own) if own.strip() else "",
    )
    day = printed("as_of", day=long_date(portfolio.as_of))
    return Head(
        kicker=printed("portfolio_kicker"),
        title=printed("portfolio_one") if count == 1 else printed("portfolio_many", count=f"{count:,}"),
        subtitle=" · ".join(filter(None, parts)),
        right=(day, printed("portfolio_newest")),
        running=day,
        mark=document_mark(digits),
        own_name=own,
    )


def _fingerprint(portfolio: Portfolio) -> str:
    """Return SHA-256 (FIPS 180-4) over what is printed, as JSON with sorted keys."""
    content = {
        "document": "portfolio",
        "as_of": portfolio.as_of.isoformat(),
        "own_name": portfolio.own_name,
        "of_all": portfolio.of_all,
        "listed": portfolio.listed,
        "sorted_by": portfolio.sorted_by,
        "types": dict(portfolio.types),
        "rows": [
            [
                row.partner_id,
                row.name,
                row.type,
                row.band,
                row.supported,
                row.best,
                row.coverage,
                row.open_gate_count,
                row.too_little,
                row.provisional,
                row.own_weights,
                str(row.finished_on),
                row.dimensions,
            ]
            for row in portfolio.rows
        ],
    }
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
