"""The list's rows for Qt: ids in SQL's order, rows fetched in blocks as they come into view."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from assessments.band import Band
from assessments.wording_figures import NOT_SCORED, count_words, percent, pill_words, points
from ui.documents.listed import PartnerIds
from ui.widgets.pill import say

if TYPE_CHECKING:
    from ui.documents.workspace_document import ListTotals, PartnerList, PartnerRow

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("name", "type", "supported", "dimensions", "recommendation", "coverage")
SORTABLE = frozenset({"name", "type", "supported", "recommendation", "coverage"})
BLOCK = 16
"""Rows fetched at once: about a screen and a half."""
_KEPT = 64
"""Blocks kept; who scrolls through a large list leaves the others behind."""
_ASKED = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole})
_MIDDLE_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def totals_words(totals: ListTotals) -> str:
    """Return how many partners and finished assessments there are: "6 partners · 4 final assessments"."""
    partners = (
        say("1 partner") if totals.partners == 1 else say("{n} partners").format(n=count_words(totals.partners, say))
    )
    finals = totals.final_assessments
    final = (
        say("1 final assessment") if finals == 1 else say("{n} final assessments").format(n=count_words(finals, say))
    )
    return f"{partners} · {final}"


def below_name(row: PartnerRow) -> list[str]:
    """Return what stands under a partner's name: its tags, and how many assessments when the row shows one of them."""
    several = [say("{n} assessments").format(n=row.assessment_count)] if row.assessment_count > 1 else []
    return [*filter(None, [", ".join(row.tags)]), *several]


class PartnerRows(QAbstractTableModel):
    """A table of partners. Holds one id per partner, and only the blocks that were looked at."""

    def __init__(self, type_names: Mapping[str, str], columns: Sequence[str] = COLUMNS) -> None:
        """Start empty.

        Args:
            type_names: Partner type code -> words.
            columns: Some of `COLUMNS`, "partner" for the name without tags, and ids of dimensions.
        """
        super().__init__()
        self.columns = columns
        self.titles = self._headings()
        self._type_names = type_names
        self._ids = PartnerIds(())
        self._count = 0
        self._read: Callable[[Sequence[str]], Sequence[PartnerRow]] = lambda _ids: ()
        self._blocks: dict[int, Sequence[PartnerRow]] = {}

    def _headings(self) -> dict[str, str]:
        return {
            "name": self.tr("Partner"),
            "partner": self.tr("Partner"),
            "type": self.tr("Type"),
            "supported": self.tr("Supported score"),
            "dimensions": self.tr("G  V  T  R  L"),
            "recommendation": self.tr("Recommendation"),
            "coverage": self.tr("Answered"),
            "value": self.tr("Value"),
            "risk": self.tr("Risk"),
            "goals": self.tr("Goals"),
        }

    def show_ids(self, ids: PartnerIds, reader: PartnerList | None, count: int | None = None) -> None:
        """Show other partners, or the same anew.

        Args:
            ids: In order.
            reader: Reads their rows.
            count: How many there are when `ids` are only the first; the others stay blank until `add_ids`.
        """
        self.beginResetModel()
        self._ids = ids
        self._count = len(ids) if count is None else count
        self._read = reader.rows if reader else (lambda _ids: ())
        self._blocks.clear()
        self.endResetModel()

    @property
    def is_partial(self) -> bool:
        """Whether rows are still blank."""
        return len(self._ids) < self._count

    def add_ids(self, ids: PartnerIds) -> bool:
        """Take the ids that were missing; False, with nothing done, when they are not those of the list shown."""
        known = len(self._ids)
        if len(ids) != self._count or known == self._count or ids[:known] != self._ids[:known]:
            return False
        self._ids = ids
        self._blocks = {block: rows for block, rows in self._blocks.items() if (block + 1) * BLOCK <= known}
        self.dataChanged.emit(self.index(known, 0), self.index(self._count - 1, len(self.columns) - 1))
        return True

    def row_of(self, partner_id: str) -> int | None:
        """Return where a partner stands, None when it is not listed."""
        return self._ids.place_of(partner_id)

    def partner_id(self, place: int) -> str | None:
        """Return whose line stands at a place, without reading it; None past the end, or while it is blank."""
        return self._ids[place] if 0 <= place < len(self._ids) else None

    def partner_row(self, place: int) -> PartnerRow | None:
        """Return one line; None past the end, or when it vanished from the file meanwhile."""
        if not 0 <= place < len(self._ids):
            return None
        block = place // BLOCK
        if block not in self._blocks:
            wanted = self._ids[block * BLOCK : (block + 1) * BLOCK]
            found = {row.partner_id: row for row in self._read(wanted)}
            while len(self._blocks) >= _KEPT:
                del self._blocks[next(iter(self._blocks))]
            self._blocks[block] = [found[key] for key in wanted if key in found]
        rows = self._blocks[block]
        return rows[place % BLOCK] if place % BLOCK < len(rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many partners are listed."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's heading."""
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self.titles[self.columns[section]]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _MIDDLE_LEFT
            if role == Qt.ItemDataRole.ToolTipRole and self.columns[section] == "dimensions":
                return self.tr("Goals, value exchange, trust, risk control, learning: the taller, the better")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's words; what is painted comes from `partner_row`."""
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tooltip(index)
        if role not in _ASKED:
            return None
        row = self.partner_row(index.row())
        return None if row is None else self.cell_words(row, self.columns[index.column()])

    def _tooltip(self, index: Index) -> str | None:
        row = self.partner_row(index.row())
        marked = row is not None and row.own_weights and self.columns[index.column()] == "supported"
        return say("Scored with weights of its own; the questionnaire has others.") if marked else None

    def cell_words(self, row: PartnerRow, column: str) -> str:
        """Return what a cell says, charts in words."""
        words = {
            "name": ", ".join([row.name, *below_name(row)]),
            "partner": row.name,
            "type": self._type_names.get(row.type, row.type),
        }
        if column in words:
            return words[column]
        if row.band is None:
            return say("No assessment yet") if column == "recommendation" else NOT_SCORED
        if column not in COLUMNS:
            return points(next((low for key, low, _high in row.dimensions if key == column), None))
        supported = say("{supported} supported, up to {best}")
        weights = f", {say('weights changed')}" if row.own_weights else ""
        return {
            "supported": supported.format(supported=points(row.supported), best=points(row.best)) + weights,
            "dimensions": ", ".join(f"{key} {points(low)}" for key, low, _high in row.dimensions),
            "coverage": percent(row.coverage or 0),
            "recommendation": pill_words(Band(row.band), row.open_gate_count, row.too_little, say),
        }[column]
