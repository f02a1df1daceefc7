"""After the session: what was done, pain now, a note, and what to watch for tomorrow."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from facet_desktop.ui.metrics import SPACE_M, SPACE_S, SPACE_XL, TextRole
from facet_desktop.ui.player.buttons import calm
from facet_desktop.ui.player.fit_label import FitLabel
from facet_desktop.ui.player.models import DoneModel
from facet_desktop.ui.player.verdict_card import VerdictCard
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.buttons import ButtonKind, CallToActionButton, ThemedButton
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.scales import EffortScale, PainScale
from facet_desktop.ui.widgets.scroll import PlainScrollArea

_COLUMN_PX, _NOTE_PX = 640, 88


class LastExercise(QWidget):
    """Pain and effort of the exercise with which the session ended; rests asked about the others."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        self._question = PlainLabel("", TextRole.PLAYER_BODY, self, wrap=True)
        self._question.setObjectName("done_last")
        self.scale = PainScale(look, self, words=False)
        self.scale.setObjectName("done_last_pain")
        self.effort_scale = EffortScale(look, self)
        self.effort_scale.setObjectName("done_last_effort")
        effort = PlainLabel(self.tr("Effort, 0 to 10 with Shift and a digit"), TextRole.MUTED, self)
        for widget in (self._question, self.scale, effort, self.effort_scale):
            column.addWidget(widget)

    def ask(self, name: str) -> None:
        """Ask about this exercise; without a name nothing is asked."""
        self._question.setText(self.tr("Pain during %1").replace("%1", name))
        self.scale.set_value(None)
        self.effort_scale.set_value(None)
        self.setVisible(bool(name))


class DonePanel(QWidget):
    """`finished` carries the note when the person leaves."""

    finished = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        inside = self._inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE_S, SPACE_S, SPACE_S, SPACE_S)
        column.setSpacing(SPACE_M)
        self._title = FitLabel(look, 42, self, centred=False)
        self._title.setObjectName("done_title")
        self._facts = QHBoxLayout()
        self._facts.setSpacing(SPACE_XL * 2)
        self.scale = PainScale(look, self, words=False)
        self.scale.setObjectName("done_pain")
        self._question = PlainLabel(self.tr("Pain now"), TextRole.PLAYER_BODY, self)
        self._before = PlainLabel("", TextRole.MUTED, self)
        self.verdict = VerdictCard(look, "done", self)
        self.signs = self._signs_button()
        self.last = LastExercise(look, self)
        self._note_label = PlainLabel(self.tr("A note, if you like"), TextRole.PLAYER_BODY, self)
        self.note = self._note_field()
        self._tomorrow = PlainLabel("", TextRole.BODY, self, wrap=True)
        self._tomorrow.setObjectName("done_tomorrow")
        self.finish = CallToActionButton(look, self.tr("Finish"), "check", self)
        self.finish.setObjectName("done_finish")
        self.finish.clicked.connect(self.leave)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addLayout(self._facts)
        column.addSpacing(SPACE_M)
        for widget in (
            self._question, self.scale, self._before, self.verdict, self.last, self._note_label, self.note,
        ):  # fmt: skip
            column.addWidget(widget)
        column.addWidget(self.signs, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._frame(inside)
        look.changed.connect(self._resize)
        self._resize()

    def show_model(self, model: DoneModel) -> None:
        """Show the end of another session."""
        self._title.set_text(model.title)
        while (item := self._facts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for name, value in model.facts:
            self._facts.addWidget(self._fact(name, value))
        self._facts.addStretch(1)
        self._before.setText(model.before)
        self._before.setVisible(bool(model.before))
        self._tomorrow.setText(model.tomorrow)
        self.scale.set_value(model.pain_after)
        self.note.clear()
        self.last.ask(model.last)
        for widget in (
            self._question, self.scale, self.signs, self._note_label, self.note, self._tomorrow,
        ):  # fmt: skip
            widget.setHidden(model.is_preview)

    def scale_for_digits(self, at_ms: int) -> PainScale:
        """The question that a digit typed at `at_ms` answers: the first without an answer, else pain now."""
        is_told = self.scale.value() is not None and not self.scale.awaits_ten(at_ms)
        last = self.last.scale
        is_next = last.isVisible() and (last.value() is None or last.awaits_ten(at_ms))
        return last if is_told and is_next else self.scale

    def leave(self) -> None:
        """Finish with the note as it stands."""
        self.finished.emit(self.note.toPlainText())

    def _fact(self, name: str, value: str) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PlainLabel(value, TextRole.FIGURE, box, tabular=True))
        column.addWidget(PlainLabel(name, TextRole.MUTED, box))
        box.setAccessibleName(f"{name}: {value}")
        return box

    def _signs_button(self) -> ThemedButton:
        text = self.tr("Something new: leg pain, numbness or weakness")
        button = ThemedButton(self._look, text, "list-checks", self, kind=ButtonKind.QUIET)
        button.setObjectName("done_signs")
        button.setToolTip(self.tr("Signs that need a doctor first"))
        calm(button)
        return button

    def _note_field(self) -> QPlainTextEdit:
        field = QPlainTextEdit(self)
        field.setObjectName("done_note")
        field.setAccessibleName(self.tr("Note about this session"))
        field.setPlaceholderText(self.tr("Anything you want to remember or tell your therapist"))
        field.setTabChangesFocus(True)
        return field

    def _resize(self) -> None:
        for column in (self._inside, self._foot):
            column.setMaximumWidth(self._look.px(_COLUMN_PX))
        self.note.setFixedHeight(self._look.px(_NOTE_PX))

    def _frame(self, inside: QWidget) -> None:
        """Small windows scroll; the column stays in the middle, tomorrow and the way out in sight."""
        self._foot = QWidget(self)
        holder, foot = QWidget(self), QWidget(self)
        for inner, outer in ((inside, holder), (self._foot, foot)):
            row = QHBoxLayout(outer)
            row.setContentsMargins(0, 0, 0, 0)
            row.addStretch(1)
            row.addWidget(inner, 100)
            row.addStretch(1)
        below = QHBoxLayout(self._foot)
        below.setContentsMargins(SPACE_S, 0, SPACE_S, 0)
        below.setSpacing(SPACE_XL)
        below.addWidget(self.finish)
        below.addWidget(self._tomorrow, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_M)
        column.addWidget(PlainScrollArea(holder, self), 1)
        column.addWidget(foot)
