from __future__ import annotations

from dataclasses import replace

from assessments.questionnaire_file import packaged_questionnaire, questionnaire_body, questionnaire_from_body
from models import edits
from models.workspace import Workspace, open_workspace
from models.workspace_check import check_workspace
from tests.conftest import TODAY
from tests.models.builders import a_partner, an_assessment


def test_an_assessment_from_before_there_were_contradictions_keeps_its_questionnaire(
    opened: Workspace,
) -> None:
    today = packaged_questionnaire()
    before = questionnaire_from_body(questionnaire_body(replace(today, contradictions=())))
    old, new = an_assessment(21, questionnaire=before), an_assessment(22, partner=a_partner(5, "Other"))
    for one in (old, new):
        opened.commit("new", [edits.add_partner(one.partner), *edits.add_assessment(one)], today=TODAY)
    opened.close()
    again = open_workspace(opened.path)
    assert again.read_assessment(old.id).questionnaire == before
    assert again.read_assessment(old.id).questionnaire.contradictions == ()
    assert again.read_assessment(new.id).questionnaire == today
    again.close()
    assert check_workspace(opened.path).problems == ()
