"""Numbers, dates and times in the same frame as other fields.

Under a style sheet with a border Qt 6.11 places the text of a spin box at the frame's very edge, and gives
it no room at all without buttons. So only spin boxes dressed here take the program's frame, and their text
is put in its place here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDateEdit,
    QDoubleSpinBox,
    QLineEdit,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

if TYPE_CHECKING:
    from facet_desktop.ui.theme import Look

_SIDE_PX, _BUTTONS_PX = 10, 28
_PLACING = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show)


class _EditPlacer(QObject):
    """Keeps the line edit of a spin box clear of the frame and of the arrows."""

    def __init__(self, look: Look, box: QAbstractSpinBox, edit: QLineEdit) -> None:
        super().__init__(box)
        self._look = look
        self._box = box
        self._edit = edit
        edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put the edit back whenever the spin box has moved it."""
        if event.type() in _PLACING and self._edit.geometry() != self._wanted():
            self._edit.setGeometry(self._wanted())
        return False

    def _wanted(self) -> QRect:
        look, room = self._look, self._box.rect()
        has_arrows = self._box.buttonSymbols() != QAbstractSpinBox.ButtonSymbols.NoButtons
        start, end = look.px(_SIDE_PX), look.px(_BUTTONS_PX if has_arrows else _SIDE_PX)
        if self._box.isRightToLeft():
            start, end = end, start
        return room.adjusted(start, 2, -end, -2)


def dress_spin_box(look: Look, box: QAbstractSpinBox, name: str) -> None:
    """Give any spin box the frame of the other fields; call once, after it was made.

    ``name`` is its accessible name. Hide the arrows with ``setButtonSymbols`` where space is short.
    """
    box.setProperty("field", True)
    box.setAccessibleName(name)
    edit = box.findChild(QLineEdit)
    if edit is not None:
        _EditPlacer(look, box, edit)


class NumberField(QSpinBox):
    """A whole number from ``low`` to ``high``, with a unit after it if it has one."""

    def __init__(
        self, look: Look, name: str, low: int, high: int, unit: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setRange(low, high)
        if unit:
            self.setSuffix(f" {unit}")
        dress_spin_box(look, self, name)


class DecimalField(QDoubleSpinBox):
    """A number with one decimal (or as set with ``setDecimals``) from ``low`` to ``high``."""

    def __init__(
        self, look: Look, name: str, low: float, high: float, unit: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setDecimals(1)
        self.setRange(low, high)
        if unit:
            self.setSuffix(f" {unit}")
        dress_spin_box(look, self, name)


class DateField(QDateEdit):
    """A day, typed or picked from a calendar."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        dress_spin_box(look, self, name)


class TimeField(QTimeEdit):
    """A time of day."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress_spin_box(look, self, name)
