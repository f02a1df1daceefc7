"""What is needed for the session, and how long it may be today."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facet_desktop.ui.metrics import SPACE_L, SPACE_S, SPACE_XS, TextRole
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.readiness.presenter import WHOLE, Length, ReadyModel
from facet_desktop.ui.theme import ThemeHub
from facet_desktop.ui.widgets.banner import TintedIcon
from facet_desktop.ui.widgets.cards import Card
from facet_desktop.ui.widgets.flow import FlowLayout
from facet_desktop.ui.widgets.labels import ElidedLabel, PlainLabel
from facet_desktop.ui.widgets.segmented import SegmentedControl


class SessionPart(Card):
    """`shortened` follows a choice of another length."""

    shortened = Signal()

    def __init__(self, look: ThemeHub, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._look = look
        self._lengths: tuple[Length, ...] = ()
        self._things: tuple[str, ...] | None = None
        self._choice: SegmentedControl | None = None
        self.setObjectName("ready_session")
        self.setAccessibleName(self.tr("This session"))
        self.body.setSpacing(SPACE_XS)
        self.body.addWidget(PlainLabel(self.tr("Have ready"), TextRole.STRONG, self))
        self._equipment = FlowLayout(None, SPACE_L)
        self.body.addLayout(self._equipment)
        self.body.addSpacing(SPACE_S)
        self._title = PlainLabel(self.tr("Shorter today"), TextRole.STRONG, self)
        self.body.addWidget(self._title)
        self._left_out = ElidedLabel("", TextRole.SMALL, self)
        self._left_out.setObjectName("left_out")
        self.body.addWidget(self._left_out)

    def present(self, model: ReadyModel) -> None:
        """Show the session; a choice that still exists stays."""
        if model.equipment != self._things:
            self._things = model.equipment
            self._show_equipment(model.equipment)
        if model.lengths != self._lengths:
            chosen = self.length().key if self._lengths else WHOLE
            self._lengths = model.lengths
            self._make_choice(chosen)
        has_choice = len(model.lengths) > 1
        for widget in (self._title, self._left_out):
            widget.setVisible(has_choice)

    def length(self) -> Length:
        """The chosen length."""
        key = self._choice.key() if self._choice else WHOLE
        return next(one for one in self._lengths if one.key == key)

    def choose_whole(self) -> None:
        """Back to the whole session."""
        if self._choice is not None:
            self._choice.set_key(WHOLE)
            self._say()

    def _show_equipment(self, things: Sequence[str]) -> None:
        self._equipment.clear()
        if not things:
            self._equipment.addWidget(PlainLabel(self.tr("You need nothing for this one."), parent=self))
        for thing in things:
            self._equipment.addWidget(self._thing(thing))

    def _thing(self, name: str) -> QWidget:
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_S)
        row.addWidget(TintedIcon(self._look, "check", 18, box, tone=Tone.PRIMARY))
        row.addWidget(PlainLabel(name[:1].upper() + name[1:], parent=box))
        return box

    def _make_choice(self, chosen: str) -> None:
        """A new row of buttons: each session has lengths of its own."""
        if self._choice is not None:
            self._choice.hide()
            self._choice.deleteLater()
            self._choice = None
        if len(self._lengths) > 1:
            options = [(one.key, one.text) for one in self._lengths]
            self._choice = SegmentedControl(self._look, options, self.tr("Shorter today"), self)
            self._choice.setObjectName("shorter_today")
            if any(one.key == chosen for one in self._lengths):
                self._choice.set_key(chosen)
            self._choice.selected.connect(self._changed)
            place = self.body.indexOf(self._left_out)
            self.body.insertWidget(place, self._choice, 0, Qt.AlignmentFlag.AlignLeft)
        self._say()

    def _changed(self) -> None:
        self._say()
        self.shortened.emit()

    def _say(self) -> None:
        self._left_out.set_full_text(self.length().left_out)
