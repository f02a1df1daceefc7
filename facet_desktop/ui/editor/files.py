"""Programs from files and to files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from facet_desktop.domain.errors import UserError
from facet_desktop.domain.program import Program
from facet_desktop.services.program_files import ProgramFileError, fresh_program
from facet_desktop.ui.editor.desk import Desk

SUFFIX = ".toml"


class ProgramFiles(QObject):
    """Asks for a file, reads or writes it, and tells what came of it. A faulty file changes nothing."""

    said = Signal(str)

    def __init__(self, page: QWidget, desk: Desk) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk

    def ask_import(self) -> None:
        """Asks for a file and takes it over."""
        name, _ = QFileDialog.getOpenFileName(self._page, self.tr("Import a program"), "", self._filter())
        if name:
            self.import_file(Path(name))

    def ask_export(self) -> None:
        """Asks where to write the program."""
        name, _ = QFileDialog.getSaveFileName(
            self._page, self.tr("Export the program"), f"program{SUFFIX}", self._filter()
        )
        if name:
            self.export_file(Path(name))

    def import_file(self, path: Path) -> None:
        """Puts the program of a file in the place of the present one; that can be undone.

        A faulty file changes nothing, and all its faults are listed.
        """
        try:
            self._desk.attempt(lambda: self._take(path))
        except ProgramFileError as error:
            self._list_problems(path, error)
        except UserError as error:
            self._desk.context.report(error)
        else:
            self.said.emit(self.tr("{name} imported.").format(name=path.name))

    def _list_problems(self, path: Path, error: ProgramFileError) -> None:
        from facet_desktop.ui.library.problem_dialog import ProblemDialog

        ProblemDialog(path.name, error.problems, self._page).open()

    def export_file(self, path: Path) -> None:
        """Writes the program as it stands, finished or not."""
        files, program = self._desk.state.services.program_files, self._desk.state.program
        if self._desk.do(lambda: files.export_program(program, path)):
            self.said.emit(self.tr("{name} written.").format(name=path.name))

    def dropped(self, data: QMimeData) -> Path | None:
        """The program file in what is dragged, or None."""
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        return next((path for path in paths if path.suffix == SUFFIX), None)

    def _take(self, path: Path) -> None:
        state = self._desk.state
        files = state.services.program_files
        if state.edit is None:
            if state.patient is not None:
                state.begin(files.import_program(state.patient.id, path))
            return
        read = fresh_program(files.read(path), state.services.ids.new)

        def change(old: Program) -> Program:
            return replace(read, id=old.id)

        state.apply(change, self.tr("Import {name}").format(name=path.name))

    def _filter(self) -> str:
        return self.tr("Programs (*{suffix})").format(suffix=SUFFIX)
