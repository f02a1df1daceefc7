"""Lists and trees with rows that are easy to hit."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView


def make_roomy(view: QAbstractItemView) -> None:
    """Give a list or tree the program's row height; call before it is filled.

    A view that was filled before its first style keeps the heights it measured then, so it is styled here.
    """
    view.setProperty("rows", "roomy")
    view.ensurePolished()
