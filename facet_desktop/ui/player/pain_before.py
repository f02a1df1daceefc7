"""Pain before the session, asked while the person gets into the first position."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facet_desktop.ui.metrics import SPACE_L, SPACE_S, TextRole
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.scales import PainScale

_SCALE_PX = 680


class PainBefore(QWidget):
    """The question before the first exercise, in one row; it never holds anything up."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE_S, 0, 0)
        row.setSpacing(SPACE_L)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(PlainLabel(self.tr("Pain right now?"), TextRole.SUBTITLE, self))
        words.addWidget(PlainLabel(self.tr("You may leave this out."), TextRole.MUTED, self))
        words.addStretch(1)
        row.addLayout(words)
        self.scale = PainScale(look, self, words=False)
        self.scale.setObjectName("before_pain")
        row.addWidget(self.scale, 100)
        row.addStretch(1)
        look.changed.connect(self._resize)
        self._resize()

    def _resize(self) -> None:
        self.scale.setMaximumWidth(self._look.px(_SCALE_PX))
