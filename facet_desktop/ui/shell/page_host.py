"""Builds pages when they are first shown, shows one at a time, and reads them again when they are stale."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

if TYPE_CHECKING:
    from facet_desktop.services.events import Event
    from facet_desktop.ui.context import UiContext
    from facet_desktop.ui.page import Page
    from facet_desktop.ui.shell.pages import PageEntry


class PageHost(QStackedWidget):
    """The pages of the present role. Hands on what they ask for."""

    navigate = Signal(str)
    play = Signal(object)
    status = Signal(str)
    opened = Signal(str)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._entries: dict[str, PageEntry] = {}
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._key = ""
        self.setObjectName("pages")

    @property
    def key(self) -> str:
        """Key of the page that is shown; empty before the first one."""
        return self._key

    def page(self) -> Page | None:
        """The page that is shown."""
        return self._pages.get(self._key)

    def set_entries(self, entries: Sequence[PageEntry]) -> None:
        """Offer these pages from now on; those of another role are dropped."""
        self._entries = {entry.key: entry for entry in entries}
        for key in [key for key in self._pages if key not in self._entries]:
            page = self._pages.pop(key)
            self._stale.discard(key)
            self.removeWidget(page)
            page.deleteLater()
        if self._key not in self._entries:
            self._key = ""

    def offers(self, key: str) -> bool:
        """Whether there is a page of that key."""
        return key in self._entries

    def open(self, key: str) -> bool:
        """Show a page; False when the present one must not be left, or there is no such page."""
        present = self.page()
        if key not in self._entries or (present is not None and key != self._key and not present.leave()):
            return False
        if key not in self._pages:
            self._pages[key] = self._made(self._entries[key])
            self._stale.add(key)
        if self._pages[key].reads_on_open:
            self._stale.add(key)
        self._key = key
        self.refresh_stale()
        if self._key != key:
            return True  # the page had reason to send the person on to another one
        self.setCurrentWidget(self._pages[key])
        self._pages[key].setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit(key)
        return True

    def take(self, event: Event) -> None:
        """Mark the pages that an event concerns; the visible one reads its data again at once."""
        self._stale |= {key for key, page in self._pages.items() if page.concerns(event)}
        if self.isVisible():
            self.refresh_stale()

    def take_new_day(self) -> None:
        """Read everything again, because what is planned and what is past has moved on."""
        self._stale |= set(self._pages)
        if self.isVisible():
            self.refresh_stale()

    def refresh_stale(self) -> None:
        """Read the shown page again if anything happened that concerns it."""
        page = self.page()
        if page is not None and self._key in self._stale:
            self._stale.discard(self._key)
            page.refresh()

    def _made(self, entry: PageEntry) -> Page:
        page = entry.make(self._context, self)
        page.navigate.connect(self.navigate)
        page.play.connect(self.play)
        page.status.connect(self.status)
        page.setAccessibleName(entry.title)
        self.addWidget(page)
        return page
