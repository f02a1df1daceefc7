"""The patient's paper in a window: options to the left, the pages to the right, print and save below."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer
from PySide6.QtGui import QCloseEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from facet_desktop.domain.errors import UserError
from facet_desktop.services.handout_builder import Person
from facet_desktop.ui.handout.maker import HandoutMaker
from facet_desktop.ui.handout.options import HandoutOptions
from facet_desktop.ui.metrics import SPACE_M, SPACE_S, TextRole
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.translation import error_line
from facet_desktop.ui.widgets.buttons import PrimaryButton, SecondaryButton
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.two_panes import TwoPaneDialog

if TYPE_CHECKING:
    from facet_desktop.domain.program import Program
    from facet_desktop.services.records import Patient
    from facet_desktop.ui.context import UiContext

SIZE_PX = (940, 680)
OPTIONS_PX = 240


class HandoutDialog(TwoPaneDialog):
    """Shows the pages as they will be printed. Call `remake` once it is open."""

    def __init__(
        self, context: UiContext, program: Program, patient: Patient | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(context.theme, "handout_dialog", self.tr("Handout"), parent)
        self._context = context
        self._program = program
        self._patient = patient
        self._pages = b""
        self.maker = HandoutMaker(context.services.handouts, self)
        self.document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self.arrange(self._left(), self._right(), self._foot(), SIZE_PX)
        self.maker.progressed.connect(self._show_progress)
        self.maker.made.connect(self._show_pages)
        self.maker.failed.connect(self._show_trouble)
        self.finished.connect(lambda _: self.maker.finish())
        self._set_ready(False)

    def remake(self) -> None:
        """Makes the pages with what is chosen now."""
        self._set_ready(False)
        self._trouble.hide()
        self.maker.make(self._program, self._person(), self.options.look())

    def save(self, path: Path) -> bool:
        """Writes the PDF; False, with the reason on the screen, when that cannot be done."""
        try:
            self._context.services.handouts.save(self._pages, path)
        except UserError as error:
            self._show_trouble(error)
            return False
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing by the frame ends what is under way, too."""
        self.maker.finish()
        super().closeEvent(event)

    def _person(self) -> Person:
        patient = self._patient
        revisions = self._context.services.programs.revisions(self._program.id)
        same = next((one.number for one in revisions if one.program == self._program), None)
        return Person(
            name=patient.name if patient is not None and self.options.name.isChecked() else "",
            clinic=self._context.services.settings.present.clinic,
            conditions=patient.conditions if patient is not None else (),
            revision=same,
        )

    # -- what is shown --

    def _show_progress(self, done: int, steps: int) -> None:
        self.bar.setRange(0, steps)
        self.bar.setValue(done)

    def _show_pages(self, pages: bytes) -> None:
        self._pages = pages
        self.document.close()
        self._buffer.close()
        self._buffer.setData(pages)
        self._buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self._count.setText(self.tr("Pages: {count}").format(count=self.document.pageCount()))
        self._set_ready(True)

    def _show_trouble(self, error: Exception) -> None:
        self._set_ready(bool(self._pages))
        if not isinstance(error, UserError):
            self._context.report(error)
            return
        self._trouble.setText(error_line(error))
        self._trouble.show()

    def _set_ready(self, ready: bool) -> None:
        for button in (self.print_button, self.save_button):
            button.setEnabled(ready)
        self._busy.setVisible(not ready)
        self._count.setVisible(ready)

    def _cancel(self) -> None:
        self.maker.cancel()
        if self._pages:
            self._set_ready(True)
        else:
            self.reject()

    # -- what is asked for --

    def _ask_save(self) -> None:
        from facet_desktop.ui.progress.saving import SavePlace

        title = self.tr("Save the handout as PDF")
        name = "".join(sign if sign.isalnum() else "-" for sign in self._program.title).strip("-")
        path = SavePlace().ask(self, title, f"{name or 'handout'}.pdf", self.tr("PDF (*.pdf)"), ".pdf")
        if path is not None and self.save(path):
            self._count.setText(self.tr("Saved as {name}").format(name=path.name))

    def _ask_print(self) -> None:
        from facet_desktop.ui.handout.printing import ask_and_print

        if ask_and_print(self.document, self, self._program.title):
            self._count.setText(self.tr("Sent to the printer"))

    def _keep_clinic(self, name: str) -> None:
        self._context.services.settings.change(clinic=name)

    # -- building --

    def _left(self) -> QVBoxLayout:
        look = self._look
        column = QVBoxLayout()
        column.setSpacing(SPACE_M)
        column.addWidget(PlainLabel(self.tr("Handout"), TextRole.HEADING, self))
        self.options = HandoutOptions(
            look,
            self._context.services.settings.present.clinic,
            has_patient=self._patient is not None,
            several_phases=len(self._program.phases) > 1,
            parent=self,
        )
        self.options.setFixedWidth(look.px(OPTIONS_PX))
        self.options.clinic_changed.connect(self._keep_clinic)
        self.options.changed.connect(self.remake)
        column.addWidget(self.options, 1)
        self._trouble = PlainLabel("", TextRole.BODY, self, wrap=True)
        self._trouble.setObjectName("handout_trouble")
        self._trouble.set_tone(Tone.ALERT)
        self._trouble.setFixedWidth(look.px(OPTIONS_PX))
        self._trouble.hide()
        column.addWidget(self._trouble)
        return column

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        self.view = QPdfView(self)
        self.view.setObjectName("handout_view")
        self.view.setAccessibleName(self.tr("Preview of the pages"))
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setDocument(self.document)
        column.addWidget(self.view, 1)
        return column

    def _foot(self) -> QHBoxLayout:
        look = self._look
        row = QHBoxLayout()
        row.setSpacing(SPACE_S)
        row.addWidget(self._busy_part())
        self._count = PlainLabel("", TextRole.SMALL, self)
        self._count.setObjectName("handout_count")
        row.addWidget(self._count)
        row.addStretch(1)
        close = SecondaryButton(look, self.tr("Close"), parent=self)
        self.print_button = SecondaryButton(look, self.tr("Print…"), "printer", self)
        self.save_button = PrimaryButton(look, self.tr("Save as PDF…"), "save", self)
        for button, key, act in (
            (close, "handout_close", self.reject),
            (self.print_button, "handout_print", self._ask_print),
            (self.save_button, "handout_save", self._ask_save),
        ):
            button.setObjectName(key)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            row.addWidget(button)
        self.print_button.setShortcut("Ctrl+P")
        self.print_button.setToolTip(self.tr("Choose a printer (Ctrl+P)"))
        self.save_button.setShortcut("Ctrl+S")
        self.save_button.setToolTip(self.tr("Choose where to save the file (Ctrl+S)"))
        return row

    def _busy_part(self) -> QWidget:
        self._busy = QWidget(self)
        row = QHBoxLayout(self._busy)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_S)
        row.addWidget(PlainLabel(self.tr("Making the pages…"), TextRole.SMALL, self._busy))
        self.bar = QProgressBar(self._busy)
        self.bar.setObjectName("handout_progress")
        self.bar.setAccessibleName(self.tr("Progress of making the pages"))
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(self._look.px(120))
        row.addWidget(self.bar)
        cancel = SecondaryButton(self._look, self.tr("Cancel"), parent=self._busy)
        cancel.setObjectName("handout_cancel")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self._cancel)
        row.addWidget(cancel)
        return self._busy
