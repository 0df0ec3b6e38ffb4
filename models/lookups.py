"""Small statements of an open workspace."""

from __future__ import annotations

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.sqlite import insert

from models.prepared import Prepared
from models.schema import TABLES

_WORKSPACE, _QUESTIONNAIRE, _PLACE, _PARTNER, _ASSESSOR, _ASSESSMENT = (
    TABLES[name] for name in ("workspace", "questionnaire", "place", "partner", "assessor", "assessment")
)

OWN = Prepared(
    select(
        _WORKSPACE.c.own_name,
        _WORKSPACE.c.own_type,
        _WORKSPACE.c.assessor,
        _WORKSPACE.c.paper,
        _WORKSPACE.c.confidentiality,
        _WORKSPACE.c.footer,
        _WORKSPACE.c.logo,
        _WORKSPACE.c.sample,
    )
)
HAS_PARTNER = Prepared(select(_PARTNER.c.id).where(_PARTNER.c.id == bindparam("id")))
HAS_ASSESSMENT = Prepared(select(_ASSESSMENT.c.id).where(_ASSESSMENT.c.id == bindparam("id")))
ASSESSOR_NAME = Prepared(select(_ASSESSOR.c.name).where(_ASSESSOR.c.id == bindparam("id")))
ALL_PARTNERS = Prepared(select(_PARTNER.c.id).order_by(_PARTNER.c.name_key, _PARTNER.c.id))
ALL_ASSESSMENTS = Prepared(select(_ASSESSMENT.c.id).order_by(_ASSESSMENT.c.created_at, _ASSESSMENT.c.id))
OF_PARTNER = Prepared(select(_ASSESSMENT.c.id).where(_ASSESSMENT.c.partner_id == bindparam("id")))
QUESTIONNAIRE_BODY = Prepared(select(_QUESTIONNAIRE.c.body).where(_QUESTIONNAIRE.c.content_hash == bindparam("hash")))
PLACE = Prepared(select(_PLACE.c.question_id).where(_PLACE.c.assessment_id == bindparam("id")))

_NEW_PLACE = insert(_PLACE).values(assessment_id=bindparam("id"), question_id=bindparam("question"))
KEEP_PLACE = Prepared(
    _NEW_PLACE.on_conflict_do_update(
        index_elements=["assessment_id"], set_={"question_id": _NEW_PLACE.excluded.question_id}
    )
)
