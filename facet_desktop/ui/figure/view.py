"""The figure on the screen: it shows one moment of a movement and can be turned by hand or by keyboard."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facet_desktop.domain.figure.movement import Camera, Movement
from facet_desktop.domain.step import StepSide
from facet_desktop.ui.figure.colours import LIGHT, FigureColours
from facet_desktop.ui.figure.painter import START, FigurePainter, Moment

_DEGREES_PER_PIXEL = 0.5
_KEY_STEP_DEGREES = 15.0
_LOWEST, _HIGHEST = -10.0, 85.0
_GAP = 12.0
_DIGITS = 6
"""Of a position: the same moment of another repetition differs in the last bits only."""
_BREATH_STEPS = 64
"""A breath lifts the chest by less than ten pixels, so this many pictures of it are as smooth as all of them,
and a long hold costs a fraction."""

_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_KEYS = {
    Qt.Key.Key_Left: (_KEY_STEP_DEGREES, 0.0),
    Qt.Key.Key_Right: (-_KEY_STEP_DEGREES, 0.0),
    Qt.Key.Key_Up: (0.0, _KEY_STEP_DEGREES),
    Qt.Key.Key_Down: (0.0, -_KEY_STEP_DEGREES),
}


class FigureView(QWidget):
    """Shows a movement at a position. It keeps no time: whoever owns it sets every frame."""

    view_turned = Signal()
    """The person turned the figure or put it back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("figure_view")
        self.setAccessibleName(self.tr("Moving figure"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._figures = FigurePainter(LIGHT)
        self._movement: Movement | None = None
        self._moment = START
        self._turned = (0.0, 0.0)
        self._reduced_motion = False
        self._dragged_from: QPointF | None = None
        self._ringed = False
        self._say_how_to_turn()

    def show_movement(
        self, movement: Movement | None, name: str = "", description: str = "", *, keep_view: bool = False
    ) -> None:
        """Show another movement from its own view, at its start; None shows nothing.

        Args:
            movement: what to show.
            name: accessible name, for instance the exercise's name.
            description: accessible description, for instance its first step.
            keep_view: stay turned as it is, for a movement that is being edited.
        """
        self._movement = movement
        self._moment = START
        if not keep_view:
            self._turned = (0.0, 0.0)
        self.setAccessibleName(name or self.tr("Moving figure"))
        self.setAccessibleDescription(description)
        self.update()

    def set_moment(self, position: float, breath: float = 0.0, side: StepSide = StepSide.BOTH) -> None:
        """Show one moment; nothing is painted again unless something changed.

        Args:
            position: 0 start to 1 end, or the number of cycles of a cyclic movement.
            breath: volume of air, 0 to 1; shown in steps.
            side: the working side.
        """
        moment = Moment(round(position, _DIGITS), round(breath * _BREATH_STEPS) / _BREATH_STEPS, side)
        if moment == self._moment:
            return
        before, self._moment = self._moment, moment
        if not self._reduced_motion or before.side is not side:
            self.update()

    def set_colours(self, colours: FigureColours) -> None:
        """Use another set of colours."""
        if colours != self._figures.colours:
            self._figures = FigurePainter(colours)
            self.update()

    def set_reduced_motion(self, reduced: bool) -> None:
        """Show start and end side by side instead of moving."""
        if reduced != self._reduced_motion:
            self._reduced_motion = reduced
            self.update()

    @property
    def camera(self) -> Camera | None:
        """The view as it is turned now; None without a movement."""
        if self._movement is None:
            return None
        own = self._movement.camera_for(self._moment.side)
        yaw, pitch = self._turned
        return replace(own, yaw=own.yaw + yaw, pitch=min(_HIGHEST, max(_LOWEST, own.pitch + pitch)))

    def turn(self, yaw_degrees: float, pitch_degrees: float) -> None:
        """Turn the view by so many degrees to the side and upward."""
        camera = self.camera
        if self._movement is None or camera is None:
            return
        pitch = min(_HIGHEST, max(_LOWEST, camera.pitch + pitch_degrees))
        own = self._movement.camera_for(self._moment.side)
        self._turned = (self._turned[0] + yaw_degrees, pitch - own.pitch)
        self.update()
        self.view_turned.emit()

    def reset_view(self) -> None:
        """Back to the movement's own view."""
        if self._turned != (0.0, 0.0):
            self._turned = (0.0, 0.0)
            self.update()
            self.view_turned.emit()

    def sizeHint(self) -> QSize:
        """A comfortable size."""
        return QSize(480, 360)

    def minimumSizeHint(self) -> QSize:
        """The smallest size at which the figure can be read."""
        return QSize(120, 90)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the moment, or start and end."""
        if self._movement is None:
            return
        painter = QPainter(self)
        area = QRectF(self.rect())
        if self._reduced_motion and len(self._movement.keyframes) > 1:
            width = (area.width() - _GAP) // 2
            for index, (position, name) in enumerate(self._ends()):
                half = QRectF(area.left() + index * (width + _GAP), area.top(), width, area.height())
                self._paint(painter, half, position, 0.0)
                self._paint_name(painter, half, name)
        else:
            self._paint(painter, area, self._moment.position, self._moment.breath)
        if self._ringed:
            painter.setPen(QColor(self._figures.colours.shirt[0]))
            painter.drawRect(area.adjusted(1, 1, -2, -2))
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring shows people at the keyboard where they are; a mouse needs none."""
        self._ringed = event.reason() in _BY_KEYBOARD
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No ring without the keyboard."""
        self._ringed = False
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows turn the view, Home puts it back."""
        step = _KEYS.get(Qt.Key(event.key()))
        if step is not None:
            self.turn(*step)
        elif event.key() == Qt.Key.Key_Home:
            self.reset_view()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the figure."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged_from = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Turn the figure with the mouse."""
        if self._dragged_from is None:
            return
        way = event.position() - self._dragged_from
        self._dragged_from = event.position()
        self.turn(-way.x() * _DEGREES_PER_PIXEL, way.y() * _DEGREES_PER_PIXEL)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the figure."""
        self._dragged_from = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Back to the movement's own view."""
        self.reset_view()

    def _ends(self) -> tuple[tuple[float, str], tuple[float, str]]:
        """The two still pictures with their names; a cycle has no end, so the second is half-way round."""
        if self._movement is not None and self._movement.cyclic:
            return (0.0, self.tr("One side")), (0.5, self.tr("Other side"))
        return (0.0, self.tr("Start")), (1.0, self.tr("End"))

    def _paint_name(self, painter: QPainter, half: QRectF, name: str) -> None:
        painter.setPen(QColor(self._figures.colours.shoes[0]))
        flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter
        painter.drawText(half.adjusted(0, 0, 0, -2), int(flags), name)

    def _paint(self, painter: QPainter, area: QRectF, position: float, breath: float) -> None:
        if self._movement is None:
            return
        moment = self._moment._replace(position=position, breath=breath)
        self._figures.paint(painter, area, self._movement, moment, self.camera)

    def _say_how_to_turn(self) -> None:
        self.setToolTip(self.tr("Drag to turn the figure (arrow keys). Double-click to put it back (Home)."))
