"""Shows a widget for a test."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def show(qtbot: QtBot, widget: QWidget) -> None:
    """Show it, and close it after the test."""
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
