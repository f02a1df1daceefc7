"""Who allowed exercise again: two fields, and one question before sessions are unlocked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from facet_desktop.ui.metrics import SPACE_M, SPACE_S, SPACE_XS, TextRole
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.theme import ThemeHub
from facet_desktop.ui.widgets.buttons import PrimaryButton, SecondaryButton
from facet_desktop.ui.widgets.labels import PlainLabel

_NOTE_PX = 76


class ClearanceForm(QWidget):
    """`confirmed` carries the name and the note after the person has said that it is right."""

    confirmed = Signal(str, str)

    def __init__(self, look: ThemeHub, question: Callable[[str], str], parent: QWidget | None = None) -> None:
        """`question` makes the sentence that is asked from the name."""
        super().__init__(parent)
        self._look = look
        self._question = question
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_XS)
        self._fields = QWidget(self)
        column.addWidget(self._fields)
        self._fill_fields(QVBoxLayout(self._fields))
        self._asking = QWidget(self)
        column.addWidget(self._asking)
        self._fill_asking(QVBoxLayout(self._asking))
        self.back_to_fields()
        look.changed.connect(self._resize)
        self._resize()

    def say(self, text: str) -> None:
        """Show, at the fields, why something could not be recorded."""
        self.back_to_fields()
        self._trouble.setText(text)
        self._trouble.setVisible(bool(text))

    def clear(self) -> None:
        """Empty fields."""
        self._name.clear()
        self._note.clear()
        self.say("")

    def back_to_fields(self) -> None:
        """Show the fields, with what was written in them."""
        self._asking.hide()
        self._fields.show()

    def _fill_fields(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_XS)
        self._name = QLineEdit(self)
        self._name.setObjectName("cleared_by")
        self._name.setPlaceholderText(self.tr("The doctor or the hospital"))
        self._name.returnPressed.connect(self._ask)
        self._note = QPlainTextEdit(self)
        self._note.setObjectName("clearance_note")
        self._note.setTabChangesFocus(True)
        self._trouble = PlainLabel("", TextRole.BODY, self, wrap=True)
        self._trouble.setObjectName("clearance_trouble")
        self._trouble.set_tone(Tone.ALERT)
        self._trouble.hide()
        unlock = SecondaryButton(self._look, self.tr("Unlock sessions…"), "lock-open", self)
        unlock.setObjectName("unlock_sessions")
        unlock.clicked.connect(self._ask)
        self._titled(column, self.tr("Who allowed exercise again?"), self._name)
        column.addSpacing(SPACE_S)
        self._titled(column, self.tr("What was found or advised? (may stay empty)"), self._note)
        column.addWidget(self._trouble)
        column.addSpacing(SPACE_S)
        column.addWidget(unlock, 0, Qt.AlignmentFlag.AlignLeft)

    def _titled(self, column: QVBoxLayout, title: str, field: QWidget) -> None:
        label = PlainLabel(title, TextRole.STRONG, self, wrap=True)
        label.setBuddy(field)
        field.setAccessibleName(title)
        column.addWidget(label)
        column.addWidget(field)

    def _fill_asking(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_M)
        self._asked = PlainLabel("", TextRole.STRONG, self, wrap=True)
        self._asked.setObjectName("clearance_question")
        column.addWidget(self._asked)
        row = QHBoxLayout()
        row.setSpacing(SPACE_S)
        self._yes = PrimaryButton(self._look, self.tr("Yes, unlock"), "lock-open", self)
        self._yes.setObjectName("confirm_clearance")
        self._yes.clicked.connect(self._confirm)
        no = SecondaryButton(self._look, self.tr("Not yet"), parent=self)
        no.setObjectName("not_yet_cleared")
        no.clicked.connect(self._not_yet)
        row.addWidget(self._yes)
        row.addWidget(no)
        row.addStretch(1)
        column.addLayout(row)

    def _ask(self) -> None:
        if not self._name.text().strip():
            self.say(self.tr("Please write who allowed exercise again."))
            self._name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._trouble.hide()
        self._asked.setText(self._question(self._name.text()))
        self._fields.hide()
        self._asking.show()
        self._yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _not_yet(self) -> None:
        self.back_to_fields()
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _confirm(self) -> None:
        self.confirmed.emit(self._name.text(), self._note.toPlainText())

    def _resize(self) -> None:
        self._note.setFixedHeight(self._look.px(_NOTE_PX))
