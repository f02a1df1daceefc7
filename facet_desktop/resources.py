"""Where the data that ships with Facet lies: exercises, figures, fonts, icons."""

import sys
from collections.abc import Iterator
from pathlib import Path


def resources_dir() -> Path:
    """The folder of shipped data: in a frozen program, in an installed package or in a checkout.

    Raises:
        FileNotFoundError: Facet was installed without its data.
    """
    for candidate in _candidates():
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError("Facet's resources folder is missing. Please install Facet again.")


def _candidates() -> Iterator[Path]:
    frozen_root = getattr(sys, "_MEIPASS", None)
    if frozen_root is not None:
        yield Path(frozen_root) / "facet_desktop" / "resources"
    package = Path(__file__).resolve().parent
    yield package / "resources"
    yield package.parent / "resources"
