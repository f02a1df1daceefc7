"""The player across a room: name, count, time and cue, the figure where it fits, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from facet_desktop.domain.values import frozen
from facet_desktop.services.figures import FigureSource
from facet_desktop.ui.metrics import BOLD
from facet_desktop.ui.player.figure_card import FigureCard
from facet_desktop.ui.player.models import Motion
from facet_desktop.ui.player.room_layout import Placed, RoomPlaces, RoomPlanner, beside_px
from facet_desktop.ui.player.room_model import CountWords, RoomModel
from facet_desktop.ui.player.room_text import Lines, paint_lines
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.painting import smooth_painter

_STIR_PX = 12
"""A mouse that moves less was jolted, not taken."""
_REACH = 0.35
"""How far accents and tails reach beyond a box, as a share of the font's size."""


@frozen
class _Part:
    """Something written: its box, where its ink may be, and all that decides what it looks like."""

    box: QRectF
    reach: QRect
    size_px: int
    words: Lines | CountWords
    colour: str


def _part(box: QRectF, size_px: int, words: Lines | CountWords, colour: str) -> _Part:
    more = _REACH * size_px
    return _Part(box, box.adjusted(-more, -more, more, more).toAlignedRect(), size_px, words, colour)


class RoomView(QWidget):
    """Shows a model in letters as large as they must be. `stirred` tells that somebody took the mouse."""

    stirred = Signal()

    def __init__(self, look: Look, figures: FigureSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._model = RoomModel("", None, "", "", None)
        self._places: RoomPlaces | None = None
        self._planner: RoomPlanner | None = None
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
            if self._planner is None:
                self._planner = RoomPlanner(QSizeF(self.size()), self._font)
            planner = self._planner
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
        before = self._parts()
        self._model, self._places = model, None
        self._update_changed(before, self._parts())

    def show_motion(self, motion: Motion) -> None:
        """Show another instant of the movement."""
        self._figure.show_motion(motion)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit everything again."""
        super().resizeEvent(event)
        self._cue_height = 0.0
        self._planner = None
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
        """Draw what of it was asked for: letters as large as these are dear."""
        painter = smooth_painter(self)
        painter.fillRect(event.rect(), QColor(self._look.palette.background))
        for part in self._parts():
            if event.region().intersects(part.reach):
                self._paint_part(painter, part)
        painter.end()

    def _parts(self) -> tuple[_Part, ...]:
        """What is written now, and where."""
        places, palette = self.places(), self._look.palette
        time = places.time
        parts = [
            _part(places.title, places.title_lines.size_px, places.title_lines, palette.text),
            _part(places.cue, places.cue_lines.size_px, places.cue_lines, palette.primary_strong),
            _part(time.box, time.size_px, CountWords("", self._model.time, ""), palette.cta),
        ]
        if places.count is not None and self._model.count is not None:
            count = places.count
            parts.append(_part(count.box, count.size_px, self._model.count, palette.text))
        return tuple(parts)

    def _update_changed(self, before: tuple[_Part, ...], now: tuple[_Part, ...]) -> None:
        for one, others in ((before, now), (now, before)):
            for part in one:
                if part not in others:
                    self.update(part.reach)

    def _paint_part(self, painter: QPainter, part: _Part) -> None:
        if isinstance(part.words, Lines):
            paint_lines(painter, part.box, part.words, self._font(part.size_px), part.colour)
        else:
            self._paint_number(painter, Placed(part.box, part.size_px), part.words, part.colour)

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
