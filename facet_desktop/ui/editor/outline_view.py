"""The list of cards: keyboard, drag and drop, and the small icons on each card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDrag,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from facet_desktop.ui.context import UiContext
from facet_desktop.ui.editor.card_layout import GAP_PX, row_height
from facet_desktop.ui.editor.drag import Role
from facet_desktop.ui.editor.outline_delegate import OutlineDelegate
from facet_desktop.ui.editor.outline_model import Index, OutlineModel
from facet_desktop.ui.editor.view_model import ItemRow
from facet_desktop.ui.thumbs import Thumbs, paint_again

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
MAX_HEIGHT_PX = 100_000
_ALT = Qt.KeyboardModifier.AltModifier


class OutlineView(QListView):
    """Shows the cards and tells what a person wants done with the selected ones."""

    remove_wanted = Signal()
    duplicate_wanted = Signal()
    swap_wanted = Signal()
    menu_wanted = Signal(QPoint)
    shift_wanted = Signal(int)
    edit_wanted = Signal()
    selection_made = Signal(list)
    """Ids of the selected exercises, after a person chose others."""

    def __init__(self, context: UiContext, pictures: Thumbs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rendering = False
        self._drop_at = -1
        self._rows = OutlineModel(self)
        self._cards = OutlineDelegate(context, pictures, self)
        self.setModel(self._rows)
        self.setItemDelegate(self._cards)
        self.setObjectName("editor_outline")
        self.setAccessibleName(self.tr("Exercises of this session"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setProperty("ground", "page")
        context.theme.changed.connect(self.scheduleDelayedItemsLayout)
        pictures.arrived.connect(self._picture_arrived)

    def rows(self) -> OutlineModel:
        """The model behind the list."""
        return self._rows

    def present_rows(self, rows: tuple[ItemRow, ...], selected: Sequence[str]) -> None:
        """Shows rows and selection; emits nothing."""
        self._rendering = True
        self.setUniformItemSizes(not any(row.section for row in rows))
        self._rows.show_rows(rows)
        self._select(selected)
        self._rendering = False

    def selected_ids(self) -> list[str]:
        """Ids of the selected exercises, in order."""
        chosen, rows = self.selectionModel().selection(), self._rows.rows()
        spans = sorted((chosen.at(place).top(), chosen.at(place).bottom()) for place in range(chosen.size()))
        return [row.id for first, last in spans for row in rows[first : last + 1]]

    def dataChanged(self, top: Index, bottom: Index, roles: Sequence[int] = ()) -> None:
        """Rows that keep their heights are painted again, and nothing is laid out."""
        if OutlineModel.may_change_heights(roles):
            super().dataChanged(top, bottom, roles)
        else:
            QAbstractItemView.dataChanged(self, top, bottom, roles)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell what a person selected; what the program selected is known."""
        super().selectionChanged(selected, deselected)
        if not self._rendering:
            self.selection_made.emit(self.selected_ids())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes, Alt with the arrows moves, Enter goes to the dose."""
        key, alt = event.key(), bool(event.modifiers() & _ALT)
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_wanted.emit()
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shift_wanted.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in _ENTER and self.selectedIndexes():
            self.edit_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The small icons act on their own card."""
        part, row = self._part_at(event.position().toPoint())
        if part and event.button() == Qt.MouseButton.LeftButton and row is not None:
            if row.id not in self.selected_ids():
                self.setCurrentIndex(self._rows.index(self._rows.row_of(row.id)))
            wanted = {"duplicate": self.duplicate_wanted, "swap": self.swap_wanted}
            wanted.get(part, self.remove_wanted).emit()
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click on a card goes to its dose."""
        part, row = self._part_at(event.position().toPoint())
        if row is not None and not part:
            self.edit_wanted.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of what is selected; the card under the pointer is selected by the click."""
        if self.selectedIndexes():
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            card = self.visualRect(self.currentIndex())
            at = self.viewport().mapToGlobal(card.center()) if by_key else event.globalPos()
            self.menu_wanted.emit(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Shows which icon the pointer is on."""
        self._hover(event.position().toPoint())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        super().leaveEvent(event)
        self._hover(QPoint(-1, -1))

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drags the selected cards; the rows themselves change only when the program has changed."""
        indexes = self.selectedIndexes()
        if not indexes:
            return
        drag = QDrag(self)
        drag.setMimeData(self._rows.mimeData(indexes))
        card = self.visualRect(self.currentIndex()).adjusted(0, 0, 0, -GAP_PX)
        drag.setPixmap(self.viewport().grab(card))
        drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Shows where a drop would go."""
        super().dragMoveEvent(event)
        if self._rows.canDropMimeData(event.mimeData(), event.dropAction(), 0, 0, self.rootIndex()):
            self._drop_at = self.place_at(event.position().toPoint())
            self.viewport().update()
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing would be dropped here any more."""
        super().dragLeaveEvent(event)
        self._drop_at = -1
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hands a drop to the model with the place that the line shows."""
        place = self.place_at(event.position().toPoint())
        self._rows.dropMimeData(event.mimeData(), event.dropAction(), place, 0, self.rootIndex())
        event.acceptProposedAction()
        self.setState(QAbstractItemView.State.NoState)
        self._drop_at = -1
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cards, and a line where a drop would go."""
        super().paintEvent(event)
        if self._drop_at >= 0:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(self._context.theme.palette.focus), 3))
            y = self._line_y(self._drop_at)
            painter.drawLine(2, y, self.viewport().width() - 3, y)
            painter.end()

    def _line_y(self, place: int) -> int:
        if place < self._rows.rowCount():
            return max(2, self.visualRect(self._rows.index(place)).top() - GAP_PX // 2)
        return self.visualRect(self._rows.index(place - 1)).bottom() - GAP_PX // 2 if place else 2

    def content_height(self) -> int:
        """Height of all cards, in pixels."""
        look = self._context.theme
        rows = self._rows.rows()
        with_section = sum(1 for row in rows if row.section)
        plain = (len(rows) - with_section) * row_height(look, has_section=False)
        return min(plain + with_section * row_height(look, has_section=True), MAX_HEIGHT_PX)

    def place_at(self, point: QPoint) -> int:
        """Position before which something dropped at a point would go."""
        for place in range(self._rows.rowCount()):
            rect = self.visualRect(self._rows.index(place))
            if point.y() < rect.center().y():
                return place
        return self._rows.rowCount()

    def _part_at(self, point: QPoint) -> tuple[str, ItemRow | None]:
        index = self.indexAt(point)
        if not index.isValid():
            return "", None
        row: ItemRow = index.data(Role.ROW)
        return self._cards.part_at(row, self.visualRect(index), point), row

    def _hover(self, point: QPoint) -> None:
        part, row = self._part_at(point) if point.y() >= 0 else ("", None)
        hovered = (self._rows.row_of(row.id), part) if row is not None and part else (-1, "")
        if hovered != self._cards.hovered:
            self._cards.hovered = hovered
            shape = Qt.CursorShape.PointingHandCursor if part else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def _picture_arrived(self, slug: str) -> None:
        paint_again(self, (row.slug for row in self._rows.rows()), slug)

    def _select(self, ids: Sequence[str]) -> None:
        if list(ids) == self.selected_ids():
            return
        wanted = set(ids)
        selection = QItemSelection()
        places = [place for place, row in enumerate(self._rows.rows()) if row.id in wanted]
        for first, last in _runs(places):
            selection.select(self._rows.index(first), self._rows.index(last))
        chosen = self.selectionModel()
        chosen.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if places:
            index = self._rows.index(places[-1])
            chosen.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of places that follow each other."""
    for _, run in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0]):
        together = [place for _, place in run]
        yield together[0], together[-1]
