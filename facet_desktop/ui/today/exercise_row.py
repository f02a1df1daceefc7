"""One exercise of a session: picture, name, dose, and a button that tells how it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facet_desktop.domain.figure_names import versioned
from facet_desktop.ui.exercise_picture import ExercisePicture
from facet_desktop.ui.metrics import SPACE_L, SPACE_S, TextRole
from facet_desktop.ui.widgets.buttons import IconButton
from facet_desktop.ui.widgets.text_lines import TextLines

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from facet_desktop.domain.program import Prescription
    from facet_desktop.ui.context import UiContext

PICTURE_PX = (104, 64)


class ExerciseRow(QWidget):
    """A row of the session card or of the plan; `ruled` draws a line below it."""

    def __init__(
        self, context: UiContext, item: Prescription, parent: QWidget | None = None, *, ruled: bool = False
    ) -> None:
        super().__init__(parent)
        self._is_ruled = ruled
        self._context = context
        self._item = item
        dose = context.words.dose.line(item.dose)
        self.setObjectName(f"exercise_{item.id}")
        self.setAccessibleName(f"{item.name}, {dose}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE_S + 1, 0, SPACE_S + 1 + ruled)
        row.setSpacing(SPACE_L - 2)
        figure = versioned(item.exercise, item.exercise_version)
        row.addWidget(ExercisePicture(context, figure, PICTURE_PX, self))
        lines = [(item.name, TextRole.STRONG), (dose, TextRole.MUTED)]
        if item.note:
            lines.append((item.note, TextRole.SMALL))
        row.addWidget(TextLines(context.theme, lines, self), 1)
        info = IconButton(context.theme, "info", self.tr("How to do {name}").format(name=item.name), self)
        info.setObjectName(f"info_{item.exercise}")
        info.clicked.connect(self._explain)
        row.addWidget(info, 0, Qt.AlignmentFlag.AlignVCenter)
        self._info = info

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, where there is one."""
        super().paintEvent(event)
        if self._is_ruled:
            painter = QPainter(self)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._context.theme.palette.line_soft))
            line = QRect(0, self.height() - 1, self.width(), 1)
            painter.drawRect(line)  # fillRect would make Python load every gradient there is
            painter.end()

    def _explain(self) -> None:
        from facet_desktop.ui.today.exercise_popover import ExercisePopover

        popover = ExercisePopover(self._context, self._item, self.window())
        popover.show_beside(self._info)
