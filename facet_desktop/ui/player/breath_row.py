"""How to breathe on, set while the session stands still."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from facet_desktop.ui.metrics import SPACE_XS, TextRole
from facet_desktop.ui.player.models import BreathModel
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.segmented import SegmentedControl

DELTAS_S = (-1, 0, 1)


class BreathRow(QWidget):
    """`chosen` carries the seconds by which breaths are longer, and whether the breath is never held."""

    chosen = Signal(int, bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model: BreathModel | None = None
        self.setObjectName("paused_breath")
        centre = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_XS)
        self._title = PlainLabel(self.tr("Each breath"), TextRole.MUTED, self)
        texts = (self.tr("1 s shorter"), self.tr("As it is"), self.tr("1 s longer"))
        options = tuple((str(delta_s), text) for delta_s, text in zip(DELTAS_S, texts, strict=True))
        self._pace = SegmentedControl(look, options, self.tr("Each breath"), self)
        self._pace.setObjectName("paused_breath_pace")
        self._pace.setToolTip(self.tr("In and out; one breath takes 6 s or more"))
        self._pace.selected.connect(lambda key: self._choose(delta_s=int(key)))
        self._never = QCheckBox(self.tr("Never hold the breath"), self)
        self._never.setObjectName("paused_no_holds")
        self._never.setAccessibleName(self._never.text())
        self._never.setToolTip(self.tr("Breathe quietly instead of staying without air"))
        self._never.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._never.clicked.connect(lambda on: self._choose(never_holds=on))
        for widget in (self._title, self._pace, self._never):
            column.addWidget(widget, 0, centre)

    def show_model(self, model: BreathModel | None) -> None:
        """Show how it is set; without a model nothing is."""
        self.setVisible(model is not None)
        if model is None or model == self._model:
            return
        self._model = model
        self._pace.set_key(str(model.delta_s))
        self._never.setChecked(model.never_holds)
        for widget in (self._title, self._pace):
            widget.setVisible(model.offers_pace)
        self._never.setVisible(model.offers_holds)

    def _choose(self, *, delta_s: int | None = None, never_holds: bool | None = None) -> None:
        model = self._model
        if model is not None:
            self.chosen.emit(
                model.delta_s if delta_s is None else delta_s,
                model.never_holds if never_holds is None else never_holds,
            )
