"""Choose a program to the left, tick what to take of it to the right."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from facet_desktop.domain.errors import UserError
from facet_desktop.domain.program import PlannedSession, Program
from facet_desktop.services.program_sources import ProgramSource
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.editor.taking.presenter import TakingPresenter
from facet_desktop.ui.editor.taking.tick_tree import TickTree
from facet_desktop.ui.metrics import SEMIBOLD, SMALL_PX, SPACE_S, SPACE_XS, TextRole
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.translation import error_line
from facet_desktop.ui.widgets.buttons import PrimaryButton, SecondaryButton, ThemedButton
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.lists import make_roomy
from facet_desktop.ui.widgets.search_field import SearchField
from facet_desktop.ui.widgets.stored_text import tip_text
from facet_desktop.ui.widgets.two_panes import TwoPaneDialog

SIZE_PX = (920, 640)
LIST_PX = 300
SOURCE = Qt.ItemDataRole.UserRole


class TakingDialog(TwoPaneDialog):
    """Emits what shall be taken over: sessions that hold the ticked exercises, or a whole program.

    Without an open program (`can_add` false) only a whole one can be taken.
    """

    exercises_wanted = Signal(object)
    sessions_wanted = Signal(object)
    program_wanted = Signal(object)

    def __init__(
        self, context: UiContext, presenter: TakingPresenter, parent: QWidget, *, can_add: bool
    ) -> None:
        title = self.tr("Take over from a program") if can_add else self.tr("Begin with another program")
        super().__init__(context.theme, "taking_dialog", title, parent)
        self._presenter = presenter
        self._program: Program | None = None
        self.arrange(self._left(), self._right(), self._foot(can_add=can_add), SIZE_PX, heading=title)
        self._fill_sources()
        self.search.setFocus()

    # -- choosing --

    def _fill_sources(self) -> None:
        self.sources.clear()
        first: QListWidgetItem | None = None
        for group in self._presenter.groups(self.search.text()):
            heading = QListWidgetItem(group.title, self.sources)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            heading.setFont(self._look.font(SMALL_PX, SEMIBOLD))
            heading.setForeground(QColor(self._look.palette.muted))
            for line, source in group.lines:
                item = QListWidgetItem(line, self.sources)
                item.setToolTip(tip_text(line))
                item.setData(SOURCE, source)
                first = first or item
        if first is not None:
            self.sources.setCurrentItem(first)
        else:
            self._show(None)

    def _show(self, item: QListWidgetItem | None) -> None:
        source = item.data(SOURCE) if item is not None else None
        self._program = self._loaded(source) if isinstance(source, ProgramSource) else None
        self.tree.present(self._program)
        self.title.setText(self._program.title if self._program is not None else "")
        self._show_ticked()

    def _loaded(self, source: ProgramSource) -> Program | None:
        self.trouble.hide()
        try:
            return self._presenter.program(source)
        except UserError as error:
            self.trouble.setText(error_line(error))
            self.trouble.show()
            return None

    def _show_ticked(self) -> None:
        ticked = self.ticked()
        count = sum(len(session.items) for session in ticked)
        self.chosen.setText(self._presenter.chosen_line(count, len(ticked)))
        for button in (self.add_exercises, self.add_sessions):
            button.setEnabled(bool(count))
        self.take_all.setEnabled(self._program is not None)

    def ticked(self) -> tuple[PlannedSession, ...]:
        """Sessions cut down to what is ticked in them; none without a tick."""
        found = (
            replace(session, items=tuple(item for item in session.items if item.id in self.tree.ticked()))
            for _, session in (self._program.sessions() if self._program is not None else ())
        )
        return tuple(session for session in found if session.items)

    def _take(self, wanted: SignalInstance) -> None:
        ticked = self.ticked()
        if ticked:
            wanted.emit(ticked)
            self.accept()

    def _take_program(self) -> None:
        if self._program is not None:
            self.program_wanted.emit(self._program)
            self.accept()

    # -- building --

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE_S)
        self.search = SearchField(self._look, self.tr("Search programs and patients"), self)
        self.search.setObjectName("taking_search")
        self.search.setToolTip(self.search.placeholderText())
        self.search.setFixedWidth(self._look.px(LIST_PX))
        self.search.textChanged.connect(lambda _: self._fill_sources())
        column.addWidget(self.search)
        self.sources = QListWidget(self)
        self.sources.setObjectName("taking_sources")
        self.sources.setAccessibleName(self.tr("Programs"))
        self.sources.setToolTip(self.tr("Up and Down choose a program"))
        make_roomy(self.sources)
        self.sources.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.sources.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sources.currentItemChanged.connect(lambda item, _: self._show(item))
        column.addWidget(_framed(self.sources, self, self._look.px(LIST_PX)), 1)
        return column

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE_S)
        self.title = PlainLabel("", TextRole.SUBTITLE, self, wrap=True)
        column.addWidget(self.title)
        self.trouble = PlainLabel("", TextRole.BODY, self, wrap=True)
        self.trouble.setObjectName("taking_trouble")
        self.trouble.set_tone(Tone.ALERT)
        self.trouble.hide()
        column.addWidget(self.trouble)
        self.tree = TickTree(self._presenter, self)
        self.tree.changed.connect(self._show_ticked)
        column.addWidget(_framed(self.tree, self), 1)
        self.chosen = PlainLabel("", TextRole.SMALL, self, wrap=True)
        self.chosen.setObjectName("taking_chosen")
        column.addWidget(self.chosen)
        return column

    def _foot(self, *, can_add: bool) -> QHBoxLayout:
        look = self._look
        row = QHBoxLayout()
        row.setSpacing(SPACE_S)
        cancel = SecondaryButton(look, self.tr("Cancel"), parent=self)
        kind = SecondaryButton if can_add else PrimaryButton
        self.take_all: ThemedButton = kind(look, self.tr("Take the whole program"), "layers", self)
        self.add_sessions = SecondaryButton(look, self.tr("Add as sessions"), "calendar-plus", self)
        self.add_exercises = PrimaryButton(look, self.tr("Add to this session"), "plus", self)
        for button, key, about in (
            (cancel, "taking_cancel", self.tr("Take nothing over (Escape)")),
            (self.take_all, "taking_all", self.tr("In place of the open program; Undo takes that back")),
            (self.add_sessions, "taking_sessions", self.tr("New sessions of this phase, with their days")),
            (self.add_exercises, "taking_exercises", self.tr("After the selected exercise (Ctrl+Enter)")),
        ):
            button.setObjectName(key)
            button.setToolTip(about)
            button.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.take_all.clicked.connect(self._take_program)
        self.add_sessions.clicked.connect(lambda: self._take(self.sessions_wanted))
        self.add_exercises.clicked.connect(lambda: self._take(self.exercises_wanted))
        self.add_exercises.setShortcut("Ctrl+Return")
        row.addWidget(cancel)
        row.addStretch(1)
        for part in (self.take_all, self.add_sessions, self.add_exercises):
            row.addWidget(part)
        for shown in (self.add_sessions, self.add_exercises, self.chosen):
            shown.setVisible(can_add)
        self.tree.set_tickable(tickable=can_add)
        return row


def _framed(view: QWidget, parent: QWidget, width_px: int = 0) -> QFrame:
    card = QFrame(parent)
    card.setProperty("frame", "card")
    if width_px:
        card.setFixedWidth(width_px)
    inside = QVBoxLayout(card)
    inside.setContentsMargins(SPACE_XS, SPACE_XS, SPACE_XS, SPACE_XS)
    inside.addWidget(view)
    return card
