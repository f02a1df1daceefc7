"""Labels that show text exactly as it is stored: never as markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from facet_desktop.ui.fonts import with_tabular_figures
from facet_desktop.ui.metrics import TextRole
from facet_desktop.ui.palettes import Tone

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent


class PlainLabel(QLabel):
    """A label of plain text in one of the program's text roles.

    ``wrap`` breaks long text over lines, ``tabular`` gives all digits one width for counts that change.
    """

    def __init__(
        self,
        text: str = "",
        role: TextRole = TextRole.BODY,
        parent: QWidget | None = None,
        *,
        wrap: bool = False,
        tabular: bool = False,
    ) -> None:
        super().__init__(parent)
        self._heights: dict[int, int] = {}
        self._measured: object = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if role is not TextRole.BODY:
            self.setProperty("role", role.value)
        if tabular:
            self.setFont(with_tabular_figures(self.font()))
        self.setText(text)

    def set_tone(self, tone: Tone) -> None:
        """Colour the text; `Tone.NEUTRAL` takes it back. Say it in words as well."""
        self._set_style_property("tone", None if tone is Tone.NEUTRAL else tone.value)

    def set_role(self, role: TextRole) -> None:
        """Change what the text is for."""
        self._set_style_property("role", None if role is TextRole.BODY else role.value)

    def heightForWidth(self, width: int) -> int:
        """As Qt finds it, but once: layouts ask for the same few widths a dozen times."""
        margins = self.contentsMargins()
        sides = (margins.left(), margins.top(), margins.right(), margins.bottom())
        measured = (self.text(), self.font().key(), self.indent(), self.margin(), sides)
        if measured != self._measured:
            self._measured = measured
            self._heights.clear()
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = super().heightForWidth(width)
        return height

    def _set_style_property(self, name: str, value: str | None) -> None:
        if self.property(name) != value:
            self.setProperty(name, value)
            self.style().unpolish(self)
            self.style().polish(self)


class ElidedLabel(PlainLabel):
    """One line of plain text, shortened with … when there is no room; the whole text is in the tooltip."""

    def __init__(self, text: str = "", role: TextRole = TextRole.BODY, parent: QWidget | None = None) -> None:
        super().__init__("", role, parent)
        self._full = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_full_text(text)

    def set_full_text(self, text: str) -> None:
        """Show ``text``, as much of it as fits."""
        self._full = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._elide()

    def full_text(self) -> str:
        """The text, unshortened."""
        return self._full

    def sizeHint(self) -> QSize:
        """Room for the whole text."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._full) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance("Mmm…"), metrics.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the contents in place."""
        super().resizeEvent(event)
        self._elide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        self._elide()
        super().paintEvent(event)

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, self.width())
        if shown != self.text():
            self.setText(shown)
        self.setToolTip(self._full if shown != self._full else "")


class Separator(QFrame):
    """A one-pixel line between rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("frame", "line")
