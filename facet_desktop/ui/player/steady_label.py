"""A label for what counts: it asks for another layout only when its text takes another width."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from facet_desktop.ui.metrics import TextRole
from facet_desktop.ui.widgets.labels import PlainLabel


class SteadyLabel(PlainLabel):
    """One line with tabular digits.

    A label whose size is free makes its whole page be laid out anew with each text, many times dearer than
    painting a second that has passed. So the size is set, to just what the text takes.
    """

    def __init__(self, role: TextRole, parent: QWidget | None = None) -> None:
        super().__init__("", role, parent, tabular=True)
        self._fit()

    def show_text(self, text: str) -> None:
        """Show another text; nothing happens when it is the same."""
        if text != self.text():
            self.setText(text)
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        # Not the size hint: that is never below the size that was set before.
        size = self.fontMetrics().size(Qt.TextFlag.TextSingleLine.value, self.text())
        if size != self.minimumSize() or size != self.maximumSize():
            self.setFixedSize(size)
