"""The style sheet, made from the palette. Widgets say what they are with the property "kind"; they carry no styles."""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

from resources import FOLDER

_SHEET = """
QMainWindow, QDialog { background: $paper; }
QWidget#page, QScrollArea#page, QWidget#pageBody { background: $paper; }
QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget#scrolled { background: transparent; }
QToolTip { background: $surface; color: $ink; border: 1px solid $line; padding: 4px 8px; }

QMenuBar { background: $surface; color: $ink; border-bottom: 1px solid $line; padding: 1px 4px; }
QMenuBar::item { background: transparent; padding: 4px 9px; border-radius: 5px; }
QMenuBar::item:selected { background: $accent_soft; }
QMenu { background: $surface; color: $ink; border: 1px solid $line; padding: 5px; }
QMenu::item { padding: 5px 28px 5px 22px; border-radius: 5px; }
QMenu::item:selected { background: $accent_soft; color: $ink; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QStatusBar { background: $surface; color: $secondary; border-top: 1px solid $line; }
QStatusBar::item { border: none; }

QFrame[kind="header"] { background: $surface; border: none; border-bottom: 1px solid $line; }
QFrame[kind="card"] { background: $surface; border: 1px solid $line; border-radius: 8px; }
QFrame[kind="sunken"] { background: $sunken; border: none; border-radius: 8px; }
QFrame[kind="rail"] { background: $paper; border: none; border-right: 1px solid $line; }
QFrame[kind="aside"] { background: $surface; border: none; border-left: 1px solid $line; }
QFrame[kind="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[kind="notice"] { background: $conditions_soft; border: 1px solid $conditions; border-radius: 8px; }
QFrame[kind="notice"] QLabel { color: $conditions; background: transparent; }
QFrame[kind="alarm"] { background: $decline_soft; border: 1px solid $decline; border-radius: 8px; }
QFrame[kind="alarm"] QLabel { color: $decline; background: transparent; }
QFrame[kind="calm"] { background: $accent_soft; border: 1px solid $accent; border-radius: 8px; }
QFrame[kind="calm"] QLabel { background: transparent; }

QLabel { color: $ink; background: transparent; }
QLabel[kind="secondary"] { color: $secondary; }
QLabel[kind="faint"] { color: $faint; }
QLabel[kind="brand"] { color: $navigation_strong; }
QLabel[kind="navigation"] { color: $navigation_text; }
QLabel[kind="error"] { color: $decline; }
QLabel[kind="done"] { color: $proceed; }
QLabel[kind="keycap"] { color: $secondary; background: $surface; border: 1px solid $line; border-bottom-width: 2px;
    border-radius: 4px; padding: 0 5px; }
QLabel[kind="tag"] { color: $hold; background: $hold_soft; border-radius: 10px; padding: 2px 9px; }

QPushButton, QToolButton { background: $surface; color: $ink; border: 1px solid $line; border-radius: 6px;
    padding: 7px 12px; outline: none; }
QPushButton:hover, QToolButton:hover { background: $sunken; }
QPushButton:pressed, QToolButton:pressed { background: $line; }
QPushButton:disabled, QToolButton:disabled { color: $faint; background: $sunken; }
QPushButton:checked, QToolButton:checked { background: $accent; color: $accent_text; border-color: $accent; }
QPushButton[kind="toggle"]:checked { background: $accent_soft; color: $ink; border-color: $accent; }
QPushButton[kind="primary"] { background: $accent; color: $accent_text; border-color: $accent; }
QPushButton[kind="primary"]:hover { background: $focus_outer; color: $focus_inner; }
QPushButton[kind="primary"]:disabled { background: $sunken; color: $faint; border-color: $line; }
QPushButton[kind="link"] { background: transparent; border: none; color: $accent; padding: 3px 4px; text-align: left; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:checked { background: $accent_soft; border-radius: 6px; }
QPushButton[kind="row"] { background: transparent; border: none; border-radius: 5px; padding: 6px 4px;
    text-align: left; }
QPushButton[kind="row"]:hover { background: $sunken; }
QPushButton[kind="first"] { border-top-right-radius: 0; border-bottom-right-radius: 0; border-color: $control_line; }
QPushButton[kind="middle"] { border-radius: 0; border-left: none; border-color: $control_line; }
QPushButton[kind="last"] { border-top-left-radius: 0; border-bottom-left-radius: 0; border-left: none;
    border-color: $control_line; }
QPushButton[kind="chip"] { color: $hold; background: $hold_soft; border: 1px solid $hold_soft; border-radius: 14px;
    padding: 6px 10px; }
QPushButton[kind="chip"]:hover { border-color: $hold; }
QPushButton::menu-indicator { image: none; width: 0; }
QToolButton::menu-indicator { image: none; width: 0; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDateEdit, QComboBox { background: $surface; color: $ink;
    border: 1px solid $control_line; border-radius: 6px; padding: 6px 9px; selection-background-color: $accent;
    selection-color: $accent_text; }
QPlainTextEdit, QTextEdit { padding: 4px 6px; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }
QSpinBox QLineEdit { background: transparent; border: none; padding: 0 0 0 8px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QDateEdit:disabled { background: $sunken;
    color: $secondary; border-color: $line; }
QLineEdit[kind="wrong"], QPlainTextEdit[kind="wrong"], QComboBox[kind="wrong"] { border: 2px solid $decline; }
QComboBox QLineEdit { border: none; padding: 0; background: transparent; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url("$chevron"); width: 10px; height: 10px; }
QComboBox QAbstractItemView { background: $surface; color: $ink; border: 1px solid $line; outline: none;
    selection-background-color: $accent_soft; selection-color: $ink; }
QCheckBox, QRadioButton { color: $ink; background: transparent; spacing: 8px; outline: none; }
QCheckBox::indicator, QRadioButton::indicator { width: 15px; height: 15px; border: 1px solid $control_line;
    background: $surface; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator:checked { border: 5px solid $accent; width: 7px; height: 7px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line; background: $sunken; }

QTableView, QListView, QTreeView { background: $surface; color: $ink; border: 1px solid $line; border-radius: 8px;
    gridline-color: $line; outline: none; selection-background-color: $accent_soft; selection-color: $ink; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $secondary; border: none; border-bottom: 1px solid $line;
    padding: 9px 4px 9px 14px; text-align: left; }
QHeaderView::up-arrow, QHeaderView::down-arrow { width: 9px; height: 9px; subcontrol-position: center right; }
QHeaderView::section:hover { color: $ink; }
QTableWidget::item { padding: 0 14px; }
QListWidget::item { padding: 3px 8px; color: $ink; }
QListWidget::item:selected { background: $accent_soft; color: $ink; }
QTableView[kind="sheet"]::item { padding: 0 6px; }
QTableView[kind="sheet"]::item:selected { background: $accent_soft; color: $ink; }
QTableView[kind="sheet"] QHeaderView::section { padding: 3px 3px 3px 9px; }
QTableView[kind="numbers"] QHeaderView::section { padding: 9px 17px; }
QTableView[kind="bare"] { border: none; border-radius: 0; }
QTableView[kind="bare"] QHeaderView::section { padding: 3px 4px 3px 7px; }
QTableView[kind="bare"] QHeaderView::section:vertical { color: $ink; border-bottom: 1px solid $line; }
QTableView[kind="bare"]::item { border: none; border-bottom: 1px solid $line; padding: 0 4px; }
QTableView[kind="bare"]::item:selected { background: $accent_soft; color: $ink; }
QTableCornerButton::section { background: $surface; border: none; border-bottom: 1px solid $line; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: $control_line; border-radius: 4px; min-height: 28px; min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $sunken; border: none; border-radius: 4px; max-height: 8px; min-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QSlider::groove:horizontal { background: $control_line; height: 4px; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { background: $surface; border: 2px solid $accent; width: 14px; height: 14px; margin: -7px 0;
    border-radius: 9px; }
@sliders
QSlider::handle:horizontal:disabled { border-color: $control_line; }
QSplitter::handle { background: $line; }
"""


_SLIDERS = "\n".join(
    f'QSlider[kind="{role}"]::sub-page:horizontal {{ background: ${role}; }}\n'
    f'QSlider[kind="{role}"]::handle:horizontal {{ border-color: ${role}; }}'
    for role in ("goals", "value", "trust", "risk", "learning")
)


def style_sheet(colors: Mapping[str, str]) -> str:
    """Return the style sheet for one scheme.

    Args:
        colors: Role -> "#RRGGBB".
    """
    return Template(_SHEET.replace("@sliders", _SLIDERS)).substitute(
        colors, chevron=(FOLDER / "icons" / "chevron.svg").as_posix()
    )
