"""When an exercise may be made harder and with what, and to what it steps back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from facet_desktop.domain.editing.texts import MAX_RULE_SESSIONS, MAX_SCALE
from facet_desktop.domain.program import ProgressionRule
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.editor.exercise_combo import ExerciseCombo
from facet_desktop.ui.editor.popover import Popover
from facet_desktop.ui.editor.view_model import Step
from facet_desktop.ui.metrics import SPACE_S, TextRole
from facet_desktop.ui.widgets.fields import NumberField
from facet_desktop.ui.widgets.labels import PlainLabel

_WIDTH_PX = 400


class RulePopover(Popover):
    """Emits `changed` with the rule, or None for an exercise that stays as it is, at every change."""

    changed = Signal(object)

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(context.theme, "", parent)
        self.setObjectName("editor_rule_popover")
        self.setAccessibleName(self.tr("Progression rule"))
        self._quiet = False
        self._grid = QGridLayout()
        self._grid.setSpacing(SPACE_S)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self.sessions = self._number(context, self.tr("Sessions in a row"), (1, MAX_RULE_SESSIONS))
        self.pain = self._number(context, self.tr("Highest pain, 0 to 10"), (0, MAX_SCALE))
        self.effort = self._number(context, self.tr("Highest effort, 0 to 10"), (0, MAX_SCALE))
        self.harder = self._exercise("editor_rule_harder", self.tr("Then"), self.tr("the same, with more"))
        less = self.tr("less of the same")
        self.easier = self._exercise("editor_rule_easier", self.tr("Step back to"), less)
        self.never = QCheckBox(self.tr("Stays as it is in this phase"), self)
        self.never.setObjectName("editor_rule_never")
        self.never.setAccessibleName(self.never.text())
        self.never.setToolTip(self.tr("Nothing is offered to make it harder, as in a flare"))
        self.never.toggled.connect(lambda _: self._tell())
        self.body.addWidget(PlainLabel(self.tr("Offer the next step after"), TextRole.SECTION, self))
        self.body.addLayout(self._grid)
        self.body.addWidget(self.never)
        self.setFixedWidth(context.theme.px(_WIDTH_PX))

    def open_for(self, button: QWidget, rule: ProgressionRule | None, exercises: Sequence[Step]) -> None:
        """Opens with a rule."""
        self._quiet = True
        shown = rule or ProgressionRule()
        self.sessions.setValue(shown.sessions)
        self.pain.setValue(shown.max_pain_nprs)
        self.effort.setValue(shown.max_effort)
        self.harder.show_choice(exercises, shown.harder)
        self.easier.show_choice(exercises, shown.easier)
        self.never.setChecked(rule is None)
        self._show_use()
        self._quiet = False
        self.open_under(button, self.never if rule is None else self.sessions)

    def _number(self, context: UiContext, text: str, ends: tuple[int, int]) -> NumberField:
        field = NumberField(context.theme, text, *ends, parent=self)
        field.setObjectName(f"editor_rule_{self._grid.rowCount()}")
        field.valueChanged.connect(lambda _: self._tell())
        self._place(text, field)
        return field

    def _exercise(self, key: str, text: str, none: str) -> ExerciseCombo:
        combo = ExerciseCombo(none, self)
        combo.setObjectName(key)
        combo.setAccessibleName(text)
        combo.activated.connect(lambda _: self._tell())
        self._place(text, combo)
        return combo

    def _place(self, text: str, field: QWidget) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(PlainLabel(text, TextRole.MUTED, self), row, 0)
        self._grid.addWidget(field, row, 1)

    def _show_use(self) -> None:
        for part in (self.sessions, self.pain, self.effort, self.harder, self.easier):
            part.setEnabled(not self.never.isChecked())

    def _tell(self) -> None:
        if self._quiet:
            return
        self._show_use()
        if self.never.isChecked():
            self.changed.emit(None)
            return
        numbers = (self.sessions.value(), self.pain.value(), self.effort.value())
        self.changed.emit(ProgressionRule(*numbers, self.harder.slug(), self.easier.slug()))
