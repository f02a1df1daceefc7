"""Guards against a Qt binding that miscounts references in Python overrides."""

import subprocess
import sys

REPAINTS = 20_000

PROGRAM = f"""
import sys
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Blank(QWidget):
    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        Blank.painted += 1


app = QApplication([])
widget = Blank()
widget.resize(8, 8)
widget.show()
app.processEvents()  # only an exposed window paints
for _ in range({REPAINTS}):
    widget.repaint()
sys.exit(0 if Blank.painted >= {REPAINTS} else 1)
"""


def test_a_widget_painted_in_python_survives_twenty_thousand_repaints() -> None:
    finished = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)

    assert finished.returncode == 0, finished.stderr
