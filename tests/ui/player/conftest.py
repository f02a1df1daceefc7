"""The player over a real data folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.player.house import House, open_house


@pytest.fixture
def house(qapp: QApplication, tmp_path: Path) -> Iterator[House]:
    """The player page with everything behind it."""
    with open_house(qapp, tmp_path / "data") as house:
        yield house
