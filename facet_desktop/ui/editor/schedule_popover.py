"""On which days a session is planned, and how often a day."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facet_desktop.domain.dose import MAX_TIMES_PER_DAY
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.editor.day_buttons import DAY_METRICS, DayButtons
from facet_desktop.ui.editor.popover import Popover
from facet_desktop.ui.metrics import SPACE_S, SPACE_XS, TextRole
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.widgets.buttons import ThemedButton
from facet_desktop.ui.widgets.fields import NumberField
from facet_desktop.ui.widgets.labels import PlainLabel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PRESETS = (frozenset(range(7)), frozenset(range(5)), frozenset({0, 2, 4}), frozenset({1, 3}))


class SchedulePopover(Popover):
    """Emits `changed` with the days and the times a day at every change."""

    changed = Signal(object, int)

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(context.theme, "", parent)
        self.setObjectName("editor_schedule_popover")
        self.setAccessibleName(self.tr("Days and times"))
        terms = context.words.terms
        self._row = DayButtons(context, "editor_day", self)
        self._row.changed.connect(self._tell)
        self.days = self._row.days
        self.body.addWidget(self._row)
        presets = QHBoxLayout()
        presets.setSpacing(SPACE_XS)
        for number, preset in enumerate(PRESETS):
            button = ThemedButton(context.theme, terms.weekdays(preset), parent=self, metrics=DAY_METRICS)
            button.setObjectName(f"editor_days_preset_{number}")
            button.clicked.connect(lambda _=False, chosen=preset: self._choose(chosen))
            presets.addWidget(button)
        self.body.addLayout(presets)
        times = QHBoxLayout()
        times.setSpacing(SPACE_S)
        times.addWidget(PlainLabel(self.tr("Times a day"), TextRole.MUTED, self), 1)
        self.times = NumberField(context.theme, self.tr("Times a day"), 1, MAX_TIMES_PER_DAY, parent=self)
        self.times.setObjectName("editor_times_a_day")
        self.times.valueChanged.connect(lambda _: self._tell())
        times.addWidget(self.times)
        self.body.addLayout(times)
        self.problem = PlainLabel("", TextRole.SMALL, self, wrap=True)
        self.problem.set_tone(Tone.ALERT)
        self.problem.hide()
        self.body.addWidget(self.problem)
        self._quiet = False

    def open_for(self, button: QWidget, weekdays: frozenset[int], times_per_day: int) -> None:
        """Opens with a schedule."""
        self._show(weekdays, times_per_day)
        self.open_under(button, self.days[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys 1 (Monday) to 7 switch a day; Enter closes, since every change acts at once."""
        day = event.key() - Qt.Key.Key_1
        if 0 <= day < len(self.days):
            self.days[day].toggle()
        elif event.key() in _ENTER:
            self.hide()
        else:
            super().keyPressEvent(event)

    def show_problem(self, sentence: str) -> None:
        """Says what is wrong, or nothing."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _show(self, weekdays: frozenset[int], times_per_day: int) -> None:
        self._quiet = True
        self._row.show_days(weekdays)
        self.times.setValue(times_per_day)
        self.show_problem("")
        self._quiet = False

    def _choose(self, weekdays: frozenset[int]) -> None:
        self._show(weekdays, self.times.value())
        self._tell()

    def _tell(self) -> None:
        if not self._quiet:
            self.changed.emit(self._row.chosen(), self.times.value())
