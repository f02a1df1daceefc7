"""One pattern before it begins: what it is for, what to mind, and how it is set."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QVBoxLayout, QWidget

from facet_desktop.ui.breathing.models import SetupModel
from facet_desktop.ui.breathing.presenter import PACES_S
from facet_desktop.ui.breathing.wave import PatternWave
from facet_desktop.ui.metrics import SPACE_L, SPACE_S, SPACE_XL, TextRole
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.settings.rows import SettingRow, Stepper
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.banner import Banner
from facet_desktop.ui.widgets.buttons import ButtonKind, CallToActionButton, ThemedButton
from facet_desktop.ui.widgets.cards import Card, PageHeader
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.segmented import SegmentedControl

_MARGIN_PX, _WAVE_PX, _STACKED_BELOW_PX, _WIDTH_PX = 28, 120, 760, 1080


class SetupView(QWidget):
    """Shows a `SetupModel` and emits what the person sets."""

    left = Signal()
    started = Signal()
    pauses_left_out = Signal(bool)
    pace_chosen = Signal(int)
    length_stepped = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("breathing_setup")
        self._sheet = QWidget(self)
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(_MARGIN_PX, SPACE_L, _MARGIN_PX, SPACE_XL)
        column.setSpacing(SPACE_S)
        self.back = ThemedButton(look, self.tr("All patterns"), "chevron-left", self, kind=ButtonKind.QUIET)
        self.back.setObjectName("breathing_back")
        self.back.clicked.connect(self.left)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._head = PageHeader("", "", self)
        column.addWidget(self._head)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(SPACE_L)
        self._row.addWidget(self._about(), 1, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._settings(), 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._row)
        column.addStretch(1)
        outer = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._sheet, 20)
        outer.addStretch(1)
        look.changed.connect(self._arrange)

    def present(self, model: SetupModel) -> None:
        """Show a pattern and its settings; emits nothing."""
        self._head.set_title(model.name)
        self._head.set_subtitle(model.purpose)
        self._wave.show_pattern(model.pattern)
        self._numbers.setText(model.numbers)
        self._safety.show_text(model.safety)
        self._pauses_row.setVisible(model.offers_pauses)
        self._pauses.setChecked(model.without_pauses)
        self._pace.set_key(str(model.pace_s))
        shorter, longer = model.can_step
        self._length_row.setVisible(shorter or longer)
        self._length.show_value(model.length, can_less=shorter, can_more=longer)
        self._total.setText(model.total)
        self._total.setVisible(not model.blocked)
        self._blocked.setVisible(bool(model.blocked))
        self._blocked.show_text(model.blocked)
        self.start.setEnabled(not model.blocked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Finds the arrangement for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _about(self) -> Card:
        card = Card("", self)
        self._wave = PatternWave(self._look, _WAVE_PX, card, labels=True)
        self._numbers = PlainLabel("", TextRole.HEADING, card, wrap=True, tabular=True)
        self._numbers.setObjectName("breathing_numbers")
        self._safety = Banner(self._look, "", Tone.PRIMARY, card, closable=False)
        self._safety.setObjectName("breathing_safety")
        for widget in (self._wave, self._numbers, self._safety):
            card.body.addWidget(widget)
        return card

    def _settings(self) -> Card:
        card = Card("", self, title_role=TextRole.SUBTITLE)
        card.set_title(self.tr("Your practice"))
        look = self._look
        self._pauses = QCheckBox(self.tr("Leave them out"), card)
        self._pauses.setObjectName("breathing_without_pauses")
        self._pauses.setAccessibleName(self.tr("Leave out the pauses"))
        self._pauses.clicked.connect(self.pauses_left_out)
        hint = self.tr("For everyone who should not hold the breath, and whenever it feels better.")
        self._pauses_row = SettingRow(self.tr("Pauses"), hint, self._pauses, card)
        texts = (self.tr("1 s shorter"), self.tr("As it is"), self.tr("1 s longer"))
        options = tuple((str(pace_s), text) for pace_s, text in zip(PACES_S, texts, strict=True))
        self._pace = SegmentedControl(look, options, self.tr("Pace"), card)
        self._pace.setObjectName("breathing_pace")
        self._pace.selected.connect(lambda key: self.pace_chosen.emit(int(key)))
        pace_hint = self.tr("Each part of the breath. One breath takes 6 s or more.")
        self._length = Stepper(look, self.tr("Length"), card)
        self._length.setObjectName("breathing_length")
        self._length.stepped.connect(self.length_stepped)
        self._length_row = SettingRow(self.tr("Length"), "", self._length, card)
        card.body.addWidget(self._pauses_row)
        card.body.addWidget(SettingRow(self.tr("Pace"), "", self._pace, card))
        card.body.addWidget(PlainLabel(pace_hint, TextRole.SMALL, card, wrap=True))
        card.body.addWidget(self._length_row)
        self._add_start(card)
        return card

    def _add_start(self, card: Card) -> None:
        self._blocked = Banner(self._look, "", Tone.CAUTION, card, closable=False)
        self._blocked.setObjectName("breathing_blocked")
        self._total = PlainLabel("", TextRole.STRONG, card, tabular=True)
        self._total.setObjectName("breathing_total")
        self.start = CallToActionButton(self._look, self.tr("Start"), "play", card)
        self.start.setObjectName("breathing_start")
        self.start.clicked.connect(self.started)
        card.body.addWidget(self._blocked)
        card.body.addWidget(self._total)
        card.body.addWidget(self.start)

    def _arrange(self) -> None:
        is_wide = self.width() >= self._look.px(_STACKED_BELOW_PX)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(across if is_wide else down)
        self._sheet.setMaximumWidth(self._look.px(_WIDTH_PX))
