"""Data for the measurements."""

from __future__ import annotations

from pathlib import Path

import pytest

from facet_desktop import commands


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample caseload."""
    folder = tmp_path_factory.mktemp("sample") / "data"
    assert commands.run(["demo", "--data-dir", str(folder), "--json"]) == 0
    return folder
