"""When an exercise may be made harder: the numbers of its rule."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from facet_desktop.domain.editing.texts import MAX_RULE_SESSIONS, MAX_SCALE
from facet_desktop.domain.program import ProgressionRule
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.editor.popover import Popover
from facet_desktop.ui.metrics import SPACE_S, TextRole
from facet_desktop.ui.widgets.fields import NumberField
from facet_desktop.ui.widgets.labels import PlainLabel


class RulePopover(Popover):
    """Emits `changed` with (sessions, highest pain, highest effort) at every change."""

    changed = Signal(int, int, int)

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(context.theme, "", parent)
        self.setObjectName("editor_rule_popover")
        self.setAccessibleName(self.tr("Progression rule"))
        grid = QGridLayout()
        grid.setSpacing(SPACE_S)
        grid.setColumnStretch(0, 1)
        self.sessions = self._field(context, grid, self.tr("Sessions in a row"), (1, MAX_RULE_SESSIONS))
        self.pain = self._field(context, grid, self.tr("Highest pain, 0 to 10"), (0, MAX_SCALE))
        self.effort = self._field(context, grid, self.tr("Highest effort, 0 to 10"), (0, MAX_SCALE))
        self.body.addWidget(PlainLabel(self.tr("Offer the next step after"), TextRole.SECTION, self))
        self.body.addLayout(grid)
        self._quiet = False

    def open_for(self, button: QWidget, rule: ProgressionRule) -> None:
        """Opens with the numbers of a rule."""
        self._quiet = True
        self.sessions.setValue(rule.sessions)
        self.pain.setValue(rule.max_pain_nprs)
        self.effort.setValue(rule.max_effort)
        self._quiet = False
        self.open_under(button, self.sessions)

    def _field(self, context: UiContext, grid: QGridLayout, text: str, ends: tuple[int, int]) -> NumberField:
        row = grid.rowCount()
        field = NumberField(context.theme, text, *ends, parent=self)
        field.setObjectName(f"editor_rule_{row}")
        field.valueChanged.connect(lambda _: self._tell())
        grid.addWidget(PlainLabel(text, TextRole.MUTED, self), row, 0)
        grid.addWidget(field, row, 1)
        return field

    def _tell(self) -> None:
        if not self._quiet:
            self.changed.emit(self.sessions.value(), self.pain.value(), self.effort.value())
