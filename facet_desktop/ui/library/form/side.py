"""The form with its head: what is being made, and the ways to save it or leave it.

What is filled in is kept with every change: leaving the page, closing the program or a crash loses nothing,
and nobody is asked. It goes when the exercise is saved, or when the person says that it may go.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMessageBox, QVBoxLayout, QWidget

from facet_desktop.domain.errors import StorageError, UserError
from facet_desktop.services.own_records import FormPlace, OwnContent
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.library.form.keeping import FormKeeping
from facet_desktop.ui.library.form.view import ExerciseForm
from facet_desktop.ui.metrics import SPACE_M
from facet_desktop.ui.widgets.banner import Banner
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
        self._keeping: FormKeeping | None = None
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
        self._note = Banner(context.theme, parent=self, closable=False)
        self._note.setObjectName("own_note")
        self._note.hide()
        self._column.addWidget(self._note)

    @property
    def form(self) -> ExerciseForm | None:
        """The open form, or None."""
        return self._form

    def begin(self, content: OwnContent, title: str, place: FormPlace) -> None:
        """Opens the form for an exercise, with what was filled in there and not saved the last time."""
        self.end()
        self._head.set_title(title)
        self._head.set_subtitle(
            self.tr("Every save makes a new version. Programs keep the version that they were made with.")
        )
        self._form = ExerciseForm(self._context, self)
        self._column.addWidget(self._form, 1)
        editing = self._context.services.own.fill_in(place, content)
        self._keeping = FormKeeping(self._context, self._form, editing, self._note)

    def end(self) -> None:
        """Closes the form."""
        if self._form is not None:
            self._column.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
            self._form = self._keeping = None
        self._note.hide()

    def may_leave(self) -> bool:
        """Whether nothing is lost by leaving; asks where what is filled in could not be kept."""
        if self._keeping is None or self._keeping.is_kept:
            return True
        if not self._may_go():
            return False
        self.end()
        self.cancelled.emit()
        return True

    def cancel(self) -> None:
        """Leaves the form and lets go what is filled in, after asking where that is anything."""
        keeping = self._keeping
        if keeping is not None and (not keeping.is_changed or self._may_go()) and keeping.drop():
            self.end()
            self.cancelled.emit()

    def save(self) -> None:
        """Stores a new version, or shows at each field what is wrong with it."""
        if self._form is None or self._keeping is None:
            return
        content, unread = self._form.content()
        own, picture = self._context.services.own, self._form.picture()
        problems = own.problems(content, picture)
        if problems or unread:
            self._form.show_problems(problems, unread)
            return
        try:
            exercise = self._keeping.editing.save(content, picture)
        except (UserError, StorageError) as error:
            self._context.report(error)
            return
        self.end()
        self.saved.emit(exercise.slug, exercise.version)

    def _may_go(self) -> bool:
        answer = QMessageBox.question(
            self,
            self.tr("Leave without saving?"),
            self.tr("What you changed in this exercise is not saved yet."),
            QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel,
            QMessageBox.StandardButton.Cancel,
        )
        return answer == QMessageBox.StandardButton.Discard
