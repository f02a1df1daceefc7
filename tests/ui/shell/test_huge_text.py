"""The largest text in the smallest window: every page has its width, and cuts nothing off."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from facet_desktop.services.app import AppServices
from facet_desktop.services.records import Patient, Revision
from facet_desktop.services.settings import Role
from facet_desktop.ui.metrics import SCALE_MAX
from facet_desktop.ui.shell.pages import pages_for
from facet_desktop.ui.shell.window import MainWindow
from facet_desktop.ui.widgets.buttons import ThemedButton

WIDTH_PX, HEIGHT_PX = 1024, 700


@pytest.mark.parametrize("role", Role)
def test_every_page_fits_the_smallest_window(
    window: MainWindow,
    qtbot: QtBot,
    app_services: AppServices,
    patient: Patient,
    publish: Callable[[Patient, str], Revision],
    role: Role,
) -> None:
    publish(patient, "early-phase")
    app_services.settings.change(role=role, text_scale=SCALE_MAX)
    window.resize(WIDTH_PX, HEIGHT_PX)
    with qtbot.waitSignal(window.first_painted):
        window.begin("")
        window.show()
    for entry in pages_for(role):
        window.open_page(entry.key)
        change = window.findChild(ThemedButton, "change_plan")
        if entry.key == "plan" and change is not None:
            change.click()  # to the programs that can be chosen, which are wider
        QApplication.processEvents()
        assert window.width() == WIDTH_PX, entry.key
        for area in window.findChildren(QScrollArea):
            assert not (area.isVisible() and area.horizontalScrollBar().maximum()), entry.key
        for button in window.frame_view.pages.findChildren(ThemedButton):
            if button.isVisible():
                assert button.width() >= button.minimumSizeHint().width(), button.objectName()
