"""A new assessment: what the user gives for it, and its first state."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # loaded after the first paint
    from assessments.assessment import Assessment, Partner, Scope
    from models.workspace import OwnSettings


class NewAssessment(NamedTuple):
    """What the user gave for a new assessment."""

    partner: Partner
    """A known partner (same id and content as stored) or a new one."""
    purpose: str
    scope: Scope
    gut_feeling: int | None = None
    switched_on: frozenset[str] = frozenset()
    is_known: bool = False
    """Whether the partner was in the file: it is not stored again when it has been deleted since."""


def first_state(new: NewAssessment, own: OwnSettings) -> Assessment:
    """Return a new assessment by the packaged questionnaire, under an id of its own, as of now."""
    from datetime import UTC, datetime
    from uuid import uuid4

    from assessments.assessment import Assessment, Assessor
    from assessments.questionnaire_file import packaged_questionnaire

    return Assessment(
        id=uuid4(),
        partner=new.partner,
        partner_type=new.partner.type,
        purpose=new.purpose,
        questionnaire=packaged_questionnaire(),
        scope=new.scope,
        assessor=Assessor(uuid4(), own.assessor),
        own_name=own.name,
        created_at=datetime.now(UTC),
        switched_on=new.switched_on,
        gut_feeling=new.gut_feeling,
    )
