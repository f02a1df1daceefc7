"""Above the outline: the phase, its sessions as tabs, the days, and the minutes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from facet_desktop.ui.context import UiContext
from facet_desktop.ui.editor.drag import ITEMS, unpacked
from facet_desktop.ui.editor.view_model import Place, SessionView
from facet_desktop.ui.metrics import SPACE_S
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.chips import Chip, FilterChip
from facet_desktop.ui.widgets.flow import FlowLayout
from facet_desktop.ui.widgets.stored_text import tip_text


class SessionTab(FilterChip):
    """One session; exercises may be dropped on it."""

    items_dropped = Signal(str, list)
    rename_wanted = Signal(str)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, look: Look, place: Place, parent: QWidget) -> None:
        super().__init__(look, place.name, parent=parent)
        self._id = place.id
        self.setObjectName(f"editor_session_{place.id}")
        self.setAcceptDrops(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(
            lambda at: self.menu_wanted.emit(self._id, self.mapToGlobal(at))
        )

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click renames."""
        self.rename_wanted.emit(self._id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes exercises of the program."""
        if event.mimeData().hasFormat(ITEMS):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Asks to move the exercises here."""
        self.items_dropped.emit(self._id, unpacked(event.mimeData(), ITEMS))
        event.acceptProposedAction()


class SessionBar(QWidget):
    """Shows where one is in the program and asks to go elsewhere; menus are filled by the page."""

    phase_menu_wanted = Signal(QPoint)
    session_menu_wanted = Signal(QPoint)
    session_chosen = Signal(str)
    session_added = Signal()
    session_rename_wanted = Signal()
    schedule_wanted = Signal()
    gate_wanted = Signal()
    items_dropped = Signal(str, list)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = context.theme
        self._shown: tuple[tuple[Place, ...], str] = ((), "")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSizeConstraint(QGridLayout.SizeConstraint.SetNoConstraint)
        self._grid.setSpacing(SPACE_S)
        self._grid.setColumnStretch(2, 1)
        self._phase = FilterChip(self._look, "", "layers", self, checkable=False, name=self.tr("Phase"))
        self._phase.setObjectName("editor_phase")
        self._phase.clicked.connect(lambda: self.phase_menu_wanted.emit(_below(self._phase)))
        self._gate = FilterChip(self._look, "", "flag", self, checkable=False, name=self.tr("Moves on when"))
        self._gate.setObjectName("editor_gate")
        self._gate.clicked.connect(self.gate_wanted)
        self._gate.hide()
        self._tabs = FlowLayout(None, SPACE_S)
        self._days = FilterChip(self._look, "", "calendar", self, checkable=False, name=self.tr("Days"))
        self._days.setObjectName("editor_schedule")
        self._days.clicked.connect(self.schedule_wanted)
        self._minutes = Chip(self._look, "", Tone.NEUTRAL, "clock", self, tabular=True)
        self._minutes.setObjectName("editor_minutes")
        self._facts = FlowLayout(None, SPACE_S)
        self._rows = 1
        self._place()
        self._look.changed.connect(self._fit)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Room for the widest part; the rest flows into further rows."""
        widest = max(part.sizeHint().width() for part in (self._phase, self._days, self._minutes))
        height = super().minimumSizeHint().height()
        if self._rows > 1:
            height = max(height, self.heightForWidth(self.width()))
        return QSize(max(widest, self._tabs.minimumSize().width()), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the arrangement for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the sessions into a row of their own where they do not fit beside the rest."""
        parts = (
            self._phase.sizeHint(),
            QSize() if self._gate.isHidden() else self._gate.sizeHint(),
            self._tabs.sizeHint(),
            self._days.sizeHint(),
            self._minutes.sizeHint(),
        )
        gaps = (len(parts) - 1) * SPACE_S
        rows = 1 if sum(part.width() for part in parts) + gaps <= self.width() else 2
        if rows == 2 and sum(part.width() for part in parts if part is not parts[2]) + gaps > self.width():
            rows = 3
        if rows != self._rows:
            self._rows = rows
            self._place()

    def _place(self) -> None:
        """One row; or the sessions in a second one; or, with little room, everything flowing."""
        for layout in (self._grid, self._facts):
            while layout.count():
                layout.takeAt(0)
        top = Qt.AlignmentFlag.AlignTop
        if self._rows == 3:
            for part in (self._phase, self._gate, self._days, self._minutes):
                self._facts.addWidget(part)
            self._grid.addLayout(self._facts, 0, 0, 1, 5)
            self._grid.addLayout(self._tabs, 1, 0, 1, 5)
            return
        self._grid.addWidget(self._phase, 0, 0, top)
        self._grid.addWidget(self._gate, 0, 1, top)
        if self._rows == 2:
            self._grid.addLayout(self._tabs, 1, 0, 1, 5)
        else:
            self._grid.addLayout(self._tabs, 0, 2)
        self._grid.addWidget(self._days, 0, 3, top)
        self._grid.addWidget(self._minutes, 0, 4, top)

    def _fit(self) -> None:
        self._minutes.setFixedHeight(self._days.sizeHint().height())
        self._arrange()

    @property
    def schedule_button(self) -> QWidget:
        """Under which the days are chosen."""
        return self._days

    def minutes(self) -> str:
        """The minutes shown."""
        return self._minutes.text()

    def present(self, view: SessionView) -> None:
        """Shows a view; emits nothing."""
        phase = next((one.name for one in view.phases if one.id == view.phase_id), "")
        self._phase.setText(_short(phase))
        self._phase.setAccessibleName(self.tr("Phase: {name}").format(name=phase))
        about = self.tr("Phase: {name}. Show, add or change phases.").format(name=phase)
        self._phase.setToolTip(tip_text(about))
        self._gate.setVisible(bool(view.gate))
        self._gate.setText(str(len(view.gate)))
        self._gate.setToolTip(tip_text("\n".join((self.tr("Moves on when"), *view.gate))))
        self._gate.setAccessibleDescription(" ".join(view.gate))
        self._days.setText(view.schedule)
        self._days.setAccessibleName(self.tr("Planned: {days}").format(days=view.schedule))
        self._days.setToolTip(self.tr("Choose the days and times a day"))
        self._minutes.set_text(view.minutes)
        self._minutes.setToolTip(view.minutes_about)
        self._minutes.setAccessibleDescription(view.minutes_about)
        if (view.sessions, view.session_id) != self._shown:
            self._shown = (view.sessions, view.session_id)
            self._fill_tabs(view)
        self._arrange()

    def focus_tab(self) -> None:
        """Puts the keyboard on the tab of the shown session."""
        tab = self.findChild(SessionTab, f"editor_session_{self._shown[1]}")
        if tab is not None:
            tab.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_tabs(self, view: SessionView) -> None:
        had_focus = isinstance(self.focusWidget(), SessionTab) and self.focusWidget().hasFocus()
        self._tabs.clear()
        for place in view.sessions:
            self._tabs.addWidget(self._tab(place, is_shown=place.id == view.session_id))
        add = FilterChip(
            self._look, "", "plus", self, checkable=False, name=self.tr("Add a session (Ctrl+T)")
        )
        add.setObjectName("editor_add_session")
        add.clicked.connect(self.session_added)
        self._tabs.addWidget(add)
        more = FilterChip(
            self._look, "", "ellipsis", self, checkable=False, name=self.tr("Rename, copy, move or remove")
        )
        more.setObjectName("editor_session_more")
        more.clicked.connect(lambda: self.session_menu_wanted.emit(_below(more)))
        self._tabs.addWidget(more)
        if had_focus:
            self.focus_tab()

    def _tab(self, place: Place, *, is_shown: bool) -> SessionTab:
        tab = SessionTab(self._look, Place(place.id, _short(place.name)), self)
        tab.setChecked(is_shown)
        tab.setAccessibleName(self.tr("Session: {name}").format(name=place.name))
        tab.clicked.connect(lambda: self._tab_clicked(tab, place.id, is_shown=is_shown))
        tab.items_dropped.connect(self.items_dropped)
        tab.rename_wanted.connect(lambda _: self.session_rename_wanted.emit())
        tab.menu_wanted.connect(lambda _, at: self._menu_for(place.id, at))
        return tab

    def _tab_clicked(self, tab: SessionTab, session_id: str, *, is_shown: bool) -> None:
        tab.setChecked(True)
        if not is_shown:
            self.session_chosen.emit(session_id)

    def _menu_for(self, session_id: str, at: QPoint) -> None:
        self.session_chosen.emit(session_id)
        self.session_menu_wanted.emit(at)


def _below(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(widget.rect().bottomLeft())


def _short(text: str, limit: int = 24) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1]}\N{HORIZONTAL ELLIPSIS}"
