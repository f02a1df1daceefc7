"""The line over the page that adds exercises by name and dose (Ctrl+K)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from facet_desktop.ui.context import UiContext
from facet_desktop.ui.editor.command_presenter import CommandPresenter, CommandView
from facet_desktop.ui.editor.library_list import LibraryList
from facet_desktop.ui.metrics import RADIUS_CARD, SPACE_L, SPACE_M, SPACE_S, TextRole
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.thumbs import Thumbs
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.painting import fill_round, smooth_painter

_WIDTH_PX, _TOP_PX = 580, 84
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CommandBox(QFrame):
    """Stays open after adding, for the next one; Escape or a click elsewhere closes it.

    `add_wanted` carries the slug and the whole text. The page answers with `said` or `refused`.
    """

    add_wanted = Signal(str, str)
    closed = Signal()

    def __init__(
        self, context: UiContext, presenter: CommandPresenter, pictures: Thumbs, host: QWidget
    ) -> None:
        super().__init__(host)
        self._look = context.theme
        self._presenter = presenter
        self._host = host
        self.setObjectName("editor_command")
        self.setAccessibleName(self.tr("Add by name"))
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_M)
        column.setSpacing(SPACE_S)
        self.field = QLineEdit(self)
        self.field.setObjectName("editor_command_field")
        self.field.setAccessibleName(self.tr("Name and dose"))
        self.field.setPlaceholderText(self.tr("bridge 3x10 r45 3-2-4"))
        self.field.textChanged.connect(lambda _: self._present(reset=True))
        self.field.installEventFilter(self)
        self._dose = PlainLabel("", TextRole.STRONG, self, wrap=True)
        self._dose.setObjectName("editor_command_dose")
        self._line = PlainLabel("", TextRole.SMALL, self, wrap=True)
        self._line.setObjectName("editor_command_hint")
        self.list = LibraryList(context, pictures, self)
        self.list.setObjectName("editor_command_list")
        self.list.setAccessibleName(self.tr("Exercises that fit"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setSelectionMode(LibraryList.SelectionMode.SingleSelection)
        self.list.clicked.connect(lambda _: self._present())
        self.list.add_wanted.connect(lambda _: self._add())
        for widget in (self.field, self._dose, self._line, self.list):
            column.addWidget(widget)
        host.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show the line, empty, with the keyboard in it."""
        self.field.clear()
        self._present(reset=True)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_line(self) -> None:
        """Hide the line."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def said(self, sentence: str) -> None:
        """After something was added: ready for the next one."""
        self.field.clear()
        self._say(sentence, Tone.GOOD)

    def refused(self, sentence: str) -> None:
        """What was typed stays; the sentence says why it was not added."""
        self._say(sentence, Tone.ALERT)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the line, and the size of the page."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._place()
        elif watched is self.field and event.type() == QEvent.Type.FocusOut:
            self._focus_left(event)
        elif watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        palette = self._look.palette
        painter = smooth_painter(self)
        fill_round(painter, QRectF(self.rect()), palette.card, RADIUS_CARD, palette.primary)
        painter.end()

    def _focus_left(self, event: QEvent) -> None:
        """A click elsewhere closes the line; another window coming to the front does not."""
        reason = event.reason() if isinstance(event, QFocusEvent) else Qt.FocusReason.OtherFocusReason
        if reason not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.close_line()

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close_line()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._choose(self._chosen() + (1 if key == Qt.Key.Key_Down else -1))
        elif key == Qt.Key.Key_Tab and self.list.rows().rowCount():
            self._complete()
        elif key in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._add()
        else:
            return False
        return True

    def _chosen(self) -> int:
        return max(0, self.list.currentIndex().row())

    def _choose(self, row: int) -> None:
        count = self.list.rows().rowCount()
        if count:
            self.list.setCurrentIndex(self.list.rows().index(row % count))
            self._present()

    def _complete(self) -> None:
        line = self._presenter.line(self.field.text())
        name = self.list.rows().rows()[self._chosen()].name.lower()
        rest = " ".join(word.text for word in line.words if word.text not in line.name.split() or word.given)
        self.field.setText(f"{name} {rest}".rstrip() + " ")

    def _add(self) -> None:
        view = self._presenter.view(self.field.text(), self._chosen())
        if view.problem:
            start, end = view.wrong
            if end > start:
                self.field.setSelection(start, end - start)
            self._say(view.problem, Tone.ALERT)
        elif view.rows:
            self.add_wanted.emit(view.rows[min(self._chosen(), len(view.rows) - 1)].slug, self.field.text())

    def _present(self, *, reset: bool = False) -> None:
        view = self._presenter.view(self.field.text(), 0 if reset else self._chosen())
        self.list.rows().show_rows(view.rows)
        if view.rows and (reset or not self.list.selectedIndexes()):
            self.list.setCurrentIndex(self.list.rows().index(0))
        self.list.setVisible(bool(view.rows))
        self._dose.setText(view.dose)
        self._dose.setVisible(bool(view.dose))
        self._say_view(view)
        self._place()

    def _say_view(self, view: CommandView) -> None:
        is_typing = view.wrong[1] == len(self.field.text().rstrip()) and not self.field.text().endswith(" ")
        if view.problem and not is_typing:
            self._say(view.problem, Tone.ALERT)
        else:
            self._say(view.hint, Tone.NEUTRAL)

    def _say(self, sentence: str, tone: Tone) -> None:
        self._line.setText(sentence)
        self._line.set_tone(tone)
        self._line.setVisible(bool(sentence))
        self._place()

    def _place(self) -> None:
        room = self._host.rect()
        width = min(self._look.px(_WIDTH_PX), room.width() - 2 * SPACE_L)
        rows = self.list.rows().rowCount()
        self.list.setFixedHeight(rows * self.list.sizeHintForRow(0) if rows else 0)
        high = self._column.totalHeightForWidth(width)
        self.setFixedSize(width, high if high > 0 else self._column.sizeHint().height())
        top = min(self._look.px(_TOP_PX), max(SPACE_S, room.height() - self.height() - SPACE_S))
        self.move((room.width() - width) // 2, top)
