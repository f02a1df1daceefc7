"""A large dialog over a page: something to choose to the left, what it is to the right, buttons below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from facet_desktop.ui.metrics import SPACE_L, SPACE_M, TextRole
from facet_desktop.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from facet_desktop.ui.theme import Look


class TwoPaneDialog(QDialog):
    """Is gone once it is closed. Subclasses make their parts and then call `arrange`."""

    def __init__(self, look: Look, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def arrange(
        self, left: QLayout, right: QLayout, foot: QLayout, size_px: tuple[int, int], *, heading: str = ""
    ) -> None:
        """Lay out the parts; `size_px` is what the dialog takes where its window is that large."""
        outer = QVBoxLayout(self)
        outer.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        outer.setSpacing(SPACE_M)
        if heading:
            outer.addWidget(PlainLabel(heading, TextRole.HEADING, self))
        panes = QHBoxLayout()
        panes.setSpacing(SPACE_L)
        panes.addLayout(left)
        panes.addLayout(right, 1)
        outer.addLayout(panes, 1)
        outer.addLayout(foot)
        wanted, parent = QSize(*map(self._look.px, size_px)), self.parentWidget()
        room = parent.window().size() - QSize(SPACE_L, SPACE_L) if parent is not None else wanted
        self.resize(wanted.boundedTo(room))
