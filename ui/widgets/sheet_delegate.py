"""The editors of a sheet's cells: a list for a choice, a line for everything else."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from assessments.cell_parsing import expected
from assessments.sheet_columns import Column, ColumnKind
from ui.theme import fonts
from ui.widgets.pill import say
from ui.widgets.sheet_model import BESIDE

Index = QModelIndex | QPersistentModelIndex
_PADDING = 12
_TEXT_EDITOR = 260


class SheetDelegate(QStyledItemDelegate):
    """Opens the editor that a column needs."""

    def __init__(self, columns: tuple[Column, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = columns

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a combo box with the column's choices, or a line that says what it takes."""
        column = self._columns[index.column()]
        editor: QWidget
        if column.kind is ColumnKind.CHOICE:
            editor = combo = QComboBox(parent)
            if not column.required:
                combo.addItem("", "")
            for _value, word in column.choices:
                combo.addItem(say(word), word)
        else:
            editor = line = QLineEdit(parent)
            line.setFrame(False)
            line.setStyleSheet("QLineEdit { border-radius: 0; padding: 0 5px; }")
            line.setPlaceholderText(expected(column, say) if column.kind is not ColumnKind.TEXT else "")
        editor.setAccessibleName(say(column.title))
        editor.setAccessibleDescription(say(column.title))  # some screen readers take a list's choice as its name
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Lay the editor over its cell, and over the next ones where the cell is too narrow to type into."""
        super().updateEditorGeometry(editor, option, index)
        text = self._columns[index.column()].kind is ColumnKind.TEXT
        wanted = fonts.scaled(_TEXT_EDITOR) if text else editor.sizeHint().width()
        grid, box = editor.parentWidget(), editor.geometry()
        room = grid.width() if grid is not None else box.width()
        box.setWidth(max(box.width(), min(wanted, room)))
        box.moveLeft(max(0, min(box.left(), room - box.width())))
        editor.setGeometry(box)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Show the tooltip of a cell that does not show everything, and of no other."""
        text = str(index.data() or "")
        whole = option.fontMetrics.horizontalAdvance(text) + _PADDING <= option.rect.width()
        if whole and event.type() is QEvent.Type.ToolTip and not index.data(BESIDE):
            QToolTip.hideText()
            return True
        return super().helpEvent(event, view, option, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with the cell's text."""
        text = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(text)))
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed or chosen."""
        text = ""
        if isinstance(editor, QComboBox):
            text = str(editor.currentData())
        elif isinstance(editor, QLineEdit):
            text = editor.text()
        model.setData(index, text)
        # Once the editor is gone: the focus that comes back to the grid hides what is shown before.
        QTimer.singleShot(0, self, partial(self._show_reason, QPersistentModelIndex(index)))

    def _show_reason(self, index: QPersistentModelIndex) -> None:
        """Say beside a cell why what was typed is not stored; the sentence below the grid stays."""
        view = self.parent()
        if isinstance(view, QAbstractItemView) and index.data(Qt.ItemDataRole.BackgroundRole) is not None:
            at = view.model().index(index.row(), index.column())
            below = view.viewport().mapToGlobal(view.visualRect(at).bottomLeft())
            QToolTip.showText(below, str(index.data(Qt.ItemDataRole.ToolTipRole)), view)
