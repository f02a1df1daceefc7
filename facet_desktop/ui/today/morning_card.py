"""The card at the top of the first page on the morning after a session."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from facet_desktop.ui.metrics import SPACE_L, TextRole
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.theme import ThemeHub
from facet_desktop.ui.today.morning import MorningModel
from facet_desktop.ui.widgets.buttons import ButtonKind, ThemedButton
from facet_desktop.ui.widgets.cards import Card
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.made_later import MadeLater
from facet_desktop.ui.widgets.scales import PainScale
from facet_desktop.ui.widgets.signed_text import SignedText

_ICONS = {Tone.GOOD: "circle-check", Tone.CAUTION: "minus", Tone.ALERT: "arrow-down"}
_STACKED_BELOW_PX, _SCALE_PX = 700, 480


class MorningCard(Card):
    """`rated` carries an answer, 0 to 10; `closed` follows when the person has done with it for today."""

    rated = Signal(int)
    closed = Signal()

    def __init__(self, look: ThemeHub, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._look = look
        self._answer = MadeLater(self._answer_line)
        self.setObjectName("morning_card")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(SPACE_L)
        self._question = PlainLabel("", TextRole.STRONG, self, wrap=True)
        self._question.setObjectName("morning_question")
        self._scale = PainScale(look, self, words=False)
        self._scale.setObjectName("morning_pain")
        self._scale.chosen.connect(self.rated)
        self._close = ThemedButton(look, self.tr("Not today"), parent=self, kind=ButtonKind.QUIET)
        self._close.setObjectName("morning_close")
        self._close.clicked.connect(self.closed)
        self._row.addWidget(self._question, 1)
        self._row.addWidget(self._scale)
        self._row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(self._row)
        look.changed.connect(self._arrange)
        self._arrange()

    def present(self, model: MorningModel) -> None:
        """Show the question, or what the answer means."""
        self.setAccessibleName(model.question)
        self._question.setText(model.question)
        self._scale.set_limits(model.thresholds)
        self._scale.set_value(model.answer_nprs)
        self._close.setText(self.tr("Done") if model.verdict else self.tr("Not today"))
        if answer := self._answer.show_if(bool(model.verdict)):
            answer.show_text(model.verdict, _ICONS[model.tone], model.tone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Finds the arrangement for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _answer_line(self) -> SignedText:
        answer = SignedText(self._look, "morning_verdict", 24, self)
        self.body.addWidget(answer)
        return answer

    def _arrange(self) -> None:
        is_wide = self.width() >= self._look.px(_STACKED_BELOW_PX)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(across if is_wide else down)
        self._scale.setMaximumWidth(self._look.px(_SCALE_PX))
        self._scale.setMinimumWidth(self._look.px(_SCALE_PX) * 3 // 4 if is_wide else 0)
