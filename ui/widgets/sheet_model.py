"""The rows of one sheet as a table that can be typed into; what cannot be stored yet stays visible with its reason."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from assessments.risk_register import numbered
from assessments.sheet_columns import COLUMNS, ColumnKind
from assessments.sheet_rows import cell_text, enter_row
from assessments.sheets import Sheet, SheetRow
from ui.documents.assessment_document import AssessmentDocument
from ui.documents.sheet_changes import add_rows, can_change, set_cell
from ui.theme import palette
from ui.widgets.labels import plain_tooltip
from ui.widgets.pill import say

Index = QModelIndex | QPersistentModelIndex
_WRONG = {int(Qt.ItemDataRole.BackgroundRole): "decline_soft", int(Qt.ItemDataRole.ForegroundRole): "decline"}
BESIDE = Qt.ItemDataRole.UserRole
"""Role: whether a tooltip says more than the cell's text."""
_TEXT_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)


class SheetModel(QAbstractTableModel):
    """A line per row, and while the assessment is open an empty last line that becomes a row once it is valid."""

    problem_changed = Signal(str)
    """Why something typed is not stored; empty when everything is."""

    def __init__(self, document: AssessmentDocument, sheet: Sheet) -> None:
        super().__init__(document)
        self._document = document
        self.sheet = sheet
        self.columns = COLUMNS[sheet]
        self._rows: tuple[SheetRow, ...] = document.assessment.sheets.rows(sheet)
        self._draft: dict[str, str] = {}
        self._wrong: dict[tuple[UUID | None, str], tuple[str, str]] = {}
        """(row id, None for the draft; column id) -> what was typed, and why it is not stored."""
        document.workspace.store_requested.connect(self.store)
        document.sheets_changed.connect(self._on_change)
        document.details_changed.connect(self._on_details)

    @property
    def can_change(self) -> bool:
        """Whether rows can be typed, moved and removed."""
        return can_change(self._document, self.sheet)

    # --- what it shows

    def row_at(self, place: int) -> SheetRow | None:
        """Return a stored row; None for the empty last line."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the rows and the line to type into."""
        return 0 if parent.isValid() else len(self._rows) + self.can_change

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's title, or a row's number: risks have theirs."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return say(self.columns[section].title)
        if section >= len(self._rows):
            return "+"
        if self.sheet is Sheet.RISKS:
            return list(numbered(self._document.assessment.sheets.risks))[section]
        return str(section + 1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that every cell can be typed into while the sheet can be changed."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self.can_change else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text, or why it is not stored."""
        row, column = self.row_at(index.row()), self.columns[index.column()].id
        wrong = self._wrong.get((row.id if row else None, column))
        text = wrong[0] if wrong else (cell_text(self.sheet, row, column, say) if row else self._draft.get(column, ""))
        if role in _TEXT_ROLES:
            return text if role == Qt.ItemDataRole.EditRole else " ".join(text.split("\n"))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = ". ".join(one for one in (text, self._beside(text, index)) if one)
            return f"{said}. {wrong[1]}" if wrong else said or self.tr("empty")
        if role == BESIDE:
            return bool(wrong or self._beside(text, index))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip("\n".join(one for one in (text, self._beside(text, index), wrong and wrong[1]) if one))
        return palette.color(_WRONG[role]) if wrong and role in _WRONG else None

    def _beside(self, text: str, index: Index) -> str:
        """Return the title of the question that a cell names."""
        if self.columns[index.column()].kind is not ColumnKind.QUESTION:
            return ""
        question = self._document.questionnaire.questions.get(text)
        return question.title if question else ""

    # --- typing

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Store what was typed, or keep it visible with the reason why not."""
        if role != Qt.ItemDataRole.EditRole or not self.can_change:
            return False
        row, column, text = self.row_at(index.row()), self.columns[index.column()].id, str(value)
        if row is None:
            self._type_into_draft(column, text)
        elif text != cell_text(self.sheet, row, column, say) or (row.id, column) in self._wrong:
            self._put(row.id, column, text)
        self._tell()
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), len(self.columns) - 1))
        return True

    def store(self) -> None:
        """Try again what the file refused; what is wrong in itself stays as it is."""
        if not self._draft and not self._wrong:
            return
        for (row_id, column), (text, _reason) in list(self._wrong.items()):
            if row_id is not None and not self._put(row_id, column, text):
                break  # each try may wait for another program
        self._enter_draft()
        self._tell()
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(self.columns) - 1))

    def discard_draft(self) -> None:
        """Empty the last line, and give cells that could not be stored their stored text back."""
        self._draft.clear()
        self._wrong.clear()
        self._tell()
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(self.columns) - 1))

    @property
    def problem(self) -> str:
        """Why something typed is not stored yet; empty when everything is."""
        for (_row, column), (_text, reason) in self._wrong.items():
            if _row is not None or self._draft.get(column, "").strip():
                return reason
        missing = [say(one.title) for one in self.columns if one.required and not self._draft.get(one.id, "").strip()]
        if self._draft and not missing:
            return self.tr("The file refused the new row. Enter a cell of it once more, or discard it.")
        return self.tr("The new row still needs: {names}.").format(names=", ".join(missing)) if self._draft else ""

    def _put(self, row_id: UUID, column: str, text: str) -> bool:
        """Store one cell; what is not taken stays visible with the reason. Return False when the file refused it."""
        try:
            stored = set_cell(self._document, self.sheet, row_id, column, text)
        except ValueError as error:
            self._wrong[row_id, column] = (text, str(error))
            return True
        if stored:
            self._wrong.pop((row_id, column), None)
        else:
            refused = self.tr("The file refused this. Enter it once more, or discard it.")
            self._wrong[row_id, column] = (text, refused)
        return stored

    def _type_into_draft(self, column: str, text: str) -> None:
        if text:
            self._draft[column] = text
        else:
            self._draft.pop(column, None)
        self._enter_draft()

    def _enter_draft(self) -> None:
        """Make a row of the last line once it is valid."""
        self._wrong = {key: why for key, why in self._wrong.items() if key[0] is not None}
        if not self._draft:
            return
        entered = enter_row(self.sheet, self._draft, questionnaire=self._document.questionnaire, say=say)
        if entered.row is not None and not entered.refused:
            kept, self._draft = self._draft, {}
            if not add_rows(self._document, self.sheet, [entered.row]):
                self._draft = kept
            return
        for cell in entered.refused:
            if self._draft.get(cell.column, "").strip():
                self._wrong[None, cell.column] = (cell.text, cell.reason)

    def _tell(self) -> None:
        pending = bool(self._draft or self._wrong)
        self._document.workspace.set_pending(f"{self._document.assessment.id} {self.sheet}", pending)
        self.problem_changed.emit(self.problem)

    # --- following the document

    def _on_change(self) -> None:
        new = self._document.assessment.sheets.rows(self.sheet)
        if new == self._rows:
            return
        old_ids, new_ids = [row.id for row in self._rows], [row.id for row in new]
        if new_ids == old_ids:
            self._rows = new
            self.dataChanged.emit(self.index(0, 0), self.index(len(new) - 1, len(self.columns) - 1))
        elif new_ids[:-1] == old_ids and self.can_change:
            # The line that was typed into becomes the row, so that the cursor goes on in it.
            self.beginInsertRows(QModelIndex(), len(new), len(new))
            self._rows = new
            self.endInsertRows()
            self.dataChanged.emit(self.index(len(new) - 1, 0), self.index(len(new) - 1, len(self.columns) - 1))
        else:
            self.beginResetModel()
            self._rows = new
            self.endResetModel()
        self._wrong = {key: why for key, why in self._wrong.items() if key[0] is None or key[0] in new_ids}
        self._tell()

    def _on_details(self) -> None:
        self.beginResetModel()
        self.endResetModel()
