"""The foot of the page: what pain asks for, and the button that begins."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from facet_desktop.domain.traffic_light import Advice
from facet_desktop.ui.metrics import SPACE_L, SPACE_M, TextRole
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.readiness.presenter import PainNote
from facet_desktop.ui.theme import ThemeHub
from facet_desktop.ui.widgets.banner import Banner
from facet_desktop.ui.widgets.buttons import ButtonKind, PrimaryButton, SecondaryButton
from facet_desktop.ui.widgets.labels import PlainLabel

_TONES = {Advice.LOWER: Tone.CAUTION, Advice.CHANGE: Tone.ALERT, Advice.STOP: Tone.ALERT}


class StartBar(QWidget):
    """Always on the screen. Emits what the person wants."""

    started = Signal()
    gentle = Signal()

    def __init__(self, look: ThemeHub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_hint = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_M)
        self._note = Banner(look, "", Tone.CAUTION, self, closable=False)
        self._note.setObjectName("pain_advice")
        self._note.hide()
        column.addWidget(self._note)
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(SPACE_L)
        self._hint = PlainLabel(self.tr("Enter starts as well"), TextRole.MUTED, self)
        self._hint.setObjectName("start_hint")
        self._gentle = SecondaryButton(look, self.tr("Something gentle"), "life-buoy", self)
        self._gentle.setObjectName("ready_gentle")
        self._gentle.clicked.connect(self.gentle)
        self._start = PrimaryButton(look, "", "play", self, large=True)
        self._start.setObjectName("ready_start")
        self._start.clicked.connect(self.started)
        row.addWidget(self._hint)
        row.addStretch(1)
        row.addWidget(self._gentle)
        row.addWidget(self._start)
        column.addLayout(row)

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider button: they stand above each other where there is no room for both."""
        widest = max(one.minimumSizeHint().width() for one in (self._gentle, self._start))
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Finds the arrangement for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        needed = self._start.sizeHint().width()
        if not self._gentle.isHidden():
            needed += SPACE_L + self._gentle.sizeHint().width()
        with_hint = needed + SPACE_L + self._hint.sizeHint().width()
        self._hint.setVisible(self._has_hint and self.width() >= with_hint)
        is_wide = self.width() >= needed
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(across if is_wide else down)

    def present(self, text: str, note: PainNote, *, ticked: bool, can_be_gentle: bool) -> None:
        """Show the button's words and what pain asks for."""
        is_shown = bool(note.text) and not ticked
        self._note.setVisible(is_shown)
        if is_shown:
            self._note.show_text(note.text, _TONES[note.advice])
        advised = note.advice is Advice.STOP and not ticked
        self._gentle.setVisible(can_be_gentle and not ticked and note.advice in (Advice.CHANGE, Advice.STOP))
        self._gentle.set_kind(ButtonKind.PRIMARY if advised and can_be_gentle else ButtonKind.SECONDARY)
        self._start.set_kind(ButtonKind.SECONDARY if advised else ButtonKind.PRIMARY)
        self._start.setText(text)
        self._start.set_icon_name("" if ticked else "play")
        self._has_hint = not advised and not ticked
        self._arrange()
