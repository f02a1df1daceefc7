"""What to begin with: favourites, own templates, the programs that ship, another program, or an empty one."""

from __future__ import annotations

from functools import cached_property, partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QMenu, QVBoxLayout, QWidget

from facet_desktop.ui.context import UiContext
from facet_desktop.ui.editor.chooser_presenter import CardGroup, ChooserPresenter
from facet_desktop.ui.editor.name_popover import NamePopover
from facet_desktop.ui.metrics import SPACE_L, SPACE_M, SPACE_XL, TextRole
from facet_desktop.ui.page import side_px
from facet_desktop.ui.plan.template_choice import TemplateCard
from facet_desktop.ui.plan.template_list import TemplateCardView
from facet_desktop.ui.widgets.buttons import IconButton, SecondaryButton
from facet_desktop.ui.widgets.cards import PageHeader
from facet_desktop.ui.widgets.flow import FlowLayout
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.scroll import PlainScrollArea
from facet_desktop.ui.widgets.search_field import SearchField
from facet_desktop.ui.widgets.toast import Toast

_CARD_PX, _SEARCH_PX, _SMALL_PX = 420, 420, 36
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TemplateChooser(QWidget):
    """Emits `chosen` with the key of a program, `empty_wanted`, or `program_wanted` for another program.

    The search has the keyboard; Enter takes the first program that is shown.
    """

    chosen = Signal(str)
    empty_wanted = Signal()
    program_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._presenter = ChooserPresenter(context)
        self._parts: list[tuple[QWidget, bool]] = []
        self._columns = 0
        self._shown: tuple[CardGroup, ...] | None = None
        content = QWidget(self)
        self._column = column = QVBoxLayout(content)
        column.setSpacing(SPACE_L)
        self._doings = FlowLayout(None, SPACE_M)
        self._build_head(content)
        column.addWidget(self._head)
        self.search = SearchField(context.theme, self.tr("Search programs; Enter takes the first"), content)
        self.search.setObjectName("chooser_search")
        self.search.setToolTip(self.search.placeholderText())
        self.search.textChanged.connect(lambda _: self._fill())
        self.search.returnPressed.connect(self._take_first)
        self._doings.addWidget(self.search)
        for button in (self._back, self.other, self.empty):
            self._doings.addWidget(button)
        column.addLayout(self._doings)
        self._nothing = PlainLabel(self.tr("No program is called that."), TextRole.MUTED, content)
        column.addWidget(self._nothing)
        self._grid = QGridLayout()
        self._grid.setSpacing(SPACE_L)
        column.addLayout(self._grid)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = PlainScrollArea(content, self)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer.addWidget(self._scroll)
        self._toast: Toast | None = None

    @cached_property
    def names(self) -> NamePopover:
        """Asks for another name; made when it is first opened."""
        return NamePopover(self._context, self)

    def present(self, *, patient: str, can_go_back: bool) -> None:
        """Shows the programs; cards have pictures and are built anew only for other programs."""
        self._back.setVisible(can_go_back)
        title = (
            self.tr("A program for {name}").format(name=patient)
            if patient
            else self.tr("Begin with a program")
        )
        self._head.set_title(title)
        self._fill()

    def focus_search(self) -> None:
        """Puts the keyboard into the search."""
        self.search.clear()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the program that is open."""
        if event.key() == Qt.Key.Key_Escape and self._back.isVisible():
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as fit."""
        super().resizeEvent(event)
        self._arrange()

    # -- cards --

    def _fill(self) -> None:
        groups = self._presenter.groups(self.search.text())
        if groups == self._shown:
            return
        self._shown = groups
        for part, _ in self._parts:
            self._grid.removeWidget(part)
            part.hide()
            part.setParent(None)
            part.deleteLater()
        self._parts = []
        for group in groups:
            self._parts.append((PlainLabel(group.title, TextRole.HEADING, self), True))
            self._parts += [(self._card(card), False) for card in group.cards]
        self._nothing.setVisible(not groups)
        self._columns = 0
        self._arrange()

    def _card(self, card: TemplateCard) -> TemplateCardView:
        view = TemplateCardView(self._context, card, self)
        view.chosen.connect(self.chosen)
        name = self.tr("No longer a favourite") if card.is_favourite else self.tr("Make it a favourite")
        star = IconButton(self._context.theme, "star", name, view, size_px=_SMALL_PX)
        star.setCheckable(True)
        star.setChecked(card.is_favourite)
        star.setObjectName(f"favourite_{card.slug}")
        star.setAccessibleDescription(card.title)
        star.clicked.connect(lambda: self._set_favourite(card))
        view.add_to_title_row(star)
        if card.is_own:
            more = IconButton(
                self._context.theme, "ellipsis", self.tr("Rename or remove"), view, size_px=_SMALL_PX
            )
            more.setObjectName(f"template_more_{card.slug}")
            more.setAccessibleDescription(card.title)
            more.clicked.connect(lambda: self._open_menu(card, more))
            view.add_to_title_row(more)
        return view

    def _arrange(self) -> None:
        side = side_px(self._context.theme)
        self._column.setContentsMargins(side, SPACE_XL, side, SPACE_XL)
        room = self.width() - 2 * side
        beside_bar = room - self._scroll.verticalScrollBar().sizeHint().width()
        self.search.setFixedWidth(min(self._context.theme.px(_SEARCH_PX), max(beside_bar, 1)))
        columns = max(1, room // (self._context.theme.px(_CARD_PX) + SPACE_M))
        if columns == self._columns:
            return
        for place in range(max(columns, self._columns, self._grid.columnCount())):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)
        self._columns = columns
        row, place = 0, 0
        for part, is_heading in self._parts:
            if is_heading and place:
                row, place = row + 1, 0
            if is_heading:
                self._grid.addWidget(part, row, 0, 1, columns)
                row += 1
                continue
            self._grid.addWidget(part, row, place)
            row, place = (row + 1, 0) if place + 1 == columns else (row, place + 1)

    def _take_first(self) -> None:
        first = next((part for part, _ in self._parts if isinstance(part, TemplateCardView)), None)
        if first is not None:
            first.choose.click()

    # -- what can be done with a template --

    def _set_favourite(self, card: TemplateCard) -> None:
        self._presenter.set_favourite(card)
        star = self.findChild(IconButton, f"favourite_{card.slug}")
        if star is not None:
            star.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_menu(self, card: TemplateCard, button: QWidget) -> None:
        menu = QMenu(self)
        menu.setObjectName("template_menu")
        menu.aboutToHide.connect(menu.deleteLater)
        later = partial(QTimer.singleShot, 0, self, partial(self._rename, card, button))
        menu.addAction(self.tr("Rename…"), later)
        menu.addAction(self.tr("Remove"), lambda: self._remove(card))
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _rename(self, card: TemplateCard, button: QWidget) -> None:
        title = self.tr("Name of the template")
        self.names.ask(button, title, card.title, partial(self._presenter.rename, card))

    def _remove(self, card: TemplateCard) -> None:
        if self._toast is None:
            self._toast = Toast(self._context.theme, self)
            self._toast.undone.connect(self._presenter.bring_back)
        self._toast.show_note(self._presenter.remove(card), can_undo=True)

    def _build_head(self, content: QWidget) -> None:
        self._head = PageHeader(
            self.tr("Begin with a program"),
            self.tr("Choose one and change what you like, or begin with an empty one."),
            content,
            elided=True,
        )
        look = self._context.theme
        self._back = SecondaryButton(look, self.tr("Back"), "arrow-left", self)
        self.other = SecondaryButton(look, self.tr("From a patient…"), "users", self)
        self.empty = SecondaryButton(look, self.tr("Empty program"), "file-plus", self)
        for button, key, about, signal in (
            (self._back, "chooser_back", self.tr("Back to the open program (Escape)"), self.back_wanted),
            (
                self.other,
                "chooser_other",
                self.tr("Begin with a program of this or another patient"),
                self.program_wanted,
            ),
            (
                self.empty,
                "chooser_empty",
                self.tr("Begin with one empty session (Alt+E)"),
                self.empty_wanted,
            ),
        ):
            button.setObjectName(key)
            button.setToolTip(about)
            button.clicked.connect(signal)
        shortcut = QShortcut(QKeySequence("Alt+E"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.empty_wanted)
