"""What a brief records about the assessment itself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from assessments.assessment import Reopening
from tests.reports.briefs import TODAY, blank, printed_brief, read_text, squeezed

EVENING = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
"""Half past eight on the day before, in New York."""


def record(**changes: object) -> str:
    return squeezed(read_text(printed_brief(blank(**changes))))


def test_an_assessment_begun_in_the_evening_is_not_finished_the_day_before() -> None:
    assert EVENING.date() - timedelta(days=1) == TODAY
    words = record(created_at=EVENING, reopenings=(Reopening(EVENING, "A new register came."),))

    assert squeezed("Begun 23 November 2026") in words
    assert squeezed("23 November 2026: A new register came.") in words


def test_an_earlier_day_is_printed_as_it_is() -> None:
    assert squeezed("Begun 2 October 2026") in record()
