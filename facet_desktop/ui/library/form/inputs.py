"""The inputs of the form; each has a value that can be read and written, and says when it changes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from facet_desktop.domain.own_form import Value
from facet_desktop.ui.metrics import SPACE_S, SPACE_XS, TextRole
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.chips import FilterChip
from facet_desktop.ui.widgets.flow import FlowLayout
from facet_desktop.ui.widgets.labels import PlainLabel

Choices = Sequence[tuple[str, str]]


class Input(QWidget):
    """A title, something to fill in, and the problem with it."""

    edited = Signal()

    def __init__(self, field: str, title: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_XS)
        self._title = PlainLabel(title, TextRole.STRONG, self)
        self._column.addWidget(self._title)
        self._hint = PlainLabel(hint, TextRole.SMALL, self, wrap=True)
        self._hint.setVisible(bool(hint))
        self._problem = PlainLabel("", TextRole.BODY, self, wrap=True)
        self._problem.setObjectName(f"problem_{field}")
        self._problem.set_tone(Tone.ALERT)
        self._problem.hide()
        self._main: QWidget = self

    def adopt(self, widget: QWidget, title: str) -> None:
        """Puts the widget that is filled in between title and hint; called once."""
        self._main = widget
        widget.setObjectName(f"own_{self.field}")
        widget.setAccessibleName(title)
        self._title.setBuddy(widget)
        self._column.addWidget(widget)
        self._column.addWidget(self._hint)
        self._column.addWidget(self._problem)

    def value(self) -> Value:
        """What is filled in."""
        raise AssertionError("each kind of input has a value")

    def set_value(self, value: Value) -> None:
        """Fills it in."""
        raise AssertionError("each kind of input has a value")

    def problem(self) -> str:
        """What is wrong with it, or an empty text."""
        return self._problem.text()

    def show_problem(self, text: str) -> None:
        """Tells what is wrong; an empty text takes it back."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self._main.setAccessibleDescription(text)
        self._main.setProperty("invalid", "true" if text else None)
        self._main.style().unpolish(self._main)
        self._main.style().polish(self._main)

    def take_focus(self, *, choose_all: bool = False) -> None:
        """Puts the keyboard here; with ``choose_all`` the next letter replaces the text of a line."""
        self._main.setFocus(Qt.FocusReason.OtherFocusReason)
        if choose_all and isinstance(self._main, QLineEdit):
            self._main.selectAll()


class LineInput(Input):
    """One line."""

    def __init__(self, field: str, title: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(field, title, hint, parent)
        self._edit = QLineEdit(self)
        self._edit.textEdited.connect(lambda _: self.edited.emit())
        self.adopt(self._edit, title)

    def value(self) -> Value:
        """The text."""
        return self._edit.text()

    def set_value(self, value: Value) -> None:
        """Shows another text."""
        self._edit.setText(str(value))
        self._edit.setCursorPosition(0)


class AreaInput(Input):
    """Several lines."""

    def __init__(
        self, field: str, title: str, hint: str = "", parent: QWidget | None = None, *, lines: int = 4
    ) -> None:
        super().__init__(field, title, hint, parent)
        self._edit = QPlainTextEdit(self)
        self._edit.setTabChangesFocus(True)
        self._edit.setFixedHeight(self._edit.fontMetrics().lineSpacing() * lines + 34)
        self._edit.textChanged.connect(self.edited)
        self.adopt(self._edit, title)

    def value(self) -> Value:
        """The text."""
        return self._edit.toPlainText()

    def set_value(self, value: Value) -> None:
        """Shows another text."""
        if value != self.value():
            self._edit.setPlainText(str(value))


class ChoiceInput(Input):
    """One of a few values."""

    def __init__(self, field: str, title: str, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(field, title, "", parent)
        self._box = QComboBox(self)
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.setMinimumContentsLength(8)
        for key, text in choices:
            self._box.addItem(text, key)
        self._box.activated.connect(lambda _: self.edited.emit())
        self.adopt(self._box, title)

    def value(self) -> Value:
        """The chosen key."""
        return str(self._box.currentData())

    def set_value(self, value: Value) -> None:
        """Chooses a key."""
        self._box.setCurrentIndex(self._box.findData(value))


class NameInput(Input):
    """The name of another exercise, found while one types, or own words."""

    def __init__(
        self, field: str, title: str, names: Sequence[str], hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(field, title, hint, parent)
        self._edit = QLineEdit(self)
        finder = QCompleter(list(names), self._edit)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        self._edit.setCompleter(finder)
        self._edit.textEdited.connect(lambda _: self.edited.emit())
        self.adopt(self._edit, title)

    def value(self) -> Value:
        """The text."""
        return self._edit.text()

    def set_value(self, value: Value) -> None:
        """Shows another text."""
        self._edit.setText(str(value))


class ChipsInput(Input):
    """Any number of a few values."""

    def __init__(
        self, look: Look, field: str, title: str, choices: Choices, parent: QWidget | None = None
    ) -> None:
        super().__init__(field, title, "", parent)
        box = QWidget(self)
        row = FlowLayout(box, SPACE_S - 2)
        self._chips: dict[str, FilterChip] = {}
        for key, text in choices:
            chip = FilterChip(look, text, parent=box)
            chip.setObjectName(f"own_{field}_{key}")
            chip.clicked.connect(self.edited)
            self._chips[key] = chip
            row.addWidget(chip)
        self.adopt(box, title)

    def value(self) -> Value:
        """The chosen keys, in their usual order."""
        return tuple(key for key, chip in self._chips.items() if chip.isChecked())

    def set_value(self, value: Value) -> None:
        """Chooses keys."""
        for key, chip in self._chips.items():
            chip.setChecked(key in value)

    def take_focus(self, *, choose_all: bool = False) -> None:
        """Puts the keyboard on the first chip."""
        next(iter(self._chips.values())).setFocus(Qt.FocusReason.OtherFocusReason)
