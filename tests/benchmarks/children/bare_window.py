"""The yardstick: an empty PySide6 window, to its first paint."""

import sys

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class Window(QMainWindow):
    """Tells when it has painted."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Answers and quits."""
        super().paintEvent(event)
        from tests.benchmarks.children.painted import answer

        answer()


application = QApplication(sys.argv)
window = Window()
window.resize(1280, 800)
window.show()
application.exec()
