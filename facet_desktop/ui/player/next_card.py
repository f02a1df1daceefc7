"""What comes next: figure, name, dose and position."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facet_desktop.services.figures import FigureSource
from facet_desktop.ui.figure.view import FigureView
from facet_desktop.ui.metrics import RADIUS_CARD, SEMIBOLD, SPACE_S
from facet_desktop.ui.player.models import NextModel
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.painting import draw_icon, draw_text, fill_round, smooth_painter

_WIDTH_PX, _HEIGHT_PX, _PADDING_PX, _FIGURE_PX = 400, 118, 18, 150
_WRAP = Qt.TextFlag.TextWordWrap.value
_TELLING, _TELLING_CYCLE = 1.0, 0.25


class NextCard(QWidget):
    """A light card; nothing to press. It says all of it in its accessible name."""

    def __init__(
        self, look: Look, figures: FigureSource, parent: QWidget | None = None, *, heading: str = ""
    ) -> None:
        """`heading` stands above the name; without one it says that this comes next."""
        super().__init__(parent)
        self._look = look
        self._heading = heading or self.tr("Next")
        self._figures = figures
        self._model: NextModel | None = None
        self._has_figure = False
        self._view = FigureView(self)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._view.setAutoFillBackground(True)
        stage = QPalette()
        stage.setColor(QPalette.ColorRole.Window, QColor(look.palette.stage))
        self._view.setPalette(stage)
        self.setObjectName("next_card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def model(self) -> NextModel | None:
        """What is shown."""
        return self._model

    def show_next(self, model: NextModel | None) -> None:
        """Show another exercise; None hides the card."""
        self.setVisible(model is not None)
        if model is None or model == self._model:
            return
        self._model = model
        movement = self._figures.find(model.exercise)
        self._has_figure = movement is not None
        self._view.setVisible(self._has_figure)
        self._view.setGeometry(self._figure_box())
        if movement is not None:
            self._view.show_movement(movement, model.name)
            self._view.set_moment(_TELLING_CYCLE if movement.cyclic else _TELLING, 0.0, model.side)
        self.setAccessibleName(f"{self._heading}: {model.name}, {model.line}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The size in the design, higher for large text and for names that need more lines."""
        lines = QFontMetrics(self._look.font()).height() * 3 + QFontMetrics(self._look.font(19)).height()
        usual = max(self._look.px(_HEIGHT_PX), lines + 2 * _PADDING_PX)
        wanted = sum(self._heights(self.text_box().width())) + 2 * SPACE_S
        return QSize(self._look.px(_WIDTH_PX), max(usual, wanted))

    def minimumSizeHint(self) -> QSize:
        """Figure and a few words."""
        return QSize(260, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the figure at the left."""
        super().resizeEvent(event)
        self._view.setGeometry(self._figure_box())
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        if self._model is None:
            return
        painter = smooth_painter(self)
        palette = self._look.palette
        fill_round(painter, QRectF(self.rect()), palette.stage, RADIUS_CARD)
        figure = self._figure_box()
        if not self._has_figure:
            side = self._look.px(40)
            square = QRect(figure.center().x() - side // 2, figure.center().y() - side // 2, side, side)
            draw_icon(painter, self._look, "person-standing", palette.on_stage, square)
        box = self.text_box()
        top = (self.height() - sum(self._heights(box.width()))) // 2
        for (text, font, ink), height in zip(self._lines(), self._heights(box.width()), strict=True):
            draw_text(painter, QRect(box.left(), top, box.width(), height), text, font, ink, _WRAP)
            top += height
        painter.end()

    def text_box(self) -> QRect:
        """Room for the words."""
        left = self._figure_box().right() + _PADDING_PX
        return QRect(left, 0, self.width() - left - _PADDING_PX, self.height())

    def _figure_box(self) -> QRect:
        width = min(self._look.px(_FIGURE_PX), self.width() // 3)
        return QRect(_PADDING_PX, 10, width, self.height() - 20)

    def _lines(self) -> tuple[tuple[str, QFont, str], ...]:
        palette, model = self._look.palette, self._model
        if model is None:
            return ()
        return (
            (self._heading, self._look.font(15), palette.on_stage),
            (model.name, self._look.font(19, SEMIBOLD), palette.background),
            (model.line, self._look.font(15), palette.on_stage),
        )

    def _heights(self, width: int) -> list[int]:
        room = QRect(0, 0, width, 10_000)
        return [
            QFontMetrics(font).boundingRect(room, _WRAP, text).height() for text, font, _ in self._lines()
        ]
