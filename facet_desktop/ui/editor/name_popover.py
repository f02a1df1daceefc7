"""Asks for one name: of a session, a phase or a heading."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from facet_desktop.domain.errors import UserError
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.editor.popover import Popover
from facet_desktop.ui.metrics import TextRole
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.translation import error_line
from facet_desktop.ui.widgets.labels import PlainLabel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NamePopover(Popover):
    """Enter hands the name on; a refused one stays, with the reason under it."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(context.theme, "", parent)
        self.setObjectName("editor_name_popover")
        self._take: Callable[[str], None] = lambda _: None
        self._title = PlainLabel("", TextRole.SECTION, self)
        self.field = QLineEdit(self)
        self.field.setObjectName("editor_name_field")
        self.problem = PlainLabel("", TextRole.SMALL, self, wrap=True)
        self.problem.set_tone(Tone.ALERT)
        for widget in (self._title, self.field, self.problem):
            self.body.addWidget(widget)

    def ask(self, button: QWidget, title: str, name: str, take: Callable[[str], None]) -> None:
        """Opens under a button; `take` gets the name and may raise UserError."""
        self._take = take
        self._title.setText(title)
        self.setAccessibleName(title)
        self.field.setAccessibleName(title)
        self.field.setText(name)
        self.field.selectAll()
        self._say("")
        self.open_under(button, self.field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter hands the name on."""
        if event.key() in _ENTER:
            self._done()
        else:
            super().keyPressEvent(event)

    def _done(self) -> None:
        try:
            self._take(self.field.text())
        except UserError as error:
            self._say(error_line(error))
        else:
            self.hide()

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
