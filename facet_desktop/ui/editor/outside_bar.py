"""A scroll bar in the gap beside a list, so that its rows keep the full width of their column."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

from facet_desktop.ui.theme import Look

_WIDTH_PX, _GAP_PX = 10, 2
_PLACING = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class OutsideScrollBar(QScrollBar):
    """Mirrors the hidden vertical bar of `area` and lies right of it inside `host`."""

    def __init__(self, look: Look, area: QAbstractScrollArea, host: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, host)
        self._look = look
        self._area = area
        self._host = host
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = area.verticalScrollBar()
        inner.rangeChanged.connect(self._follow)
        inner.valueChanged.connect(self.setValue)
        self.valueChanged.connect(inner.setValue)
        area.installEventFilter(self)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays beside the list."""
        if event.type() in _PLACING:
            self._follow()
        return False

    def _follow(self) -> None:
        inner = self._area.verticalScrollBar()
        self.setRange(inner.minimum(), inner.maximum())
        self.setPageStep(inner.pageStep())
        self.setSingleStep(inner.singleStep())
        self.setValue(inner.value())
        place = self._area.mapTo(self._host, self._area.rect().topRight())
        self.setGeometry(place.x() + _GAP_PX, place.y(), self._look.px(_WIDTH_PX), self._area.height())
        self.setVisible(inner.maximum() > inner.minimum() and self._area.isVisibleTo(self._host))
        self.raise_()
