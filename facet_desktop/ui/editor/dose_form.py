"""The form of the dose: one row a field, and over several exercises steps of −30 % and +10 %."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from facet_desktop.domain.editing.doses import SCALABLE, DoseField
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.editor.dose_field import DoseLineEdit
from facet_desktop.ui.editor.view_model import FieldView
from facet_desktop.ui.metrics import SPACE_S, SPACE_XS, TextRole
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.widgets.buttons import ButtonMetrics, ThemedButton
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.tab_order import tab_as_laid_out

LESS, MORE = 0.7, 1.1
"""Bulk steps: less by 30 % is what the clinical reference (D4) proposes after a red response; more by 10 %
is the lower end of its weekly limit."""
_STEP = ButtonMetrics(text_px=13, height_px=30, sides_px=7)


class DoseRow(QWidget):
    """Label, field, steps, and the sentence about what is wrong."""

    typed = Signal(object, str)
    left = Signal(object)
    scaled = Signal(object, float)

    def __init__(self, context: UiContext, field: DoseField, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_S)
        grid.setVerticalSpacing(SPACE_XS)
        self.label = PlainLabel("", TextRole.MUTED, self)
        self.edit = DoseLineEdit(self)
        self.edit.setObjectName(f"editor_dose_{field}")
        self.label.setBuddy(self.edit)
        grid.addWidget(self.label, 0, 0)
        grid.addWidget(self.edit, 0, 1)
        self._steps = QWidget(self)
        self._steps.setLayout(self._step_buttons(context))
        grid.addWidget(self._steps, 1, 1)
        self.problem = PlainLabel("", TextRole.SMALL, self, wrap=True)
        self.problem.setObjectName(f"editor_problem_{field}")
        self.problem.set_tone(Tone.ALERT)
        self.problem.hide()
        grid.addWidget(self.problem, 2, 0, 1, 2)
        grid.setColumnStretch(0, 4)
        grid.setColumnStretch(1, 5)
        self.edit.typed.connect(lambda text: self.typed.emit(field, text))
        self.edit.left.connect(lambda: self.left.emit(field))

    def present(self, view: FieldView, *, is_bulk: bool, keep_typing: bool) -> None:
        """Shows a view; emits nothing."""
        self.label.setText(view.label)
        self.edit.setAccessibleName(view.label)
        self.edit.setPlaceholderText(view.hint)
        if self.edit.show_value(view.text, keep_typing=keep_typing):
            self.show_problem("")
        self._steps.setVisible(is_bulk and self.field in SCALABLE)

    def show_problem(self, sentence: str) -> None:
        """Shows what is wrong; an empty sentence takes it away."""
        self.edit.set_refused(bool(sentence))
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.edit.setAccessibleDescription(sentence)

    def _step_buttons(self, context: UiContext) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_XS)
        for factor, text, name in (
            (LESS, "\N{MINUS SIGN}30 %", self.tr("30 % less")),
            (MORE, "+10 %", self.tr("10 % more")),
        ):
            button = ThemedButton(context.theme, text, parent=self, metrics=_STEP)
            button.setObjectName(f"editor_scale_{self.field}_{'less' if factor < 1 else 'more'}")
            button.setAccessibleName(name)
            button.clicked.connect(lambda _=False, by=factor: self.scaled.emit(self.field, by))
            row.addWidget(button)
        return row


class DoseForm(QWidget):
    """Rows for the fields of a view. Hands on what is typed, and shows what is wrong with it."""

    typed = Signal(object, str)
    left = Signal(object)
    scaled = Signal(object, float)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: tuple[str, ...] = ()
        self._extras: set[DoseField] = set()
        self._shows_extras = False
        self._order: list[DoseField] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(SPACE_S)
        shown = [field for field in DoseField if field is not DoseField.SIDE]
        self.rows: dict[DoseField, DoseRow] = {field: DoseRow(context, field, self) for field in shown}
        for row in self.rows.values():
            row.typed.connect(self.typed)
            row.left.connect(self.left)
            row.scaled.connect(self.scaled)
            row.hide()

    def present(self, ids: tuple[str, ...], views: Sequence[FieldView]) -> None:
        """Shows the fields of what is selected; emits nothing."""
        same = ids == self._ids
        self._ids = ids
        self._extras = {view.field for view in views if view.is_extra}
        shown = {view.field for view in views if self._shows_extras or not view.is_extra}
        for field, row in self.rows.items():
            row.setVisible(field in shown)
        self._lay_out([view.field for view in views])
        for view in views:
            self.rows[view.field].present(view, is_bulk=len(ids) > 1, keep_typing=same)

    def _lay_out(self, order: list[DoseField]) -> None:
        """Rows one below the other, and Tab through them in the same order."""
        if order == self._order:
            return
        self._order = order
        for place, field in enumerate(order):
            self._grid.addWidget(self.rows[field], place, 0)
        tab_as_laid_out(self)

    def show_extras(self, shows: bool) -> None:
        """Shows or hides the fields that are seldom changed."""
        self._shows_extras = shows
        for field in self._extras:
            self.rows[field].setVisible(shows)

    def focus_first(self) -> None:
        """Puts the keyboard into the first field."""
        self.rows[DoseField.SETS].edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
