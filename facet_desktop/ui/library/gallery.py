"""The exercises as pictures or as rows: one view that paints only what is seen."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from facet_desktop.ui.context import UiContext
from facet_desktop.ui.library.models import Tile
from facet_desktop.ui.library.tile_delegate import TILE, TileDelegate
from facet_desktop.ui.thumbs import Thumbs, paint_again

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TileModel(QAbstractListModel):
    """The tiles that are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tiles: tuple[Tile, ...] = ()

    def tiles(self) -> tuple[Tile, ...]:
        """What is shown."""
        return self._tiles

    def show_tiles(self, tiles: tuple[Tile, ...]) -> None:
        """Shows other exercises."""
        if tiles != self._tiles:
            self.beginResetModel()
            self._tiles = tiles
            self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many exercises there are."""
        return 0 if parent.isValid() else len(self._tiles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The tile, its name, or what a screen reader says."""
        if not 0 <= index.row() < len(self._tiles):
            return None
        tile = self._tiles[index.row()]
        spoken = ", ".join(part for part in (tile.name, tile.detail, tile.warning) if part)
        answers: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: tile.name,
            Qt.ItemDataRole.AccessibleTextRole: spoken,
            Qt.ItemDataRole.ToolTipRole: tile.warning or None,
            TILE: tile,
        }
        return answers.get(role)


class Gallery(QListView):
    """Arrows move, Enter or a click opens. `opened` carries a slug."""

    opened = Signal(str)

    def __init__(self, context: UiContext, thumbs: Thumbs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles = TileModel(self)
        self._delegate = TileDelegate(context.theme, thumbs, self)
        self.setModel(self._tiles)
        self.setItemDelegate(self._delegate)
        self.setObjectName("library_gallery")
        self.setAccessibleName(self.tr("Exercises"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there, so that the pictures never change their size while they are being laid out.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().rangeChanged.connect(self._show_whether_it_scrolls)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setStyleSheet("QListView { background: transparent; }")
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open)
        thumbs.arrived.connect(self._picture_arrived)
        context.theme.changed.connect(self._fit)
        self.show_as_grid(True)

    def tiles(self) -> tuple[Tile, ...]:
        """What is shown."""
        return self._tiles.tiles()

    def show_tiles(self, tiles: tuple[Tile, ...]) -> None:
        """Shows other exercises; the chosen one stays chosen where it is still there."""
        chosen = self.chosen()
        self._tiles.show_tiles(tiles)
        self.choose(chosen)

    def chosen(self) -> str:
        """Slug of the chosen exercise, or an empty text."""
        row = self.currentIndex().row()
        return self.tiles()[row].slug if 0 <= row < len(self.tiles()) else ""

    def choose(self, slug: str) -> None:
        """Marks an exercise and brings it into view."""
        for row, tile in enumerate(self.tiles()):
            if tile.slug == slug:
                self.setCurrentIndex(self._tiles.index(row))
                return

    def is_grid(self) -> bool:
        """Whether pictures are shown side by side."""
        return self.viewMode() is QListView.ViewMode.IconMode

    def show_as_grid(self, is_grid: bool) -> None:
        """Pictures side by side, or rows."""
        self.setViewMode(QListView.ViewMode.IconMode if is_grid else QListView.ViewMode.ListMode)
        self.setMovement(QListView.Movement.Static)
        self.setWrapping(is_grid)
        self._delegate.is_grid = is_grid
        self.setSpacing(0)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in _OPEN and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width evenly."""
        super().resizeEvent(event)
        self._fit()

    def _open(self, index: QModelIndex) -> None:
        self.setCurrentIndex(index)
        self.opened.emit(self.tiles()[index.row()].slug)

    def _picture_arrived(self, slug: str) -> None:
        paint_again(self, (row.slug for row in self.tiles()), slug)

    def _show_whether_it_scrolls(self, low: int, high: int) -> None:
        self.verticalScrollBar().setEnabled(high > low)

    def _fit(self) -> None:
        self._delegate.width = self.viewport().width() - 2
        self.setGridSize(self._delegate.card_size() if self.is_grid() else QSize())
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
