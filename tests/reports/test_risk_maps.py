"""The risks on paper: table and maps say the same."""

from __future__ import annotations

from dataclasses import replace

from assessments.sheets import Sheet
from tests.reports.briefs import printed_brief, read_text
from tests.reports.sheeted import sheeted


def test_a_risk_that_nobody_judged_after_its_response_stands_as_now_in_table_and_map_alike() -> None:
    words = " ".join(read_text(printed_brief(sheeted())).split())
    assert "K3 Key person leaves 3 × 2 = 6 Share: Stand-in, Agency — as now" in words
    assert "impact ↑ as now: K3 As now: nobody has judged yet what the response leaves" in words
    risks = sheeted().sheets.risks
    judged = replace(risks[2], likelihood_after=1, impact_after=1)
    all_judged = replace(sheeted(), sheets=sheeted().sheets.with_rows(Sheet.RISKS, (*risks[:2], judged)))
    assert "as now" not in read_text(printed_brief(all_judged)).lower()
