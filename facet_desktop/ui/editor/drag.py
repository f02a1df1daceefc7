"""What is dragged inside the editor, and the roles of its lists."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QMimeData, Qt

EXERCISES = "application/x-facet-exercises"
"""Slugs of exercises from the library, one a line."""
ITEMS = "application/x-facet-items"
"""Ids of exercises of the program, one a line."""


class Role(IntEnum):
    """Roles of the editor's lists beyond those of Qt."""

    ROW = Qt.ItemDataRole.UserRole + 1
    """The whole row of the view model."""


def packed(kind: str, names: Sequence[str]) -> QMimeData:
    """Names ready to be dragged."""
    data = QMimeData()
    data.setData(kind, "\n".join(names).encode())
    return data


def unpacked(data: QMimeData, kind: str) -> list[str]:
    """Names that were dragged; empty when something else was."""
    if not data.hasFormat(kind):
        return []
    return bytes(data.data(kind).data()).decode().splitlines()
