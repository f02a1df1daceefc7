"""The exercises of the shown session as a list for Qt."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from facet_desktop.ui.editor.drag import EXERCISES, ITEMS, Role, packed, unpacked
from facet_desktop.ui.editor.view_model import ItemRow

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_WORDS = [
    Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole, Role.ROW,
]  # fmt: skip
"""What changes about a row that keeps its height."""


class OutlineModel(QAbstractListModel):
    """Shows rows; drops are only asked for, the rows change when the program has changed."""

    items_dropped = Signal(list, int)
    """Ids of exercises of the program, and the position before which they should go."""
    exercises_dropped = Signal(list, int)
    """Slugs from the library, and the position before which they should be added."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ItemRow, ...] = ()

    def rows(self) -> tuple[ItemRow, ...]:
        """What is shown."""
        return self._rows

    def row_of(self, item_id: str) -> int:
        """Place of an exercise, -1 when it is not shown."""
        return next((place for place, row in enumerate(self._rows) if row.id == item_id), -1)

    def show_rows(self, rows: tuple[ItemRow, ...]) -> None:
        """Shows other rows, telling the view only about those that differ."""
        old, new = self._rows, rows
        head = _same(old, new)
        tail = min(_same(old[::-1], new[::-1]), len(old) - head, len(new) - head)
        gone, come = len(old) - head - tail, len(new) - head - tail
        if gone > come:
            self.beginRemoveRows(_NOWHERE, head + come, head + gone - 1)
            self._rows = old[: head + come] + old[head + gone :]
            self.endRemoveRows()
        elif come > gone:
            self.beginInsertRows(_NOWHERE, head + gone, head + come - 1)
            self._rows = old[: head + gone] + new[head + gone : head + come] + old[head + gone :]
            self.endInsertRows()
        self._rows = new
        both = slice(head, head + min(gone, come))
        self._tell_changed(both, heights=_has_section(old[both]) != _has_section(new[both]))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many exercises there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, its name, or what a screen reader says."""
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Role.ROW:  # asked for some thousand times an edit
            return row
        answers: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: row.name,
            Qt.ItemDataRole.AccessibleTextRole: row.spoken,
            Qt.ItemDataRole.ToolTipRole: "\n".join(dict.fromkeys(one.reason for one in row.warnings)) or None,
        }
        return answers.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be dragged; things are dropped between them."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        """What may be dropped here."""
        return [ITEMS, EXERCISES]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The ids of the dragged rows, in their order."""
        places = sorted(index.row() for index in indexes)
        return packed(ITEMS, [self._rows[place].id for place in places])

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows move, exercises of the library are copied."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def supportedDragActions(self) -> Qt.DropAction:
        """Rows only move."""
        return Qt.DropAction.MoveAction

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Whether it is something of the editor's own."""
        return data.hasFormat(ITEMS) or data.hasFormat(EXERCISES)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Asks for the change; False keeps the view from changing rows by itself."""
        place = row if row >= 0 else (parent.row() if parent.isValid() else len(self._rows))
        items, slugs = unpacked(data, ITEMS), unpacked(data, EXERCISES)
        if items:
            self.items_dropped.emit(items, place)
        elif slugs:
            self.exercises_dropped.emit(slugs, place)
        return False

    @staticmethod
    def may_change_heights(roles: Sequence[int]) -> bool:
        """Whether rows may have become higher or lower, by the roles of a change; none named means all."""
        return not roles or Qt.ItemDataRole.SizeHintRole in roles

    def _tell_changed(self, rows: slice, *, heights: bool) -> None:
        if rows.start < rows.stop:
            first, last = self.index(rows.start), self.index(rows.stop - 1)
            self.dataChanged.emit(first, last, [] if heights else _WORDS)


def _has_section(rows: Sequence[ItemRow]) -> list[bool]:
    return [bool(row.section) for row in rows]


def _same(old: Sequence[ItemRow], new: Sequence[ItemRow]) -> int:
    """How many rows at the beginning are the same."""
    for place, (one, other) in enumerate(zip(old, new, strict=False)):
        if one is not other and one != other:
            return place
    return min(len(old), len(new))
