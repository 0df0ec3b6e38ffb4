"""The weights page stores what is wished in one step, and calls everything else a preview."""

from __future__ import annotations

from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from assessments.scoring import weights_changed
from assessments.weighting import rank_order_weights
from models.errors import StoreError
from models.workspace import Workspace
from tests.ui.pages.shown import answer_all, shown
from ui.documents.assessment_document import AssessmentDocument
from ui.pages.weights_page import WeightsPage

DIRECT, SWING, RANKING, PAIRS = range(4)
IDS = ("goals", "value", "trust", "risk", "learning")


@pytest.fixture
def page(qtbot: QtBot, row: AssessmentDocument) -> WeightsPage:
    answer_all(row)
    return shown(qtbot, WeightsPage(row))


def weights_of(page: WeightsPage) -> dict[str, Fraction]:
    return page.direct.sliders.weights


def stored(page: WeightsPage) -> dict[str, Fraction]:
    return dict(page.document.assessment.weights)


def test_a_step_by_key_keeps_the_sum_and_is_stored_as_one_step_to_undo(qtbot: QtBot, page: WeightsPage) -> None:
    stack = page.document.workspace.undo_stack
    before = stack.count()
    qtbot.keyClick(page.direct.sliders.sliders["goals"], Qt.Key.Key_Right)
    assert stored(page)["goals"] == Fraction(21, 100)
    assert sum(stored(page).values()) == 1
    assert stack.count() == before + 1
    assert stack.undoText() == "weights"
    stack.undo()
    assert stored(page) == {}
    assert weights_of(page) == dict.fromkeys(IDS, Fraction(1, 5))


def test_a_drag_is_a_preview_until_it_ends_and_then_one_step(qtbot: QtBot, page: WeightsPage) -> None:
    stack = page.document.workspace.undo_stack
    before = stack.count()
    slider = page.direct.sliders.sliders["trust"]
    slider.setSliderDown(True)
    for position in (40, 80, 60):
        slider.setSliderPosition(position)
    assert stored(page) == {}
    assert page.outcome.state.text().startswith("Preview. Stored: ")
    slider.setSliderDown(False)
    assert stack.count() == before + 1
    assert stored(page) == {key: Fraction(60 if key == "trust" else 10, 100) for key in IDS}
    assert page.outcome.state.text() == "Stored."


def test_a_slider_pulled_to_the_end_and_back_leaves_the_others_as_they_were(page: WeightsPage) -> None:
    page.store({"goals": Fraction(3, 10), "value": Fraction(1, 10), **dict.fromkeys(IDS[2:], Fraction(1, 5))})
    slider = page.direct.sliders.sliders["goals"]
    slider.setSliderDown(True)
    slider.setSliderPosition(100)
    assert min(weights_of(page).values()) == Fraction(1, 100)
    slider.setSliderPosition(30)
    assert weights_of(page) == stored(page)


def test_a_locked_weight_stays_while_another_moves(qtbot: QtBot, page: WeightsPage) -> None:
    page.direct.sliders.locks["risk"].click()
    assert not page.direct.sliders.sliders["risk"].isEnabled()
    qtbot.keyClick(page.direct.sliders.sliders["goals"], Qt.Key.Key_PageUp)
    assert stored(page)["goals"] == Fraction(1, 4)
    assert stored(page)["risk"] == Fraction(1, 5)


def test_the_questionnaires_own_weights_are_kept_as_none(qtbot: QtBot, page: WeightsPage) -> None:
    double = next(one for one in page.direct.presets if one.text() == "Risk counts double")
    double.click()
    assert stored(page)["risk"] == Fraction(1, 3)
    assert weights_changed(page.document.assessment)
    assert page.outcome.mark.isVisible()
    page.direct.presets[0].click()
    assert stored(page) == {}
    assert not page.outcome.mark.isVisible()


def test_the_preview_is_the_score_that_storing_gives(page: WeightsPage) -> None:
    page.show_method(SWING)
    page.swing.fields["learning"].setValue(1)
    previewed, band = page.outcome.figure.text(), page.outcome.pill.words
    page.use.click()
    overall = page.document.result.overall
    assert overall is not None
    assert page.outcome.state.text() == "Stored."
    assert (page.outcome.figure.text(), page.outcome.pill.words) == (previewed, band)


def test_swings_without_a_hundred_say_so_and_offer_nothing(page: WeightsPage) -> None:
    page.show_method(SWING)
    for field in page.swing.fields.values():
        field.setValue(50)
    assert page.swing.problem.isVisible()
    assert page.swing.problem.text().startswith("Give 100 points")
    assert not page.use.isEnabled()
    page.swing.fields["goals"].setValue(100)
    assert not page.swing.problem.isVisible()
    page.use.click()
    assert stored(page) == {"goals": Fraction(1, 3), **dict.fromkeys(IDS[1:], Fraction(1, 6))}


def test_an_order_of_importance_becomes_centroid_weights(qtbot: QtBot, page: WeightsPage) -> None:
    page.show_method(RANKING)
    page.ranking.list.setFocus()
    qtbot.keyClick(page.ranking.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert page.ranking.order() == ["value", "goals", "trust", "risk", "learning"]
    page.use.click()
    assert stored(page) == rank_order_weights(["value", "goals", "trust", "risk", "learning"])


def test_judgements_at_odds_ask_for_a_second_look_and_block_nothing(qtbot: QtBot, page: WeightsPage) -> None:
    page.show_method(PAIRS)
    qtbot.waitUntil(lambda: page.pairs.found is not None)
    assert "consistent enough" in page.pairs.consistency.text()
    assert not page.pairs.look.isVisible()
    for pair, times in ((("goals", "value"), 5.0), (("value", "trust"), 5.0), (("goals", "trust"), 1 / 5)):
        box = page.pairs.boxes[pair]
        box.setCurrentIndex(box.findData(times))
    page.pairs.propose()
    assert not page.use.isEnabled()
    qtbot.waitUntil(lambda: page.pairs.found is not None)
    assert "worth a second look" in page.pairs.consistency.text()
    assert "1.12, Saaty's random index of 1980 for 5 dimensions" in page.pairs.consistency.text()
    page.activateWindow()
    page.pairs.look.click()
    assert page.pairs.found is not None
    assert page.pairs.found.most_disturbing in page.pairs.boxes
    page.use.click()
    assert sum(stored(page).values()) == 1


def test_judgements_either_way_round_mean_the_same(qtbot: QtBot, page: WeightsPage) -> None:
    box = page.pairs.boxes["goals", "value"]
    words = [box.itemText(place) for place in range(box.count())]
    assert words[0] == "Goals extremely more (9)"
    assert words[8] == "Equally (1)"
    assert words[-1] == "Value extremely more (9)"
    assert [box.itemData(place) for place in (0, 8, 16)] == [9.0, 1.0, pytest.approx(1 / 9)]


def test_a_refused_write_puts_the_slider_back(qtbot: QtBot, page: WeightsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_given: object, **_named: object) -> None:
        raise StoreError("The disk is full.")

    monkeypatch.setattr(Workspace, "commit", full)
    with qtbot.waitSignal(page.document.workspace.refused):
        qtbot.keyClick(page.direct.sliders.sliders["goals"], Qt.Key.Key_Right)
    assert weights_of(page) == dict.fromkeys(IDS, Fraction(1, 5))


def test_a_finished_assessment_shows_its_weights_and_says_how_to_change_them(page: WeightsPage) -> None:
    assert page.document.finish()
    assert page.notice.isVisible()
    assert "Reopen" in page.notice.text
    assert not page.direct.isEnabled()
    page.show_method(SWING)
    assert not page.use.isEnabled()


def test_a_hidden_page_catches_up_when_it_is_seen(page: WeightsPage) -> None:
    page.hide()
    page.store({"goals": Fraction(3, 5), **dict.fromkeys(IDS[1:], Fraction(1, 10))})
    page.show()
    assert weights_of(page)["goals"] == Fraction(3, 5)
    assert page.header.subtitle.whole_text().endswith("weights changed")
