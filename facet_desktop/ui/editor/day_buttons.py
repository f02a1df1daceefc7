"""A row of seven buttons, one a day of the week."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facet_desktop.ui.context import UiContext
from facet_desktop.ui.metrics import SPACE_XS
from facet_desktop.ui.widgets.buttons import ButtonMetrics, ThemedButton

DAY_METRICS = ButtonMetrics(text_px=14, height_px=40, sides_px=8)


class DayButtons(QWidget):
    """Emits `changed` when a person switches a day on or off. `key` begins the object names."""

    changed = Signal()

    def __init__(self, context: UiContext, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._quiet = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_XS)
        self.days: list[ThemedButton] = []
        for day in range(7):
            name = context.words.terms.weekday(day)
            button = ThemedButton(context.theme, name, parent=self, metrics=DAY_METRICS)
            button.setCheckable(True)
            button.setObjectName(f"{key}_{day}")
            button.setToolTip(self.tr("{day} (key {number})").format(day=name, number=day + 1))
            button.toggled.connect(lambda _: self._tell())
            row.addWidget(button)
            self.days.append(button)

    def chosen(self) -> frozenset[int]:
        """Days that are on, 0 is Monday."""
        return frozenset(day for day, button in enumerate(self.days) if button.isChecked())

    def show_days(self, weekdays: frozenset[int]) -> None:
        """Switches days on and off; emits nothing."""
        self._quiet = True
        for day, button in enumerate(self.days):
            button.setChecked(day in weekdays)
        self._quiet = False

    def _tell(self) -> None:
        if not self._quiet:
            self.changed.emit()
