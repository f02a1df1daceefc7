"""A ladder as a path from easy to hard; every rung is one click away, the present one stands out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from facet_desktop.ui.library.models import LadderView, Link, RungView
from facet_desktop.ui.metrics import SMALL_PX, SPACE_S, TextRole
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.banner import TintedIcon
from facet_desktop.ui.widgets.buttons import ButtonKind, ButtonMetrics, ThemedButton
from facet_desktop.ui.widgets.cards import Card
from facet_desktop.ui.widgets.flow import FlowLayout
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.stored_text import button_text

_RUNG = ButtonMetrics(text_px=SMALL_PX + 1, height_px=34, sides_px=12)
_ARROWS = {"easier": "arrow-down", "harder": "arrow-up", "swap": "replace"}


class LadderCard(Card):
    """Shows one ladder. `chosen` carries the slug of a rung."""

    chosen = Signal(str)

    def __init__(self, look: Look, ladder: LadderView, number: int, parent: QWidget | None = None) -> None:
        super().__init__(ladder.name, parent)
        self._look = look
        self.setObjectName(f"library_ladder_{number}")
        row = FlowLayout(None, SPACE_S)
        self.body.addLayout(row)
        for place, rung in enumerate(ladder.rungs, 1):
            if place > 1:
                row.addWidget(TintedIcon(look, "arrow-right", 14, self))
            row.addWidget(self._rung(rung, f"library_rung_{number}_{place}"))

    def _rung(self, rung: RungView, key: str) -> ThemedButton:
        text = f"{rung.name}, {rung.note}" if rung.note else rung.name
        kind = ButtonKind.PRIMARY if rung.is_here else ButtonKind.SECONDARY
        button = ThemedButton(self._look, button_text(text), parent=self, kind=kind, metrics=_RUNG)
        button.setObjectName(key)
        button.setAccessibleName(text)
        if rung.is_here:
            button.setAccessibleName(self.tr("{name}, you are here").format(name=text))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        else:
            button.clicked.connect(lambda _=False, slug=rung.slug: self.chosen.emit(slug))
        return button


class Neighbours(QWidget):
    """Easier, harder and the swap. `chosen` carries a slug; variants in words are only told."""

    chosen = Signal(str)

    def __init__(self, look: Look, links: tuple[Link, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACE_S)
        self._grid.setColumnStretch(3, 1)
        for row, link in enumerate(links):
            self._grid.addWidget(TintedIcon(look, _ARROWS[link.kind], 16, self), row, 0)
            self._grid.addWidget(PlainLabel(link.title, TextRole.MUTED, self), row, 1)
            span = 1 if link.slug else 2
            self._grid.addWidget(self._target(link), row, 2, 1, span)

    def _target(self, link: Link) -> QWidget:
        if not link.slug:
            return PlainLabel(link.text, parent=self, wrap=True)
        text = button_text(link.text)
        button = ThemedButton(self._look, text, parent=self, kind=ButtonKind.SECONDARY, metrics=_RUNG)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.setObjectName(f"library_{link.kind}")
        button.setAccessibleName(f"{link.title}: {link.text}")
        button.clicked.connect(lambda: self.chosen.emit(link.slug))
        return button
