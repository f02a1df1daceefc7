"""Keeps what is filled in as a draft, and tells what it found of the last time."""

from __future__ import annotations

from PySide6.QtCore import QObject

from facet_desktop.domain.errors import StorageError, UserError
from facet_desktop.domain.own_form import FilledForm
from facet_desktop.services.own_editing import OwnEditing
from facet_desktop.services.own_records import FormKind, Picture
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.library.form.view import ExerciseForm
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.widgets.banner import Banner


class FormKeeping(QObject):
    """Belongs to one open form and stores what is filled in with every change; no change needs no draft."""

    def __init__(self, context: UiContext, form: ExerciseForm, editing: OwnEditing, note: Banner) -> None:
        super().__init__(form)
        self._context = context
        self._form = form
        self._note = note
        self.editing = editing
        self.is_kept = True
        """Whether what is filled in is stored."""
        self._aside: tuple[FilledForm, Picture | None] | None = None
        """What was let go just now and can still be brought back."""
        self._present_begun()
        self._begun = form.filled()
        if editing.found is not None:
            form.fill(editing.found, editing.found_picture)
        form.edited.connect(self._keep)
        self._tell_found()

    @property
    def is_changed(self) -> bool:
        """Whether something is filled in that is not saved."""
        return self._form.filled() != self._begun

    def drop(self) -> bool:
        """Lets go what was kept; False where that fails, which is reported."""
        try:
            self.editing.drop()
        except StorageError as error:
            self._context.report(error)
            return False
        return True

    def _present_begun(self) -> None:
        content = self.editing.begun
        still = self._context.services.own.picture_of(content)
        self._form.present(content, still.content if still is not None else None)

    def _keep(self) -> None:
        filled = self._form.filled()
        try:
            if filled == self._begun:
                self.editing.drop()
            else:
                self.editing.keep(filled, self._form.figure.taken_picture())
        except (UserError, StorageError) as error:
            self._tell_unkept(error)
            return
        if self._aside is not None or not self.is_kept:
            self._note.hide()
        self._aside, self.is_kept = None, True
        if self.editing.notice:
            self.editing.notice = False
            self._tell(self.tr("This form is open in another window too. Both drafts are kept."))

    def _tell_unkept(self, error: Exception) -> None:
        """Reports it once, not with every letter."""
        if self.is_kept:
            self.is_kept = False
            self._tell(self.tr("This cannot be kept at the moment. Save it before you leave."), Tone.CAUTION)
            self._context.report(error)

    def _tell_found(self) -> None:
        if self.editing.found is not None:
            self._tell(self._found_words())
            self._note.add_action(self._anew_words(), "own_begin_anew").clicked.connect(self._begin_anew)
        elif self.editing.is_damaged:
            self._tell(self.tr("A draft of this form is damaged and was left out."), Tone.CAUTION)

    def _found_words(self) -> str:
        if self.editing.newer is None:
            return self.tr("This is a draft that is not saved yet.")
        words = self.tr("This is a draft. Version {number} was saved meanwhile and is not in it.")
        return words.format(number=self.editing.newer)

    def _anew_words(self) -> str:
        kind = self.editing.place.kind
        if kind is FormKind.NEW:
            return self.tr("Begin with an empty form")
        return (
            self.tr("Begin with a new copy") if kind is FormKind.COPY else self.tr("Show the stored version")
        )

    def _begin_anew(self) -> None:
        aside = self._form.filled(), self._form.figure.taken_picture()
        if self.drop():
            self._present_begun()
            self._aside, self.is_kept = aside, True
            self._tell(self.tr("The draft is removed."))
            self._note.add_action(self.tr("Bring it back"), "own_bring_back").clicked.connect(
                self._bring_back
            )

    def _bring_back(self) -> None:
        if self._aside is not None:
            self._form.fill(*self._aside)
            self._keep()
            if self.is_kept:
                self._tell_found()

    def _tell(self, text: str, tone: Tone = Tone.PRIMARY) -> None:
        self._note.clear_actions()
        self._note.show_text(text, tone)
        self._note.show()
