"""Floor, mat and furniture: whatever stands still behind the figure, kept as a picture on a screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPaintEngine, QPainter, QRadialGradient, QTransform

from facet_desktop.domain.figure.kinematics import solve
from facet_desktop.domain.figure.movement import Movement
from facet_desktop.domain.figure.props import PropKind
from facet_desktop.domain.step import StepSide
from facet_desktop.ui.figure.scene import Scene
from facet_desktop.ui.figure.things import standing_parts

_KEPT = 16
_SHADOW_CM = 58.0

Shown = tuple[object, ...]
"""What is shown and how large, apart from the moment: movement, working side, camera and size."""
_RASTER = QPaintEngine.Type.Raster


class Backdrops:
    """Paints what stands still. From the second frame of a view on it is a picture, which is faster."""

    def __init__(self) -> None:
        self._seen: set[tuple[Shown, float]] = set()
        self._pictures: dict[tuple[Shown, float], tuple[QPointF, QImage]] = {}

    def paint(
        self,
        painter: QPainter,
        rect: QRectF,
        scene: Scene,
        movement: Movement,
        side: StepSide,
        shown: Shown,
    ) -> None:
        """Everything behind the figure."""
        transform = painter.transform()
        if not scene.fast or transform.isScaling() or transform.isRotating():
            # A picture would spoil a vector drawing.
            _paint_still(painter, scene, movement, side)
            return
        ratio = painter.device().devicePixelRatioF()
        key = (shown, ratio)
        kept = self._pictures.get(key)
        if kept is None:
            if key not in self._seen:
                self._remember(key)
                _paint_still(painter, scene, movement, side)
                return
            kept = self._pictures[key] = _picture(rect, scene, movement, side, ratio)
        corner, picture = kept
        painter.drawImage(rect.topLeft() + corner, picture)

    def _remember(self, key: tuple[Shown, float]) -> None:
        if len(self._seen) >= _KEPT:
            self._seen.clear()
            self._pictures.clear()
        self._seen.add(key)


def is_raster(painter: QPainter) -> bool:
    """Whether pixels are painted, not a vector drawing."""
    return painter.paintEngine().type() == _RASTER


def _picture(
    rect: QRectF, scene: Scene, movement: Movement, side: StepSide, ratio: float
) -> tuple[QPointF, QImage]:
    """The still things on transparent ground, cropped to what is painted, and the crop's corner."""
    size = QSizeF(rect.size() * ratio).toSize()
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.translate(-rect.topLeft())
    _paint_still(painter, scene, movement, side)
    painter.end()
    used = _painted(image)
    cropped = image.copy(used)
    cropped.setDevicePixelRatio(ratio)
    return QPointF(used.topLeft()) / ratio, cropped


def _painted(image: QImage) -> QRect:
    """The rectangle, in pixels, that holds everything painted, with the faint rim of the shadow."""
    alpha = image.convertToFormat(QImage.Format.Format_Alpha8)
    down = _filled_rows(alpha)
    if not down:
        return QRect()
    band = alpha.copy(0, down[0], alpha.width(), down[-1] - down[0] + 1)
    across = _filled_rows(band.transformed(QTransform().rotate(90)))
    return QRect(QPoint(across[0], down[0]), QPoint(across[-1], down[-1]))


def _filled_rows(alpha: QImage) -> list[int]:
    """The rows of a mask that are not wholly clear. Comparing bytes is far quicker than asking for pixels."""
    width, stride, bits = alpha.width(), alpha.bytesPerLine(), bytes(alpha.constBits())
    clear = bytes(width)
    return [row for row in range(alpha.height()) if bits[row * stride : row * stride + width] != clear]


def _paint_still(painter: QPainter, scene: Scene, movement: Movement, side: StepSide) -> None:
    props = movement.props_for(side)
    if not any(prop.kind is PropKind.MAT for prop in props):
        _paint_ground(painter, scene, movement, side)
    for part in standing_parts(scene, props):
        part.draw(painter)


def _paint_ground(painter: QPainter, scene: Scene, movement: Movement, side: StepSide) -> None:
    """A soft shadow on the floor, so that a figure without a mat does not float."""
    view = scene.view
    x, _, z = solve(movement.pose_at(0.0, 0.0, side)).joints["pelvis"]
    squash = max(0.12, abs(view.toward[1]))
    gradient = QRadialGradient(QPointF(0.0, 0.0), 1.0)
    ink = QColor(scene.inks.colours.shadow)
    for at, alpha in ((0.0, 46), (0.6, 24), (1.0, 0)):
        ink.setAlpha(alpha)
        gradient.setColorAt(at, ink)
    painter.save()
    painter.translate(QPointF(*view.flat((x, 0.0, z))))
    painter.scale(_SHADOW_CM * view.scale, _SHADOW_CM * view.scale * squash)
    painter.setBrush(QBrush(gradient))
    # It fades out before its edge; smoothed, its rows fall into so many pieces that Qt starts threads.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.drawEllipse(QPointF(0.0, 0.0), 1.0, 1.0)
    painter.restore()
