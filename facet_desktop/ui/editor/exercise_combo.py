"""A choice of one exercise, or of none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from facet_desktop.ui.editor.view_model import Step
from facet_desktop.ui.widgets.stored_text import tip_text


class ElidedCombo(QComboBox):
    """A choice whose shown text ends in an ellipsis where it does not fit, instead of being cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame, then as much of the text as fits."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        area = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, area, self).width()
        shown = option.fontMetrics.elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room - 4)
        option.currentText = shown
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def widen_list(self) -> None:
        """Make the opened list as wide as its longest entry."""
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(self.itemText(i)) for i in range(self.count())), default=0)
        self.view().setTextElideMode(Qt.TextElideMode.ElideNone)
        self.view().setMinimumWidth(widest + 40)


class ExerciseCombo(ElidedCombo):
    """Lists exercises by name after an entry for none; typing jumps to a name."""

    def __init__(self, none: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._none = none
        self._listed: Sequence[Step] | None = None

    def show_choice(self, exercises: Sequence[Step], slug: str | None) -> None:
        """Shows a choice; an exercise that is no longer in the library reads as none. Emits nothing."""
        self.blockSignals(True)
        if exercises is not self._listed:
            self._listed = exercises
            self.clear()
            self.addItem(self._none, None)
            for one in exercises:
                self.addItem(one.text, one.slug)
            self.widen_list()
        self.setCurrentIndex(max(0, self.findData(slug)) if slug else 0)
        self.setToolTip(tip_text(self.currentText()))
        self.blockSignals(False)

    def slug(self) -> str | None:
        """The exercise chosen, or None."""
        chosen = self.currentData()
        return chosen if isinstance(chosen, str) else None
