"""The form with its head: what is being made, and the ways to save it or leave it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMessageBox, QVBoxLayout, QWidget

from facet_desktop.domain.errors import StorageError, UserError
from facet_desktop.services.own_records import OwnContent
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.library.form.view import ExerciseForm
from facet_desktop.ui.metrics import SPACE_M
from facet_desktop.ui.widgets.buttons import PrimaryButton, SecondaryButton
from facet_desktop.ui.widgets.cards import PageHeader


class FormSide(QWidget):
    """Saves by itself; `saved` carries the slug, `cancelled` asks to go back."""

    saved = Signal(str, int)
    cancelled = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._form: ExerciseForm | None = None
        self._changed = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_M)
        self._head = PageHeader("", "", self, elided=True)
        cancel = SecondaryButton(context.theme, self.tr("Cancel"), parent=self)
        cancel.setObjectName("own_cancel")
        cancel.clicked.connect(self.cancel)
        save = PrimaryButton(context.theme, self.tr("Save"), "check", self)
        save.setObjectName("own_save")
        save.setShortcut("Ctrl+S")
        save.setToolTip(self.tr("Save (Ctrl+S)"))
        save.clicked.connect(self.save)
        self._head.add_action(cancel)
        self._head.add_action(save)
        self._column.addWidget(self._head)

    @property
    def form(self) -> ExerciseForm | None:
        """The open form, or None."""
        return self._form

    def begin(self, content: OwnContent, title: str) -> None:
        """Opens the form for an exercise."""
        self.end()
        self._head.set_title(title)
        self._head.set_subtitle(
            self.tr("Every save makes a new version. Programs keep the version that they were made with.")
        )
        self._form = ExerciseForm(self._context, self)
        self._column.addWidget(self._form, 1)
        still = self._context.services.own.picture_of(content)
        self._form.present(content, still.content if still is not None else None)
        self._form.edited.connect(self._note_change)
        self._changed = False

    def end(self) -> None:
        """Closes the form."""
        if self._form is not None:
            self._column.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
            self._form = None
        self._changed = False

    def may_leave(self) -> bool:
        """Whether nothing is lost by leaving; asks once where something would be."""
        if self._form is None or not self._changed:
            return True
        answer = QMessageBox.question(
            self,
            self.tr("Leave without saving?"),
            self.tr("What you changed in this exercise is not saved yet."),
            QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel,
            QMessageBox.StandardButton.Cancel,
        )
        return answer == QMessageBox.StandardButton.Discard

    def cancel(self) -> None:
        """Leaves the form, after asking where something would be lost."""
        if self.may_leave():
            self.end()
            self.cancelled.emit()

    def save(self) -> None:
        """Stores a new version, or shows at each field what is wrong with it."""
        if self._form is None:
            return
        content, unread = self._form.content()
        own, picture = self._context.services.own, self._form.picture()
        problems = own.problems(content, picture)
        if problems or unread:
            self._form.show_problems(problems, unread)
            return
        try:
            exercise = own.save(content, picture)
        except (UserError, StorageError) as error:
            self._context.report(error)
            return
        self.end()
        self.saved.emit(exercise.slug, exercise.version)

    def _note_change(self) -> None:
        self._changed = True
