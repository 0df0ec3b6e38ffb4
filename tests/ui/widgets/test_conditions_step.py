"""The step for conditions: weak answers become conditions, and the decision is recorded."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from assessments.sheets import Sheet
from tests.ui.pages.shown import shown
from ui.documents.assessment_document import AssessmentDocument
from ui.documents.workspace_document import WorkspaceDocument
from ui.pages.assessment_page import AssessmentPage
from ui.widgets.conditions_step import ConditionsStep
from ui.widgets.section_progress import DECISION, SHEET_SECTIONS
from ui.widgets.sheet_step import SheetStep


def step_of(qtbot: QtBot, row: AssessmentDocument) -> ConditionsStep:
    made = ConditionsStep(row)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_weak_answer_becomes_a_condition_once(
    qtbot: QtBot, row: AssessmentDocument, document: WorkspaceDocument
) -> None:
    row.rate("G2", 2)
    step = step_of(qtbot, row)
    offers = [one for one in step.weak.findChildren(QPushButton) if "G2" in one.accessibleName()]
    offers[0].click()
    assert [condition.question_id for condition in row.assessment.sheets.conditions] == ["G2"]
    assert not step.weak.isVisible()
    document.undo_stack.undo()
    assert row.assessment.sheets.conditions == ()
    assert step.weak.isVisible()


def test_each_sheet_has_a_step_that_the_rail_opens(qtbot: QtBot, row: AssessmentDocument) -> None:
    page = shown(qtbot, AssessmentPage(row))
    for key in dict.fromkeys(SHEET_SECTIONS.values()):
        page.rail.section_requested.emit(key)
        steps = [step for step in page.findChildren(SheetStep) if step.isVisible()]
        assert len(steps) == 1
        assert not page.live.isVisible()
        assert all(one.view.accessibleName() for one in steps[0].tables)
    page.show_question("G1")
    assert page.live.isVisible()


def test_the_card_offers_a_condition_for_a_weak_answer_only(qtbot: QtBot, row: AssessmentDocument) -> None:
    page = shown(qtbot, AssessmentPage(row))
    page.show_question("G2")
    row.rate("G2", 3)
    assert not page.card.condition.isVisible()
    row.rate("G2", 2)
    assert page.card.condition.isVisible()
    page.card.condition.click()
    assert [condition.question_id for condition in row.assessment.sheets.conditions] == ["G2"]
    assert not page.card.condition.isVisible()


def test_a_condition_leads_to_the_question_it_came_from(qtbot: QtBot, row: AssessmentDocument) -> None:
    page = shown(qtbot, AssessmentPage(row))
    page.show_section(SHEET_SECTIONS[Sheet.CONDITIONS])
    step = page.findChildren(ConditionsStep)[0]
    model = step.table.model
    model.setData(model.index(0, 0), "Sign terms")
    step.table.view.setCurrentIndex(model.index(0, 0))
    assert not step.go_to.isEnabled()
    model.setData(model.index(0, 5), "something else")
    assert "such as G1" in step.table.problem.text()
    assert not step.go_to.isEnabled()
    model.setData(model.index(0, 5), "openness about AI use")
    assert model.index(0, 5).data() == "T4"
    assert "Openness about AI use" in model.index(0, 5).data(Qt.ItemDataRole.AccessibleTextRole)
    assert step.table.problem.text() == ""
    step.go_to.click()
    assert page.card.question.id == "T4"
    assert page.card.isVisible()


def test_the_decision_is_a_place_of_its_own_to_go_to(qtbot: QtBot, row: AssessmentDocument) -> None:
    page = AssessmentPage(row)
    qtbot.addWidget(page)
    page.resize(1084, 500)
    page.show()
    page.activateWindow()
    page.show_section(DECISION)
    step = page.findChildren(ConditionsStep)[0]
    qtbot.waitUntil(lambda: not step.decision.visibleRegion().isEmpty())
    assert step.decision.what.hasFocus()


def test_tab_goes_through_the_step_as_it_is_read(qtbot: QtBot, row: AssessmentDocument) -> None:
    row.rate("G2", 2)
    row.rate("G3", 1)
    step = step_of(qtbot, row)
    expected = [
        step.tables[0].view,
        *(one for one in step.weak.findChildren(QPushButton)),
        step.tables[1].view,
        step.decision.what,
        step.decision.why,
    ]
    met: list[QWidget] = []
    at: QWidget = step.tables[0].view
    while at not in met:
        met.append(at)
        following = at.nextInFocusChain()
        assert following is not None
        at = following
    places = [met.index(one) for one in expected]
    assert places == sorted(places)
