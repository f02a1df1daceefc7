"""To which other days a session is copied."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from facet_desktop.ui.context import UiContext
from facet_desktop.ui.editor.day_buttons import DayButtons
from facet_desktop.ui.editor.popover import Popover
from facet_desktop.ui.metrics import TextRole
from facet_desktop.ui.widgets.buttons import PrimaryButton
from facet_desktop.ui.widgets.labels import PlainLabel


class CopyPopover(Popover):
    """Emits `confirmed` with the days. The copy is a session of its own and can be changed by itself."""

    confirmed = Signal(object)

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(context.theme, "", parent)
        self.setObjectName("editor_copy_popover")
        self._title = PlainLabel("", TextRole.SUBTITLE, self, wrap=True)
        about = self.tr("The copy can be changed by itself. Its days can be changed later, too.")
        self.days = DayButtons(context, "editor_copy_day", self)
        self.confirm = PrimaryButton(context.theme, self.tr("Copy"), "copy", self)
        self.confirm.setObjectName("editor_copy_confirm")
        self.confirm.setToolTip(self.tr("Copy to the chosen days"))
        self.confirm.clicked.connect(self._confirmed)
        self.days.changed.connect(lambda: self.confirm.setEnabled(bool(self.days.chosen())))
        self.body.addWidget(self._title)
        self.body.addWidget(PlainLabel(about, TextRole.SMALL, self, wrap=True))
        self.body.addWidget(self.days)
        self.body.addWidget(self.confirm, 0, Qt.AlignmentFlag.AlignRight)

    def open_for(self, button: QWidget, name: str, weekdays: frozenset[int]) -> None:
        """Opens for a session, with the days on which it is not planned."""
        self._title.setText(self.tr("Copy {name} to").format(name=name))
        self.setAccessibleName(self._title.text())
        self.days.show_days(weekdays)
        self.confirm.setEnabled(bool(weekdays))
        self.open_under(button, self.days.days[0] if not weekdays else self.confirm)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys 1 (Monday) to 7 switch a day."""
        day = event.key() - Qt.Key.Key_1
        if 0 <= day < len(self.days.days):
            self.days.days[day].toggle()
        else:
            super().keyPressEvent(event)

    def _confirmed(self) -> None:
        self.hide()
        self.confirmed.emit(self.days.chosen())
