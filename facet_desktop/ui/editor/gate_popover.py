"""What leads out of a phase: criteria in plain words, one a line, and the least weeks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from facet_desktop.domain.editing.phases import MAX_GATE_WEEKS
from facet_desktop.domain.program import Gate
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.editor.popover import Popover
from facet_desktop.ui.metrics import SPACE_S, TextRole
from facet_desktop.ui.widgets.buttons import PrimaryButton
from facet_desktop.ui.widgets.fields import NumberField
from facet_desktop.ui.widgets.labels import PlainLabel

_WIDTH_PX, _TEXT_PX = 440, 150


class GatePopover(Popover):
    """Emits `confirmed` with the gate, or None when it was emptied."""

    confirmed = Signal(object)

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(context.theme, "", parent)
        self.setObjectName("editor_gate_popover")
        title = self.tr("Ready for the next phase when")
        self.setAccessibleName(title)
        self.body.addWidget(PlainLabel(title, TextRole.SUBTITLE, self))
        about = self.tr("One sentence a line. The patient reads them too; the clinician decides.")
        self.body.addWidget(PlainLabel(about, TextRole.SMALL, self, wrap=True))
        self.criteria = QPlainTextEdit(self)
        self.criteria.setObjectName("editor_gate_criteria")
        self.criteria.setAccessibleName(self.tr("Criteria, one a line"))
        self.criteria.setTabChangesFocus(True)
        self.criteria.setFixedHeight(context.theme.px(_TEXT_PX))
        self.body.addWidget(self.criteria)
        weeks = QHBoxLayout()
        weeks.setSpacing(SPACE_S)
        weeks.addWidget(PlainLabel(self.tr("At least this many weeks"), TextRole.MUTED, self), 1)
        self.weeks = NumberField(
            context.theme, self.tr("At least this many weeks"), 0, MAX_GATE_WEEKS, parent=self
        )
        self.weeks.setObjectName("editor_gate_weeks")
        weeks.addWidget(self.weeks)
        self.body.addLayout(weeks)
        self.confirm = PrimaryButton(context.theme, self.tr("Keep"), "check", self)
        self.confirm.setObjectName("editor_gate_confirm")
        self.confirm.clicked.connect(self._confirmed)
        self.body.addWidget(self.confirm, 0, Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(context.theme.px(_WIDTH_PX))

    def open_for(self, button: QWidget, gate: Gate | None) -> None:
        """Opens with a gate."""
        present = gate or Gate()
        self.criteria.setPlainText("\n".join(present.criteria))
        self.weeks.setValue(present.min_weeks)
        self.open_under(button, self.criteria)

    def _confirmed(self) -> None:
        lines = [line.strip() for line in self.criteria.toPlainText().splitlines() if line.strip()]
        weeks = self.weeks.value()
        self.confirmed.emit(Gate(tuple(lines), weeks) if lines or weeks else None)
        self.hide()
