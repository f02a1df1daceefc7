"""The rest: on the left how it was, on the right the time left and what comes next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facet_desktop.services.figures import FigureSource
from facet_desktop.ui.metrics import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, TextRole
from facet_desktop.ui.player.buttons import calm
from facet_desktop.ui.player.fit_label import FitLabel
from facet_desktop.ui.player.models import RestModel, VerdictModel
from facet_desktop.ui.player.next_card import NextCard
from facet_desktop.ui.player.steady_label import SteadyLabel
from facet_desktop.ui.player.verdict_card import VerdictCard
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.buttons import SecondaryButton
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.scales import EffortScale, PainScale


class RestQuestions(QWidget):
    """Pain and effort of what was just done. Neither is demanded."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place: tuple[object, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        self._done = PlainLabel("", TextRole.PLAYER_BODY, self, wrap=True)
        self._done.setObjectName("rest_done")
        self._question = FitLabel(look, 38, self, centred=False)
        self._question.setObjectName("rest_question")
        self._question.set_text(self.tr("How was it?"))
        self.scale = PainScale(look, self, words=False)
        self.scale.setObjectName("rest_pain")
        self.effort_scale = EffortScale(look, self)
        self.effort_scale.setObjectName("rest_effort")
        self.verdict = VerdictCard(look, "rest", self)
        self._help = PlainLabel("", TextRole.MUTED, self, wrap=True)
        self._help.setText(
            self.tr(
                "Keys 0\N{EN DASH}9 answer pain, with Shift effort. No answer needed: the session goes on "
                "by itself."
            )
        )
        column.addStretch(1)
        column.addWidget(self._done)
        column.addWidget(self._question)
        column.addSpacing(SPACE_L)
        column.addWidget(PlainLabel(self.tr("Pain while doing it"), TextRole.PLAYER_BODY, self))
        column.addWidget(self.scale)
        column.addSpacing(SPACE_M)
        column.addWidget(PlainLabel(self.tr("Effort"), TextRole.PLAYER_BODY, self))
        column.addWidget(self.effort_scale)
        column.addSpacing(SPACE_S)
        column.addWidget(self._help)
        column.addWidget(self.verdict)
        column.addStretch(1)

    def show_verdict(self, verdict: VerdictModel | None) -> None:
        """Say what the rating asks for, in place of the help."""
        self._help.setVisible(verdict is None)
        self.verdict.show_model(verdict)

    def pain_at(self, model: RestModel) -> int | None:
        """The pain that was told at this rest, 0 to 10, or None."""
        return self.scale.value() if model.place == self._place else None

    def answer_pain(self, model: RestModel, pain_nprs: int) -> None:
        """Do what a click on that pain does at this rest, also while the rest is shown elsewhere."""
        self.show_model(model)
        self.scale.choose(pain_nprs)

    def show_model(self, model: RestModel) -> None:
        """Show another rest; answers are cleared when it is another one."""
        if model.place != self._place:
            self._place = model.place
            self.scale.set_value(None)
            self.effort_scale.set_value(None)
        if self._done.text() != model.done:
            self._done.setText(model.done)


class RestClock(QWidget):
    """Time left, more of it, less of it, and what comes."""

    def __init__(self, look: Look, figures: FigureSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, 0, 0, 0)
        column.setSpacing(SPACE_S)
        self._title = PlainLabel(self.tr("Rest"), TextRole.PLAYER_BODY, self)
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._clock = SteadyLabel(TextRole.PLAYER_CLOCK, self)
        self._clock.setObjectName("rest_clock")
        self._clock.setAccessibleName(self.tr("Rest"))
        self.next = NextCard(look, figures, self)
        self.more = self._button(look, self.tr("+15 s"), "rest_more", self.tr("15 seconds more (+)"))
        self.go = self._button(look, self.tr("Start now"), "rest_go", self.tr("End the rest (Right arrow)"))
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_M)
        buttons.addStretch(1)
        buttons.addWidget(self.more)
        buttons.addWidget(self.go)
        buttons.addStretch(1)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._clock, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(buttons)
        column.addSpacing(SPACE_XL)
        column.addWidget(self.next, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def show_model(self, model: RestModel) -> None:
        """Show another state."""
        self._clock.show_text(model.clock)
        self.next.show_next(model.next)

    def _button(self, look: Look, text: str, key: str, tip: str) -> SecondaryButton:
        button = SecondaryButton(look, text, parent=self)
        button.setObjectName(key)
        button.setToolTip(tip)
        calm(button)
        return button
