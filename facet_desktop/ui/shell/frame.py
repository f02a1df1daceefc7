"""The everyday part of the window: navigation at the left, messages above, pages in the middle."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facet_desktop.services.settings import Role
from facet_desktop.ui.metrics import SPACE_M, SPACE_XL, SPACE_XS
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.shell.page_host import PageHost
from facet_desktop.ui.widgets.banner import Banner
from facet_desktop.ui.widgets.buttons import IconButton
from facet_desktop.ui.widgets.sidebar import NavItem, Sidebar
from facet_desktop.ui.widgets.tab_order import tab_as_laid_out

if TYPE_CHECKING:
    from facet_desktop.ui.context import UiContext
    from facet_desktop.ui.shell.lock_notice import LockNotice
    from facet_desktop.ui.shell.pages import PageEntry
    from facet_desktop.ui.shell.patient_chooser import PatientChooser
    from facet_desktop.ui.widgets.toast import Toast

_MENU_PX = 36


class Frame(QWidget):
    """Sidebar, banner and pages. `menu_wanted` carries the place at which a menu should open."""

    navigated = Signal(str)
    menu_wanted = Signal(QPoint)
    adding_patient = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        look = context.theme
        self.sidebar = Sidebar(look, (), self)
        self.sidebar.set_footer(self.tr("All data stays on this computer."))
        self.sidebar.navigated.connect(self.navigated)
        self.sidebar.add_beside_logo(self._menu_button())
        self._chooser: PatientChooser | None = None
        self._lock: LockNotice | None = None
        self.pages = PageHost(context, self)
        self.pages.opened.connect(self._mark_place)
        self._places: list[str] = []
        self._toast: Toast | None = None
        self.pages.status.connect(self._show_note)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addWidget(self.pages, 1)
        row.addLayout(self._column, 1)

    def set_role(self, role: Role, entries: Sequence[PageEntry]) -> None:
        """Offer the pages of a role."""
        self.pages.set_entries(entries)
        shown = [entry for entry in entries if entry.in_sidebar]
        items = [
            NavItem(entry.key, entry.title, entry.icon, f"Ctrl+{number}")
            for number, entry in enumerate(shown, 1)
        ]
        self._places = [entry.key for entry in shown]
        self.sidebar.set_items(items)
        if role is Role.CLINIC and self._chooser is None:
            self._chooser = self._add_chooser()
            self._lock = self._add_lock_notice()
        if self._chooser is not None:
            self._chooser.setVisible(role is Role.CLINIC)
        self.refresh_patient()

    def refresh_patient(self) -> None:
        """Show whom the pages are about."""
        if self._chooser is not None and not self._chooser.isHidden():
            self._chooser.refresh()
        self.refresh_lock()

    def refresh_lock(self) -> None:
        """In the clinic, say so above every page while the patient's sessions are locked."""
        if self._lock is None or self._chooser is None:
            return
        if self._chooser.isHidden():
            self._lock.hide()
        else:
            self._lock.refresh()

    def _mark_place(self, key: str) -> None:
        """Marks the page in the sidebar; one that is only linked to belongs to the start page."""
        self.sidebar.set_current(key if key in self._places else self._places[0])

    def show_banner(self, text: str) -> None:
        """Show a message above the pages until it is closed."""
        self.banner.show_text(text, Tone.CAUTION)
        self.banner.show()
        self._banner_box.show()

    def _show_note(self, text: str) -> None:
        from facet_desktop.ui.widgets.toast import Toast

        if self._toast is None:
            self._toast = Toast(self._context.theme, self.pages)
        self._toast.show_note(text)

    def _menu_button(self) -> IconButton:
        self._menu = IconButton(
            self._context.theme, "ellipsis", self.tr("Menu (F10)"), self, size_px=_MENU_PX
        )
        self._menu.setObjectName("menu_button")
        self._menu.clicked.connect(self.ask_for_menu)
        return self._menu

    def ask_for_menu(self) -> None:
        """As a click on the menu button."""
        self.menu_wanted.emit(self._menu.mapToGlobal(QPoint(0, self._menu.height())))

    def _add_chooser(self) -> PatientChooser:
        from facet_desktop.ui.shell.patient_chooser import PatientChooser

        chooser = PatientChooser(self._context, self)
        chooser.adding.connect(self.adding_patient)
        self.sidebar.add_above_items(chooser)
        return chooser

    def _add_lock_notice(self) -> LockNotice:
        from facet_desktop.ui.shell.lock_notice import LockNotice

        notice = LockNotice(self._context, self)
        notice.wanted.connect(lambda: self.navigated.emit("advice"))
        self._column.insertWidget(self._column.indexOf(self.pages), notice)
        return notice

    @property
    def banner(self) -> Banner:
        """The place of messages above the pages."""
        return self._banner_box.banner

    @cached_property
    def _banner_box(self) -> _BannerBox:
        box = _BannerBox(self._context, self)
        self._column.insertWidget(0, box)
        tab_as_laid_out(self)
        return box


class _BannerBox(QWidget):
    """A banner with the air that it needs around it; made with the first message."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.banner = Banner(context.theme, "", Tone.CAUTION, self)
        self.banner.setObjectName("window_banner")
        self.banner.closed.connect(self.hide)
        row = QVBoxLayout(self)
        row.setContentsMargins(SPACE_XL + SPACE_XS, SPACE_M, SPACE_XL + SPACE_XS, 0)
        row.addWidget(self.banner)
