"""Two programs side by side, to be read: the older to the left, the newer to the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from facet_desktop.domain.comparison import Change
from facet_desktop.ui.editor.revisions.presenter import Cell, ComparisonView, Level, Row
from facet_desktop.ui.metrics import SPACE_M, SPACE_S, SPACE_XS, TextRole
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.chips import Chip
from facet_desktop.ui.widgets.labels import PlainLabel, Separator

_TONES = {
    Change.ADDED: (Tone.GOOD, "plus"),
    Change.REMOVED: (Tone.ALERT, "minus"),
    Change.CHANGED: (Tone.CAUTION, "pencil"),
    Change.MOVED: (Tone.NEUTRAL, "move"),
}
_ROLES = {Level.PHASE: TextRole.SUBTITLE, Level.SESSION: TextRole.STRONG, Level.ITEM: TextRole.BODY}
_INDENT_PX = 14


class SideBySide(QWidget):
    """Rows of two cells; built anew for every comparison."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparison")
        self._look = look
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_M)
        self._grid.setHorizontalSpacing(SPACE_M)
        self._grid.setVerticalSpacing(SPACE_S)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)
            self._grid.setColumnMinimumWidth(column, 0)

    def present(self, view: ComparisonView) -> None:
        """Shows a comparison."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for column, title in enumerate((view.old_title, view.new_title)):
            self._grid.addWidget(PlainLabel(title, TextRole.SECTION, self, wrap=True), 0, column)
        line = 1
        for row in view.rows:
            self._grid.addWidget(Separator(self), line, 0, 1, 2)
            self._grid.addWidget(self._cell(row, row.old, is_new=False), line + 1, 0)
            self._grid.addWidget(self._cell(row, row.new, is_new=True), line + 1, 1)
            line += 2
        self._grid.setRowStretch(line, 1)

    def _cell(self, row: Row, cell: Cell | None, *, is_new: bool) -> QFrame:
        frame = QFrame(self)
        column = QVBoxLayout(frame)
        left = 0 if row.level is Level.PHASE else _INDENT_PX * (1 if row.level is Level.SESSION else 2)
        column.setContentsMargins(self._look.px(left), 0, 0, 0)
        column.setSpacing(SPACE_XS)
        if cell is None:
            nothing = row.elsewhere or self.tr("not here")
            column.addWidget(PlainLabel(nothing, TextRole.SMALL, frame, wrap=True))
            column.addStretch(1)
            return frame
        column.addLayout(self._head(row, cell, frame, is_new=is_new))
        if cell.detail:
            column.addWidget(PlainLabel(cell.detail, TextRole.SMALL, frame, wrap=True))
        if is_new:
            for sentence in row.changes:
                label = PlainLabel(sentence, TextRole.BODY, frame, wrap=True)
                label.set_tone(Tone.CAUTION)
                column.addWidget(label)
        column.addStretch(1)
        return frame

    def _head(self, row: Row, cell: Cell, frame: QWidget, *, is_new: bool) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(SPACE_S)
        title = PlainLabel(cell.title, _ROLES[row.level], frame, wrap=True)
        head.addWidget(title, 1)
        is_marked = bool(row.chip) and is_new == (row.new is not None)
        if is_marked:
            tone, icon = _TONES[row.change]
            head.addWidget(Chip(self._look, row.chip, tone, icon, frame), 0, Qt.AlignmentFlag.AlignTop)
        return head
