"""Rows of the settings page: what a setting is, what it means, and its control."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facet_desktop.ui.metrics import SPACE_L, SPACE_S, TextRole
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.buttons import IconButton
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.turning_row import TurningRow


class SettingRow(TurningRow):
    """Words at the left, one control at the right, or below them where there is little width."""

    def __init__(self, name: str, text: str, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing_px=SPACE_L)
        self._row.setContentsMargins(0, SPACE_S // 2, 0, SPACE_S // 2)
        title = PlainLabel(name, TextRole.STRONG, self, wrap=True)
        title.setBuddy(control)
        self.words.addWidget(title)
        if text:
            self.words.addWidget(PlainLabel(text, TextRole.SMALL, self, wrap=True))
            control.setAccessibleDescription(text)
        beside = QHBoxLayout()
        beside.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        self.put_beside(beside)


class Stepper(QWidget):
    """A value between two buttons: less and more. `stepped` carries -1 or 1."""

    stepped = Signal(int)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_S)
        self._less = self._button(look, "minus", self.tr("{name}: less").format(name=name), -1)
        self._less.setObjectName("step_less")
        self._more = self._button(look, "plus", self.tr("{name}: more").format(name=name), 1)
        self._more.setObjectName("step_more")
        self._value = PlainLabel("", TextRole.STRONG, self, tabular=True)
        self._value.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._value.setMinimumWidth(look.px(64))
        for widget in (self._less, self._value, self._more):
            row.addWidget(widget)
        self.setFocusProxy(self._more)

    def show_value(self, text: str, *, can_less: bool, can_more: bool) -> None:
        """Show a value and which way it can still go; emits nothing."""
        self._value.setText(text)
        self._less.setEnabled(can_less)
        self._more.setEnabled(can_more)

    def value_text(self) -> str:
        """The value shown."""
        return self._value.text()

    def _button(self, look: Look, icon: str, name: str, step: int) -> IconButton:
        button = IconButton(look, icon, name, self, framed=True)
        button.clicked.connect(lambda: self.stepped.emit(step))
        return button


Change = Callable[..., None]
"""Changes fields of the settings by name."""
