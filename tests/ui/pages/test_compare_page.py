"""The compare page shows partners side by side, follows their changes, and shows no figure as current that is not."""

from __future__ import annotations

from fractions import Fraction
from threading import Event

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from assessments.comparison import Comparison
from assessments.firmness import Firmness, firmness
from tests.ui.dialogs import within
from tests.ui.pages.shown import filled, partner_named
from ui.documents.workspace_document import WorkspaceDocument
from ui.pages.compare_page import ComparePage
from ui.widgets import firmness_panel
from ui.widgets.partner_chooser import PartnerChooser


@pytest.fixture
def page(qtbot: QtBot, sample: WorkspaceDocument) -> ComparePage:
    return filled(qtbot, ComparePage(sample))


def settled(qtbot: QtBot, page: ComparePage) -> ComparePage:
    qtbot.waitUntil(lambda: page.firmness.is_current)
    return page


def names(page: ComparePage) -> list[str]:
    return [page.rows.headerData(n, Qt.Orientation.Horizontal) for n in range(page.rows.columnCount())]


def order(page: ComparePage) -> list[str]:
    last = page.rows.rowCount() - 1
    return [page.rows.words(last, column) for column in range(page.rows.columnCount())]


def test_at_first_the_three_strongest_partners_stand_there_the_strongest_first(page: ComparePage) -> None:
    assert len(names(page)) == 3
    assert order(page)[0].startswith("1st")
    assert page.header.subtitle.whole_text() == "3 partners · same questionnaire 1.0 · latest assessments"


def test_every_cell_tells_a_screen_reader_partner_line_and_figures(page: ComparePage) -> None:
    spoken = page.rows.data(page.rows.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(f"{names(page)[0]}, Goals: ")
    assert " supported, " in spoken


def test_how_firm_the_order_is_comes_in_words_then_bars_then_head_to_head(qtbot: QtBot, page: ComparePage) -> None:
    panel = settled(qtbot, page).firmness
    assert "lead" in panel.sentence.text()
    assert "10,000 draws" in panel.draws.text()
    assert names(page)[0] in panel.bars.accessibleDescription()
    assert panel.head_to_head.rowCount() == 3
    diagonal = panel.head_to_head.item(1, 1)
    assert diagonal is not None
    assert diagonal.text() == "—"


def test_a_what_if_weight_moves_points_and_order_at_once_and_dims_the_shares(qtbot: QtBot, page: ComparePage) -> None:
    before = order(settled(qtbot, page))
    sliders = page.what_if.sliders
    assert sliders is not None
    ids = [dimension.id for dimension in page.document.comparison.dimensions]  # type: ignore[union-attr]
    wish = {key: Fraction(int(key == "learning")) for key in ids}
    sliders.moved.emit(wish)
    assert order(page) != before
    assert not page.firmness.is_current
    assert page.firmness.state.isVisible()
    assert page.rows.rows[-1].title == "Order, what if"
    assert page.what_if.state.text().endswith("Not stored.")
    settled(qtbot, page)
    assert page.firmness.found is not None
    assert page.firmness.found.weights == wish
    page.what_if.reset.click()
    assert order(page) == before
    assert page.rows.rows[-1].title == "Order"


def test_shares_of_weights_that_have_gone_never_reach_the_screen(
    qtbot: QtBot, sample: WorkspaceDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Event()

    def held(comparison: Comparison, weights: dict[str, Fraction]) -> Firmness:
        assert opened.wait(10)
        return firmness(comparison, weights)

    monkeypatch.setattr(firmness_panel, "firmness", held)
    page = filled(qtbot, ComparePage(sample))
    qtbot.waitUntil(lambda: page.firmness.figures._newest.is_busy)
    assert page.what_if.sliders is not None
    wish = {key: Fraction(int(key == "goals")) for key in page.what_if.weights}
    page.what_if.sliders.moved.emit(wish)
    opened.set()
    settled(qtbot, page)
    assert page.firmness.found is not None
    assert page.firmness.found.weights == wish


def test_a_changed_answer_is_followed_by_the_page(qtbot: QtBot, page: ComparePage, sample: WorkspaceDocument) -> None:
    settled(qtbot, page)
    assert page.document.comparison is not None
    assessment = page.document.comparison.partners[0].assessment
    row = sample.open_assessment(assessment.id)
    with qtbot.waitSignal(page.shown):
        assert row.reopen("to change it") if row.assessment.is_final else True
    with qtbot.waitSignal(page.shown):
        assert row.rate("G1", 1 if row.assessment.answer("G1").rating != 1 else 2)
    assert page.document.comparison.partners[0].assessment == row.assessment


def test_a_hidden_page_waits_until_it_is_seen(qtbot: QtBot, page: ComparePage, sample: WorkspaceDocument) -> None:
    settled(qtbot, page)
    page.hide()
    partner = partner_named(sample, names(page)[0])
    assert sample.edit_partner(sample.read_partner(partner).__class__(partner, "Renamed", "AGY"))
    assert not page.document.is_busy
    with qtbot.waitSignal(page.shown):
        page.show()
    assert "Renamed" in names(page)


def test_delete_takes_a_partner_out_and_alt_arrow_moves_it(qtbot: QtBot, page: ComparePage) -> None:
    first, second, third = names(page)
    page.table.setCurrentIndex(page.rows.index(0, 0))
    with qtbot.waitSignal(page.shown):
        qtbot.keyClick(page.table, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert names(page) == [second, first, third]
    page.table.setCurrentIndex(page.rows.index(0, 0))
    with qtbot.waitSignal(page.shown):
        qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert names(page) == [first, third]


def test_with_one_partner_left_the_page_asks_for_a_second(qtbot: QtBot, page: ComparePage) -> None:
    for _ in range(2):
        page.table.setCurrentIndex(page.rows.index(0, 0))
        with qtbot.waitSignal(page.shown):
            qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert page.nothing.isVisible()
    assert page.nothing.text() == "Add a second partner to compare."


def test_a_partner_is_added_by_typing_part_of_its_name(
    qtbot: QtBot, page: ComparePage, sample: WorkspaceDocument
) -> None:
    missing = next(one.name for one in sample.workspace.all_partners() if one.name not in names(page))

    def choose(dialog: PartnerChooser) -> None:
        offered = [dialog.list.item(row).text() for row in range(dialog.list.count())]
        assert not any(text.startswith(tuple(names(page))) for text in offered)
        dialog.field.setText(missing[:9])
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)

    with qtbot.waitSignal(page.shown):
        within(qtbot, PartnerChooser, page.add.click, choose)
    assert names(page)[-1] == missing


def test_differences_only_leaves_out_what_does_not_tell_partners_apart(qtbot: QtBot, page: ComparePage) -> None:
    every = page.questions.answers.rowCount()
    page.differences.click()
    kept = page.questions.answers.rows
    assert 0 < len(kept) < every
    assert all(row.differs for row in kept)
    page.differences.click()
    assert page.questions.answers.rowCount() == every


def test_enter_on_an_answer_opens_that_partners_question(qtbot: QtBot, page: ComparePage) -> None:
    page.questions.setCurrentIndex(page.questions.answers.index(2, 1))
    with qtbot.waitSignal(page.question_requested) as asked:
        qtbot.keyClick(page.questions, Qt.Key.Key_Return)
    assert page.document.comparison is not None
    assert asked.args == [
        page.document.comparison.partners[1].assessment.id,
        page.questions.answers.rows[2].question.id,
    ]


def test_enter_on_a_partner_opens_its_result(qtbot: QtBot, page: ComparePage) -> None:
    page.table.setCurrentIndex(page.rows.index(0, 1))
    with qtbot.waitSignal(page.result_requested) as asked:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.document.comparison is not None
    assert asked.args == [page.document.comparison.partners[1].assessment.id]


def test_a_workspace_without_assessments_says_what_to_do(qtbot: QtBot, document: WorkspaceDocument) -> None:
    page = filled(qtbot, ComparePage(document))
    assert page.nothing.text() == "Assess at least two partners, then compare them here."


def test_different_scopes_are_said_above_the_table(qtbot: QtBot, sample: WorkspaceDocument) -> None:
    from assessments.assessment import Scope

    page = filled(qtbot, ComparePage(sample))
    assert page.document.comparison is not None
    row = sample.open_assessment(page.document.comparison.partners[0].assessment.id)
    if row.assessment.is_final:
        with qtbot.waitSignal(page.shown):
            row.reopen("to change it")
    with qtbot.waitSignal(page.shown):
        assert row.set_details(scope=Scope.QUICK if row.assessment.scope is Scope.FULL else Scope.FULL)
    assert page.notice.isVisible()
    assert page.notice.text.startswith("Scopes differ: compared only on the ")
