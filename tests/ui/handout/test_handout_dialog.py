"""The window of the handout: pages appear by themselves, follow the options, and are saved as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QProgressBar
from pytestqt.qtbot import QtBot

from facet_desktop.domain.errors import UserError
from facet_desktop.domain.program import Program
from facet_desktop.services.app import AppServices
from facet_desktop.services.handout_service import Paper
from facet_desktop.services.records import Patient, Revision
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.handout.dialog import HandoutDialog
from facet_desktop.ui.handout.printing import print_pages

Publish = Callable[[Patient, str], Revision]


@pytest.fixture
def revision(publish: Publish, patient: Patient) -> Revision:
    return publish(patient, "rehab-science-four")


@pytest.fixture
def dialog(
    qtbot: QtBot, ui_context: UiContext, revision: Revision, patient: Patient
) -> Iterator[HandoutDialog]:
    one = HandoutDialog(ui_context, revision.program, patient)
    qtbot.addWidget(one)
    one.show()
    yield one
    one.maker.finish()


def make(qtbot: QtBot, dialog: HandoutDialog) -> None:
    with qtbot.waitSignal(dialog.maker.made):
        dialog.remake()


def words(dialog: HandoutDialog) -> str:
    document = dialog.document
    return " ".join(document.getAllText(number).text() for number in range(document.pageCount()))


def test_the_pages_show_the_patient_and_the_published_revision(qtbot: QtBot, dialog: HandoutDialog) -> None:
    assert not dialog.save_button.isEnabled()
    make(qtbot, dialog)
    assert dialog.save_button.isEnabled()
    assert "For Me" in words(dialog)
    assert "Revision 1" in words(dialog)


def test_an_option_makes_the_pages_anew(qtbot: QtBot, dialog: HandoutDialog) -> None:
    make(qtbot, dialog)
    before = dialog.document.pageCount()
    with qtbot.waitSignal(dialog.maker.made):
        dialog.options.large.click()
    assert dialog.document.pageCount() > before
    with qtbot.waitSignal(dialog.maker.made):
        dialog.options.name.click()
    assert "For Me" not in words(dialog)
    dialog.options.paper.set_key(Paper.LETTER.value)
    make(qtbot, dialog)
    assert round(dialog.document.pagePointSize(0).width()) == 612


def test_the_name_of_the_clinic_is_kept_for_the_next_paper(
    qtbot: QtBot, dialog: HandoutDialog, app_services: AppServices
) -> None:
    dialog.options.clinic.setText("  Lakeside   Clinic ")
    with qtbot.waitSignal(dialog.maker.made):
        dialog.options.clinic.editingFinished.emit()
    assert app_services.settings.present.clinic == "Lakeside Clinic"
    assert "Lakeside Clinic" in words(dialog)


def test_what_is_saved_is_what_is_shown(qtbot: QtBot, dialog: HandoutDialog, tmp_path: Path) -> None:
    make(qtbot, dialog)
    assert dialog.save(tmp_path / "paper.pdf")
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
    assert not dialog.save(tmp_path / "none" / "paper.pdf")
    assert [one.name for one in tmp_path.glob("*.pdf")] == ["paper.pdf"]


def test_cancel_keeps_the_pages_that_were_there(qtbot: QtBot, dialog: HandoutDialog) -> None:
    make(qtbot, dialog)
    count = dialog.document.pageCount()
    with qtbot.assertNotEmitted(dialog.maker.made):
        dialog.options.large.click()
        dialog.maker.cancel()
        dialog.maker.finish()
    assert dialog.document.pageCount() == count


def test_progress_is_shown_while_figures_are_drawn(qtbot: QtBot, dialog: HandoutDialog) -> None:
    seen: list[int] = []
    dialog.maker.progressed.connect(lambda done, _: seen.append(done))
    make(qtbot, dialog)
    assert seen == list(range(len(seen)))
    bar = dialog.findChild(QProgressBar, "handout_progress")
    assert bar is not None
    assert bar.maximum() == len(seen)


def test_an_unfinished_program_says_what_is_missing(
    qtbot: QtBot, ui_context: UiContext, app_services: AppServices, patient: Patient
) -> None:
    one = HandoutDialog(ui_context, Program(app_services.ids.new(), "Empty"), patient)
    qtbot.addWidget(one)
    with qtbot.waitSignal(one.maker.failed) as caught:
        one.remake()
    assert caught.args is not None
    assert isinstance(caught.args[0], UserError)
    assert not one.save_button.isEnabled()


def test_every_page_goes_to_the_printer(qtbot: QtBot, dialog: HandoutDialog, tmp_path: Path) -> None:
    make(qtbot, dialog)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert print_pages(dialog.document, printer)
    printed = (tmp_path / "printed.pdf").read_bytes()
    assert printed.count(b"/Type /Page\n") == dialog.document.pageCount()


def test_the_pages_can_be_looked_at(qtbot: QtBot, dialog: HandoutDialog) -> None:
    make(qtbot, dialog)
    picture = dialog.document.render(0, QSize(200, 283))
    inked = {picture.pixelColor(x, y).lightness() for x in range(0, 200, 4) for y in range(0, 140, 2)}
    assert min(inked) < 150
