"""The library column: search, filters, and the list to add from."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from facet_desktop.ui.context import UiContext
from facet_desktop.ui.editor.library_list import LibraryList
from facet_desktop.ui.editor.library_presenter import FilterOption, LibraryPresenter
from facet_desktop.ui.metrics import SPACE_S, TextRole
from facet_desktop.ui.thumbs import Thumbs
from facet_desktop.ui.widgets.buttons import ButtonKind, ThemedButton
from facet_desktop.ui.widgets.chips import FilterChip
from facet_desktop.ui.widgets.flow import FlowLayout
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.search_field import SearchField

_PADDING_PX = 12
_TO_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LibraryPanel(QWidget):
    """Searches while one types. Emits `add_wanted` with slugs; knows nothing of the program."""

    add_wanted = Signal(list)

    def __init__(
        self,
        context: UiContext,
        presenter: LibraryPresenter,
        pictures: Thumbs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._presenter = presenter
        self._chips: tuple[FilterOption, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING_PX, _PADDING_PX, _PADDING_PX, _PADDING_PX)
        column.setSpacing(SPACE_S)
        self.search = SearchField(context.theme, presenter.hint(), self)
        self.search.setObjectName("editor_search")
        self.search.installEventFilter(self)
        column.addWidget(self.search)
        self._chip_row = FlowLayout(None, SPACE_S - 2)
        column.addLayout(self._chip_row)
        self._nothing = PlainLabel("", TextRole.SMALL, self, wrap=True)
        self._nothing.setObjectName("editor_library_note")
        column.addWidget(self._nothing)
        self.list = LibraryList(context, pictures, self)
        column.addWidget(self.list, 1)
        self._more = ThemedButton(context.theme, "", parent=self, kind=ButtonKind.QUIET)
        self._more.setObjectName("editor_library_more")
        column.addWidget(self._more)
        self._menu = QMenu(self)
        self._menu.setObjectName("editor_filter_menu")
        self.search.textChanged.connect(lambda _: self._render_list())
        self.list.add_wanted.connect(self.add_wanted)
        self._more.clicked.connect(self._show_all)

    def present(self) -> None:
        """Shows what fits now; emits nothing."""
        self.search.setPlaceholderText(self._presenter.hint())
        self.search.setAccessibleName(self._presenter.hint())
        self._render_chips()
        self._render_list()

    def start_search(self) -> None:
        """Puts the keyboard into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search, Down goes to the list and Enter adds the first exercise."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _TO_LIST:
            return self._go_on(event.key() == Qt.Key.Key_Down)
        return False

    def _go_on(self, to_list: bool) -> bool:
        rows = self.list.rows()
        if not rows.rowCount():
            return False
        if not self.list.selectedIndexes():
            self.list.setCurrentIndex(rows.index(0))
        if to_list:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.list.add_selected()
        return True

    def _render_list(self) -> None:
        listing = self._presenter.listing(self.search.text())
        self.list.rows().show_rows(listing.rows)
        outside = self.tr("Nothing fits the filters. Found without them:")
        self._nothing.setText(outside if listing.is_outside else self.tr("No exercise fits."))
        self._nothing.setVisible(listing.is_outside or not listing.rows)
        self._more.setVisible(listing.hidden > 0)
        self._more.setText(self.tr("Show %n more without filters", "", listing.hidden))

    def _render_chips(self) -> None:
        chips = self._presenter.quick()
        if chips == self._chips:
            return
        self._chips = chips
        had_focus = self._focused_chip()
        self._chip_row.clear()
        for option in chips:
            chip = FilterChip(self._context.theme, option.label, parent=self)
            chip.setObjectName(f"editor_filter_{option.kind}_{option.value}")
            chip.setChecked(option.is_on)
            chip.clicked.connect(lambda _=False, one=option: self._toggle(one))
            self._chip_row.addWidget(chip)
            if chip.objectName() == had_focus:
                chip.setFocus()
        more = FilterChip(
            self._context.theme, "", "filter", self, checkable=False, name=self.tr("More filters")
        )
        more.setObjectName("editor_more_filters")
        more.clicked.connect(lambda: self._open_menu(more))
        self._chip_row.addWidget(more)

    def _focused_chip(self) -> str:
        focused = self.focusWidget()
        return focused.objectName() if isinstance(focused, FilterChip) and focused.hasFocus() else ""

    def _toggle(self, option: FilterOption) -> None:
        self._presenter.toggle(option.kind, option.value)
        self.present()

    def _show_all(self) -> None:
        self._presenter.clear()
        self.present()

    def _open_menu(self, below: QWidget) -> None:
        self._menu.clear()
        for title, options in self._presenter.groups():
            group = self._menu.addMenu(title)
            for option in options:
                action = group.addAction(option.label)
                action.setCheckable(True)
                action.setChecked(option.is_on)
                action.triggered.connect(lambda _=False, one=option: self._toggle(one))
        self._menu.addSeparator()
        self._menu.addAction(self.tr("No filters"), self._show_all)
        self._menu.popup(below.mapToGlobal(below.rect().bottomLeft()))
