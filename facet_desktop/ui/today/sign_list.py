"""Warning signs to tick, one to a row, each as wide as the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from facet_desktop.ui.metrics import SPACE_S, TARGET_PX
from facet_desktop.ui.widgets.labels import PlainLabel, Separator

if TYPE_CHECKING:
    from facet_desktop.domain.red_flags import RedFlag


class SignList(QWidget):
    """The questions with a box each; a click on the words ticks as well. `changed` follows every tick."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, QCheckBox] = {}
        self._labels: dict[QObject, QCheckBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_signs(self, flags: Sequence[RedFlag]) -> None:
        """Ask these questions, with nothing ticked."""
        self._boxes, self._labels = {}, {}
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for flag in flags:
            self._column.addWidget(self._row(flag))
            self._column.addWidget(Separator(self))
        for box in self._boxes.values():
            self.setFocusProxy(box)
            break

    def ticked(self) -> tuple[str, ...]:
        """Slugs of the ticked signs."""
        return tuple(slug for slug, box in self._boxes.items() if box.isChecked())

    def untick(self) -> None:
        """Take all ticks away."""
        for box in self._boxes.values():
            box.setChecked(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lets the words tick their box."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            box = self._labels.get(watched)
            if box is not None and event.button() == Qt.MouseButton.LeftButton:
                box.toggle()
        return False

    def _row(self, flag: RedFlag) -> QWidget:
        row = QWidget(self)
        row.setMinimumHeight(TARGET_PX)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, SPACE_S, 0, SPACE_S)
        across.setSpacing(SPACE_S)
        box = QCheckBox(row)
        box.setObjectName(f"sign_{flag.slug}")
        box.setAccessibleName(flag.question)
        box.toggled.connect(self.changed)
        label = PlainLabel(flag.question, parent=row, wrap=True)
        label.setBuddy(box)
        label.installEventFilter(self)
        across.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(label, 1)
        self._boxes[flag.slug] = box
        self._labels[label] = box
        return row
