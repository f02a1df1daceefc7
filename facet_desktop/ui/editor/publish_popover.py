"""Publishing: a note for later, and what still stands in the way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from facet_desktop.ui.context import UiContext
from facet_desktop.ui.editor.popover import Popover
from facet_desktop.ui.metrics import TextRole
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.widgets.buttons import PrimaryButton
from facet_desktop.ui.widgets.labels import PlainLabel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PublishPopover(Popover):
    """Emits `confirmed` with the note; Enter in the note publishes."""

    confirmed = Signal(str)

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(context.theme, "", parent)
        self.setObjectName("editor_publish_popover")
        self._title = PlainLabel("", TextRole.SUBTITLE, self, wrap=True)
        self._about = PlainLabel("", TextRole.MUTED, self, wrap=True)
        self._about.setText(self.tr("The patient plays this program from now on. Earlier ones are kept."))
        self.note = QLineEdit(self)
        self.note.setObjectName("editor_publish_note")
        self.note.setMaxLength(200)
        self.note.setPlaceholderText(self.tr("What changed, for later (optional)"))
        self.note.setAccessibleName(self.tr("Note"))
        self._changes = PlainLabel("", TextRole.STRONG, self, wrap=True)
        self._changes.setObjectName("editor_publish_changes")
        self._problems = PlainLabel("", TextRole.BODY, self, wrap=True)
        self._problems.setObjectName("editor_publish_problems")
        self._problems.set_tone(Tone.ALERT)
        self.confirm = PrimaryButton(context.theme, self.tr("Publish"), "check", self)
        self.confirm.setObjectName("editor_publish_confirm")
        self.confirm.clicked.connect(self._confirmed)
        for widget in (self._title, self._about, self._changes, self.note, self._problems):
            self.body.addWidget(widget)
        self.body.addWidget(self.confirm, 0, Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(context.theme.px(380))

    def open_for(self, button: QWidget, number: int) -> None:
        """Asks for the note of a revision."""
        self._title.setText(self.tr("Publish revision {number}").format(number=number))
        self.setAccessibleName(self._title.text())
        self.note.clear()
        self.show_problems(())
        self.open_under(button, self.note)

    def say_changes(self, sentence: str) -> None:
        """Says what differs from what is played now."""
        self._changes.setText(sentence)
        self._changes.setVisible(bool(sentence))

    def show_problems(self, sentences: Sequence[str]) -> None:
        """Lists what keeps the program from being published."""
        self._problems.setText("\n".join(sentences))
        self._problems.setVisible(bool(sentences))
        self.adjustSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter publishes."""
        if event.key() in _ENTER:
            self._confirmed()
        else:
            super().keyPressEvent(event)

    def _confirmed(self) -> None:
        self.confirmed.emit(self.note.text())
