"""Full screen on the screen that was chosen; in a process of its own, for Qt takes screens at the start."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SCRIPT = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from facet_desktop.ui.player.full_screen import FullScreen
from facet_desktop.ui.shell.memory import WindowMemory

app = QApplication([])
window, page = QMainWindow(), QWidget()
window.setCentralWidget(page)
window.setGeometry(100, 50, 800, 600)
window.show()
full, told = FullScreen(page, WindowMemory(Path(sys.argv[1]))), []
full.watch()
full.changed.connect(lambda: told.append(full.is_on))
seen = []
for act in sys.argv[2:]:
    getattr(full, act)()
    app.processEvents()
    rect = window.geometry().getRect()
    seen.append([window.isFullScreen(), window.screen().name(), list(rect)])
print(json.dumps({"seen": seen, "told": told}))
"""
DESK = {"name": "desk", "x": 0, "y": 0, "width": 1280, "height": 800}
WALL = {"name": "wall", "x": 1280, "y": 0, "width": 1920, "height": 1080}
SMALL = [100, 50, 800, 600]
ON_DESK, ON_WALL = [True, "desk", [0, 0, 1280, 800]], [True, "wall", [1280, 0, 1920, 1080]]
AT_HOME = [False, "desk", SMALL]


@pytest.fixture
def act(tmp_path: Path) -> Any:
    """Does things one after another in a process with these screens; tells what was seen after each."""

    def act(screens: list[dict[str, object]], *acts: str) -> dict[str, Any]:
        config = tmp_path / "screens.json"
        config.write_text(json.dumps({"screens": screens}), encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, str(tmp_path / "window.ini"), *acts],
            env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer

    return act


def test_the_next_screen_is_filled_remembered_and_given_back(act: Any) -> None:
    both = [DESK, WALL]
    answer = act(both, "toggle", "enter_next", "enter_next", "enter_next", "leave", "toggle", "toggle")
    assert answer["seen"] == [ON_DESK, ON_WALL, ON_DESK, ON_WALL, AT_HOME, ON_WALL, AT_HOME]
    assert answer["told"][0] is True
    assert answer["told"][-1] is False

    assert act(both, "toggle", "leave_own")["seen"] == [ON_WALL, AT_HOME]
    assert act([DESK], "toggle", "toggle", "enter_next")["seen"] == [ON_DESK, AT_HOME, ON_DESK]
