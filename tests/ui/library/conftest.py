"""The library page of a clinic, and a picture to take in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from facet_desktop.services.app import AppServices
from facet_desktop.services.settings import Role
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.library.page import LibraryPage
from tests.ui.library.pages import shown_page


@pytest.fixture
def page(qapp: QApplication, ui_context: UiContext, app_services: AppServices) -> Iterator[LibraryPage]:
    app_services.settings.change(role=Role.CLINIC)
    app_services.patients.add("Anna")
    with shown_page(ui_context) as page:
        ui_context.bridge.happened.connect(lambda event: page.refresh() if page.concerns(event) else None)
        yield page


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#447766"))
    path = tmp_path / "photo.png"
    assert image.save(str(path))
    return path
