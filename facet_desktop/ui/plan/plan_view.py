"""Phases, sessions and exercises of a plan, to be read."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facet_desktop.ui.context import UiContext
from facet_desktop.ui.metrics import SPACE_L, SPACE_M, SPACE_S, TextRole
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.plan.presenter import PhasePart, PlanModel, SessionPart
from facet_desktop.ui.today.exercise_row import ExerciseRow
from facet_desktop.ui.widgets.banner import TintedIcon
from facet_desktop.ui.widgets.cards import Card
from facet_desktop.ui.widgets.chips import Chip
from facet_desktop.ui.widgets.flow import FlowLayout
from facet_desktop.ui.widgets.labels import PlainLabel, Separator


class PlanView(QWidget):
    """Shows a `PlanModel`; built anew for every model, because plans change rarely."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: PlanModel | None = None
        self._is_large = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_L)
        context.theme.changed.connect(self._build_for_text)

    def present(self, model: PlanModel) -> None:
        """Show this plan."""
        if model != self._shown:
            self._shown = model
            self._build(model)

    def _build_for_text(self) -> None:
        """Large text has its chips below the names."""
        if self._shown is not None and self._is_large != self._context.theme.is_large_text:
            self._build(self._shown)

    def _build(self, model: PlanModel) -> None:
        self._is_large = self._context.theme.is_large_text
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if model.notes:
            self._column.addWidget(self._notes(model.notes))
        for phase in model.phases:
            self._add_phase(phase, named=len(model.phases) > 1)

    def _notes(self, notes: tuple[str, ...]) -> Card:
        card = Card(self.tr("Good to know"), self)
        for note in notes:
            card.body.addWidget(PlainLabel(note, TextRole.BODY, card, wrap=True))
        return card

    def _add_phase(self, phase: PhasePart, *, named: bool) -> None:
        if named:
            self._column.addWidget(PlainLabel(phase.title, TextRole.HEADING, self, wrap=True))
        for session in phase.sessions:
            self._column.addWidget(self._session(session, present=phase.is_present))
        if phase.gate:
            self._column.addWidget(self._gate(phase.gate))

    def _session(self, session: SessionPart, *, present: bool) -> Card:
        card = Card(session.name, self, title_role=TextRole.SUBTITLE)
        look = self._context.theme
        when = Chip(look, session.when, Tone.PRIMARY, "calendar", card)
        now = Chip(look, self.tr("now"), Tone.GOOD, "check", card) if present else None
        if look.is_large_text:
            chips = FlowLayout()
            for chip in filter(None, (when, now)):
                chips.addWidget(chip)
            card.body.addLayout(chips)
        else:
            card.add_beside_title(when)
            if now is not None:
                card.add_to_title_row(now)
        rows = QVBoxLayout()
        rows.setSpacing(0)
        section: str | None = None
        for number, item in enumerate(session.items):
            if number:
                rows.addWidget(Separator(card))
            if item.section and item.section != section:
                rows.addSpacing(SPACE_S)
                rows.addWidget(PlainLabel(item.section, TextRole.SECTION, card, wrap=True))
            section = item.section
            rows.addWidget(ExerciseRow(self._context, item, card))
        card.body.addLayout(rows)
        return card

    def _gate(self, criteria: tuple[str, ...]) -> Card:
        card = Card(self.tr("When you move on"), self)
        card.add_to_title_row(TintedIcon(self._context.theme, "flag", 18, card, tone=Tone.PRIMARY))
        for sentence in criteria:
            card.body.addWidget(PlainLabel(f"\N{EN DASH} {sentence}", TextRole.BODY, card, wrap=True))
        advice = self.tr("Your clinician decides with you. Time alone does not.")
        card.body.addWidget(PlainLabel(advice, TextRole.SMALL, card, wrap=True))
        card.body.setSpacing(SPACE_M // 2)
        return card
