"""What every test of the user interface may ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from facet_desktop.ui.theme import ThemeHub

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture
def hub(qapp: QApplication) -> Iterator[ThemeHub]:
    """The light theme at 100 %, applied to the application for one test."""
    hub = ThemeHub(qapp, RESOURCES)
    yield hub
    qapp.setStyleSheet("")
    hub.deleteLater()
