"""What a page shows while there is nothing to show: what to do first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facet_desktop.ui.metrics import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, TextRole
from facet_desktop.ui.widgets.banner import TintedIcon
from facet_desktop.ui.widgets.buttons import PrimaryButton
from facet_desktop.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from facet_desktop.ui.theme import Look

_TEXT_WIDTH_PX, _LEAST_PX = 420, 160


class EmptyState(QWidget):
    """An icon, a headline, one sentence and, if there is something to do, one button.

    `acted` is emitted when the button is pressed; its object name is ``empty_action``.
    """

    acted = Signal()

    def __init__(
        self,
        look: Look,
        icon: str,
        headline: str,
        sentence: str,
        parent: QWidget | None = None,
        *,
        action: str = "",
    ) -> None:
        super().__init__(parent)
        self._look = look
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_XL)
        column.setSpacing(SPACE_S)
        column.addStretch(1)
        column.addWidget(TintedIcon(look, icon, 40, self), 0, middle)
        column.addSpacing(SPACE_S)
        title = PlainLabel(headline, TextRole.HEADING, self)
        column.addWidget(title, 0, middle)
        self._fixed: list[QWidget] = [title]
        self._sentence = PlainLabel(sentence, TextRole.MUTED, self, wrap=True)
        self._sentence.setAlignment(middle)
        column.addWidget(self._sentence, 0, middle)
        if action:
            column.addSpacing(SPACE_M)
            button = PrimaryButton(look, action, parent=self)
            button.setObjectName("empty_action")
            button.clicked.connect(self.acted)
            column.addWidget(button, 0, middle)
            self._fixed.append(button)
        column.addSpacing(SPACE_L)
        column.addStretch(1)
        self.setAccessibleName(headline)
        self.setAccessibleDescription(sentence)
        look.changed.connect(self._fit)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as all but the sentence allow: how wide that is now follows from the page."""
        hint = super().minimumSizeHint()
        fixed = [one.minimumSizeHint().width() for one in self._fixed]
        hint.setWidth(max(_LEAST_PX, *fixed) + 2 * SPACE_XL)
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the sentence where the page ends."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # A centred label is asked for its height at the width of the whole page, so it is told here.
        width = max(_LEAST_PX, min(self._look.px(_TEXT_WIDTH_PX), self.width() - 2 * SPACE_XL))
        self._sentence.ensurePolished()
        self._sentence.setFixedSize(width, self._sentence.heightForWidth(width))
