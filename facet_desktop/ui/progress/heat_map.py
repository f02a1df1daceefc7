"""Days by week and weekday. Each state has a shape of its own, so that it reads without colour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from facet_desktop.ui.charts.announce import announce
from facet_desktop.ui.dates import day_letter, day_text
from facet_desktop.ui.metrics import SMALL_PX
from facet_desktop.ui.progress.day_marks import paint_day
from facet_desktop.ui.progress.presenter import HeatDay
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.painting import draw_text, outline_round, smooth_painter, text_width
from facet_desktop.ui.widgets.stored_text import tip_text

_LETTER_PX, _HEAD_PX, _GAP_SHARE = 28, 20, 0.2
_MIN_PITCH_PX, _MAX_PITCH_PX = 13, 30
_STEPS = {
    Qt.Key.Key_Left: -7,
    Qt.Key.Key_Right: 7,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
}


class HeatMap(QWidget):
    """Weeks from left to right, Monday at the top. The arrow keys move from day to day.

    Where not all weeks have room the latest are shown; `fitted` tells how many. `pointed` carries the
    sentence of the day that the keyboard is on, empty without one.
    """

    pointed = Signal(str)
    fitted = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._days: tuple[HeatDay, ...] = ()
        self._cursor: int | None = None
        self._fitted = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_days(self, days: Sequence[HeatDay], name: str, summary: str) -> None:
        """Show these days: whole weeks, from a Monday to a Sunday."""
        self._days = tuple(days)
        self._cursor = None
        self.setAccessibleName(name)
        self.setAccessibleDescription(
            self.tr("{summary} Arrow keys read out each day.").format(summary=summary)
        )
        self._fit()
        self.update()

    def shown_weeks(self) -> int:
        """How many weeks have room."""
        room = (self.width() - self._look.px(_LETTER_PX)) // self._look.px(_MIN_PITCH_PX)
        return max(1, min(len(self._days) // 7, room))

    def day_at(self, point: QPointF) -> HeatDay | None:
        """The day under a point, or None."""
        return next((day for index, day in self._shown() if self._cell(index).contains(point)), None)

    def sizeHint(self) -> QSize:
        """Room for twelve weeks."""
        look = self._look
        return QSize(look.px(_LETTER_PX + 12 * 18), look.px(_HEAD_PX + 7 * 18))

    def minimumSizeHint(self) -> QSize:
        """The cells shrink, but can be told apart."""
        look = self._look
        return QSize(look.px(_LETTER_PX + 6 * _MIN_PITCH_PX), look.px(_HEAD_PX + 7 * _MIN_PITCH_PX + 3))

    def event(self, event: QEvent) -> bool:
        """Name the day under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            day = self.day_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip_text(day.text) if day else "", self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find out how many weeks have room."""
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move from day to day."""
        last = len(self._days) - 1
        first = len(self._days) - 7 * self.shown_weeks()
        step = _STEPS.get(Qt.Key(event.key()))
        if not self._days or (step is None and event.key() not in (Qt.Key.Key_Home, Qt.Key.Key_End)):
            super().keyPressEvent(event)
            return
        if step is None:
            target = first if event.key() == Qt.Key.Key_Home else last
        elif self._cursor is None:
            target = last
        else:
            target = self._cursor + step
        if first <= target <= last:
            self._move_to(target)
            announce(self, self._days[target].text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The cursor goes with the keyboard."""
        super().focusOutEvent(event)
        self._move_to(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        if not self._days:
            return
        painter = smooth_painter(self)
        self._paint_letters(painter)
        self._paint_months(painter)
        for index, day in self._shown():
            paint_day(painter, self._look, self._cell(index), day.state)
        if self.hasFocus():
            self._paint_focus(painter)
        painter.end()

    def _fit(self) -> None:
        look = self._look
        across = (self.width() - look.px(_LETTER_PX)) / self.shown_weeks()
        pitch = max(look.px(_MIN_PITCH_PX), min(look.px(_MAX_PITCH_PX), round(across)))
        self.setMaximumHeight(look.px(_HEAD_PX) + 7 * pitch + 4)
        weeks = self.shown_weeks() if self._days else 0
        if weeks != self._fitted:
            self._fitted = weeks
            self.fitted.emit(weeks)

    def _move_to(self, index: int | None) -> None:
        self._cursor = index
        self.pointed.emit(self._days[index].text if index is not None else "")
        self.update()

    def _shown(self) -> list[tuple[int, HeatDay]]:
        first = len(self._days) - 7 * self.shown_weeks()
        return [(index, day) for index, day in enumerate(self._days) if index >= first]

    def _pitch(self) -> float:
        look, weeks = self._look, self.shown_weeks()
        across = (self.width() - look.px(_LETTER_PX)) / weeks
        down = (self.height() - look.px(_HEAD_PX) - 2) / 7
        return max(6.0, min(float(look.px(_MAX_PITCH_PX)), across, down))

    def _cell(self, index: int) -> QRectF:
        week, weekday = divmod(index - (len(self._days) - 7 * self.shown_weeks()), 7)
        pitch = self._pitch()
        side = round(pitch * (1 - _GAP_SHARE))
        left = round(self._look.px(_LETTER_PX) + week * pitch)
        return QRectF(left, round(self._look.px(_HEAD_PX) + weekday * pitch), side, side)

    def _paint_letters(self, painter: QPainter) -> None:
        look, pitch = self._look, self._pitch()
        first = len(self._days) - 7 * self.shown_weeks()
        for weekday in range(0, 7, 1 if pitch >= look.px(17) else 2):
            cell = self._cell(first + weekday)
            box = QRect(0, round(cell.top()) - 6, look.px(_LETTER_PX - 8), round(cell.height()) + 12)
            flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter)
            draw_text(painter, box, day_letter(weekday), look.font(SMALL_PX), look.palette.muted, flags)

    def _paint_months(self, painter: QPainter) -> None:
        look, free = self._look, 0.0
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        month = None
        for index, one in self._shown()[::7]:
            text, key = day_text(one.day, "MMM"), (one.day.year, one.day.month)
            left = self._cell(index).left()
            width = text_width(look.font(SMALL_PX), text)
            if key != month and left >= free and left + width <= self.width():
                box = QRect(round(left), 0, width + 1, look.px(_HEAD_PX - 4))
                draw_text(painter, box, text, look.font(SMALL_PX), look.palette.muted, flags)
                free = left + width + look.px(8)
            month = key

    def _paint_focus(self, painter: QPainter) -> None:
        palette = self._look.palette
        if self._cursor is None:
            outline_round(painter, QRectF(self.rect()), palette.focus, 8, 2)
        else:
            outline_round(painter, self._cell(self._cursor).adjusted(-3, -3, 3, 3), palette.focus, 6, 2)
