"""The player across a room: name, count, time and cue, the figure where it fits, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from facet_desktop.services.figures import FigureSource
from facet_desktop.ui.metrics import BOLD
from facet_desktop.ui.player.figure_card import FigureCard
from facet_desktop.ui.player.models import Motion
from facet_desktop.ui.player.room_layout import Placed, RoomPlaces, RoomPlanner, beside_px
from facet_desktop.ui.player.room_model import CountWords, RoomModel
from facet_desktop.ui.player.room_text import paint_lines
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.painting import smooth_painter

_STIR_PX = 12
"""A mouse that moves less was jolted, not taken."""


class RoomView(QWidget):
    """Shows a model in letters as large as they must be. `stirred` tells that somebody took the mouse."""

    stirred = Signal()

    def __init__(self, look: Look, figures: FigureSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._model = RoomModel("", None, "", "", None)
        self._places: RoomPlaces | None = None
        self._word_px = 1
        self._cue_height = 0.0
        self._mouse_from: QPointF | None = None
        self._figure = FigureCard(look, figures, self, bare=True)
        self._figure.setObjectName("room_figure")
        self._figure.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._figure.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("room_view")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.BlankCursor)
        look.changed.connect(self._replan)

    def model(self) -> RoomModel:
        """What is shown."""
        return self._model

    def places(self) -> RoomPlaces:
        """Where everything stands at the present size."""
        if self._places is None:
            planner = RoomPlanner(QSizeF(self.size()), self._font)
            has_figure = self._model.figure is not None and self._figure.has_picture()
            self._places = planner.plan(self._model, figure=has_figure, cue_height=self._cue_height)
            self._cue_height = self._places.cue.height()
            self._word_px = planner.word_px
            self._place_figure(self._places.figure)
        return self._places

    def show_model(self, model: RoomModel) -> None:
        """Show another state."""
        if model == self._model:
            return
        if model.figure is not None:
            self._figure.show_figure(model.figure)
        if model.title != self._model.title:
            self.setAccessibleName(model.title)  # never the seconds
            self._cue_height = 0.0
        self._model = model
        self._replan()

    def show_motion(self, motion: Motion) -> None:
        """Show another instant of the movement."""
        self._figure.show_motion(motion)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit everything again."""
        super().resizeEvent(event)
        self._cue_height = 0.0
        self._replan()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Somebody takes the mouse: the buttons are wanted."""
        at = event.globalPosition()
        if self._mouse_from is None:
            self._mouse_from = at
        elif (at - self._mouse_from).manhattanLength() >= _STIR_PX:
            self._mouse_from = None
            self.stirred.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A touch or a click does the same."""
        self.stirred.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        places, palette = self.places(), self._look.palette
        painter = smooth_painter(self)
        painter.fillRect(self.rect(), QColor(palette.background))
        title, cue = places.title_lines, places.cue_lines
        paint_lines(painter, places.title, title, self._font(title.size_px), palette.text)
        paint_lines(painter, places.cue, cue, self._font(cue.size_px), palette.primary_strong)
        self._paint_number(painter, places.time, CountWords("", self._model.time, ""), palette.cta)
        if places.count is not None and self._model.count is not None:
            self._paint_number(painter, places.count, self._model.count, palette.text)
        painter.end()

    def _paint_number(self, painter: QPainter, place: Placed, words: CountWords, colour: str) -> None:
        """A large number between small words, all on one line."""
        large, small = self._font(place.size_px), self._font(beside_px(place.size_px, self._word_px))
        space = QFontMetricsF(small).horizontalAdvance(" ")
        parts = [(words.before, small), (words.number, large), (words.after, small)]
        shown = [(text, font, QFontMetricsF(font).horizontalAdvance(text)) for text, font in parts if text]
        width = sum(one for _, _, one in shown) + space * (len(shown) - 1)
        x, baseline = place.box.center().x() - width / 2, place.box.bottom()
        for text, font, advance in shown:
            painter.setFont(font)
            painter.setPen(QColor(colour if font is large else self._look.palette.muted))
            painter.drawText(QPointF(x, baseline), text)
            x += advance + space

    def _font(self, size_px: int) -> QFont:
        """The typeface at a size of the screen, whatever the text size of the program."""
        font = QFont(self._look.font(1, BOLD, tabular=True))
        font.setPixelSize(max(1, size_px))
        return font

    def _place_figure(self, box: QRectF | None) -> None:
        self._figure.setVisible(box is not None)
        if box is not None:
            self._figure.setGeometry(box.toAlignedRect())

    def _replan(self) -> None:
        self._places = None
        self.places()
        self.update()
