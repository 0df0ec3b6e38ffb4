"""The style sheet, made from the palette. Widgets say what they are with the property "kind"; they carry no styles."""

from __future__ import annotations

from collections.abc import Mapping

from resources import FOLDER

_SHEET = """
QMainWindow, QDialog { background: %(paper)s; }
QWidget#page, QScrollArea#page, QWidget#pageBody { background: %(paper)s; }
QScrollArea { border: none; background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollArea > QWidget > QWidget#scrolled { background: transparent; }
QToolTip { background: %(surface)s; color: %(ink)s; border: 1px solid %(line)s; padding: 4px 8px; }

QMenuBar { background: %(surface)s; color: %(ink)s; border-bottom: 1px solid %(line)s; padding: 1px 4px; }
QMenuBar::item { background: transparent; padding: 4px 9px; border-radius: 5px; }
QMenuBar::item:selected { background: %(accent_soft)s; }
QMenu { background: %(surface)s; color: %(ink)s; border: 1px solid %(line)s; padding: 5px; }
QMenu::item { padding: 5px 28px 5px 22px; border-radius: 5px; }
QMenu::item:selected { background: %(accent_soft)s; color: %(ink)s; }
QMenu::item:disabled { color: %(faint)s; }
QMenu::separator { height: 1px; background: %(line)s; margin: 5px 8px; }
QStatusBar { background: %(surface)s; color: %(secondary)s; border-top: 1px solid %(line)s; }
QStatusBar::item { border: none; }

QFrame[kind="header"] { background: %(surface)s; border: none; border-bottom: 1px solid %(line)s; }
QFrame[kind="card"] { background: %(surface)s; border: 1px solid %(line)s; border-radius: 8px; }
QFrame[kind="sunken"] { background: %(sunken)s; border: none; border-radius: 8px; }
QFrame[kind="rail"] { background: %(paper)s; border: none; border-right: 1px solid %(line)s; }
QFrame[kind="aside"] { background: %(surface)s; border: none; border-left: 1px solid %(line)s; }
QFrame[kind="rule"] { background: %(line)s; border: none; max-height: 1px; min-height: 1px; }
QFrame[kind="notice"] { background: %(conditions_soft)s; border: 1px solid %(conditions)s; border-radius: 8px; }
QFrame[kind="notice"] QLabel { color: %(conditions)s; background: transparent; }
QFrame[kind="alarm"] { background: %(decline_soft)s; border: 1px solid %(decline)s; border-radius: 8px; }
QFrame[kind="alarm"] QLabel { color: %(decline)s; background: transparent; }
QFrame[kind="calm"] { background: %(accent_soft)s; border: 1px solid %(accent)s; border-radius: 8px; }
QFrame[kind="calm"] QLabel { background: transparent; }

QLabel { color: %(ink)s; background: transparent; }
QLabel[kind="secondary"] { color: %(secondary)s; }
QLabel[kind="faint"] { color: %(faint)s; }
QLabel[kind="brand"] { color: %(navigation_strong)s; }
QLabel[kind="navigation"] { color: %(navigation_text)s; }
QLabel[kind="error"] { color: %(decline)s; }
QLabel[kind="tag"] { color: %(hold)s; background: %(hold_soft)s; border-radius: 10px; padding: 2px 9px; }

QPushButton, QToolButton { background: %(surface)s; color: %(ink)s; border: 1px solid %(line)s; border-radius: 6px;
    padding: 7px 12px; outline: none; }
QPushButton:hover, QToolButton:hover { background: %(sunken)s; }
QPushButton:pressed, QToolButton:pressed { background: %(line)s; }
QPushButton:disabled, QToolButton:disabled { color: %(faint)s; background: %(sunken)s; }
QPushButton:checked, QToolButton:checked { background: %(accent)s; color: %(accent_text)s; border-color: %(accent)s; }
QPushButton[kind="toggle"]:checked { background: %(accent_soft)s; color: %(ink)s; border-color: %(accent)s; }
QPushButton[kind="primary"] { background: %(accent)s; color: %(accent_text)s; border-color: %(accent)s; }
QPushButton[kind="primary"]:hover { background: %(focus_outer)s; color: %(focus_inner)s; }
QPushButton[kind="primary"]:disabled { background: %(sunken)s; color: %(faint)s; border-color: %(line)s; }
QPushButton[kind="link"] { background: transparent; border: none; color: %(accent)s; padding: 3px 4px;
    text-align: left; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:checked { background: %(accent_soft)s; border-radius: 6px; }
QPushButton[kind="first"] { border-top-right-radius: 0; border-bottom-right-radius: 0; border-color: %(control_line)s; }
QPushButton[kind="middle"] { border-radius: 0; border-left: none; border-color: %(control_line)s; }
QPushButton[kind="last"] { border-top-left-radius: 0; border-bottom-left-radius: 0; border-left: none;
    border-color: %(control_line)s; }
QPushButton[kind="chip"] { color: %(hold)s; background: %(hold_soft)s; border: 1px solid %(hold_soft)s;
    border-radius: 14px;
    padding: 6px 10px; }
QPushButton[kind="chip"]:hover { border-color: %(hold)s; }
QPushButton::menu-indicator { image: none; width: 0; }
QToolButton::menu-indicator { image: none; width: 0; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDateEdit, QComboBox { background: %(surface)s; color: %(ink)s;
    placeholder-text-color: %(faint)s;
    border: 1px solid %(control_line)s; border-radius: 6px; padding: 6px 9px; selection-background-color: %(accent)s;
    selection-color: %(accent_text)s; }
QPlainTextEdit, QTextEdit { padding: 4px 6px; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }
QSpinBox QLineEdit { background: transparent; border: none; padding: 0 0 0 8px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QDateEdit:disabled { background: %(sunken)s;
    color: %(secondary)s; border-color: %(line)s; }
QLineEdit[kind="wrong"], QPlainTextEdit[kind="wrong"], QComboBox[kind="wrong"] { border: 2px solid %(decline)s; }
QComboBox QLineEdit { border: none; padding: 0; background: transparent; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url("%(chevron)s"); width: 10px; height: 10px; }
QComboBox QAbstractItemView { background: %(surface)s; color: %(ink)s; border: 1px solid %(line)s; outline: none;
    selection-background-color: %(accent_soft)s; selection-color: %(ink)s; }
QCheckBox, QRadioButton { color: %(ink)s; background: transparent; spacing: 8px; outline: none; }
QCheckBox::indicator, QRadioButton::indicator { width: 15px; height: 15px; border: 1px solid %(control_line)s;
    background: %(surface)s; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator:checked { border: 5px solid %(accent)s; width: 7px; height: 7px; }
QCheckBox::indicator:checked { background: %(accent)s; border-color: %(accent)s; image: url("%(tick)s"); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: %(line)s; background: %(sunken)s; }
QCheckBox::indicator:checked:disabled { background: %(faint)s; }

QTableView, QListView, QTreeView { background: %(surface)s; color: %(ink)s; border: 1px solid %(line)s;
    border-radius: 8px;
    gridline-color: %(line)s; outline: none; selection-background-color: %(accent_soft)s; selection-color: %(ink)s; }
QHeaderView { background: %(surface)s; border: none; }
QHeaderView::section { background: %(surface)s; color: %(secondary)s; border: none; border-bottom: 1px solid %(line)s;
    padding: 9px 4px 9px 14px; text-align: left; }
QHeaderView::up-arrow, QHeaderView::down-arrow { width: 9px; height: 9px; subcontrol-position: center right; }
QHeaderView::section:hover { color: %(ink)s; }
QTableWidget::item { padding: 0 14px; }
QListWidget::item { padding: 3px 8px; color: %(ink)s; }
QListWidget::item:selected { background: %(accent_soft)s; color: %(ink)s; }
QTableView[kind="sheet"]::item { padding: 0 6px; }
QTableView[kind="sheet"]::item:selected { background: %(accent_soft)s; color: %(ink)s; }
QTableView[kind="sheet"] QHeaderView::section { padding: 3px 3px 3px 9px; }
QTableView[kind="numbers"] QHeaderView::section { padding: 9px 17px; }
QTableView[kind="bare"] { border: none; border-radius: 0; }
QTableView[kind="bare"] QHeaderView::section { padding: 3px 4px 3px 7px; }
QTableView[kind="bare"] QHeaderView::section:vertical { color: %(ink)s; border-bottom: 1px solid %(line)s; }
QTableView[kind="bare"]::item { border: none; border-bottom: 1px solid %(line)s; padding: 0 4px; }
QTableView[kind="bare"]::item:selected { background: %(accent_soft)s; color: %(ink)s; }
QTableCornerButton::section { background: %(surface)s; border: none; border-bottom: 1px solid %(line)s; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: %(control_line)s; border-radius: 4px; min-height: 28px; min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: %(sunken)s; border: none; border-radius: 4px; max-height: 8px; min-height: 8px; }
QProgressBar::chunk { background: %(accent)s; border-radius: 4px; }
QSlider:horizontal { min-height: 20px; }
QSlider::groove:horizontal { background: %(control_line)s; height: 4px; border-radius: 2px; }
QSlider::sub-page:horizontal { background: %(accent)s; border-radius: 2px; }
QSlider::handle:horizontal { background: %(surface)s; border: 2px solid %(accent)s; width: 14px; height: 14px;
    margin: -7px 0;
    border-radius: 9px; }
@sliders
QSlider[kind="unset"]::sub-page:horizontal { background: %(control_line)s; }
QSlider[kind="unset"]::handle:horizontal { border-color: %(control_line)s; }
QSlider::handle:horizontal:disabled { border-color: %(control_line)s; }
QSplitter::handle { background: %(line)s; }
"""


_SLIDERS = "\n".join(
    f'QSlider[kind="{role}"]::sub-page:horizontal {{ background: %({role})s; }}\n'
    f'QSlider[kind="{role}"]::handle:horizontal {{ border-color: %({role})s; }}'
    for role in ("goals", "value", "trust", "risk", "learning")
)


def style_sheet(colors: Mapping[str, str]) -> str:
    """Return the style sheet for one scheme.

    Args:
        colors: Role -> "#RRGGBB".
    """
    icons = FOLDER / "icons"
    tick = icons / ("tick_light.svg" if colors["accent_text"] == "#FFFFFF" else "tick_dark.svg")
    paths = {"chevron": (icons / "chevron.svg").as_posix(), "tick": tick.as_posix()}
    return _SHEET.replace("@sliders", _SLIDERS) % {**colors, **paths}
