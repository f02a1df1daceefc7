"""The light card with the moving figure, the name of the view and the hint."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facet_desktop.domain.figure.movement import Camera, Movement
from facet_desktop.domain.step import StepSide
from facet_desktop.services.figures import FigureSource
from facet_desktop.ui.figure.view import FigureView
from facet_desktop.ui.metrics import SEMIBOLD
from facet_desktop.ui.player.models import FigureModel, Motion
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.painting import draw_icon, draw_text, fill_round, smooth_painter

_PADDING_PX, _RADIUS_PX, _ICON_PX = 22, 16, 72
_TEXT_PX, _SIDE_TEXT_PX = 17, 20
_WRAP = Qt.TextFlag.TextWordWrap.value


class FigureCard(QWidget):
    """Shows a figure at the instant it is given; without a movement the name with a quiet sign.

    A ``bare`` card shows the figure or picture alone, without words.
    """

    def __init__(
        self, look: Look, figures: FigureSource, parent: QWidget | None = None, *, bare: bool = False
    ) -> None:
        super().__init__(parent)
        self._bare = bare
        self._look = look
        self._figures = figures
        self._model = FigureModel("", "", StepSide.BOTH, "", "")
        self._movement: Movement | None = None
        self._picture: QPixmap | None = None
        self._view_name = ""
        self.view = FigureView(self)
        self.view.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.view.view_turned.connect(self._name_view)
        # Opaque, so that a new frame of the figure does not paint the card under it again.
        self.view.setAutoFillBackground(True)
        self.setObjectName("figure_card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self._restyle)
        self._restyle()

    def view_name(self) -> str:
        """From where the figure is seen: "Side view"."""
        return self._view_name

    def has_picture(self) -> bool:
        """Whether there is a figure or a picture to look at."""
        return self._movement is not None or self._picture is not None

    def show_figure(self, model: FigureModel) -> None:
        """Show another exercise, side or hint."""
        before, self._model = self._model, model
        if model == before:
            return
        if model.exercise != before.exercise:
            self._movement = self._figures.find(model.exercise)
            still = self._figures.still(model.exercise) if self._movement is None else None
            self._picture = _pixmap(still)
            # Repetitions that take turns show another figure each: a view turned by hand stays.
            same = model.name == before.name
            self.view.show_movement(self._movement, model.name, model.hint, keep_view=same)
        self.view.setVisible(self._movement is not None)
        self.view.set_moment(0.0, 0.5, model.side)
        self.setAccessibleName(
            " ".join(text for text in (model.side_words, model.hint, model.detail) if text)
        )
        self._name_view()
        self._place()
        self.update()

    def show_motion(self, motion: Motion) -> None:
        """Show another instant of the movement."""
        if self._movement is not None:
            position = motion.cycles if self._movement.cyclic else motion.position
            self.view.set_moment(position, motion.volume, self._model.side)

    def sizeHint(self) -> QSize:
        """More than half of the window's width."""
        return QSize(self._look.px(560), self._look.px(420))

    def minimumSizeHint(self) -> QSize:
        """Still a figure that can be read."""
        return QSize(280, 240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the figure between the two texts."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        painter = smooth_painter(self)
        palette = self._look.palette
        fill_round(painter, QRectF(self.rect()), palette.stage, _RADIUS_PX)
        if not self._bare:
            self._paint_words(painter)
        if self._picture is not None:
            self._paint_picture(painter, self._picture)
        elif self._movement is None:
            self._paint_placeholder(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        palette, left = self._look.palette, Qt.AlignmentFlag.AlignLeft
        top, hint = self._text_boxes()
        draw_text(painter, top, self._view_name, self._font(), palette.on_stage, int(left))
        if self._model.side_words:
            self._paint_side(painter)
        flags = int(left | Qt.AlignmentFlag.AlignBottom) | _WRAP
        draw_text(painter, hint, self._hint(), self._font(), palette.on_stage, flags)

    def _paint_side(self, painter: QPainter) -> None:
        """Which side works, large enough for the mat: the figure alone cannot say it."""
        palette, font = self._look.palette, self._look.font(_SIDE_TEXT_PX, SEMIBOLD)
        metrics = QFontMetrics(font)
        width = metrics.horizontalAdvance(self._model.side_words) + 2 * self._look.px(14)
        edge = self._look.px(_PADDING_PX) - 6
        pill = QRect(self.width() - edge - width, edge, width, metrics.height() + self._look.px(8))
        fill_round(painter, QRectF(pill), palette.primary, pill.height() / 2)
        centre = int(Qt.AlignmentFlag.AlignCenter)
        draw_text(painter, pill, self._model.side_words, font, palette.on_primary, centre)

    def _paint_picture(self, painter: QPainter, picture: QPixmap) -> None:
        """The clinic's own picture, in its own shape."""
        room = self._figure_box()
        fitted = picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRect(QPoint(0, 0), fitted)
        box.moveCenter(room.center())
        painter.drawPixmap(box, picture)

    def _paint_placeholder(self, painter: QPainter) -> None:
        palette, side = self._look.palette, self._look.px(_ICON_PX)
        middle = self._figure_box()
        square = QRect(middle.center().x() - side // 2, middle.center().y() - side, side, side)
        draw_icon(painter, self._look, "person-standing", palette.on_stage, square)
        name = QRect(middle.left(), square.bottom() + 12, middle.width(), middle.bottom() - square.bottom())
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop) | _WRAP
        draw_text(painter, name, self._model.name, self._look.font(21, SEMIBOLD), palette.on_stage, flags)

    def _hint(self) -> str:
        return "\n".join(text for text in (self._model.hint, self._model.detail) if text)

    def _font(self) -> QFont:
        return self._look.font(_TEXT_PX)

    def _text_boxes(self) -> tuple[QRect, QRect]:
        padding = self._look.px(_PADDING_PX)
        inside = self.rect().adjusted(padding, padding - 4, -padding, -padding + 4)
        metrics = QFontMetrics(self._font())
        head = max(metrics.height(), QFontMetrics(self._look.font(_SIDE_TEXT_PX)).height() + 8)
        top = QRect(inside.left(), inside.top(), inside.width(), head)
        wanted = metrics.boundingRect(QRect(0, 0, inside.width(), 10_000), _WRAP, self._hint()).height()
        height = min(wanted, inside.height() // 3)
        return top, QRect(inside.left(), inside.bottom() - height, inside.width(), height)

    def _figure_box(self) -> QRect:
        if self._bare:
            edge = _RADIUS_PX // 2
            return self.rect().adjusted(edge, edge, -edge, -edge)
        top, hint = self._text_boxes()
        edge = _RADIUS_PX // 2
        return QRect(edge, top.bottom() + 4, self.width() - 2 * edge, hint.top() - top.bottom() - 8)

    def _place(self) -> None:
        self.view.setGeometry(self._figure_box())

    def _name_view(self) -> None:
        camera = self.view.camera
        name = self._view_words(camera) if camera is not None else ""
        if name != self._view_name:
            self._view_name = name
            self.update()

    def _view_words(self, camera: Camera) -> str:
        if camera.pitch > 60:
            return self.tr("View from above")
        yaw = camera.yaw % 360
        if 60 <= yaw <= 120:
            return self.tr("Front view")
        return self.tr("Back view") if 240 <= yaw <= 300 else self.tr("Side view")

    def _restyle(self) -> None:
        stage = QPalette()
        stage.setColor(QPalette.ColorRole.Window, QColor(self._look.palette.stage))
        self.view.setPalette(stage)
        self.view.set_reduced_motion(self._look.reduced_motion)
        self._place()
        self.update()


def _pixmap(content: bytes | None) -> QPixmap | None:
    picture = QPixmap()
    return picture if content is not None and picture.loadFromData(content) else None
