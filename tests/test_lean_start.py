"""Starting Facet loads nothing heavy: such libraries belong inside the function that first needs them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("PIL", "matplotlib", "numpy", "pydantic", "pyqtgraph", "rapidfuzz", "scipy", "tomlkit", "typst")
OPEN_A_FOLDER = f"""
import json, sys
from pathlib import Path
from facet_desktop.bootstrap import open_folder

with open_folder(Path(sys.argv[1])) as folder:
    assert folder.services.library.library.exercises
print(json.dumps([name for name in {HEAVY} if name in sys.modules]))
"""


def heavy_modules_after(program: str, *arguments: str) -> list[str]:
    finished = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True
    )
    found: list[str] = json.loads(finished.stdout)
    return found


@pytest.fixture
def known_folder(tmp_path: Path) -> Path:
    """A data folder that was opened before, so that its database is migrated and its library checked."""
    heavy_modules_after(OPEN_A_FOLDER, str(tmp_path))
    return tmp_path


def test_opening_a_known_data_folder_loads_nothing_heavy(known_folder: Path) -> None:
    assert heavy_modules_after(OPEN_A_FOLDER, str(known_folder)) == []
