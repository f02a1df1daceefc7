"""What Facet is not, and the warning signs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facet_desktop.ui.metrics import SPACE_M, SPACE_S, TextRole
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.plan.safety_words import SafetyWords
from facet_desktop.ui.theme import Look
from facet_desktop.ui.translation import translate
from facet_desktop.ui.widgets.banner import TintedIcon
from facet_desktop.ui.widgets.cards import Card
from facet_desktop.ui.widgets.labels import PlainLabel


class SafetyCard(Card):
    """A sentence and two short lists; open from the start, because nobody looks behind a link for danger."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("safety_card")
        self._look = look
        words = SafetyWords(translate)
        row = QHBoxLayout()
        row.setSpacing(SPACE_M)
        icon = TintedIcon(look, "shield-check", 22, self, tone=Tone.PRIMARY)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(PlainLabel(words.not_advice(), TextRole.BODY, self, wrap=True), 1)
        self.body.addLayout(row)
        lists = QHBoxLayout()
        lists.setSpacing(SPACE_M * 2)
        lists.addLayout(self._list(words.now_title(), words.now(), "octagon-alert", Tone.ALERT), 1)
        lists.addLayout(self._list(words.today_title(), words.today(), "triangle-alert", Tone.CAUTION), 1)
        self.body.addLayout(lists)

    def _list(self, title: str, lines: tuple[str, ...], icon: str, tone: Tone) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE_S)
        head = QHBoxLayout()
        head.setSpacing(SPACE_S)
        head.addWidget(TintedIcon(self._look, icon, 18, self, tone=tone))
        head.addWidget(PlainLabel(title, TextRole.STRONG, self, wrap=True), 1)
        column.addLayout(head)
        for line in lines:
            column.addWidget(PlainLabel(f"\N{EN DASH} {line}", TextRole.BODY, self, wrap=True))
        column.addStretch(1)
        return column
