"""The list of the library column: pictures, names, and what each exercise is for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QDrag, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from facet_desktop.ui.context import UiContext
from facet_desktop.ui.editor.drag import EXERCISES, Role, packed
from facet_desktop.ui.editor.view_model import LibraryRow
from facet_desktop.ui.metrics import RADIUS_CONTROL, SEMIBOLD
from facet_desktop.ui.thumbs import Thumbs, paint_again
from facet_desktop.ui.widgets.painting import draw_icon, draw_text, fill_round, focus_ring

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_PICTURE_PX = (64, 42)
_ROW_PX, _NAME_PX, _DETAIL_PX = 57, 14, 13
_TOP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class LibraryModel(QAbstractListModel):
    """Exercises that can be dragged out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[LibraryRow, ...] = ()

    def rows(self) -> tuple[LibraryRow, ...]:
        """What is shown."""
        return self._rows

    def show_rows(self, rows: tuple[LibraryRow, ...]) -> None:
        """Shows other exercises."""
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many exercises there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, its name, or what a screen reader says."""
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        answers: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: row.name,
            Qt.ItemDataRole.AccessibleTextRole: ", ".join(
                part for part in (row.name, row.detail, row.warning) if part
            ),
            Qt.ItemDataRole.ToolTipRole: row.warning or None,
            Role.ROW: row,
        }
        return answers.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Exercises can be dragged out; nothing is dropped here."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        """What is dragged."""
        return [EXERCISES]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The slugs of the dragged exercises."""
        return packed(EXERCISES, [self._rows[index.row()].slug for index in indexes])


class LibraryDelegate(QStyledItemDelegate):
    """Draws one exercise of the library."""

    def __init__(self, context: UiContext, pictures: Thumbs, parent: QObject) -> None:
        super().__init__(parent)
        self._look = context.theme
        self._pictures = pictures

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for a name of two lines and a line below it."""
        look = self._look
        line = QFontMetrics(look.font(_NAME_PX, SEMIBOLD)).height()
        return QSize(120, max(look.px(_ROW_PX), line * 2 + look.px(22)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw an exercise in its present state."""
        row: LibraryRow = index.data(Role.ROW)
        look, rect = self._look, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(rect).adjusted(0, 1, 0, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            fill_round(painter, box, look.palette.primary_soft, RADIUS_CONTROL)
        if option.state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, box, look.palette.focus, RADIUS_CONTROL)
        width, height = (look.px(side) for side in _PICTURE_PX)
        picture = QRect(rect.left() + look.px(4), rect.center().y() - height // 2, width, height)
        self._pictures.paint(painter, row.slug, picture)
        if row.warning:
            self._paint_warning(painter, picture)
        left = picture.right() + look.px(9)
        self._paint_words(painter, QRect(left, rect.top(), rect.right() - left - 2, rect.height()), row)
        painter.restore()

    def _paint_words(self, painter: QPainter, room: QRect, row: LibraryRow) -> None:
        look, palette = self._look, self._look.palette
        name_font, detail_font = look.font(_NAME_PX, SEMIBOLD), look.font(_DETAIL_PX)
        line, small = QFontMetrics(name_font).height(), QFontMetrics(detail_font).height()
        lines = _lines(QFontMetrics(name_font), row.name, room.width())
        top = room.top() + (room.height() - line * len(lines) - small) // 2
        for text in lines:
            draw_text(
                painter, QRect(room.left(), top, room.width(), line), text, name_font, palette.text, _TOP
            )
            top += line
        area = QRect(room.left(), top, room.width(), small)
        detail = QFontMetrics(detail_font).elidedText(row.detail, Qt.TextElideMode.ElideRight, area.width())
        draw_text(painter, area, detail, detail_font, palette.muted, _TOP)

    def _paint_warning(self, painter: QPainter, picture: QRect) -> None:
        """A small sign on the picture; the tooltip and the accessible text say what it is about."""
        look, side = self._look, self._look.px(18)
        badge = QRect(picture.left() - 2, picture.top() - 2, side, side)
        fill_round(painter, QRectF(badge), look.palette.caution_soft, 5)
        inner = badge.adjusted(look.px(3), look.px(3), -look.px(3), -look.px(3))
        draw_icon(painter, look, "triangle-alert", look.palette.caution, inner)


class LibraryList(QListView):
    """Enter or a double click adds the selected exercises; they can be dragged out as well."""

    add_wanted = Signal(list)
    """Slugs to add."""

    def __init__(self, context: UiContext, pictures: Thumbs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = LibraryModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(LibraryDelegate(context, pictures, self))
        self.setObjectName("editor_library")
        self.setAccessibleName(self.tr("Exercises of the library"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setDragEnabled(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.doubleClicked.connect(lambda _: self.add_selected())
        pictures.arrived.connect(self._picture_arrived)
        context.theme.changed.connect(self.scheduleDelayedItemsLayout)

    def rows(self) -> LibraryModel:
        """The model behind the list."""
        return self._rows

    def selected_slugs(self) -> list[str]:
        """Slugs of the selected exercises, in order."""
        places = sorted(index.row() for index in self.selectedIndexes())
        return [self._rows.rows()[place].slug for place in places]

    def add_selected(self) -> None:
        """Ask for what is selected."""
        if slugs := self.selected_slugs():
            self.add_wanted.emit(slugs)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.add_selected()
        else:
            super().keyPressEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drags the selected exercises with the picture of the first."""
        drag = QDrag(self)
        drag.setMimeData(self._rows.mimeData(self.selectedIndexes()))
        drag.setPixmap(self.viewport().grab(self.visualRect(self.currentIndex())))
        drag.exec(Qt.DropAction.CopyAction)

    def _picture_arrived(self, slug: str) -> None:
        paint_again(self, (row.slug for row in self._rows.rows()), slug)


def _lines(metrics: QFontMetrics, text: str, width: int) -> list[str]:
    """One or two lines that fit; the second is cut off where it must be."""
    words = text.split()
    first = words[:1]
    for word in words[1:]:
        if metrics.horizontalAdvance(" ".join([*first, word])) > width:
            break
        first.append(word)
    rest = " ".join(words[len(first) :])
    shown = [metrics.elidedText(" ".join(first), Qt.TextElideMode.ElideRight, width)]
    return [*shown, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)] if rest else shown
