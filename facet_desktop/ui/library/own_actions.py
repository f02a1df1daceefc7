"""What a clinic does with exercises of its own: save, put away, export and import, each with a way back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from facet_desktop.domain.errors import StorageError, UserError
from facet_desktop.domain.exercise import Exercise
from facet_desktop.services.own_exercises import ImportPlan
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.library.picture_import import clean_picture
from facet_desktop.ui.library.problem_dialog import ProblemDialog
from facet_desktop.ui.progress.saving import SavePlace


class OwnActions(QObject):
    """Asks where needed and tells what happened. `stored` carries the slug of what was imported."""

    stored = Signal(str)
    told = Signal(str)

    def __init__(self, context: UiContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._own = context.services.own
        self._place = SavePlace()

    def export(self, exercise: Exercise) -> None:
        """Asks for a place and writes the exercise there."""
        kinds = self.tr("Exercises (*.toml)")
        title = self.tr("Export an exercise")
        path = self._place.ask(self._page, title, f"{exercise.slug}.toml", kinds, ".toml")
        if path is not None:
            self.export_to(exercise, path)

    def export_to(self, exercise: Exercise, path: Path) -> None:
        """Writes the exercise into a file."""
        try:
            self._own.export(exercise.slug, path)
        except (UserError, StorageError) as error:
            self._context.report(error)
            return
        self.told.emit(self.tr("Saved as {name}.").format(name=path.name))

    def ask_for_file(self) -> None:
        """Asks for a file and reads it."""
        kinds = self.tr("Exercises (*.toml)")
        chosen, _ = QFileDialog.getOpenFileName(self._page, self.tr("Import an exercise"), "", kinds)
        if chosen:
            self.read(Path(chosen))

    def read(self, path: Path) -> None:
        """Takes a sound file in; lists everything that is wrong with another, of which nothing is kept."""
        plan = self._own.read_file(path)
        if isinstance(plan, ImportPlan):
            self._decide(plan)
            return
        dialog = ProblemDialog(path.name, plan, self._page)
        dialog.open()

    def _decide(self, plan: ImportPlan) -> None:
        if plan.replaces is None:
            self._take_in(plan, as_new=False)
            return
        box = QMessageBox(self._page)
        box.setObjectName("import_question")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("You have this exercise already: {name}.").format(name=plan.replaces))
        box.setInformativeText(
            self.tr("A new version leaves the older ones in the programs that use them. Or keep both.")
        )
        newer = box.addButton(self.tr("Add as new version"), QMessageBox.ButtonRole.AcceptRole)
        both = box.addButton(self.tr("Keep both"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        newer.clicked.connect(lambda: self._take_in(plan, as_new=False))
        both.clicked.connect(lambda: self._take_in(plan, as_new=True))
        box.finished.connect(box.deleteLater)
        box.open()

    def _take_in(self, plan: ImportPlan, *, as_new: bool) -> None:
        try:
            exercise = self._own.take_in(plan, clean_picture, as_new=as_new)
        except (UserError, StorageError) as error:
            self._context.report(error)
            return
        self.stored.emit(exercise.slug)
        told = self.tr("{name} is in the library.").format(name=exercise.name)
        if plan.left_out:
            lost = self.tr("It names exercises that are not here: {names}.")
            told = f"{told} {lost.format(names=', '.join(plan.left_out))}"
        self.told.emit(told)
