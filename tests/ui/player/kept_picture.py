"""A picture of a widget that is kept as a screen keeps it: only what the widget asks for is painted anew."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget

_OWN = QWidget.RenderFlag.DrawWindowBackground
"""What a widget paints itself, without those inside it."""
_SPOT_PX = 5


class KeptPicture(QObject):
    """Of a widget that is shown and keeps its size."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._region = QRegion()
        self._kept, self._whole = (QImage(widget.size(), QImage.Format.Format_RGB32) for _ in range(2))
        self._paint(self._kept, QRegion(widget.rect()))
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Lets every event through."""
        if isinstance(event, QPaintEvent):
            self._region += event.region()
        return False

    def catch_up(self) -> int:
        """Paints what was asked for; returns the pixels of the box around it."""
        QApplication.processEvents()
        region, box = QRegion(self._region), self._region.boundingRect()
        self._paint(self._kept, region)
        return box.width() * box.height()

    def difference(self) -> int:
        """The largest one to a picture painted as a whole, 0 to 255, of spots of a few pixels.

        Single pixels at the edge of a letter differ with the clipping.
        """
        self._paint(self._whole, QRegion(self._widget.rect()))
        painter = QPainter(self._whole)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
        painter.drawImage(0, 0, self._kept)
        painter.end()
        spots = self._whole.convertToFormat(QImage.Format.Format_Grayscale8).scaled(
            self._whole.size() / _SPOT_PX, mode=Qt.TransformationMode.SmoothTransformation
        )
        return max(bytes(spots.constBits()))

    def _paint(self, image: QImage, region: QRegion) -> None:
        self._widget.render(image, region.boundingRect().topLeft(), region, _OWN)
        self._region = QRegion()
