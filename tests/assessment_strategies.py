"""Assessments of every shape, for property tests of what is stored and exchanged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction
from uuid import UUID

from hypothesis import strategies as st

from assessments.answer import UNANSWERED, Answer, Grade, State
from assessments.assessment import Assessment, Assessor, Partner, Reopening, Scope
from assessments.questionnaire_file import packaged_questionnaire
from assessments.sheets import NO_SHEETS
from assessments.text_rules import TextRefused, clean_name
from tests.conftest import TODAY
from tests.sheet_strategies import links, sheets

QUESTIONNAIRE = packaged_questionnaire()


def _named(text: str) -> bool:
    try:
        clean_name(text)
    except TextRefused:
        return False
    return True


_letters = st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"))
texts = st.text(_letters | st.sampled_from("\n\t"), max_size=30)
names = st.text(_letters, min_size=1, max_size=20).filter(_named)
days = st.dates(min_value=date(2001, 1, 1), max_value=TODAY)
moments = st.datetimes(min_value=datetime(2001, 1, 1), max_value=datetime(2026, 11, 23), timezones=st.just(UTC))  # noqa: DTZ001
kinds = st.sampled_from(sorted(QUESTIONNAIRE.partner_types))


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    """An answer in any state."""
    state = draw(st.sampled_from(State))
    return Answer(
        state=state,
        rating=draw(st.integers(1, 5)) if state is State.RATED else None,
        reason=draw(names) if state is State.NOT_APPLICABLE else "",
        grade=draw(st.none() | st.sampled_from(Grade)),
        evidence_date=draw(st.none() | days),
        note=draw(texts),
        flagged=draw(st.booleans()),
        answered_on=None if state is State.UNANSWERED else draw(days),
    )


@st.composite
def assessments(draw: st.DrawFn) -> Assessment:
    """An assessment, open or final, of a partner of its own."""
    partner = Partner(
        id=draw(st.uuids()),
        name=draw(names),
        type=draw(kinds),
        country=draw(texts),
        website=draw(texts),
        contact=draw(texts),
        tags=tuple(draw(st.lists(names, max_size=3))),
        archived=draw(st.booleans()),
    )
    given = draw(st.dictionaries(st.sampled_from(sorted(QUESTIONNAIRE.questions)), answers(), max_size=8))
    reopened = draw(st.lists(st.builds(Reopening, moments, names), max_size=2, unique_by=lambda one: one.at))
    weights = draw(st.lists(st.fractions(Fraction(1, 50), 50), min_size=5, max_size=5) | st.just([]))
    final = draw(st.booleans())
    return Assessment(
        id=draw(st.uuids()),
        partner=partner,
        partner_type=draw(kinds),
        purpose=draw(texts),
        questionnaire=QUESTIONNAIRE,
        scope=draw(st.sampled_from(Scope)),
        assessor=Assessor(draw(st.uuids()), draw(names | st.just(""))),
        own_name=draw(names | st.just("")) if final else "",
        created_at=draw(moments),
        answers={key: answer for key, answer in given.items() if answer != UNANSWERED},
        weights=dict(zip(QUESTIONNAIRE.dimension_by_id, weights, strict=True)) if weights else {},
        switched_on=frozenset(draw(st.sets(st.sampled_from(["R2"]), max_size=1))),
        gut_feeling=draw(st.none() | st.integers(0, 100)),
        final_at=draw(moments) if final else None,
        finished_on=draw(days) if final else None,
        reopenings=tuple(sorted(reopened, key=lambda one: one.at)),
        sheets=draw(st.just(NO_SHEETS) | sheets()),
        links=draw(links),
    )


def with_own_ids(found: Iterable[Assessment]) -> list[Assessment]:
    """Return assessments whose ids differ, as a workspace needs them."""
    return [
        replace(
            one,
            id=UUID(int=1000 + number),
            partner=replace(one.partner, id=UUID(int=2000 + number)),
            assessor=replace(one.assessor, id=UUID(int=3000 + number)),
        )
        for number, one in enumerate(found)
    ]
