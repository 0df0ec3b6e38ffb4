"""The grid of one sheet: keys to type, remove, move, copy and paste rows."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QApplication, QTableView, QWidget

from assessments.sheet_rows import RefusedCell, cell_text, parse_paste
from assessments.sheets import MOST_ROWS
from ui.documents.assessment_document import AssessmentDocument
from ui.documents.sheet_changes import add_rows, move_row, remove_rows
from ui.theme import fonts
from ui.widgets.pill import say
from ui.widgets.sheet_delegate import SheetDelegate
from ui.widgets.sheet_model import SheetModel
from ui.widgets.sheet_widths import column_widths

_ROW = 32
_FEWEST, _MOST = 4, 13
"""Rows shown at once."""


class SheetView(QTableView):
    """Arrow keys move, typing edits, Enter opens the cell, Tab goes on inside a row and otherwise leaves the grid."""

    pasted = Signal(int, tuple)
    """Rows taken, and a `RefusedCell` for each cell that was not."""

    def __init__(self, document: AssessmentDocument, model: SheetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.rows = model
        self.setModel(model)
        self.setItemDelegate(SheetDelegate(model.columns, self))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setFont(fonts.sans(13))
        self.verticalHeader().setDefaultSectionSize(fonts.scaled(_ROW))
        self.verticalHeader().setFont(fonts.sans(12))
        header = self.horizontalHeader()
        header.setFont(fonts.sans(12))
        header.setHighlightSections(False)
        header.setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        )
        header.setFixedHeight(fonts.scaled(46))
        header.setMinimumSectionSize(fonts.scaled(40))
        self.setProperty("kind", "sheet")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share what the narrow columns leave among those for texts; a narrow grid scrolls."""
        super().resizeEvent(event)
        widths = column_widths(self.rows.columns, self.viewport().width(), self.horizontalHeader().font(), self.font())
        for place, width in enumerate(widths):
            self.setColumnWidth(place, width)
        self.fit_height()

    def fit_height(self) -> None:
        """Be as tall as the rows, up to a dozen and the line to type into."""
        shown = min(max(self.rows.rowCount(), _FEWEST), _MOST)
        header, bar = self.horizontalHeader(), self.horizontalScrollBar()
        scrolls = header.length() > self.viewport().width()
        height = self.verticalHeader().defaultSectionSize() * shown + header.height() + 2 * self.frameWidth()
        self.setFixedHeight(height + (bar.sizeHint().height() if scrolls else 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rows are removed, moved, copied and pasted by key; everything else is the grid's."""
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove()
        elif alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_row(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Stay where the grid ends: Qt goes on at its other end, where the next word would overwrite a stored one."""
        index = self.currentIndex()
        last = (self.rows.rowCount() - 1, self.rows.columnCount() - 1)
        ends = {
            QAbstractItemDelegate.EndEditHint.EditNextItem: last,
            QAbstractItemDelegate.EndEditHint.EditPreviousItem: (0, 0),
        }
        stays = ends.get(hint) == (index.row(), index.column())
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint if stays else hint)

    # --- rows

    def add(self) -> None:
        """Go to the empty last line and open its first cell."""
        self.setFocus()
        index = self.rows.index(self.rows.rowCount() - 1, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.edit(index)

    def remove(self) -> None:
        """Remove the selected rows; on the empty last line, empty it."""
        places = self._places()
        ids = [row.id for row in map(self.rows.row_at, places) if row is not None]
        if ids:
            remove_rows(self._document, self.rows.sheet, ids)
        elif places:
            self.rows.discard_draft()

    def move_row(self, step: int) -> None:
        """Move the current row up or down, and stay on it."""
        place, column = self.currentIndex().row(), self.currentIndex().column()
        if self.rows.row_at(place) is None or self.rows.row_at(place + step) is None:
            return
        if move_row(self._document, self.rows.sheet, place, step):
            index = self.rows.index(place + step, column)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    # --- the clipboard

    def copy(self) -> None:
        """Copy the selected rows as spreadsheets take them."""
        rows = [row for row in map(self.rows.row_at, self._places()) if row is not None]
        columns = [column.id for column in self.rows.columns]
        lines = ["\t".join(_cell(cell_text(self.rows.sheet, row, one, say)) for one in columns) for row in rows]
        if lines:
            QApplication.clipboard().setText("\n".join(lines) + "\n")

    def paste(self) -> None:
        """Add the rows on the clipboard, all in one step; a single cell is typed into the current one."""
        text = QApplication.clipboard().text()
        index = self.currentIndex()
        if not text.strip() or not self.rows.can_change:
            return
        if index.isValid() and "\t" not in text and "\n" not in text.strip("\r\n"):
            self.rows.setData(index, text.strip("\r\n"))
            return
        sheet = self.rows.sheet
        most = MOST_ROWS - len(self._document.assessment.sheets.rows(sheet))
        found = parse_paste(sheet, text, most=most, questionnaire=self._document.questionnaire, say=say)
        count = len(found.rows)
        label = self.tr("1 pasted row") if count == 1 else self.tr("{n} pasted rows").format(n=count)
        if not found.rows or add_rows(self._document, sheet, found.rows, label):
            self.pasted.emit(count, found.refused)

    def _places(self) -> list[int]:
        return sorted({index.row() for index in self.selectedIndexes()})


def refusal_words(cell: RefusedCell, titles: dict[str, str], line: str) -> str:
    """Return one line that says where a pasted cell was, what it held and why it was not taken."""
    where = line.format(n=cell.row) + (f", {titles[cell.column]}" if cell.column else "")
    return f"{where}: {cell.reason}"


def _cell(text: str) -> str:
    needs = any(sign in text for sign in '\t\n"')
    return '"' + text.replace('"', '""') + '"' if needs else text
