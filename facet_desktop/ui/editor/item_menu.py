"""What can be done with the selected exercises, by key and by the menu of a card."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from facet_desktop.ui.editor.actions import EditorActions
from facet_desktop.ui.editor.body import EditorBody
from facet_desktop.ui.editor.desk import Desk
from facet_desktop.ui.editor.name_popover import NamePopover


class ItemMenu(QObject):
    """Adds the actions and opens the menu."""

    KEYS = ("up", "down", "harder", "easier", "add_step", "swap", "note", "section")

    def __init__(self, page: QWidget, desk: Desk, body: EditorBody, actions: EditorActions) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._body = body
        self._actions = actions
        body.outline.menu_wanted.connect(self.open)
        self._add_actions()

    @cached_property
    def names(self) -> NamePopover:
        """Asks for a heading; made when it is first opened."""
        return NamePopover(self._desk.context, self._page)

    def open(self, at: QPoint) -> None:
        """The menu of the selected exercises."""
        menu = QMenu(self._page)
        menu.setObjectName("editor_item_menu")
        menu.aboutToHide.connect(menu.deleteLater)
        self.fill(menu)
        menu.popup(at)

    def fill(self, menu: QMenu) -> None:
        """Puts everything that can be done with exercises into a menu."""
        groups = (
            ("harder", "easier", "add_step", "swap"),
            ("note", "section", "group", "ungroup"),
            ("up", "down", "duplicate", "remove"),
        )
        self._actions.fill(menu, groups)

    def _add_actions(self) -> None:
        add, do, items = self._actions.add, self._desk.do, self._desk.items
        add("up", self.tr("Move up"), ["Alt+Up"], lambda: do(lambda: items.shift(-1)))
        add("down", self.tr("Move down"), ["Alt+Down"], lambda: do(lambda: items.shift(1)))
        add("harder", self.tr("Next step of the ladder"), ["Alt+Right"], lambda: do(self._harder))
        add("easier", self.tr("Easier step of the ladder"), ["Alt+Left"], lambda: do(self._easier))
        add("add_step", self.tr("Add the next step below"), ["Alt+Shift+Right"], lambda: do(items.add_step))
        add(
            "swap",
            self.tr("Swap for one that suits"),
            ["Ctrl+."],
            lambda: do(items.swap_what_does_not_suit),
        )
        add("note", self.tr("Note to the patient"), ["Ctrl+M"], self._body.write_note)
        add("section", self.tr("Heading above…"), ["Ctrl+H"], self._ask_section)

    def _harder(self) -> None:
        self._desk.items.step(harder=True)

    def _easier(self) -> None:
        self._desk.items.step(harder=False)

    def _ask_section(self) -> None:
        chosen = self._desk.state.selected_items()
        if chosen:
            self.names.ask(
                self._body.session_bar,
                self.tr("Heading above {name}; empty takes it away").format(name=chosen[0].name),
                chosen[0].section or "",
                lambda text: self._desk.attempt(
                    lambda: self._desk.items.set_section(text, self.tr("heading"))
                ),
            )
