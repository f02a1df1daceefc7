"""One of several values in a row: the base of the pain scale, the effort scale and the range buttons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from facet_desktop.domain.values import frozen

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from facet_desktop.ui.theme import Look

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_CONFIRM = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)


@frozen
class Choice:
    """One value: ``text`` is painted, ``name`` is what a screen reader says, ``key`` names the object."""

    value: int
    text: str
    name: str
    key: str


class ChoiceCell(QRadioButton):
    """One cell of a row. Subclasses paint it; the row decides what is chosen."""

    def __init__(self, look: Look, choice: Choice, parent: QWidget) -> None:
        super().__init__(choice.text, parent)
        self.look = look
        self.choice = choice
        self.setAutoExclusive(False)
        self.setObjectName(choice.key)
        self.setAccessibleName(choice.name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def hitButton(self, pos: QPoint) -> bool:
        """The whole cell can be clicked."""
        return self.rect().contains(pos)

    def minimumSizeHint(self) -> QSize:
        """Cells never cut off their text."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left to the row, which knows the other cells."""
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Left to the row, like the press."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        self.paint_cell()

    def paint_cell(self) -> None:
        """Draw the cell at its present state."""
        raise AssertionError("each kind of cell paints itself")


class ChoiceRow(QWidget):
    """Holds the cells, the value and the keyboard. `chosen` is emitted only for what a person did.

    One Tab stop. Arrow keys, Home and End move between the cells; Enter or Space chooses. With
    ``choose_on_move`` the arrows choose at once, which suits a choice without consequences.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, choose_on_move: bool = False) -> None:
        super().__init__(parent)
        self._cells: list[ChoiceCell] = []
        self._value: int | None = None
        self._choose_on_move = choose_on_move
        self._policies = (Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus)

    def adopt_cells(self, cells: Sequence[ChoiceCell]) -> None:
        """Take over the cells, in order; called once, after they were laid out."""
        self._cells = list(cells)
        for cell in self._cells:
            cell.clicked.connect(self._clicked)
        self._rove(0)

    def cells(self) -> tuple[ChoiceCell, ...]:
        """The cells in order."""
        return tuple(self._cells)

    def leave_focus_to_tab(self) -> None:
        """Take the keyboard by Tab alone: after a click the page keeps its keys."""
        self._policies = (Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.NoFocus)
        stop = next((one for one, cell in enumerate(self._cells) if cell is self.focusProxy()), 0)
        self._rove(stop)

    def value(self) -> int | None:
        """The chosen value, or None when nothing is chosen yet."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show ``value`` as chosen; emits nothing."""
        self._value = value
        for index, cell in enumerate(self._cells):
            is_chosen = cell.choice.value == value
            cell.setChecked(is_chosen)
            if is_chosen:
                self._rove(index)
        if value is None:
            self._rove(0)

    def choose(self, value: int) -> None:
        """Do what a click on ``value`` does. Raises ``ValueError`` for a value the row does not have."""
        if all(cell.choice.value != value for cell in self._cells):
            raise ValueError(f"there is no choice {value}")
        self.set_value(value)
        self.chosen.emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the keys described above."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif (target := self._target(key)) is not None:
            self._move_to(target)
        elif key in _CONFIRM and self._focused() is not None:
            self.choose(self._cells[self._focused() or 0].choice.value)
        else:
            super().keyPressEvent(event)

    def _target(self, key: Qt.Key) -> int | None:
        last = len(self._cells) - 1
        if key == Qt.Key.Key_Home:
            return 0
        if key == Qt.Key.Key_End:
            return last
        step = _STEPS.get(key)
        if step is None:
            return None
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self.isRightToLeft():
            step = -step
        return min(last, max(0, (self._focused() or 0) + step))

    def _move_to(self, index: int) -> None:
        self._rove(index)
        self._cells[index].setFocus(Qt.FocusReason.TabFocusReason)
        if self._choose_on_move:
            self.choose(self._cells[index].choice.value)

    def _focused(self) -> int | None:
        return next((index for index, cell in enumerate(self._cells) if cell.hasFocus()), None)

    def _rove(self, index: int) -> None:
        for position, cell in enumerate(self._cells):
            stop, others = self._policies
            cell.setFocusPolicy(stop if position == index else others)
        if self._cells:
            self.setFocusProxy(self._cells[index])

    def _clicked(self) -> None:
        cell = self.sender()
        if isinstance(cell, ChoiceCell):
            self.choose(cell.choice.value)
