"""Looking through the library: search, filters and the gallery."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from facet_desktop.ui.context import UiContext
from facet_desktop.ui.library.filter_panel import FilterPanel
from facet_desktop.ui.library.gallery import Gallery
from facet_desktop.ui.library.models import BrowseModel
from facet_desktop.ui.library.words import LibraryWords
from facet_desktop.ui.metrics import SPACE_L, SPACE_M, TextRole
from facet_desktop.ui.thumbs import Thumbs
from facet_desktop.ui.widgets.empty_state import EmptyState
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.scroll import PlainScrollArea
from facet_desktop.ui.widgets.search_field import SearchField
from facet_desktop.ui.widgets.segmented import SegmentedControl

_PANEL_PX, _PANEL_MOST_PX, _LIST_PX = 252, 345, 220
GRID, ROWS = "grid", "rows"


class BrowseView(QWidget):
    """Emits what a person wants; shows what it is given."""

    asked = Signal(str)
    """The words of the search have changed."""
    toggled = Signal(str, str)
    cleared = Signal()
    opened = Signal(str)

    def __init__(self, context: UiContext, words: LibraryWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = context.theme
        self._words = words
        self.thumbs = Thumbs(context, self)
        self._panel = FilterPanel(context.theme, self)
        self._panel.toggled.connect(self.toggled)
        self._panel.cleared.connect(self.cleared)
        self.search = SearchField(context.theme, self.tr("Search by name (Ctrl+F)"), self)
        self.search.setObjectName("library_search")
        self.search.textChanged.connect(self.asked)
        self.search.installEventFilter(self)
        self.gallery = Gallery(context, self.thumbs, self)
        self.gallery.opened.connect(self.opened)
        self._count = PlainLabel("", TextRole.MUTED, self, tabular=True)
        self._count.setObjectName("library_count")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.gallery)
        self._stack.addWidget(PlainScrollArea(self._nothing(context), self))
        self._stack.setMinimumWidth(_LIST_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_L)
        row.addWidget(self._panel)
        column = QVBoxLayout()
        column.setSpacing(SPACE_M)
        column.addLayout(self._top_row())
        column.addWidget(self._stack, 1)
        row.addLayout(column, 1)
        context.theme.changed.connect(self._fit)
        self._fit()

    def present(self, model: BrowseModel) -> None:
        """Shows what fits; emits nothing."""
        self._panel.present(model.groups, model.filters_on)
        self.gallery.show_tiles(model.tiles)
        self._count.setText(self._words.found(len(model.tiles), model.total, brief=self._look.is_large_text))
        self._stack.setCurrentIndex(0 if model.tiles else 1)

    def start_search(self) -> None:
        """Puts the keyboard into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def show_as(self, key: str) -> None:
        """Pictures side by side, or rows."""
        self._shapes.set_key(key)
        self.gallery.show_as_grid(key == GRID)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search, Down goes to the gallery and Enter opens the best exercise."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        tiles = self.gallery.tiles()
        if event.key() == Qt.Key.Key_Down and tiles:
            self.gallery.choose(tiles[0].slug)
            self.gallery.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and tiles:
            self.opened.emit(tiles[0].slug)
            return True
        return False

    def _top_row(self) -> QGridLayout:
        self._shapes = SegmentedControl(
            self._look, ((GRID, self.tr("Pictures")), (ROWS, self.tr("List"))), self.tr("Show as"), self
        )
        self._shapes.setObjectName("library_shape")
        self._shapes.selected.connect(self.show_as)
        self._top = QGridLayout()
        self._top.setSpacing(SPACE_M)
        self._top.setColumnStretch(0, 1)
        return self._top

    def _nothing(self, context: UiContext) -> QWidget:
        empty = EmptyState(
            context.theme,
            "search",
            self.tr("No exercise fits"),
            self.tr("Try another word, or switch some filters off."),
            self,
            action=self.tr("Show all exercises"),
        )
        empty.setObjectName("library_nothing")
        empty.acted.connect(self._show_all)
        return empty

    def _show_all(self) -> None:
        self.search.clear()
        self.cleared.emit()

    def _fit(self) -> None:
        # Wider chips break into more rows; the pictures need the width more.
        self._panel.setFixedWidth(min(self._look.px(_PANEL_PX), _PANEL_MOST_PX))
        is_large, is_huge = self._look.is_large_text, self._look.is_huge_text
        self._top.addWidget(self.search, 0, 0, 1, 3 if is_large else 1)
        self._top.addWidget(self._count, 1 if is_large else 0, 0 if is_large else 1, 1, 3 if is_huge else 1)
        self._top.addWidget(self._shapes, 2 if is_huge else 1 if is_large else 0, 2)
